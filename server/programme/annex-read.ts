/** The bytes of an annex in, rows of cells out: DOCX and PDF through the readers of `extraction`, XLSX through the platform's. */
import { type Block, checkSize, type Reading, read } from '@dieuhanh/extraction'
import { Unreadable } from '@dieuhanh/extraction/zip'
import { Invalid, wrong } from '../platform/errors.ts'
import { openBook } from '../platform/reading/open-book.ts'
import { type Plain, plainOf, wordsIn } from '../platform/sheet-cells.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { type AnnexOfFile, COLUMN_WORDS, type ColumnName, columnsIn, readAnnex, type TableRow } from './columns.ts'

/** An annex of a thousand rows is a tenth of this. */
const MOST_BYTES = 10 * 1024 * 1024
const MOST_ROWS = 3_000
/** Pages without text of a PDF: a blank back, or the page of the signature. Of more, a person would wait for minutes to be refused. */
const MOST_PICTURES = 1

export const ANNEX_TYPES = 'DOCX, XLSX hoặc PDF có chữ'
const ZIP = Buffer.from('504b0304', 'hex')

export function mediaTypeOf(bytes: Uint8Array, fileName: string): 'docx' | 'xlsx' | 'pdf' {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (file.subarray(0, 4).equals(ZIP))
    return /\.xlsx$/i.test(fileName) || file.includes('xl/workbook.xml') ? 'xlsx' : 'docx'
  throw wrong('file', 'annex.type', `Danh mục phải là tệp ${ANNEX_TYPES}. Bản quét thì hãy lấy bản DOCX gốc.`)
}

/**
 * The entries of every table of the file that has the heads of such an annex, in its order. A table with rows that cannot be read
 * so is named in `unread`. Throws `Invalid` naming what is missing and what to do where no table can.
 */
export async function annexOf({ bytes, fileName }: UploadedFile): Promise<AnnexOfFile> {
  const type = mediaTypeOf(bytes, fileName)
  const groups = type === 'xlsx' ? await sheetsOf(bytes) : await tablesOf(bytes, fileName)
  if (groups.every((rows) => rows.length === 0)) {
    throw wrong('file', 'annex.no_table', 'Tệp không có bảng nào. Danh mục phải là bảng có dòng tiêu đề cột.')
  }
  const tried = groups.map(readAnnex)
  const best = tried.reduce((one, other) =>
    other.rows.length > one.rows.length ||
    (one.rows.length === 0 && Object.keys(other.columns).length > Object.keys(one.columns).length)
      ? other
      : one,
  )
  const rows = tried.flatMap((one) => one.rows)
  if (best.missing.length > 0) {
    const names = best.missing.map((name) => `“${COLUMN_WORDS[name]}”`)
    const found = Object.values(best.heads).map((head) => `“${head}”`)
    throw new Invalid(
      'annex.column_missing',
      `Bảng thiếu cột ${names.join(', ')}${found.length > 0 ? ` (đã thấy: ${found.join(', ')})` : ''}. Hãy thêm cột, hoặc sửa tên cột ở dòng tiêu đề, rồi nộp lại.`,
      {
        fields: best.missing.map((name) => ({
          path: `columns.${name}`,
          code: 'annex.column_missing',
          message: `Không thấy cột “${COLUMN_WORDS[name]}” ở dòng tiêu đề.`,
        })),
      },
    )
  }
  if (rows.length === 0) throw wrong('file', 'annex.no_rows', 'Bảng không có dòng đề án nào dưới dòng tiêu đề.')
  if (rows.length > MOST_ROWS) {
    throw wrong('file', 'annex.too_long', `Danh mục dài quá ${MOST_ROWS} dòng. Hãy tách thành nhiều tệp.`)
  }
  const unread = groups.flatMap((group, place) => (tried[place]!.rows.length > 0 ? [] : unreadOf(group, tried[place]!)))
  return { columns: best.columns, heads: best.heads, rows, unread }
}

/** A table of fewer columns is a letterhead, or signatures. */
const FEWEST_COLUMNS = 3

/** Where a table begins whose rows became no entries, and why: it may be a summary, or entries whose heads are missing. */
function unreadOf(rows: readonly TableRow[], { missing }: { missing: readonly ColumnName[] }): string[] {
  const full = rows.filter(({ cells }) => new Set(cells.filter((cell) => cell.trim() !== '')).size >= FEWEST_COLUMNS)
  if (full.length === 0) return []
  const why =
    missing.length === 0
      ? 'không có dòng đề án nào'
      : `thiếu cột ${missing.map((name) => `“${COLUMN_WORDS[name]}”`).join(', ')}`
  return [`${full[0]!.at}: ${why}`]
}

async function tablesOf(bytes: Uint8Array, fileName: string): Promise<TableRow[][]> {
  let reading: Reading
  try {
    checkSize(bytes.length, MOST_BYTES)
    reading = await read(bytes, fileName, { maxBytes: MOST_BYTES, mostPictures: MOST_PICTURES })
  } catch (error) {
    if (error instanceof Unreadable) {
      throw wrong('file', error.code === 'no_text' ? 'annex.scan' : 'annex.unreadable', error.message)
    }
    throw error
  }
  if (reading.recognised) {
    throw wrong('file', 'annex.scan', `Đây là bản quét nên chữ trong bảng không chắc đúng. Hãy nộp bản ${ANNEX_TYPES}.`)
  }
  return joined(reading)
}

/**
 * A table that a page or a heading ("B. TRÌNH THỦ TƯỚNG") interrupts goes on, unless the next one has heads of its own. What
 * stands between two of its parts is a row across it.
 */
function joined({ blocks, text }: Reading): TableRow[][] {
  const groups: { width: number; rows: TableRow[] }[] = []
  let between: TableRow[] = []
  let count = 0
  for (const block of blocks) {
    if (block.kind !== 'table') {
      const words = text.slice(block.span.start, block.span.end).replace(/\s+/gu, ' ').trim()
      if (words !== '' && words.length < 200 && block.kind !== 'pageNumber') between.push({ at: words, cells: [words] })
      continue
    }
    count += 1
    const rows = rowsOf(block, text, count)
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
    const last = groups.at(-1)
    const heads = rows.slice(0, 3).map(({ cells }) => columnsIn(cells))
    const hasHeads = heads.some(
      ({ name, lead, term }) => [name, lead, term].filter((at) => at !== undefined).length >= 2,
    )
    if (last && last.width === width && !hasHeads) last.rows.push(...between, ...rows)
    else if (last && last.width === width) last.rows.push(...between, ...rows.slice(headsEnd(rows)))
    else groups.push({ width, rows: [...(groups.length === 0 ? between.slice(-3) : between), ...rows] })
    between = []
  }
  return groups.map(({ rows }) => rows)
}

/** Repeated heads of a table that goes on. */
const headsEnd = (rows: readonly TableRow[]): number =>
  rows.slice(0, 3).findLastIndex(({ cells }) => Object.keys(columnsIn(cells)).length >= 2) + 1

function rowsOf({ cells = [] }: Block, text: string, table: number): TableRow[] {
  const height = Math.max(0, ...cells.map(({ row, rowSpan }) => row + rowSpan))
  const width = Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan))
  const grid = Array.from({ length: height }, () => new Array<string>(width).fill(''))
  for (const { row, column, rowSpan, columnSpan, span } of cells) {
    const words = text.slice(span.start, span.end).trim()
    for (let down = row; down < row + rowSpan; down++) {
      for (let across = column; across < column + columnSpan; across++) grid[down]![across] = words
    }
  }
  return grid.map((row, place) => ({ at: `${table > 1 ? `bảng ${table}, ` : ''}dòng ${place + 1}`, cells: row }))
}

async function sheetsOf(bytes: Uint8Array): Promise<TableRow[][]> {
  const book = await openBook(Buffer.from(bytes))
  return book.worksheets
    .filter(({ state }) => state === 'visible')
    .map((sheet) => {
      const rows: TableRow[] = []
      sheet.eachRow((row, number) => {
        const cells: string[] = []
        for (let at = 1; at <= Math.min(sheet.columnCount, 40); at++) cells.push(printedOf(plainOf(row.getCell(at))))
        const where = book.worksheets.length > 1 ? `trang “${sheet.name}”, ` : ''
        rows.push({ at: `${where}dòng ${number}${row.hidden ? ' (đang ẩn)' : ''}`, cells })
      })
      return rows
    })
}

/** A day or a month as offices write it, and as the cell shows it. */
function printedOf(found: Plain): string {
  const turned = (day: string) => day.split('-').reverse().join('/')
  if (found.is === 'day') return turned(found.isMonth ? found.day.slice(0, 7) : found.day)
  const words = wordsIn(found) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(words) ? turned(words) : words
}
