/** Work given to several agencies under one name. */
export const collective = {
  counting: 'Nhiệm vụ giao chung',
  countings: { perMember: 'Tính từng cơ quan', once: 'Tính một lần' },
  given: 'Cách giao',
  givens: { together: 'Giao chung cho nhiều cơ quan', alone: 'Giao riêng' },
  collectiveId: 'Thuộc nhiệm vụ giao chung',
  numbered: 'số {{id}}',
  tag: 'giao chung {{n}} cơ quan',
  tagShared: 'nhiệm vụ chung, {{n}} cơ quan',
  onPage: 'Giao chung cho “{{name}}” ({{n}} cơ quan, theo ngày {{day}}). Mỗi cơ quan có một nhiệm vụ riêng.',
  onPageShared:
    'Nhiệm vụ chung của “{{name}}”: {{n}} cơ quan cùng chủ trì, mỗi cơ quan một phần; một cơ quan chịu trách nhiệm chính.',
  into: 'Đã chia thành {{n}} nhiệm vụ, mỗi cơ quan một nhiệm vụ.',
  seeAll: 'Xem cả {{n}} nhiệm vụ',
  noteEach: 'Trong đó {{works}} nhiệm vụ giao chung cho nhiều cơ quan được tính thành {{tasks}} nhiệm vụ.',
  noteOnce:
    'Trong đó {{works}} nhiệm vụ giao chung cho nhiều cơ quan được tính mỗi nhiệm vụ một lần, theo cơ quan chậm nhất ({{tasks}} nhiệm vụ của từng cơ quan).',
  noteRows: 'Từng cơ quan luôn được tính phần của mình, nên cộng lại là {{n}}, nhiều hơn tổng số ở trên.',
  listOnce: 'nhiệm vụ giao chung tính một lần',
  parts: 'Phần việc của các cơ quan',
  missing:
    'Còn {{n}} cơ quan chưa gửi phần việc: {{names}}. Hãy nhắc các cơ quan này, hoặc nêu lý do báo cáo khi chưa đủ.',
  whom: 'Giao cho',
  members: '“{{name}}” ngày {{day}}: {{n}} cơ quan, theo tên hiện nay.',
  nobody: '“{{name}}” không nói rõ là những cơ quan nào nên không chia tự động được. Hãy chọn từng cơ quan.',
  will: 'Sẽ giao {{n}} nhiệm vụ với hạn, chỉ tiêu và mốc đang áp dụng. Đến hết hôm qua vẫn tính một nhiệm vụ; từ hôm nay tính từng cơ quan.',
  willParts: '{{n}} cơ quan sẽ là cơ quan phối hợp của nhiệm vụ này từ hôm nay, thay cho cách gọi chung.',
} as const

/** The same under review. */
export const distribution = {
  open: 'Chia cho từng cơ quan',
  openOf: 'Chia cho từng cơ quan: {{name}}',
  title: 'Chia “{{name}}”, nhiệm vụ {{ref}}',
  how: 'Cách giao',
  forms: {
    each: 'Mỗi cơ quan một nhiệm vụ',
    shared: 'Một nhiệm vụ chung, mỗi cơ quan một phần',
    coordinating: 'Mỗi cơ quan một phần phối hợp',
  },
  hints: {
    each: 'Mỗi cơ quan có tiến độ, thời hạn và báo cáo riêng; số liệu có thể tính từng cơ quan hoặc tính một lần.',
    shared:
      'Một cơ quan chịu trách nhiệm chính (Nghị định 39/2022/NĐ-CP) và báo cáo hoàn thành khi các cơ quan đã gửi đủ phần của mình. Số liệu tính một nhiệm vụ của cơ quan đó.',
    coordinating: 'Từng cơ quan thấy nhiệm vụ này, được đề nghị và gửi phần phối hợp của mình.',
  },
  members: 'Cơ quan vào ngày {{day}}: chọn {{chosen}}/{{n}}',
  nobody: '“{{name}}” không nói rõ là những cơ quan nào nên không chia tự động được. Hãy chọn từng cơ quan ở dưới.',
  orOne: 'Nếu chỉ một cơ quan chủ trì, hãy đóng bảng này, bấm Sửa và chọn cơ quan đó.',
  all: 'Chọn tất cả',
  none: 'Bỏ chọn tất cả',
  add: 'Thêm cơ quan',
  added: 'Thêm ngoài cách gọi chung',
  remove: 'Bỏ {{name}}',
  answers: 'Cơ quan chịu trách nhiệm chính',
  reason: 'Lý do bỏ bớt hoặc thêm cơ quan',
  reasonHint: 'Ghi vào nhật ký của văn bản.',
  preview: 'Sẽ có {{n}} nhiệm vụ',
  previewOne: 'Nhiệm vụ sẽ thành',
  ref: 'Số',
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
  due: 'Thời hạn',
  targets: 'Chỉ tiêu',
  nothing: 'Chọn ít nhất hai cơ quan để xem trước.',
  doEach: 'Chia thành {{n}} nhiệm vụ',
  doParts: 'Ghi {{n}} cơ quan',
  did: 'Đã chia cho {{n}} cơ quan. Hoàn tác được cho tới khi xác nhận văn bản.',
  made: {
    each: '“{{name}}” đã chia thành {{n}} nhiệm vụ',
    shared: '“{{name}}”: một nhiệm vụ chung của {{n}} cơ quan',
    coordinating: '“{{name}}”: {{n}} cơ quan phối hợp',
  },
  leftOut: 'không giao: {{names}}',
  addedTo: 'thêm: {{names}}',
  because: 'lý do: {{reason}}',
  madeBy: '{{by}}, {{at}}',
  isWhole: 'Đã chia',
  undo: 'Hoàn tác việc chia',
  undoOf: 'Hoàn tác việc chia: {{name}}',
  undoTitle: 'Hoàn tác việc chia?',
  undoEach:
    'Các nhiệm vụ của từng cơ quan và những gì đã sửa trong đó sẽ mất; nhiệm vụ chung trở lại như trước khi chia.',
  undoParts: 'Cách gọi chung trở lại thay cho từng cơ quan.',
  undone: 'Đã hoàn tác việc chia.',
} as const

export const collectiveErrors = {
  directive_not_collective:
    'Đơn vị này không phải là cách gọi chung nhiều cơ quan, hoặc không ở vai trò đó. Hãy tải lại nhiệm vụ.',
  draft_distributed: 'Nhiệm vụ này thuộc một nhiệm vụ giao chung đã chia. Hãy hoàn tác việc chia trước.',
  distribution_not_found: 'Không tìm thấy lần chia này; có thể đã được hoàn tác.',
  task_parts_missing: 'Còn cơ quan chưa gửi phần việc. Hãy nhắc họ, hoặc nêu lý do báo cáo khi chưa đủ.',
  task_not_collective: 'Nhiệm vụ này không còn giao cho cách gọi chung nào. Hãy tải lại.',
  task_distributed: 'Nhiệm vụ này vừa được chia cho từng cơ quan. Hãy tải lại.',
} as const
