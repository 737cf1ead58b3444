/** Sentences of the findings and errors of DER, certificates, chains, revocation, time stamps and CMS. `{…}` are params. */
export const WORDS_CORE: Readonly<Record<string, { vi: string; en: string }>> = {
  'der.shape': {
    vi: 'Dữ liệu chữ ký sai cấu trúc: {detail}.',
    en: 'The signature’s data have the wrong structure: {detail}.',
  },
  'der.trailing': { vi: 'Có dữ liệu thừa sau chữ ký: {detail}.', en: 'Something follows the signature: {detail}.' },
  'der.truncated': { vi: 'Dữ liệu chữ ký bị cắt ngang: {detail}.', en: 'The signature’s data break off: {detail}.' },
  'der.tag': {
    vi: 'Dữ liệu chữ ký có nhãn không hợp lệ: {detail}.',
    en: 'The signature’s data have a bad tag: {detail}.',
  },
  'der.length': {
    vi: 'Dữ liệu chữ ký ghi độ dài không hợp lệ: {detail}.',
    en: 'The signature’s data state a bad length: {detail}.',
  },
  'der.too_many': {
    vi: 'Dữ liệu chữ ký quá lớn để đọc: {detail}.',
    en: 'The signature’s data are too large to read: {detail}.',
  },
  'der.too_deep': {
    vi: 'Dữ liệu chữ ký lồng nhau quá sâu: {detail}.',
    en: 'The signature’s data are nested too deep: {detail}.',
  },
  'der.text': {
    vi: 'Chữ trong dữ liệu chữ ký sai bảng mã: {detail}.',
    en: 'A text is not in its own encoding: {detail}.',
  },
  'der.time': { vi: 'Thời điểm trong dữ liệu chữ ký không hợp lệ: {detail}.', en: 'A time is not one: {detail}.' },
  'der.oid': {
    vi: 'Mã định danh trong dữ liệu chữ ký không hợp lệ: {detail}.',
    en: 'An identifier is not one: {detail}.',
  },
  'algorithm.unknown': {
    vi: 'Chữ ký dùng thuật toán mà hệ thống chưa hỗ trợ: {detail}.',
    en: 'The signature uses an algorithm that is not supported: {detail}.',
  },
  'certificate.unreadable': {
    vi: 'Không đọc được chứng thư số: {detail}.',
    en: 'A certificate cannot be read: {detail}.',
  },
  'certificate.not_for_signing': {
    vi: 'Chứng thư số không được cấp để ký tài liệu (ví dụ chứng thư máy chủ).',
    en: 'The certificate was not issued for signing documents (a server’s, for example).',
  },
  'certificate.purpose_unknown': {
    vi: 'Không rõ chứng thư số có được dùng để ký tài liệu hay không: {purposes}.',
    en: 'It is not known whether the certificate may sign documents: {purposes}.',
  },
  'certificate.not_yet_valid': {
    vi: 'Ký khi chứng thư số chưa có hiệu lực; chứng thư có hiệu lực từ {from}.',
    en: 'Signed before the certificate was valid, which was from {from}.',
  },
  'certificate.ended_before': {
    vi: 'Ký sau khi chứng thư số đã hết hạn vào {until}.',
    en: 'Signed after the certificate had ended at {until}.',
  },
  'certificate.ended_unproven': {
    vi: 'Chứng thư số đã hết hạn vào {until} và không có dấu thời gian chứng minh việc ký diễn ra trước đó.',
    en: 'The certificate ended at {until}, and no time stamp proves that it was signed before.',
  },
  'certificate.ended_since': {
    vi: 'Chứng thư số còn hiệu lực khi ký, sau đó đã hết hạn vào {until}.',
    en: 'The certificate was valid when it was signed, and has since ended, at {until}.',
  },
  'chain.no_anchor': {
    vi: 'Chứng thư số không dẫn đến tổ chức chứng thực nào trong danh sách tin cậy; thiếu: {issuer}.',
    en: 'The certificate does not lead to an authority of the trusted list; missing: {issuer}.',
  },
  'chain.forged': {
    vi: 'Chứng thư số không do khóa của tổ chức ghi trên đó ký: chứng thư bị sửa hoặc giả mạo.',
    en: 'The certificate was not signed by the key of the authority it names: it was changed or forged.',
  },
  'chain.unknown_critical': {
    vi: 'Chứng thư {name} có điều kiện bắt buộc mà hệ thống chưa hiểu: {identifier}.',
    en: 'The certificate of {name} has a binding condition that is not understood: {identifier}.',
  },
  'chain.weak_key': {
    vi: 'Khóa trong chứng thư {name} quá ngắn hoặc thuộc loại chưa hỗ trợ.',
    en: 'The key in the certificate of {name} is too short, or of a kind that is not supported.',
  },
  'chain.weak_hash': {
    vi: 'Chứng thư {name} được ký bằng hàm băm yếu: {hash}.',
    en: 'The certificate of {name} was signed with a weak hash: {hash}.',
  },
  'chain.no_authority': {
    vi: 'Chứng thư {name} không phải của tổ chức chứng thực nhưng lại được dùng để cấp chứng thư khác.',
    en: 'The certificate of {name} is no authority’s, but was used to issue another.',
  },
  'chain.may_not_issue': {
    vi: 'Chứng thư {name} không được phép dùng để cấp chứng thư khác.',
    en: 'The certificate of {name} may not be used to issue others.',
  },
  'chain.too_long': {
    vi: 'Chứng thư {name} chỉ cho phép ít cấp chứng thực bên dưới hơn.',
    en: 'The certificate of {name} allows fewer authorities below it.',
  },
  'chain.authority_not_valid': {
    vi: 'Chứng thư của tổ chức {name} không có hiệu lực vào thời điểm xét (hiệu lực từ {from} đến {until}).',
    en: 'The certificate of the authority {name} was not valid at the time (valid from {from} to {until}).',
  },
  'revocation.revoked_before': {
    vi: 'Chứng thư {name} đã bị thu hồi vào {at}, trước thời điểm ký ({reason}).',
    en: 'The certificate of {name} had been revoked at {at}, before the signature ({reason}).',
  },
  'revocation.revoked_after': {
    vi: 'Chứng thư {name} bị thu hồi vào {at}, sau thời điểm ký đã được chứng minh ({reason}).',
    en: 'The certificate of {name} was revoked at {at}, after the proven time of signing ({reason}).',
  },
  'revocation.revoked_claimed_before': {
    vi: 'Chứng thư {name} bị thu hồi vào {at} ({reason}). Người ký khai thời điểm ký trước đó nhưng không có dấu thời gian chứng minh.',
    en: 'The certificate of {name} was revoked at {at} ({reason}). The signer claims an earlier time, which no time stamp proves.',
  },
  'revocation.key_lost_before': {
    vi: 'Chứng thư {name} bị thu hồi vào {at} vì khóa có thể đã bị lộ từ {from}, trước thời điểm ký.',
    en: 'The certificate of {name} was revoked at {at}, because its key may have been lost since {from}, before the signature.',
  },
  'revocation.on_hold': {
    vi: 'Chứng thư {name} bị tạm dừng từ {at}.',
    en: 'The certificate of {name} has been on hold since {at}.',
  },
  'revocation.stale': {
    vi: 'Thông tin thu hồi của chứng thư {name} chỉ có giá trị đến {until}; cần lấy thông tin mới hơn.',
    en: 'What is known about the revocation of the certificate of {name} counted until {until}; newer information is needed.',
  },
  'revocation.unknown': {
    vi: 'Tổ chức chứng thực trả lời rằng không biết chứng thư {name}.',
    en: 'The authority answers that it does not know the certificate of {name}.',
  },
  'revocation.none': {
    vi: 'Chưa có thông tin chứng thư {name} có bị thu hồi hay không; cần lấy từ {urls}.',
    en: 'Nothing is known about the revocation of the certificate of {name}; it can be fetched from {urls}.',
  },
  'revocation.none_offered': {
    vi: 'Chưa có thông tin chứng thư {name} có bị thu hồi hay không, và chứng thư không ghi nơi tra cứu.',
    en: 'Nothing is known about the revocation of the certificate of {name}, and it names no place to ask.',
  },
  'revocation.not_entitled': {
    vi: 'Có trả lời về việc thu hồi chứng thư {name} nhưng người ký trả lời không có thẩm quyền.',
    en: 'There is an answer about the revocation of the certificate of {name}, by someone who is not entitled to give it.',
  },
  'ocsp.unreadable': { vi: 'Không đọc được trả lời OCSP: {detail}.', en: 'An OCSP answer cannot be read: {detail}.' },
  'ocsp.refused': { vi: 'Máy chủ OCSP từ chối trả lời: {detail}.', en: 'The OCSP responder refused: {detail}.' },
  'ocsp.other': {
    vi: 'Trả lời OCSP là về chứng thư khác: {detail}.',
    en: 'The OCSP answer is about another certificate: {detail}.',
  },
  'ocsp.nonce': {
    vi: 'Trả lời OCSP không khớp câu hỏi: {detail}.',
    en: 'The OCSP answer is to another question: {detail}.',
  },
  'crl.unreadable': {
    vi: 'Không đọc được danh sách chứng thư bị thu hồi: {detail}.',
    en: 'A list of revoked certificates cannot be read: {detail}.',
  },
  'time_stamp.unreadable': {
    vi: 'Không đọc được dấu thời gian: {detail}.',
    en: 'The time stamp cannot be read: {detail}.',
  },
  'time_stamp.refused': {
    vi: 'Tổ chức cấp dấu thời gian từ chối: {detail}.',
    en: 'The time-stamp authority refused: {detail}.',
  },
  'time_stamp.other': {
    vi: 'Dấu thời gian không phải của chữ ký này: {detail}.',
    en: 'The time stamp is not of this signature: {detail}.',
  },
  'time_stamp.other_imprint': {
    vi: 'Dấu thời gian được cấp cho dữ liệu khác.',
    en: 'The time stamp was given for other data.',
  },
  'time_stamp.in_future': {
    vi: 'Dấu thời gian ghi thời điểm chưa đến: {at}.',
    en: 'The time stamp names a time that has not come: {at}.',
  },
  'time_stamp.no_certificate': {
    vi: 'Thiếu chứng thư số của tổ chức cấp dấu thời gian.',
    en: 'The certificate of the time-stamp authority is missing.',
  },
  'time_stamp.certificate_not_named': {
    vi: 'Dấu thời gian không ghi rõ chứng thư số đã ký nó.',
    en: 'The time stamp does not name the certificate it was signed with.',
  },
  'time_stamp.not_for_stamping': {
    vi: 'Chứng thư số ký dấu thời gian không được cấp riêng cho việc này.',
    en: 'The certificate that signed the time stamp was not issued for that, and that alone.',
  },
  'time_stamp.outside_validity': {
    vi: 'Dấu thời gian nằm ngoài thời hạn của chứng thư số đã ký nó.',
    en: 'The time stamp is outside the validity of the certificate it was signed with.',
  },
  'time_stamp.authority_ended': {
    vi: 'Chứng thư số của tổ chức cấp dấu thời gian đã hết hạn vào {at}; cần bổ sung dấu thời gian lưu trữ.',
    en: 'The certificate of the time-stamp authority ended at {at}; an archive time stamp is due.',
  },
  'time_stamp.authority_revoked': {
    vi: 'Chứng thư số của tổ chức cấp dấu thời gian bị thu hồi vào {at}; dấu thời gian không còn đủ tin cậy.',
    en: 'The certificate of the time-stamp authority was revoked at {at}; the time stamp can no longer be relied on.',
  },
  'time_stamp.invalid': {
    vi: 'Dấu thời gian không hợp lệ nên thời điểm ký không được chứng minh.',
    en: 'The time stamp is invalid, so the time of signing is not proven.',
  },
  'time_stamp.unverifiable': {
    vi: 'Chưa kiểm tra được dấu thời gian nên thời điểm ký chưa được chứng minh.',
    en: 'The time stamp cannot be verified, so the time of signing is not proven.',
  },
  'cms.unreadable': { vi: 'Không đọc được chữ ký: {detail}.', en: 'The signature cannot be read: {detail}.' },
  'cms.too_many': { vi: 'Chữ ký chứa quá nhiều phần: {detail}.', en: 'The signature has too many parts: {detail}.' },
  'cms.no_signer': { vi: 'Tệp chữ ký không có người ký nào.', en: 'The signature file has no signer.' },
  'cms.several_signers': {
    vi: 'Có {count} người cùng ký; kết luận chung theo chữ ký kém nhất.',
    en: '{count} have signed together; the verdict is that of the worst of them.',
  },
  'cms.no_certificate': { vi: 'Thiếu chứng thư số của người ký.', en: 'The signer’s certificate is missing.' },
  'cms.key_unknown': {
    vi: 'Khóa của người ký thuộc loại mà hệ thống chưa hỗ trợ.',
    en: 'The signer’s key is of a kind that is not supported.',
  },
  'cms.content_changed': {
    vi: 'Nội dung đã bị thay đổi sau khi ký.',
    en: 'The content was changed after it was signed.',
  },
  'cms.signature_wrong': {
    vi: 'Chữ ký không do khóa của chứng thư này tạo ra, hoặc phần được ký đã bị sửa.',
    en: 'The signature was not made by the key of this certificate, or what it is of was changed.',
  },
  'cms.no_message_digest': {
    vi: 'Chữ ký không ghi giá trị băm của nội dung.',
    en: 'The signature has no hash of the content.',
  },
  'cms.content_type': { vi: 'Chữ ký ghi sai loại nội dung.', en: 'The signature names another type of content.' },
  'cms.no_signed_attributes': {
    vi: 'Chữ ký dạng cũ, không có thuộc tính được ký; hệ thống không kiểm tra được với loại khóa này.',
    en: 'A signature of an old form, without signed attributes, which cannot be checked for this kind of key.',
  },
  'cms.no_signing_certificate': {
    vi: 'Chữ ký không ghi rõ chứng thư số đã dùng để ký.',
    en: 'The signature does not name the certificate it was made with.',
  },
  'cms.signing_certificate_sha1': {
    vi: 'Chứng thư số đã dùng để ký được ghi bằng hàm băm cũ (SHA-1).',
    en: 'The certificate it was made with is named by an old hash (SHA-1).',
  },
  'cms.other_certificate': {
    vi: 'Chứng thư số kèm theo không phải là chứng thư đã dùng khi ký: đã bị tráo.',
    en: 'The certificate beside it is not the one it was made with: it was exchanged.',
  },
  'cms.hashes_differ': {
    vi: 'Chữ ký ghi hai hàm băm khác nhau: {one} và {other}.',
    en: 'The signature names two different hashes: {one} and {other}.',
  },
  'cms.algorithm_changed': {
    vi: 'Hàm băm ghi bên ngoài khác với hàm băm đã được ký.',
    en: 'The hash that is named outside is not the one that was signed.',
  },
  'cms.weak_hash': {
    vi: 'Chữ ký dùng hàm băm yếu ({hash}), có thể bị giả mạo.',
    en: 'The signature uses a weak hash ({hash}), which can be forged.',
  },
  'cms.attributes_unordered': {
    vi: 'Phần được ký không sắp theo thứ tự chuẩn, nhưng chữ ký vẫn đúng.',
    en: 'What was signed is not in the order of the standard, but the signature is right.',
  },
  'cms.claimed_after_proven': {
    vi: 'Thời điểm ký do người ký khai ({claimedAt}) muộn hơn dấu thời gian ({provenAt}).',
    en: 'The time that the signer claims ({claimedAt}) is later than the time stamp ({provenAt}).',
  },
}
