/** The page of the search over everything. */
export const searchPage = {
  title: 'Tìm kiếm',
  titleOf: 'Tìm “{{words}}”',
  about: 'Tìm trong nhiệm vụ, văn bản, đề án, báo cáo, kiểm tra, kiến nghị, công văn, cơ quan mà bạn được xem.',
  aboutWithPeople:
    'Tìm trong nhiệm vụ, văn bản, đề án, báo cáo, kiểm tra, kiến nghị, công văn, cơ quan, người dùng mà bạn được xem.',
  words: 'Từ cần tìm',
  wordsHint: 'Tên, nội dung, số ký hiệu; không cần gõ dấu',
  agency: 'Cơ quan',
  from: 'Từ ngày',
  to: 'Đến ngày',
  state: 'Tình trạng',
  stateWords: {
    draft: 'Dự thảo, chưa ban hành',
    open: 'Đang thực hiện, còn hiệu lực',
    overdue: 'Quá hạn',
    done: 'Đã xong, đã ban hành',
    ended: 'Đã dừng, hết hiệu lực',
  },
  agencyState: { open: 'Đang hoạt động', ended: 'Không còn hoạt động' },
  personState: { open: 'Đang công tác', ended: 'Không còn công tác' },
  clear: 'Bỏ các bộ lọc',
  start: 'Gõ ít nhất hai chữ để tìm',
  startHint:
    'Ví dụ: “nghi quyet 02”, “02nqcp”, “QĐ 12/VPCP”, “thủ tục hành chính”. Không cần gõ dấu; gõ có dấu thì kết quả đúng dấu đứng trước.',
  found: 'Tìm thấy {{shown}} mục cho “{{words}}”.',
  foundMany: 'Tìm thấy hơn 1.000 mục cho “{{words}}”. Thêm chữ hoặc lọc để thu hẹp.',
  kinds: 'Loại kết quả',
  many: 'trên 1.000',
  dayOf: 'Ngày để lọc và ghi ở mỗi dòng: {{day}}.',
  noDay: 'Loại này không có ngày: lọc theo ngày thì không có kết quả.',
  list: 'Mở danh sách {{name}} với các bộ lọc riêng',
  noneOf: 'Không có kết quả trong mục {{name}}',
  otherKinds: 'Chọn mục khác ở trên, hoặc bỏ bớt bộ lọc.',
  noneFiltered: 'Thử bỏ bớt bộ lọc, hoặc gõ ít chữ hơn.',
  end: 'Đã hiện 1.000 kết quả đầu. Thêm chữ hoặc lọc theo cơ quan, ngày, tình trạng để thấy phần còn lại.',
  openAll: 'Xem mọi kết quả, lọc theo cơ quan, ngày, tình trạng',
}

export const searchErrors = {
  search_too_short: 'Hãy gõ ít nhất hai chữ cái hoặc chữ số.',
  search_no_such_kind: 'Không có loại kết quả này. Hãy chọn lại loại trên trang tìm kiếm.',
  search_period: 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi. Hãy sửa một trong hai ngày.',
}
