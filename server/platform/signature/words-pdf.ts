/** Sentences of the findings, changes and errors of PDF. `{…}` are params. */
export const WORDS_PDF: Readonly<Record<string, { vi: string; en: string }>> = {
  // The file is not read, not signed, or not finished.
  'pdf.not_pdf': { vi: 'Tệp không phải là PDF.', en: 'The file is not a PDF.' },
  'pdf.damaged': {
    vi: 'Tệp PDF bị hỏng hoặc không đúng chuẩn. Hãy xuất lại tệp PDF từ phần mềm soạn thảo.',
    en: 'The PDF is damaged or breaks the standard. Export it again from the application it was written in.',
  },
  'pdf.too_much': {
    vi: 'Tệp PDF quá lớn hoặc quá phức tạp để kiểm tra an toàn.',
    en: 'The PDF is too large or too intricate to be checked safely.',
  },
  'pdf.encrypted': {
    vi: 'Tệp PDF được mã hóa. Hãy gỡ mật khẩu rồi tải lên lại.',
    en: 'The PDF is encrypted. Remove its password and upload it again.',
  },
  'pdf.certified_closed': {
    vi: 'Tài liệu đã được chứng thực và khóa, không cho phép ký thêm. Hãy ký trên bản chưa khóa.',
    en: 'The document was certified and closed; no signature may be added. Sign a copy that is not closed.',
  },
  'pdf.fields_locked': {
    vi: 'Chữ ký trước đã khóa mọi trường của tài liệu, không thể ký thêm. Hãy ký trên bản chưa khóa.',
    en: 'An earlier signature locked all fields of the document; no signature may be added. Sign a copy that is not locked.',
  },
  'pdf.no_such_page': {
    vi: 'Tài liệu không có trang {page} để đặt chữ ký.',
    en: 'The document has no page {page} to put the mark on.',
  },
  'pdf.place_outside': {
    vi: 'Vị trí đặt chữ ký nằm ngoài trang {page}. Hãy chọn lại vị trí.',
    en: 'The place of the mark lies outside page {page}. Choose another place.',
  },
  'pdf.no_signature_block': {
    vi: 'Không tìm thấy họ tên “{name}” trên một dòng riêng để đặt chữ ký. Hãy chọn vị trí bằng tay.',
    en: 'The name “{name}” is on no line of its own, where the mark would go. Choose the place by hand.',
  },
  'pdf.picture_unreadable': {
    vi: 'Không đọc được hình ảnh chữ ký hoặc con dấu. Hãy dùng tệp .png nền trong suốt, không quá 8 MB.',
    en: 'The picture of the signature or seal cannot be read. Use a PNG with a transparent ground, up to 8 MB.',
  },
  'pdf.letter_unknown': {
    vi: 'Phông chữ không có ký tự “{letter}” để in lên chữ ký.',
    en: 'The face has no letter “{letter}” to print in the mark.',
  },
  'pdf.hole_too_small': {
    vi: 'Chữ ký dài {bytes} byte, vượt chỗ đã dành ({room} byte). Hãy chuẩn bị lại với chỗ lớn hơn.',
    en: 'The signature has {bytes} bytes and its room only {room}. Prepare it again with more room.',
  },

  // How a signature lies in the file.
  'pdf.contents_missing': { vi: 'Chữ ký không có nội dung.', en: 'The signature has no contents.' },
  'pdf.range_missing': {
    vi: 'Chữ ký không ghi phạm vi được ký.',
    en: 'The signature does not say which bytes it covers.',
  },
  'pdf.range_wrong': {
    vi: 'Phạm vi được ký bỏ ngoài nội dung khác của tệp, hoặc tệp đã bị ghi lại sau khi ký.',
    en: 'The signed range leaves other bytes of the file out, or the file was rewritten after it was signed.',
  },
  'pdf.ambiguous': {
    vi: 'Chữ ký có mục ghi hai lần nên mỗi phần mềm có thể hiểu khác nhau.',
    en: 'An entry is twice in the signature, and readers may take either.',
  },
  'pdf.wrapped': {
    vi: 'Chữ ký bị lấy từ chỗ khác gắn vào: bản được ký không chứa chữ ký này.',
    en: 'The signature was moved here: what it covers does not hold this signature.',
  },
  'pdf.revision_unreadable': {
    vi: 'Phần được ký không phải là một tệp PDF trọn vẹn.',
    en: 'What the signature covers is not a whole PDF.',
  },
  'pdf.update_damaged': {
    vi: 'Phần ghi thêm sau chữ ký bị hỏng nên không đọc được.',
    en: 'What was written after the signature is damaged and cannot be read.',
  },
  'pdf.hole_filled': {
    vi: 'Sau chữ ký còn dữ liệu lạ trong chỗ dành cho chữ ký.',
    en: 'Other bytes follow the signature in the room kept for it.',
  },
  'pdf.form_unknown': {
    vi: 'Chữ ký theo định dạng “{form}” chưa kiểm tra được.',
    en: 'Signatures of the form “{form}” cannot be verified here.',
  },
  'pdf.signature_removed': {
    vi: 'Chữ ký đã bị gỡ khỏi tài liệu sau khi ký. {field}',
    en: 'The signature was taken out of the document later. {field}',
  },

  // What was written after a signature.
  'pdf.signed_again': { vi: 'Sau đó có thêm chữ ký của {name}.', en: '{name} signed later.' },
  'pdf.signed_though_closed': {
    vi: 'Người ký đã khóa tài liệu nhưng sau đó vẫn có thêm chữ ký của {name}.',
    en: 'The signer closed the document, yet {name} signed later.',
  },
  'pdf.time_stamped': { vi: 'Sau đó có thêm dấu thời gian lưu trữ.', en: 'A time stamp was added later.' },
  'pdf.evidence_added': {
    vi: 'Sau đó có thêm dữ liệu để kiểm tra chữ ký lâu dài.',
    en: 'What is needed to check the signature later was added.',
  },
  'pdf.metadata_changed': {
    vi: 'Chỉ thông tin mô tả của tệp thay đổi sau khi ký.',
    en: 'Information about the file changed after the signature.',
  },
  'pdf.view_changed': {
    vi: 'Cách mở và mục lục của tệp thay đổi sau khi ký.',
    en: 'How the file opens, or its outline, changed after the signature.',
  },
  'pdf.comment_written': {
    vi: 'Sau khi ký có thêm hoặc sửa ghi chú, liên kết ở trang {pages}.',
    en: 'Comments or links were written on pages {pages} after the signature.',
  },
  'pdf.mark_large': {
    vi: 'Hình của chữ ký sau ({name}) chiếm phần lớn khác thường của trang {page}.',
    en: 'The mark of the later signature ({name}) takes an unusual part of page {page}.',
  },
  'pdf.mark_over_text': {
    vi: 'Hình của chữ ký sau ({name}) nằm đè lên chữ ở trang {page}: “{words}”.',
    en: 'The mark of the later signature ({name}) lies over text of page {page}: “{words}”.',
  },
  'pdf.mark_of_invalid': {
    vi: 'Sau đó có thêm một chữ ký hoặc dấu thời gian ({name}) không chứng minh được là của ai.',
    en: 'A later signature or time stamp ({name}) was added that no known signer made.',
  },
  'pdf.page_changed': {
    vi: 'Nội dung trang {pages} bị thay đổi sau khi ký.',
    en: 'Pages {pages} were changed after the signature.',
  },
  'pdf.page_added': {
    vi: 'Trang {pages} được thêm vào sau khi ký.',
    en: 'Pages {pages} were added after the signature.',
  },
  'pdf.page_removed': {
    vi: 'Trang {pages} của bản đã ký bị bỏ đi sau khi ký.',
    en: 'Pages {pages} of what was signed were removed after the signature.',
  },
  'pdf.pages_reordered': {
    vi: 'Thứ tự trang bị đổi sau khi ký (trang {pages}).',
    en: 'The order of pages was changed after the signature (pages {pages}).',
  },
  'pdf.page_tree_changed': {
    vi: 'Danh mục trang được ghi lại sau khi ký; các trang không đổi.',
    en: 'The list of pages was written again after the signature; the pages are the same.',
  },
  'pdf.font_changed': {
    vi: 'Phông chữ của trang {pages} bị thay sau khi ký, chữ có thể hiện khác đi.',
    en: 'The fonts of pages {pages} were replaced after the signature; the words may look different.',
  },
  'pdf.resources_changed': {
    vi: 'Hình ảnh, phông chữ hoặc thành phần của trang {pages} bị thay sau khi ký.',
    en: 'Pictures, fonts or other parts of pages {pages} were replaced after the signature.',
  },
  'pdf.annotation_added': {
    vi: 'Có nội dung vẽ thêm lên trang {pages} sau khi ký.',
    en: 'Something was drawn over pages {pages} after the signature.',
  },
  'pdf.annotation_changed': {
    vi: 'Nội dung vẽ trên trang {pages} bị sửa sau khi ký.',
    en: 'What is drawn over pages {pages} was changed after the signature.',
  },
  'pdf.annotation_removed': {
    vi: 'Nội dung vẽ trên trang {pages} bị gỡ sau khi ký.',
    en: 'What is drawn over pages {pages} was taken away after the signature.',
  },
  'pdf.form_filled': {
    vi: 'Trường “{field}” của biểu mẫu bị điền hoặc sửa sau khi ký.',
    en: 'The field “{field}” was filled in or changed after the signature.',
  },
  'pdf.form_changed': {
    vi: 'Biểu mẫu của tài liệu bị sửa sau khi ký.',
    en: 'The form of the document was changed after the signature.',
  },
  'pdf.field_added': {
    vi: 'Trường “{field}” được thêm vào sau khi ký.',
    en: 'The field “{field}” was added after the signature.',
  },
  'pdf.field_removed': {
    vi: 'Trường “{field}” bị bỏ đi sau khi ký.',
    en: 'The field “{field}” was removed after the signature.',
  },
  'pdf.signature_field_changed': {
    vi: 'Hình hoặc vị trí của chữ ký “{field}” bị sửa sau khi ký.',
    en: 'The look or the place of the signature “{field}” was changed after it was made.',
  },
  'pdf.action_added': {
    vi: 'Sau khi ký có thêm lệnh tự chạy khi mở tài liệu.',
    en: 'An action that runs automatically was added after the signature.',
  },
  'pdf.file_attached': {
    vi: 'Tệp đính kèm bên trong PDF bị thêm hoặc sửa sau khi ký.',
    en: 'Files inside the PDF were added or changed after the signature.',
  },
  'pdf.layers_changed': {
    vi: 'Lớp hiển thị của tài liệu bị sửa sau khi ký, nội dung có thể bị ẩn đi.',
    en: 'The layers of the document were changed after the signature; content may be hidden.',
  },
  'pdf.catalog_changed': {
    vi: 'Mục “{key}” của tài liệu bị sửa sau khi ký.',
    en: 'The entry “{key}” of the document was changed after the signature.',
  },
  'pdf.object_changed': {
    vi: 'Thành phần số {object} của tệp bị sửa sau khi ký.',
    en: 'Object {object} of the file was changed after the signature.',
  },
  'pdf.bytes_unread': {
    vi: 'Sau phần được ký có dữ liệu không thuộc thành phần nào của tệp.',
    en: 'What follows the signed bytes belongs to no part of the file.',
  },
}
