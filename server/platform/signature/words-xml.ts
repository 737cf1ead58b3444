/** Sentences of the findings and errors of XML, ASiC-E and signatures beside a file. `{…}` are params. */
export const WORDS_XML: Readonly<Record<string, { vi: string; en: string }>> = {
  'xml.document_changed': {
    vi: 'Tài liệu đã bị thay đổi sau khi ký (kể cả chỉ thêm bớt khoảng trắng hoặc xuống dòng).',
    en: 'The document was changed after it was signed, if only by a space or a line break.',
  },
  'xml.content_changed': {
    vi: 'Phần “{name}” đã bị thay đổi sau khi ký.',
    en: 'The part “{name}” was changed after it was signed.',
  },
  'xml.signature_wrong': {
    vi: 'Chữ ký không khớp với khóa của người ký: chữ ký hoặc danh sách nội dung được ký đã bị sửa.',
    en: 'The signature does not fit the signer’s key: it, or the list of what it covers, was changed.',
  },
  'xml.other_certificate': {
    vi: 'Chứng thư số đi kèm không phải là chứng thư mà người ký đã nêu khi ký.',
    en: 'The certificate that came along is not the one that the signer named when signing.',
  },
  'xml.certificate_not_named': {
    vi: 'Chữ ký không nêu chứng thư số của người ký trong phần được ký.',
    en: 'The signature does not name the signer’s certificate in what is signed.',
  },
  'xml.not_covered': {
    vi: 'Phần “{name}” không nằm trong nội dung được ký; không được coi là đã ký.',
    en: 'The part “{name}” is not covered by the signature and must not be taken as signed.',
  },
  'xml.id_twice': {
    vi: 'Hai phần của tài liệu cùng mang mã “{id}” mà chữ ký dẫn tới: có dấu hiệu tráo nội dung.',
    en: 'Two parts of the document bear the Id “{id}” that the signature names: a sign that content was swapped.',
  },
  'xml.reference_missing': {
    vi: 'Không tìm thấy phần “{name}” mà chữ ký dẫn tới nên chưa kiểm tra được.',
    en: 'The part “{name}” that the signature names is not there, so it cannot be verified.',
  },
  'xml.reference_unknown': {
    vi: 'Chữ ký không nói rõ nội dung nào được ký nên chưa kiểm tra được.',
    en: 'The signature does not say what it covers, so it cannot be verified.',
  },
  'xml.transform_unknown': {
    vi: 'Chữ ký biến đổi nội dung theo cách hệ thống không hỗ trợ nên chưa kiểm tra được: {algorithm}.',
    en: 'The signature transforms what it covers in a way that is not supported, so it cannot be verified: {algorithm}.',
  },
  'xml.canonical_unknown': {
    vi: 'Chữ ký dùng cách chuẩn hóa XML mà hệ thống không hỗ trợ nên chưa kiểm tra được: {algorithm}.',
    en: 'The signature uses a canonical form that is not supported, so it cannot be verified: {algorithm}.',
  },
  'xml.algorithm_unknown': {
    vi: 'Chữ ký dùng thuật toán mà hệ thống không hỗ trợ nên chưa kiểm tra được: {algorithm}.',
    en: 'The signature uses an algorithm that is not supported, so it cannot be verified: {algorithm}.',
  },
  'xml.hash_unknown': {
    vi: 'Nội dung được ký dùng hàm băm mà hệ thống không hỗ trợ hoặc thiếu giá trị băm: {algorithm}.',
    en: 'What is signed has a hash that is not supported, or none: {algorithm}.',
  },
  'xml.hash_weak': {
    vi: 'Nội dung được ký dùng hàm băm SHA-1 đã lỗi thời, có thể bị làm giả.',
    en: 'What is signed is hashed by SHA-1, which is out of date and can be forged.',
  },
  'xml.signature_namespace': {
    vi: 'Phần chữ ký đặt sai không gian tên (“{namespace}”) nên không công cụ nào kiểm tra được; không có nghĩa là chữ ký giả.',
    en: 'The signature stands in a wrong namespace (“{namespace}”), so no tool can verify it; that does not mean that it is false.',
  },
  'xml.signature_structure': {
    vi: 'Phần chữ ký sai cấu trúc nên chưa kiểm tra được: {what}.',
    en: 'The signature has the wrong structure, so it cannot be verified: {what}.',
  },
  'xml.bare': {
    vi: 'Chữ ký XML cơ bản: không ghi thời điểm ký trong phần được ký.',
    en: 'A bare XML signature: it does not say when it was made.',
  },
  'xml.properties_unsigned': {
    vi: 'Thời điểm ký và các thuộc tính khác không nằm trong nội dung được ký nên không được tính đến.',
    en: 'The time of signing and the other properties are not signed, so they do not count.',
  },
  'xml.file_absent': {
    vi: 'Không có tệp “{name}” mà chữ ký dẫn tới nên chưa kiểm tra được.',
    en: 'The file “{name}” that the signature names is not there, so it cannot be verified.',
  },
  'xml.file_unreadable': {
    vi: 'Tệp “{name}” được ký dưới dạng XML nhưng không đọc được.',
    en: 'The file “{name}” is signed as XML but cannot be read as such.',
  },
  'xml.unreadable_size': { vi: 'Tệp XML quá lớn.', en: 'The XML file is too large.' },
  'xml.unreadable_encoding': {
    vi: 'Tệp XML không phải UTF-8 hoặc UTF-16, hoặc ghi sai bảng mã. Hãy lưu lại theo UTF-8.',
    en: 'The XML file is neither UTF-8 nor UTF-16, or declares another encoding. Save it as UTF-8.',
  },
  'xml.unreadable_doctype': {
    vi: 'Tệp XML có khai báo DOCTYPE nên bị từ chối vì lý do an toàn. Hãy đề nghị nơi gửi bỏ khai báo này.',
    en: 'The XML file has a DOCTYPE and is refused for safety. Ask the sender to leave it out.',
  },
  'xml.unreadable_entity': {
    vi: 'Tệp XML dùng một thực thể không có trong chuẩn (chỉ chấp nhận &amp; &lt; &gt; &quot; &apos;).',
    en: 'The XML file uses an entity other than the five of the language.',
  },
  'xml.unreadable_prefix': {
    vi: 'Tệp XML dùng một tiền tố không được khai báo.',
    en: 'The XML file uses a prefix that is not declared.',
  },
  'xml.unreadable_character': {
    vi: 'Tệp XML có ký tự mà chuẩn XML không cho phép.',
    en: 'The XML file holds a character that XML forbids.',
  },
  'xml.unreadable_malformed': {
    vi: 'Tệp không phải XML đúng chuẩn. Hãy đề nghị nơi gửi gửi lại.',
    en: 'The file is no well-formed XML. Ask the sender to send it again.',
  },
  'xml.unreadable_depth': { vi: 'Tệp XML lồng nhau quá sâu.', en: 'The XML file is nested too deep.' },
  'xml.unreadable_count': {
    vi: 'Tệp XML có quá nhiều phần tử, thuộc tính hoặc chữ ký.',
    en: 'The XML file has too many elements, attributes or signatures.',
  },
  'xml.not_signable_encoding': {
    vi: 'Chỉ ký được tệp XML theo UTF-8. Hãy lưu lại theo UTF-8 rồi ký.',
    en: 'Only XML in UTF-8 is signed. Save it as UTF-8 and sign again.',
  },
  'xml.not_signable_breaks_signature': {
    vi: 'Đã có chữ ký bao trùm vị trí này; thêm vào sẽ làm chữ ký đó mất giá trị. Hãy ký theo mã của từng phần.',
    en: 'Another signature covers this place and would no longer be valid. Sign a part by its Id instead.',
  },
  'xml.not_signable_id': {
    vi: 'Mã của phần cần ký không có hoặc không phải duy nhất trong tài liệu.',
    en: 'The Id of the part to be signed is not there, or not the only one.',
  },
  'xml.not_signable_no_signature': {
    vi: 'Không tìm thấy đúng một chữ ký để bổ sung. Hãy nêu mã của chữ ký.',
    en: 'There is not exactly one signature to add to. Name its Id.',
  },
  'xml.not_signable_level': {
    vi: 'Không nâng mức được: chữ ký không có thuộc tính XAdES, hoặc nội dung đã ký bị đổi hay thiếu.',
    en: 'The signature cannot be raised: it has no properties of XAdES, or what it covers was changed or is missing.',
  },
  'xml.not_signable_name': { vi: 'Tên tệp không dùng được để ký.', en: 'The name of the file cannot be signed.' },
  'asic.mime_type': {
    vi: 'Gói ký số không ghi đúng loại tệp ở đầu gói: “{found}”.',
    en: 'The container does not state its kind at its start: “{found}”.',
  },
  'asic.other_signature': {
    vi: 'Trong gói có chữ ký “{name}” thuộc loại hệ thống chưa kiểm tra được.',
    en: 'The container holds the signature “{name}” of a kind that is not verified here.',
  },
  'asic.no_signature': { vi: 'Gói không có chữ ký nào.', en: 'The container holds no signature.' },
  'asic.not_covered': {
    vi: 'Chữ ký này không bao gồm tệp “{name}”.',
    en: 'This signature does not cover the file “{name}”.',
  },
  'asic.not_signed': {
    vi: 'Tệp “{name}” nằm trong gói nhưng không có chữ ký hợp lệ nào bao gồm; không được coi là đã ký.',
    en: 'The file “{name}” lies in the container, but no good signature covers it; it must not be taken as signed.',
  },
  'asic.unreadable_damaged': {
    vi: 'Gói bị hỏng hoặc tải về chưa trọn vẹn. Hãy xin lại từ nơi gửi.',
    en: 'The container is damaged or incomplete. Ask the sender for it again.',
  },
  'asic.unreadable_bomb': {
    vi: 'Gói nén bất thường: mở ra phình to quá mức cho phép (dấu hiệu tệp phá hoại).',
    en: 'The container grows beyond all measure when it is opened, as harmful files do.',
  },
  'asic.unreadable_encrypted': {
    vi: 'Gói có mật khẩu nên không đọc được. Hãy xin gói không có mật khẩu.',
    en: 'The container has a password. Ask for it without one.',
  },
  'asic.unreadable_name': {
    vi: 'Gói có tệp mang tên không hợp lệ (dẫn ra ngoài gói, hoặc có ký tự lạ).',
    en: 'A file in the container has a name that leads out of it, or holds strange characters.',
  },
  'asic.unreadable_name_twice': {
    vi: 'Gói có hai tệp trùng tên: không rõ tệp nào được ký.',
    en: 'Two files in the container have the same name, so it is not clear which one is signed.',
  },
  'asic.unreadable_headers': {
    vi: 'Mục lục của gói không khớp với nội dung: có dấu hiệu che giấu tệp.',
    en: 'The directory of the container does not fit its content: a sign that files are hidden.',
  },
  'asic.unreadable_count': {
    vi: 'Gói có quá nhiều tệp hoặc chữ ký.',
    en: 'The container has too many files or signatures.',
  },
  'beside.not_signed': {
    vi: 'Tệp “{name}” không có chữ ký đi kèm.',
    en: 'The file “{name}” has no signature beside it.',
  },
  'beside.no_file': {
    vi: 'Chữ ký “{name}” không có tệp tương ứng bên cạnh.',
    en: 'The signature “{name}” has no file beside it.',
  },
}
