/** Sentences about a file as a whole, and the files that lie in it. `{…}` are params. */
export const WORDS_FILE: Readonly<Record<string, { vi: string; en: string }>> = {
  'file.signature_alone': {
    vi: 'Đây là tệp chữ ký, nhưng thiếu tệp mà nó ký nên chưa kiểm tra được nội dung. Hãy bổ sung tệp cùng tên bên cạnh.',
    en: 'This is a signature without the file it is of, so the content cannot be verified. Add the file of the same name beside it.',
  },
  'file.office_signature': {
    vi: 'Tệp có chữ ký riêng của phần mềm văn phòng, loại này chưa kiểm tra được ở đây. Hãy đề nghị nơi gửi ký tệp PDF, hoặc gửi kèm chữ ký .p7s.',
    en: 'The file holds signatures of an office suite’s own kind, which cannot be verified here. Ask the sender for a signed PDF, or a .p7s beside it.',
  },
  'file.nested': {
    vi: 'Tệp “{name}” lồng trong nhiều lớp gói nên bên trong chưa được kiểm tra.',
    en: 'The file “{name}” is wrapped several times over, and what is inside was not verified.',
  },
  'file.inside': {
    vi: 'Tệp “{within}” bên trong: {words}',
    en: 'Of the file “{within}” inside: {words}',
  },
  'file.many_inside': {
    vi: 'Gói có {count} tệp; chỉ {most} tệp đầu được kiểm tra chữ ký bên trong.',
    en: 'The container has {count} files; only the first {most} were looked into for signatures.',
  },
}
