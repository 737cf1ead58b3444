import { Unreadable, Zip } from '@dieuhanh/extraction/zip'
import { wrong } from '../platform/errors.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The accepted types, as shown to users. Nothing executable, and nothing that hides its content. */
export const ACCEPTED = 'PDF, DOCX, XLSX, PNG hoặc JPEG'

/**
 * The media type of an evidence file, from its bytes: the name proves nothing. Throws naming the field `file` and the
 * accepted types. Archives are refused because their content cannot be seen; macros because they run.
 */
export function evidenceType(bytes: Uint8Array): string {
  if (bytes.length === 0) throw wrong('file', 'evidence.empty', 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp rồi chọn lại.')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // PDF readers accept a header anywhere in the first kilobyte.
  if (file.subarray(0, 1024).includes('%PDF-')) return 'application/pdf'
  if (file.subarray(0, 8).equals(PNG)) return 'image/png'
  if (file.subarray(0, 3).equals(JPEG)) return 'image/jpeg'
  if (file.subarray(0, 4).equals(ZIP)) return officeType(file)
  throw refused('Loại tệp này không được nhận làm minh chứng.')
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const JPEG = Buffer.from('ffd8ff', 'hex')
const ZIP = Buffer.from('504b0304', 'hex')

function officeType(file: Buffer): string {
  const names = namesIn(file)
  if (names.some((name) => /(?:^|\/)vbaproject\.bin$/.test(name))) {
    throw refused('Tệp có macro không được nhận. Hãy lưu lại dạng không có macro (DOCX, XLSX).')
  }
  if (names.includes('[content_types].xml')) {
    if (names.includes('word/document.xml')) return WORD
    if (names.includes('xl/workbook.xml')) return SHEET
  }
  throw refused('Tệp nén không được nhận, vì không xem được bên trong có gì. Hãy giải nén và gửi từng tệp.')
}

/** Names of the parts of a container, in lower case; none where its directory is incomplete. */
function namesIn(file: Buffer): readonly string[] {
  try {
    return new Zip(file).names
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}

function refused(why: string) {
  return wrong('file', 'evidence.refused_type', `${why} Tệp được nhận: ${ACCEPTED}.`)
}
