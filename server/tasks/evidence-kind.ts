import { wrong } from '../platform/errors.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What is taken, as a person is told. Nothing that runs, and nothing that hides what is in it. */
export const ACCEPTED = 'PDF, DOCX, XLSX, PNG hoặc JPEG'

/**
 * The media type of a piece of evidence, proved from its bytes: the name says nothing. Throws naming the field `file` and
 * what is accepted. Archives are refused because nobody sees what is in them; so are macros, which run.
 */
export function evidenceType(bytes: Uint8Array): string {
  if (bytes.length === 0) throw wrong('file', 'evidence.empty', 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp rồi chọn lại.')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Readers of PDF take a header anywhere in the first kilobyte.
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
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) {
    throw refused('Tệp có macro không được nhận. Hãy lưu lại dạng không có macro (DOCX, XLSX).')
  }
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml')) return WORD
    if (names.includes('xl/workbook.xml')) return SHEET
  }
  throw refused('Tệp nén không được nhận, vì không xem được bên trong có gì. Hãy giải nén và gửi từng tệp.')
}

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/** Names in the central directory of a zip file; none where it has no whole directory. */
function namesIn(file: Buffer): string[] {
  const names: string[] = []
  // The end record is the last thing in the file, behind it a comment of at most 65 535 bytes.
  const earliest = Math.max(0, file.length - 22 - 65_535)
  let end = file.length - 22
  while (end >= earliest && file.readUInt32LE(end) !== DIRECTORY_END) end -= 1
  if (end < earliest) return names
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return []
    const length = file.readUInt16LE(at + 28)
    names.push(file.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return names
}

function refused(why: string) {
  return wrong('file', 'evidence.refused_type', `${why} Tệp được nhận: ${ACCEPTED}.`)
}
