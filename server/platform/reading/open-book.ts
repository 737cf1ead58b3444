import { Unreadable, Zip } from '@dieuhanh/extraction/zip'
import ExcelJS from 'exceljs'
import { Invalid } from '../errors.ts'
import type { FromBookReader } from './book-reader.ts'
import { sandboxed } from './sandbox.ts'

/** The largest sheet accepted, packed and unpacked: three thousand tasks with long texts stay far below. */
const MOST_BYTES = 5 * 1024 * 1024
const MOST_UNPACKED = 40 * 1024 * 1024
/**
 * What reading may take. A few kilobytes can name a million cells, by a range that is merged or has a list of choices, and the
 * library makes each of them: so it reads apart, where running out of memory ends one upload and not the server.
 */
const MOST_MEGABYTES = 256
const LONGEST_MS = 20_000

/** Opens an uploaded workbook. Throws `Invalid` where it is not one, is too large, or expands too much when it is read. */
export async function openBook(bytes: Buffer): Promise<ExcelJS.Workbook> {
  if (bytes.length > MOST_BYTES) {
    throw new Invalid('sheet.too_large', 'Phiếu lớn hơn 5 MB. Hãy nộp đúng tệp đã xuất, không kèm hình ảnh.')
  }
  try {
    new Zip(bytes).inflatedSize(MOST_UNPACKED)
    const read = await readApart(bytes)
    if ('isTooLarge' in read) throw tooLarge()
    if ('broken' in read) throw new Error(read.broken)
    const book = new ExcelJS.Workbook()
    book.model = read.model
    return book
  } catch (cause) {
    if (cause instanceof Invalid) throw cause
    if (cause instanceof Unreadable && cause.code === 'bomb') throw tooLarge(cause)
    throw new Invalid(
      'sheet.unreadable',
      'Tệp này không phải bảng tính XLSX đọc được. Hãy lưu lại dạng .xlsx rồi nộp.',
      { cause },
    )
  }
}

const tooLarge = (cause?: unknown) =>
  new Invalid('sheet.too_large', 'Phiếu phình to quá mức khi mở. Hãy xuất phiếu mới rồi nộp lại.', { cause })

/** Rejects with `Invalid` where the process ran out of memory or time, with what stopped it where it could not read. */
function readApart(bytes: Buffer): Promise<FromBookReader> {
  const child = sandboxed(new URL('./book-reader.ts', import.meta.url), MOST_MEGABYTES)
  const said: string[] = []
  return new Promise<FromBookReader>((resolve, reject) => {
    const late = setTimeout(() => reject(tooLarge()), LONGEST_MS)
    child.stderr?.on('data', (data: Buffer) => said.push(data.toString().slice(-4_000)))
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(late)
      const words = said.join('')
      reject(words.includes('heap out of memory') ? tooLarge(words) : new Error(words))
    })
    child.send(bytes, () => {})
  }).finally(() => child.kill('SIGKILL'))
}
