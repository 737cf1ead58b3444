/** What was entered wrongly and is amended, calls for a report, and orders given outside the system. */
export const amendments = {
  title: 'Đính chính',
  on: 'Đính chính ngày {{day}}',
  basis: 'Căn cứ',
  document: '{{number}} ngày {{day}}',
  documentNumber: 'Số, ký hiệu văn bản',
  documentOn: 'Ngày văn bản',
  file: 'Tệp văn bản',
  basisHint: 'Ghi số và ngày của văn bản làm căn cứ, hoặc gửi kèm tệp văn bản.',
  otherLead:
    'Cơ quan chịu trách nhiệm chính sẽ thay đổi: cơ quan được ghi lại phải tiếp nhận nhiệm vụ; đề nghị, yêu cầu báo cáo đang chờ và việc đã giao đơn vị của cơ quan ghi nhầm sẽ kết thúc.',
  notNamed: 'ghi nhầm, đã đính chính ngày {{day}}',
  amendedOn: 'Đã đính chính ngày {{day}}',
} as const
export const orders = {
  title: 'Chỉ đạo ngoài hệ thống',
  listAbout: 'Chỉ đạo miệng hoặc theo văn bản không có trong hệ thống, và nhiệm vụ đã giao từ đó.',
  searchHint: 'Người chỉ đạo, nội dung, số văn bản',
  none: 'Chưa có chỉ đạo nào',
  noneHint:
    'Khi chỉ đạo được nêu tại cuộc họp, qua điện thoại hoặc ở văn bản ngoài hệ thống, nhiệm vụ được nhập bằng tay và hiện ở đây.',
  addByHand: 'Giao bằng tay',
  newTitle: 'Giao nhiệm vụ bằng tay',
  newAbout:
    'Dùng khi chỉ đạo được nêu miệng hoặc văn bản không có trong hệ thống. Ghi rõ căn cứ rồi nhập nhiệm vụ như khi rà soát.',
  basis: 'Căn cứ',
  form: 'Hình thức',
  forms: {
    meeting: 'Tại cuộc họp',
    phone: 'Qua điện thoại',
    inPerson: 'Trực tiếp',
    document: 'Văn bản ngoài hệ thống',
  },
  givenBy: 'Người chỉ đạo',
  givenByHint: 'Chức vụ, họ và tên',
  givenOn: 'Ngày chỉ đạo',
  about: 'Nội dung chỉ đạo',
  document: 'Văn bản',
  file: 'Tệp kèm theo',
  recorded: 'Người nhập',
  task: 'Nhiệm vụ',
  tasks: 'Nhiệm vụ đã giao',
  addTask: 'Thêm nhiệm vụ',
  record: 'Giao nhiệm vụ',
  assign: 'Giao nhiệm vụ',
  didRecord: 'Đã giao nhiệm vụ.',
} as const
export const amendActs = {
  callForReport: 'Yêu cầu báo cáo',
  amend: 'Đính chính nội dung',
}
export const amendActHints = {
  callForReport: 'Cơ quan chủ trì thấy yêu cầu này ở mục Việc của tôi cho tới khi gửi báo cáo.',
  amend:
    'Sửa chỗ nhập nhầm so với văn bản. Số liệu đã báo cáo của những ngày trước không đổi; từ nay tính theo nội dung đúng.',
}
export const amendActDo = { callForReport: 'Gửi yêu cầu', amend: 'Ghi đính chính' }
export const amendActDid = { callForReport: 'Đã yêu cầu báo cáo.', amend: 'Đã đính chính nội dung nhiệm vụ.' }
export const amendFields = { reportDueOn: 'Báo cáo trước hết ngày', words: 'Nội dung cần báo cáo' }
export const amendEvents = {
  amended: 'Đính chính nội dung nhiệm vụ',
  amendmentFilePurged: 'Gỡ tệp đính chính mang dấu mật',
  reportCalled: 'Yêu cầu báo cáo',
}
export const amendLogged = {
  title: 'Tên nhiệm vụ',
  product: 'Sản phẩm',
  parties: 'Đơn vị',
  deadlines: 'Thời hạn',
  targets: 'Chỉ tiêu',
  deadlineKind: 'Loại thời hạn',
  firstDueOn: 'Hạn ban đầu',
  amendmentId: 'Đính chính số',
  document: 'Văn bản làm căn cứ',
  endedRequests: 'Đề nghị không còn cần quyết định',
  reportDueOn: 'Báo cáo trước hết ngày',
  words: 'Nội dung cần báo cáo',
}
export const amendErrors = {
  task_nothing_amended: 'Chưa có nội dung nào khác với nội dung đang ghi. Hãy sửa chỗ cần đính chính.',
  task_basis_missing: 'Hãy ghi số và ngày của văn bản làm căn cứ, hoặc gửi kèm tệp văn bản.',
  task_basis_in_future: 'Ngày của văn bản làm căn cứ không được sau hôm nay.',
  task_amended_past_extension: 'Nhiệm vụ đã được gia hạn: hạn ban đầu phải có ngày và trước ngày đó.',
  task_report_called: 'Nhiệm vụ này vừa được yêu cầu báo cáo. Hãy tải lại.',
  order_not_found: 'Không tìm thấy chỉ đạo này.',
  order_not_ready: 'Nhiệm vụ còn chỗ phải sửa. Hãy xem từng chỗ được đánh dấu.',
  order_due_before_given: 'Thời hạn không được sớm hơn ngày chỉ đạo. Hãy sửa thời hạn hoặc ngày chỉ đạo.',
  order_lead_collective:
    'Một cách gọi chung nhiều cơ quan không thể là cơ quan chủ trì. Hãy nhập cho mỗi cơ quan một nhiệm vụ, hoặc chọn một cơ quan chịu trách nhiệm chính.',
  letter_being_signed: 'Công văn gửi cơ quan này đang chờ ký. Hãy chờ ký xong, hoặc rút lại rồi mới thêm nhiệm vụ.',
  letter_nothing_to_do: 'Cơ quan chủ trì chưa phải làm gì thêm với nhiệm vụ này.',
}
