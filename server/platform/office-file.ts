import { partNames } from '@dieuhanh/extraction/zip'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const JPEG = Buffer.from('ffd8ff', 'hex')
const TIFF = [Buffer.from('49492a00', 'hex'), Buffer.from('4d4d002a', 'hex')]
const ZIP = Buffer.from('504b0304', 'hex')

/** What a file is, or why it is none that an office takes in. */
export type OfficeFile =
  | { is: 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpeg' | 'tiff'; mediaType: string }
  | { is: 'empty' | 'macro' | 'archive' | 'other' }

/** Judged by the bytes: the name proves nothing. An archive hides its content, a macro runs. */
export function officeFile(bytes: Uint8Array): OfficeFile {
  if (bytes.length === 0) return { is: 'empty' }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // PDF readers accept a header anywhere in the first kilobyte.
  if (file.subarray(0, 1024).includes('%PDF-')) return { is: 'pdf', mediaType: 'application/pdf' }
  if (file.subarray(0, 8).equals(PNG)) return { is: 'png', mediaType: 'image/png' }
  if (file.subarray(0, 3).equals(JPEG)) return { is: 'jpeg', mediaType: 'image/jpeg' }
  if (TIFF.some((mark) => file.subarray(0, 4).equals(mark))) return { is: 'tiff', mediaType: 'image/tiff' }
  return file.subarray(0, 4).equals(ZIP) ? container(partNames(file)) : { is: 'other' }
}

function container(names: readonly string[]): OfficeFile {
  if (names.some((name) => /(?:^|\/)vbaproject\.bin$/.test(name))) return { is: 'macro' }
  if (names.includes('[content_types].xml')) {
    if (names.includes('word/document.xml')) return { is: 'docx', mediaType: WORD }
    if (names.includes('xl/workbook.xml')) return { is: 'xlsx', mediaType: SHEET }
  }
  return { is: 'archive' }
}
