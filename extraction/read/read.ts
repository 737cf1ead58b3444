import { type Format, type Progress, type Reading, Unreadable } from '../shapes.ts'
import { warning } from '../warnings.ts'
import { readAside } from './aside.ts'
import { type Decoded, decodePage, repairFontEncoding } from './decode.ts'
import { brokenLetters } from './legible.ts'
import { MAX_BYTES } from './limits.ts'
import { extensionOf, formatOfName, looksLikeHtml, sniff, withoutFrontMatter } from './sniff.ts'
import { readText } from './text.ts'

export interface ReadOptions {
  onProgress?: (progress: Progress) => void
  /** Largest file accepted, in bytes. */
  maxBytes?: number
  /** Of a PDF: how many pages without text are recognised; with more, the file is refused at once as `no_text`. Left out: as many as the limits allow. */
  mostPictures?: number
}

/**
 * Reads a document: bytes in, one text with its blocks out. The bytes decide the format; the name only decides
 * between plain text and Markdown, and a name that promises another format gives a warning (`name_mismatch`).
 * Formats that libraries decode are read in a separate thread, limited in time and memory.
 *
 * @throws Unreadable with a Vietnamese sentence that says what is wrong and what to do; it throws nothing else.
 */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Reading> {
  checkSize(bytes.length, options.maxBytes)
  if (bytes.length === 0) {
    throw new Unreadable('empty', 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp, có thể tải về chưa xong, rồi nộp lại.')
  }
  const reading = await readSniffed(bytes, name, options)
  if (!reading.recognised) refuseBroken(reading)
  const promised = formatOfName(name)
  if (promised && promised !== reading.format && !(isText(promised) && isText(reading.format))) {
    reading.warnings.unshift(warning('name_mismatch', { extension: extensionOf(name), format: reading.format }))
  }
  return reading
}

/**
 * Refuses a file by its size alone, so that the caller need not load it first.
 *
 * @throws Unreadable `too_large`.
 */
export function checkSize(size: number, limit: number = MAX_BYTES): void {
  if (size <= limit) return
  throw new Unreadable(
    'too_large',
    `Tệp nặng ${megabytes(size)} MB, quá giới hạn ${megabytes(limit)} MB. Hãy tách tệp, mỗi văn bản một tệp; nếu là bản quét thì quét lại ở 300 dpi, đen trắng, rồi nộp lại.`,
  )
}

/**
 * Refuses text whose letters nobody can read, rather than find no task in it: most often it was copied from a scan that
 * was recognised in another language, and the scan itself can be recognised here.
 *
 * @throws Unreadable `no_text`.
 */
function refuseBroken(reading: Reading): void {
  const example = brokenLetters(reading.text)
  if (!example) return
  throw new Unreadable(
    'no_text',
    `Chữ trong tệp bị lỗi, không phải tiếng Việt đọc được (ví dụ “${example}”); thường là chữ sao chép từ bản quét. Hãy nộp chính bản quét (PDF hoặc ảnh) để hệ thống nhận dạng, hoặc nộp bản DOCX gốc.`,
  )
}

async function readSniffed(
  bytes: Uint8Array,
  name: string,
  { onProgress = () => {}, mostPictures }: ReadOptions,
): Promise<Reading> {
  const binary = sniff(bytes)
  if (binary?.format === 'docx' || binary?.format === 'doc' || binary?.format === 'pdf' || binary?.format === 'image') {
    return await readAside({ bytes, name, format: binary.format, picture: binary.picture, mostPictures }, onProgress)
  }
  const decoded = repaired(decodePage(bytes))
  if (decoded.text.trim() === '') {
    throw new Unreadable('empty', 'Tệp không có nội dung, chỉ có khoảng trắng. Hãy kiểm tra lại tệp rồi nộp lại.')
  }
  const promised = formatOfName(name)
  const isHtml = looksLikeHtml(decoded.text) || (promised === 'html' && /<\/?[a-z][^>]*>/i.test(decoded.text))
  const reading = isHtml
    ? (await import('./html.ts')).readHtml(withoutFrontMatter(decoded.text), name)
    : readText(decoded.text, name, promised === 'markdown' ? 'markdown' : 'txt')
  if (reading.blocks.length === 0) {
    throw new Unreadable('no_text', 'Tệp không có chữ đọc được. Hãy kiểm tra lại tệp rồi nộp lại.')
  }
  warnOfEncoding(reading, decoded)
  return reading
}

/** Text copied from a document in a font from before Unicode is Western text in UTF-8; a web page states its letters. */
function repaired(decoded: Decoded): Decoded {
  if (!decoded.encoding.startsWith('utf')) return decoded
  const { text, encoding } = repairFontEncoding(decoded.text)
  return encoding ? { ...decoded, text, encoding } : decoded
}

function warnOfEncoding(reading: Reading, decoded: Decoded): void {
  if (decoded.lost > 0) {
    reading.warnings.push(warning('letters_lost', {}))
  }
  if (!decoded.encoding.startsWith('utf')) {
    const encoding = ENCODING_NAMES[decoded.encoding] ?? decoded.encoding
    reading.warnings.push(warning('legacy_encoding', { encoding }))
  }
}

const ENCODING_NAMES: Record<string, string> = { 'windows-1258': 'Windows-1258', tcvn3: 'TCVN3 (ABC)', vni: 'VNI' }

function isText(format: Format): boolean {
  return format === 'txt' || format === 'markdown' || format === 'html'
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)
}
