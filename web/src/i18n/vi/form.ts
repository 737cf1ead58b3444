export const form = {
  stale: '{{by}} đã sửa lúc {{at}}.',
  staleHint: 'Nội dung bạn đã nhập vẫn còn dưới đây.',
  staleKeep: 'Lấy bản mới, giữ nội dung tôi nhập',
  staleDrop: 'Bỏ nội dung tôi nhập',
}
