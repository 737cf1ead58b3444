import { warning } from '../../warnings.ts'
import type { Composer, FoundCell } from '../compose.ts'
import { endsOpen, LINE_MARK, surelyContinues } from '../lines.ts'
import { type OpenTables, takeBareTables } from './bare-tables.ts'
import { isCentred, streamsOf } from './columns.ts'
import { type Furniture, furnitureOf } from './furniture.ts'
import { type SheetTable, takeTables } from './grid.ts'
import { settleNoteMarks } from './marks.ts'
import { type Line, leftOutOf, middle, type Sheet, type Word } from './sheet.ts'

interface Paragraph {
  kind: 'paragraph'
  page: number
  lines: Line[]
  stream: 'body' | 'column'
  /** Right edge of its text column, and the page's width. */
  right: number
  pageWidth: number
}

interface Aside {
  kind: Furniture
  page: number
  text: string
}

type Fragment = Paragraph | SheetTable | Aside

interface Laid {
  page: number
  width: number
  height: number
  tables: SheetTable[]
  lines: Line[]
}

/**
 * Assembles pages of positioned words into a text: lines into paragraphs, paragraphs and tables joined across page
 * breaks, page numbers and running headers separated.
 */
export function composeSheets(sheets: Sheet[], composer: Composer): void {
  let open: OpenTables = {}
  const unread = new Set<Word>()
  const laid = sheets.map((sheet) => {
    settleNoteMarks(sheet.words)
    const tables = takeTables(sheet)
    const bare = takeBareTables(sheet, open, tables.length > 0)
    tables.push(...bare.tables)
    tables.sort((a, b) => a.top - b.top)
    open = bare.open
    for (const word of bare.unread) unread.add(word)
    return { page: sheet.page, width: sheet.width, height: sheet.height, tables, lines: bare.lines }
  })
  const furniture = furnitureOf(laid)
  const right = textEdge(laid)
  const fragments: Fragment[] = []
  for (const page of laid) {
    const fresh = fragmentsOf(page, furniture, right)
    // Only the first text of a page can continue the previous page.
    const first = fresh.findIndex((fragment) => fragment.kind === 'paragraph' || fragment.kind === 'table')
    fresh.forEach((fragment, index) => {
      if (index !== first || !continued(fragments, fragment)) fragments.push(fragment)
    })
  }
  let warned = 0
  for (const fragment of fragments) {
    const { page } = fragment
    if (fragment.kind === 'paragraph') {
      const text = fragment.lines.map((line) => line.text).join(' ')
      composer.add('paragraph', text, { page }, leftOutOf(fragment.lines))
      const isUnread = fragment.lines.some(({ words }) => words.some((word) => unread.has(word)))
      // Read line by line, one table becomes many paragraphs: it is said at the first of a page.
      if (isUnread && warned !== page) {
        warnOfTable(composer)
        warned = page
      }
    } else if (fragment.kind === 'table') {
      const { cells, headerRows, isDoubtful } = fragment
      composer.addTable(cells, headerRows ? { page, headerRows } : { page })
      if (isDoubtful) warnOfTable(composer)
    } else composer.add(fragment.kind, fragment.text, { page })
  }
}

/** Says that the last block is, or begins, a table that was not read with certainty. */
function warnOfTable(composer: Composer): void {
  const span = composer.blocks.at(-1)?.span
  if (span) composer.warnings.push(warning('table_unread', {}, { ...span }))
}

function fragmentsOf(page: Laid, furniture: Map<Line, Furniture>, right: (width: number) => number): Fragment[] {
  const fragments: Fragment[] = []
  const text = page.lines.filter((line) => !furniture.has(line))
  let from = Number.NEGATIVE_INFINITY
  for (const table of [...page.tables, null]) {
    const to = table ? table.top : Number.POSITIVE_INFINITY
    const between = text.filter((line) => middle(line).y >= from && middle(line).y < to)
    for (const stream of streamsOf(between, page.width)) {
      const edge = stream.kind === 'body' ? right(page.width) : Math.max(...stream.lines.map((line) => line.right))
      fragments.push(...paragraphsOf(stream.lines, stream.kind, page, edge))
    }
    if (table) {
      fragments.push(table)
      from = table.top
    }
  }
  const asides = page.lines
    .filter((line) => furniture.has(line))
    .map((line) => ({ kind: furniture.get(line)!, page: page.page, text: line.text, top: line.top }))
  const above = asides.filter((aside) => aside.top < page.height / 2)
  return [...above, ...fragments, ...asides.filter((aside) => !above.includes(aside))]
}

function paragraphsOf(lines: Line[], stream: 'body' | 'column', page: Laid, right: number): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const pitch = usualPitch(lines)
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const last = open?.lines.at(-1)
    const step = last ? line.bottom - last.bottom : 0
    const isClose = last && step < pitch(last, line) * (surelyContinues(last.text, line.text) ? WIDE_STEP : USUAL_STEP)
    if (open && isClose && continuesParagraph(open, line)) open.lines.push(line)
    else paragraphs.push({ kind: 'paragraph', page: page.page, lines: [line], stream, right, pageWidth: page.width })
  }
  return paragraphs
}

/** Lines of a paragraph stand at most this many usual steps apart; if the sentence surely goes on, wider spacing is one. */
const USUAL_STEP = 1.22
const WIDE_STEP = 2

/** A mark that no wrapped line begins with by chance: "2.", "b)", "IV.". */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s+\S/u

/** Whether a line continues the paragraph above it: the line above is full, and this one begins nothing new. */
function continuesParagraph(paragraph: Paragraph, line: Line): boolean {
  const last = paragraph.lines.at(-1)!
  const height = last.bottom - last.top
  // Headings and notes have a clearly different size; recognition measures the same size with up to a third difference.
  if (Math.abs(line.bottom - line.top - height) > height * 0.4) return false
  const goesOn = surelyContinues(last.text, line.text)
  if (paragraph.stream === 'body' && goesOn && isBelow(paragraph, line)) return true
  const next = line.words[0]!
  const firstWord = next.text.trim().split(/\s+/)[0] ?? ''
  const wordWidth = ((next.right - next.left) * firstWord.length) / Math.max(1, next.text.length)
  const room = paragraph.right - last.right
  if (room > wordWidth + height * 0.5) return false
  const ended = /[.;:!?…]["”)]?$/.test(last.text)
  if (LINE_MARK.test(line.text) && (ended || line.left > last.left + 6)) return false
  if (NUMBERED.test(line.text) && !endsOpen(last.text)) return false
  if (paragraph.stream === 'column')
    return /^\p{Ll}/u.test(line.text) || bothCapitals(last, line) || /[,–-]$/.test(last.text)
  const centred = Math.abs(middle(line).x - middle(last).x) < 4 && isCentred(line, paragraph.pageWidth)
  if (centred) return !ended && bothCapitals(last, line) === isCapitals(last)
  const indented = line.left > last.left + 8
  return !indented || hangs(paragraph, line)
}

/** At the left edge of the paragraph's other lines, or left of its indented first line. */
function isBelow({ lines }: Paragraph, line: Line): boolean {
  const last = lines.at(-1)!
  return lines.length > 1 ? Math.abs(line.left - last.left) < 6 : line.left < last.left + 6
}

/** The second line of an item whose text is indented after its mark: "1.  Text" over "    text". */
function hangs(paragraph: Paragraph, line: Line): boolean {
  const first = paragraph.lines[0]!
  if (!LINE_MARK.test(first.text)) return false
  const own = first.words[1]
  const indent = own ? own.left : first.left + (first.bottom - first.top) * 2
  return paragraph.lines.length > 1 ? Math.abs(line.left - paragraph.lines[1]!.left) < 6 : line.left <= indent + 6
}

function isCapitals(line: Line): boolean {
  return line.text === line.text.toUpperCase() && /\p{Lu}/u.test(line.text)
}

function bothCapitals(a: Line, b: Line): boolean {
  return isCapitals(a) && isCapitals(b)
}

/** Adds the first text of a page to the last text before it if it continues that; returns whether it did. */
function continued(fragments: Fragment[], fragment: Fragment): boolean {
  const before = fragments.findLast((found) => found.kind === 'paragraph' || found.kind === 'table')
  if (before?.kind === 'paragraph' && fragment.kind === 'paragraph') {
    const line = fragment.lines[0]!
    const last = before.lines.at(-1)!
    const ended = /[.;:!?…]["”)]?$/.test(last.text)
    const indented = line.left > Math.min(...fragment.lines.map((each) => each.left), Math.max(last.left, 0)) + 8
    if (before.stream !== 'body' || fragment.stream !== 'body' || (indented && (ended || LINE_MARK.test(line.text))))
      return false
    if (ended || isCapitals(line) || !continuesParagraph(before, line)) return false
    before.lines.push(...fragment.lines)
    return true
  }
  if (before?.kind === 'table' && fragment.kind === 'table') return joinTables(before, fragment)
  return false
}

function joinTables(above: SheetTable, below: SheetTable): boolean {
  const same =
    above.borders.length === below.borders.length &&
    above.borders.every((border, index) => Math.abs(border - below.borders[index]!) < 4)
  if (!same) return false
  const repeated = repeatedHeader(above.cells, below.cells)
  if (repeated > 0) above.headerRows = repeated
  const rows = below.cells.filter((cell) => cell.row >= repeated)
  const rowsAbove = above.cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0)
  const first = rows.filter((cell) => cell.row === repeated)
  const isSplit = isSplitRow(above.cells, first, rowsAbove)
  for (const cell of rows) {
    const upper = cell.row === repeated ? lowestAt(above.cells, cell.column, rowsAbove) : undefined
    const blankOnTop = cell.row === repeated && cell.lines.length === 0 && upper !== undefined
    if (upper && (isSplit || (blankOnTop && upper.rowSpan > 1))) {
      if (isSplit && cell.column === 0 && cell.lines.length > 0 && !isText(cell))
        upper.lines = [upper.lines.join('') + cell.lines.join('')]
      else upper.lines.push(...cell.lines)
      upper.rowSpan += cell.rowSpan - (isSplit ? 1 : 0)
    } else {
      above.cells.push({ ...cell, row: cell.row - repeated + rowsAbove - (isSplit ? 1 : 0) })
    }
  }
  return true
}

/** A row split by the page break: its number stayed above, and its texts continue in the middle of a sentence. */
function isSplitRow(above: FoundCell[], first: FoundCell[], rowsAbove: number): boolean {
  const number = first.find((cell) => cell.column === 0)
  // The first column of a table may hold the work itself.
  if (number && isText(number))
    return /^\p{Ll}/u.test(number.lines[0]!) && first.every((cell) => isText(cell) || cell.lines.length === 0)
  if (number && number.lines.length > 0) {
    // The number or day itself was split: its end moved over, with texts that all continue in the middle.
    const texts = first.filter((cell) => cell !== number && cell.lines.length > 0)
    const isCut = /[-–/]$/.test(lowestAt(above, 0, rowsAbove)?.lines.at(-1) ?? '')
    return (
      (isCut || /^\d\.?$/.test(number.lines[0]!)) &&
      texts.length > 1 &&
      texts.every((cell) => /^[\p{Ll}\d]/u.test(cell.lines[0]!))
    )
  }
  return first.some((cell) => {
    const upper = lowestAt(above, cell.column, rowsAbove)
    if (cell.lines.length === 0 || !upper || upper.lines.length === 0 || upper.columnSpan !== cell.columnSpan)
      return false
    return /^[\p{Ll}\d,;)]/u.test(cell.lines[0]!) || !/[.;:!?]$/.test(upper.lines.at(-1)!)
  })
}

/** More than a number or a day. */
function isText({ lines }: FoundCell): boolean {
  return /\p{L}{2}/u.test(lines.join(' '))
}

function lowestAt(cells: FoundCell[], column: number, rows: number): FoundCell | undefined {
  return cells.find((cell) => cell.column === column && cell.row + cell.rowSpan === rows)
}

/** How many of the first rows are repeated at the top of the next page. */
function repeatedHeader(above: FoundCell[], below: FoundCell[]): number {
  const rowText = (cells: FoundCell[], row: number): string =>
    cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.lines.join(' '))
      .join('|')
  let rows = 0
  while (rows < 4) {
    const text = rowText(above, rows)
    if (text.replaceAll('|', '').trim() === '' || text !== rowText(below, rows)) break
    rows++
  }
  return rows
}

/** Lines whose heights differ by less than this share are set in the same size. */
const SAME_SIZE = 0.12
/** With fewer lines of one size their own distance is not known. */
const LEAST_STEPS = 3

/**
 * The distance between lines within paragraphs: taken from the smaller distances, because gaps only add to it. Lines of one
 * size have their own, so that small print on the page does not tear apart the lines of the text.
 */
function usualPitch(lines: Line[]): (above: Line, below: Line) => number {
  const steps = lines
    .slice(1)
    .map((line, index) => ({ above: lines[index]!, line, step: line.bottom - lines[index]!.bottom }))
    .filter(({ step }) => step > 4)
    .sort((a, b) => a.step - b.step)
  const lower = (found: typeof steps): number => found[Math.floor(found.length * 0.3)]?.step ?? Number.POSITIVE_INFINITY
  const usual = lower(steps)
  const known = new Map<number, number>()
  return (above, below) => {
    const size = below.bottom - below.top
    const key = Math.round(size)
    if (!alike(above, size)) return usual
    const own = known.get(key)
    if (own !== undefined) return own
    const ofSize = steps.filter((one) => alike(one.above, size) && alike(one.line, size))
    const found = ofSize.length < LEAST_STEPS ? usual : Math.max(usual, lower(ofSize))
    known.set(key, found)
    return found
  }
}

function alike(line: Line, size: number): boolean {
  return Math.abs(line.bottom - line.top - size) < size * SAME_SIZE
}

/**
 * The right text edge of pages of one width: nearly the farthest, because a few lines may stick out. A table reaches it too,
 * where little else is on its page.
 */
function textEdge(pages: Laid[]): (width: number) => number {
  const byWidth = new Map<number, number[]>()
  for (const page of pages) {
    const key = Math.round(page.width)
    const rights = byWidth.get(key) ?? []
    for (const line of page.lines) rights.push(line.right)
    for (const table of page.tables) rights.push(table.right)
    byWidth.set(key, rights)
  }
  const edges = new Map(
    [...byWidth].map(([width, rights]) => [
      width,
      rights.sort((a, b) => a - b)[Math.floor(rights.length * 0.97)] ?? width,
    ]),
  )
  return (width) => edges.get(Math.round(width)) ?? width
}
