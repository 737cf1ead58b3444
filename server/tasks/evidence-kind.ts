import { wrong } from '../platform/errors.ts'
import { type OfficeFile, officeFile } from '../platform/office-file.ts'

/** The accepted types, as shown to users. Nothing executable, and nothing that hides its content. */
export const ACCEPTED = 'PDF, DOCX, XLSX, PNG hoặc JPEG'

const REFUSED: Partial<Record<OfficeFile['is'], string>> = {
  macro: 'Tệp có macro không được nhận. Hãy lưu lại dạng không có macro (DOCX, XLSX).',
  archive: 'Tệp nén không được nhận, vì không xem được bên trong có gì. Hãy giải nén và gửi từng tệp.',
  tiff: 'Loại tệp này không được nhận làm minh chứng.',
  other: 'Loại tệp này không được nhận làm minh chứng.',
}

/**
 * The media type of an evidence file, from its bytes: the name proves nothing. Throws naming the field `file` and the
 * accepted types.
 */
export function evidenceType(bytes: Uint8Array): string {
  const file = officeFile(bytes)
  if (file.is === 'empty')
    throw wrong('file', 'evidence.empty', 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp rồi chọn lại.')
  if ('mediaType' in file && file.is !== 'tiff') return file.mediaType
  throw wrong('file', 'evidence.refused_type', `${REFUSED[file.is]} Tệp được nhận: ${ACCEPTED}.`)
}
