/** Texts of official documents on their way to the signature: letters, reports. */
export const signing = {
  state: { draft: 'Dự thảo', submitted: 'Đã trình ký', issued: 'Đã phát hành', dropped: 'Đã bỏ' },
  act: {
    edit: 'Sửa dự thảo',
    submit: 'Trình ký',
    withdraw: 'Rút lại',
    sendBack: 'Trả lại, không ký',
    sign: 'Ký phát hành',
    drop: 'Bỏ dự thảo',
  },
  did: {
    edit: 'Đã lưu dự thảo.',
    submit: 'Đã trình ký.',
    withdraw: 'Đã rút lại.',
    sendBack: 'Đã trả lại.',
    sign: 'Đã ký, phát hành.',
    drop: 'Đã bỏ dự thảo.',
  },
  sentBack: 'Lãnh đạo trả lại: {{reason}}',
  reason: 'Lý do',
  createdBy: 'Người lập',
  submittedBy: 'Người trình',
  signatory: 'Trình ký',
  anySignatory: 'Lãnh đạo có thẩm quyền',
  signedBy: 'Người ký',
  onBehalf: 'thay mặt {{name}}',
  byAt: '{{by}}, {{at}}',
} as const

export const signingErrors = {
  signature_by_people: 'Văn bản do người có thẩm quyền ký; hệ thống kết nối không ký thay được.',
  signature_no_such_signatory: 'Người này không có thẩm quyền ký loại văn bản này. Hãy chọn người khác.',
} as const
