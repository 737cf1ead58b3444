/** Texts of what incoming documents and their handling refuse, by code. */
export const incomingErrors = {
  handling_not_all: 'Chỉ văn thư, lãnh đạo và người làm lưu trữ của cơ quan mới xem mọi phần việc.',
  handling_not_your_unit: 'Chỉ lãnh đạo đơn vị được giao mới giao tiếp trong đơn vị.',
  handling_not_yours: 'Phần việc này giao cho người, đơn vị khác.',
  handling_not_yours_to_withdraw: 'Chỉ lãnh đạo nơi giao mới thu hồi phần việc này.',
  handling_wrong_state: 'Phần việc này không còn ở trạng thái cho phép làm việc đó. Hãy tải lại trang.',
  mail_address_ended: 'Địa chỉ này đã ngừng nhận. Hãy thêm lại nếu cần.',
  mail_address_known:
    'Địa chỉ này đang nhận văn bản cho một cơ quan. Hãy kiểm tra lại, hoặc ngừng nhận ở nơi đó trước.',
  mail_address_not_found: 'Không tìm thấy địa chỉ nhận văn bản này.',
  incoming_came_before: 'Văn bản này đã vào sổ. Hãy chọn “cùng một văn bản”, hoặc xác nhận đây là văn bản khác.',
  incoming_files_gone: 'Tệp của văn bản này đã được gỡ.',
  incoming_has_number: 'Văn bản đã có số đến. Hãy trả lại kèm lý do thay vì xác định trùng.',
  incoming_has_review: 'Văn bản này đã có rà soát. Hãy tải lại trang để mở.',
  incoming_may_not_link: 'Chỉ người xử lý văn bản của cơ quan mới liên kết với nhiệm vụ.',
  incoming_no_text: 'Tệp này không có chữ đã đọc được.',
  incoming_not_linked: 'Văn bản không liên kết với nhiệm vụ này.',
  incoming_not_registered: 'Chỉ làm được với văn bản đến đã vào sổ và không bị trả lại.',
  incoming_still_handled: 'Văn bản còn nơi đang xử lý. Chỉ lãnh đạo mới kết thúc, hoặc hãy chờ các nơi xử lý xong.',
  records_may_not_read_figures: 'Chỉ văn thư, lãnh đạo và người làm lưu trữ của cơ quan mới xem số liệu xử lý văn bản.',
  records_not_of_an_office: 'Chỉ người làm việc với văn bản của cơ quan mới xem được phần này.',
} as const
