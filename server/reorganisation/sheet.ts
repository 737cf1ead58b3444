import { parse } from 'csv-parse/sync'
import type ExcelJS from 'exceljs'
import { isDay } from '../platform/calendar.ts'
import { wrong } from '../platform/errors.ts'
import { openBook } from '../platform/reading/open-book.ts'
import { fold } from './check.ts'
import { FOUNDED_KINDS, type Founding, type Kind, MOST_LINES } from './shapes.ts'

/** A line from a file: names of the agencies, and what could be read of the rest. */
export interface SheetLine {
  old: string
  new: string
  kind: Kind | null
  kindWritten: string | null
  subject: string | null
  effectiveOn: string | null
  dayWritten: string | null
  source: string | null
  /** Of an agency to be founded; the parent is still a name. */
  founding: (Omit<Founding, 'parentId'> & { parent: string | null }) | null
}

const COLUMNS = {
  old: ['cơ quan cũ', 'tên cũ', 'cũ', 'old'],
  new: ['cơ quan mới', 'tên mới', 'mới', 'new'],
  kind: ['hình thức', 'loại', 'kind'],
  subject: ['lĩnh vực', 'nội dung chuyển', 'subject'],
  effectiveOn: ['ngày hiệu lực', 'ngày', 'từ ngày', 'effective_on', 'day'],
  source: ['căn cứ', 'văn bản', 'source'],
  foundedKind: ['loại cơ quan mới', 'thành lập mới', 'new_kind'],
  parent: ['trực thuộc', 'thuộc', 'new_parent'],
  abbreviation: ['viết tắt', 'chữ viết tắt', 'new_abbreviation'],
  code: ['mã', 'mã định danh', 'new_code'],
} as const
type Column = keyof typeof COLUMNS

const KIND_WORDS: Record<Kind, readonly string[]> = {
  main: ['main', 'kế thừa chính', 'kế thừa', 'sáp nhập', 'hợp nhất', 'nhập vào'],
  partial: ['partial', 'tiếp nhận một phần', 'một phần', 'chuyển một phần'],
  renamed: ['renamed', 'đổi tên'],
  abolished: ['abolished', 'giải thể', 'kết thúc hoạt động'],
}
const FOUNDED_WORDS: Record<Founding['kind'], readonly string[]> = {
  ministry: ['bộ', 'ministry'],
  ministerialAgency: ['cơ quan ngang bộ', 'ministerialagency'],
  governmentAgency: ['cơ quan thuộc chính phủ', 'governmentagency'],
  province: ['tỉnh, thành phố', 'tỉnh', 'thành phố', 'ubnd cấp tỉnh', 'province'],
  unit: ['đơn vị', 'đơn vị trực thuộc', 'unit'],
  other: ['khác', 'other'],
}

/**
 * Lines of a plan from the sheet of an XLSX file that its author saw, or a text file separated by tabs, commas or semicolons. The first row names the
 * columns; empty rows are skipped. Throws on the field `file` if it is another kind of file or has no agency columns.
 */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<SheetLine[]> {
  const rows = isZip(bytes) ? await readXlsx(bytes) : readText(bytes, fileName)
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  const [head = [], ...rest] = filled
  const places = placesOf(head)
  if (places.old === undefined || places.new === undefined) {
    throw wrong('file', 'reorganisation.no_columns', 'Dòng đầu của tệp phải có cột “Cơ quan cũ” và “Cơ quan mới”.')
  }
  if (rest.length === 0) throw wrong('file', 'reorganisation.no_lines', 'Tệp không có dòng nào sau dòng tên cột.')
  if (rest.length > MOST_LINES) {
    throw wrong(
      'file',
      'reorganisation.too_many_lines',
      `Tệp có hơn ${MOST_LINES} dòng. Hãy chia thành nhiều phương án.`,
    )
  }
  return rest.map((row) => lineOf((column) => (places[column] === undefined ? '' : (row[places[column]] ?? ''))))
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const book = await openBook(Buffer.from(bytes)).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  const sheets = seen(book)
  const tables = sheets.map(seenRows)
  const plan = tables.find(([head = []]) => Object.keys(placesOf(head)).length >= 2) ?? tables[0]
  if (!plan) throw unreadable()
  return plan
}

/** The sheets that the person who saved the file could see, the open one first. A hidden sheet is an old version or a list of choices. */
function seen(book: ExcelJS.Workbook): ExcelJS.Worksheet[] {
  const open = book.worksheets[book.views?.[0]?.activeTab ?? 0]
  const visible = book.worksheets.filter(({ state }) => state === 'visible' || state === undefined)
  return visible.sort((a, b) => Number(b === open) - Number(a === open))
}

/** The rows and columns that were visible: what a filter or a person hid is not part of the plan. */
function seenRows(sheet: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = []
  sheet.eachRow((row) => {
    if (row.hidden) return
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, place) => {
      if (sheet.getColumn(place).hidden) return
      cells[place - 1] = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : clean(cell.text)
    })
    const filled = Array.from(cells, (cell) => cell ?? '')
    if (filled.some((cell) => cell !== '')) rows.push(filled)
  })
  return rows
}

function readText(bytes: Uint8Array, fileName: string): string[][] {
  if (!/\.(?:csv|tsv|txt)$/iu.test(fileName)) throw unreadable()
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable(cause)
  }
  const [first = ''] = text.split('\n', 1)
  const delimiter = ['\t', ';', ','].find((sign) => first.includes(sign)) ?? ','
  try {
    const rows = parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][]
    return rows.map((row) => row.map(clean))
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause?: unknown) {
  const problem = wrong(
    'file',
    'reorganisation.unreadable',
    'Không đọc được tệp. Hãy dùng bảng tính XLSX, hoặc CSV, TSV mã hóa UTF-8.',
  )
  if (cause !== undefined) problem.cause = cause
  return problem
}

function placesOf(head: readonly string[]): Partial<Record<Column, number>> {
  const names = head.map((name) => fold(name))
  return Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([column, spellings]) => {
      const place = names.findIndex((name) => new Set<string>(spellings).has(name))
      return place < 0 ? [] : [[column, place]]
    }),
  )
}

function lineOf(cell: (column: Column) => string): SheetLine {
  const kind = wordOf(KIND_WORDS, cell('kind'))
  const effectiveOn = dayOf(cell('effectiveOn'))
  return {
    old: cell('old'),
    new: cell('new'),
    kind,
    kindWritten: kind === null && cell('kind') !== '' ? cell('kind') : null,
    subject: cell('subject') || null,
    effectiveOn,
    dayWritten: effectiveOn === null && cell('effectiveOn') !== '' ? cell('effectiveOn') : null,
    source: cell('source') || null,
    founding: foundingOf(cell),
  }
}

function foundingOf(cell: (column: Column) => string): SheetLine['founding'] {
  const kind = wordOf(FOUNDED_WORDS, cell('foundedKind')) ?? FOUNDED_KINDS.find((one) => one === cell('foundedKind'))
  if (!kind) return null
  const code = cell('code').toUpperCase()
  const scheme = /^\d{2,5}$/.test(code) ? ('nso' as const) : ('qcvn102' as const)
  return {
    kind,
    parent: cell('parent') || null,
    abbreviation: cell('abbreviation') || null,
    codes: code === '' ? [] : [{ scheme, code }],
  }
}

function wordOf<Word extends string>(words: Record<Word, readonly string[]>, text: string): Word | null {
  const key = fold(text)
  return (Object.keys(words) as Word[]).find((word) => words[word].includes(key)) ?? null
}

/** "2025-03-01", "01/3/2025", "1-3-2025". */
function dayOf(text: string): string | null {
  if (isDay(text)) return text
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (!found) return null
  const day = `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}`
  return isDay(day) ? day : null
}

const clean = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
