export const form = {
  /** How a day is typed, shown in an empty field. */
  typed: { date: 'ngày/tháng/năm', month: 'tháng/năm' },
  stale: '{{by}} đã sửa lúc {{at}}.',
  staleHint: 'Nội dung bạn đã nhập vẫn còn dưới đây.',
  staleKeep: 'Lấy bản mới, giữ nội dung tôi nhập',
  staleDrop: 'Bỏ nội dung tôi nhập',
}
