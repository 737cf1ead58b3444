/** Texts of comments on a task. */
export const comments = {
  title: 'Trao đổi',
  write: 'Viết trao đổi; gõ @ để nhắc tên người',
  readBy: 'Mọi người được xem nhiệm vụ này đều đọc được. Trao đổi không thay cho báo cáo tiến độ.',
  forWhom: 'Ai đọc được',
  audience: { shared: 'Trao đổi chung', internal: 'Nội bộ bên theo dõi' },
  audienceAbout: {
    shared: 'Mọi người được xem nhiệm vụ đọc được.',
    internal: 'Cơ quan thực hiện không đọc được và không biết có trao đổi này.',
  },
  sendTo: { shared: 'Gửi trao đổi chung', internal: 'Gửi nội bộ' },
  send: 'Gửi',
  hint: 'Ctrl + Enter để gửi',
  none: 'Chưa có trao đổi. Hỏi, trả lời về nhiệm vụ ngay tại đây để người theo dõi và cơ quan thực hiện cùng thấy.',
  noneToRead: 'Chưa có trao đổi.',
  closed: 'Nhiệm vụ đã hủy nên không nhận thêm trao đổi.',
  unread: '{{count}} ý kiến mới',
  new: 'Mới',
  threadBy: 'Trao đổi của {{name}}',
  left: 'Xem {{count}} ý kiến ở giữa',
  reply: 'Trả lời',
  replyInternal: 'Trả lời nội bộ',
  correct: 'Sửa',
  correctUntil: 'Sửa được đến {{at}}',
  correctedAt: 'Đã sửa {{at}}',
  withdraw: 'Rút',
  withdrawTitle: 'Rút ý kiến này?',
  withdrawHint: 'Không ai đọc được nội dung nữa. Nhật ký ghi người rút và thời điểm.',
  didWithdraw: 'Đã rút ý kiến.',
  withdrawnAt: 'Ý kiến đã được người viết rút lúc {{at}}.',
  noPerson: 'Không tìm thấy ai được xem',
  found: '{{count}} người; dùng phím lên, xuống để chọn',
  named: 'Người được nhắc: {{name}}.',
} as const

export const commentEvents = {
  comment_added: 'Gửi trao đổi',
  comment_corrected: 'Sửa ý kiến trao đổi',
  comment_withdrawn: 'Rút ý kiến trao đổi',
  internalComment_added: 'Gửi trao đổi nội bộ',
  internalComment_corrected: 'Sửa ý kiến nội bộ',
  internalComment_withdrawn: 'Rút ý kiến nội bộ',
}
export const commentLogged = { threadId: 'Trao đổi số', commentId: 'Ý kiến số' }

export const commentErrors = {
  comment_empty: 'Hãy nhập nội dung trao đổi.',
  comment_too_long: 'Nội dung dài quá 4000 ký tự. Hãy rút gọn, hoặc gửi làm nhiều lần.',
  comment_mention_place: 'Chỗ nhắc tên không khớp với nội dung. Hãy chọn lại người từ danh sách sau dấu @.',
  comment_mention_cannot_read: 'Người được nhắc không được xem trao đổi này. Hãy bỏ tên rồi gửi lại.',
  comment_not_allowed: 'Vai trò của bạn chỉ đọc trao đổi. Người xử lý hoặc theo dõi nhiệm vụ mới gửi được.',
  comment_people_only: 'Chỉ người dùng gửi và đánh dấu trao đổi; phần mềm của cơ quan chỉ đọc.',
  comment_audience_not_allowed:
    'Trao đổi nội bộ chỉ dành cho bên giao và theo dõi nhiệm vụ. Hãy gửi vào trao đổi chung.',
  comment_task_cancelled: 'Nhiệm vụ đã hủy nên không nhận thêm trao đổi. Trao đổi cũ vẫn đọc được.',
  comment_thread_not_found: 'Không tìm thấy trao đổi này.',
  comment_not_found: 'Không tìm thấy ý kiến này.',
  comment_not_yours: 'Chỉ người viết mới sửa hoặc rút được ý kiến của mình.',
  comment_withdrawn: 'Ý kiến này đã được rút.',
  comment_thread_full: 'Trao đổi này đã quá dài. Hãy mở một trao đổi mới.',
  comment_too_late_to_correct: 'Đã hết thời gian được sửa. Hãy trả lời để nói lại cho đúng, hoặc rút ý kiến.',
}
