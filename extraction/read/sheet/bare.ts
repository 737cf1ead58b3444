import type { FoundCell } from '../compose.ts'
import { tableOf } from '../layout.ts'
import { LINE_MARK } from '../lines.ts'
import type { Segment } from '../segments.ts'
import type { SheetTable } from './grid.ts'
import { type Line, lineOf, middle, type Sheet, type Word } from './sheet.ts'
import { cut, heightOf, inner, isClear, isRegular, type Stripe } from './stripes.ts'

/**
 * Tables whose rules are no text of the file: those of a scanned page with a text layer have them in its picture. The head
 * of the numbers ("TT") shows where one begins; the places that no line covers separate its columns.
 */

/** What follows the last table of a document. */
export const BEHIND = /^\W{0,3}Nơi nhận\s*:/i
/** The number of a row. */
const NUMBER = /^\d{1,3}(?:\.\d{1,2}){0,3}[.)]?$/
const NUMBER_HEAD = /^(?:S?TT|Số TT|Stt)\.?$/
/** So many columns a table has at least; two are a list. */
const FEWEST_COLUMNS = 3
const MOST_HEAD_LINES_ABOVE = 3
/** So many lines in a row may run across the columns: the name of a group. */
const MOST_ACROSS = 2
/** The first lines of the heads do not show all columns yet. */
const SETTLED = 3
/** Among fewer lines, spaces between words may stand below each other by chance. */
const FEWEST_LINES = 4

type Gutter = Stripe

/** The columns of a table that reached the end of its page. */
export type OpenColumns = readonly Gutter[]

/**
 * Takes a table without rules from a page: its words leave `sheet.words`.
 *
 * @param lines of the page.
 * @param open columns of a table that may go on from the page before.
 */
export function takeBareTable(
  sheet: Sheet,
  lines: readonly Line[],
  open: OpenColumns | null,
): { table: SheetTable; columns: OpenColumns; isOpen: boolean } | null {
  const isHeaded = sheet.words.some((word) => isNumberHead(word, sheet.width))
  if (!isHeaded && !open) return null
  const top = lines.findIndex((line) => line.words.some((word) => isNumberHead(word, sheet.width)))
  const fresh = isHeaded ? begun(lines, top) : null
  const found = fresh ?? (open ? continuing(lines, open) : null)
  if (!found) return null
  const { from, to, gutters } = found
  const columns = columnsBetween(gutters, lines.slice(from, to))
  const rows = rowsOf(lines.slice(from, to), columns)
  const laid = tableOf(rows, columns, 0, rows.length)
  // At the top of a page, one number is too few to tell how rows stand to their numbers.
  const isCounted = lines.slice(from, to).filter(({ words }) => NUMBER.test(words[0]!.text)).length > 1
  const cells = laid?.kind === 'table' && (fresh || isCounted) ? laid.cells : fresh ? null : rowsApart(rows, columns)
  if (!cells) return null
  const words = new Set(lines.slice(from, to).flatMap((line) => line.words))
  sheet.words = sheet.words.filter((word) => !words.has(word))
  const table: SheetTable = {
    kind: 'table',
    page: sheet.page,
    cells,
    borders: [columns[0]!.start, ...gutters.map(({ left, right }) => (left + right) / 2)],
    left: columns[0]!.start,
    right: columns.at(-1)!.end,
    top: lines[from]!.top,
    bottom: lines[to - 1]!.bottom,
    ...(laid?.kind === 'table' && laid.headerRows > 0 ? { headerRows: laid.headerRows } : {}),
  }
  // Columns of the page before keep their borders, so that the two are joined.
  if (!fresh && open) table.borders = [0, ...open.map(({ left, right }) => (left + right) / 2)]
  else table.borders[0] = 0
  return { table, columns: !fresh && open ? open : gutters, isOpen: lines.length - to <= 2 }
}

function isNumberHead({ text, left }: Word, pageWidth: number): boolean {
  return left < pageWidth * 0.3 && text.length < 8 && NUMBER_HEAD.test(text.trim())
}

/** The lines and gutters of a table from the line of its number head, or null if no columns show. */
function begun(lines: readonly Line[], head: number): { from: number; to: number; gutters: Gutter[] } | null {
  const height = heightOf(lines[head]!)
  const right = Math.max(...lines.map((line) => line.right)) + height * 2
  let gutters: Gutter[] = [{ left: Math.min(...lines.map((line) => line.left)) - height * 2, right }]
  let to = head
  let across = 0
  for (let at = head; at < lines.length && !BEHIND.test(lines[at]!.text); at++) {
    if (isGroup(lines[at]!)) continue
    const left = cut(gutters, lines[at]!.words, height)
    const isCrossing =
      at - head >= SETTLED && loses(inner(gutters, right), inner(left, right), lines.slice(head, at), right)
    if (isCrossing) {
      if (++across > MOST_ACROSS) break
      continue
    }
    across = 0
    gutters = left
    to = at + 1
  }
  const own = lines.slice(head, to)
  const found = inner(gutters, right)
  const kept = found.filter((gutter, at) => isRegular(own, gutter, found[at + 1]?.left ?? right))
  if (to - head < FEWEST_LINES || kept.length < FEWEST_COLUMNS - 1) return null
  let from = head
  while (from > 0 && head - from < MOST_HEAD_LINES_ABOVE && isAbove(lines[from - 1]!, lines[from]!, kept)) from--
  return { from, to, gutters: kept }
}

function continuing(lines: readonly Line[], open: OpenColumns): { from: number; to: number; gutters: Gutter[] } | null {
  const from = lines[0] && /^\W*\d{1,3}\W*$/.test(lines[0].text) && lines[0].left > open[0]!.right ? 1 : 0
  let to = from
  let across = 0
  for (let at = from; at < lines.length && !BEHIND.test(lines[at]!.text); at++) {
    if (isClear(lines[at]!, open)) {
      to = at + 1
      across = 0
    } else if (++across > MOST_ACROSS) break
  }
  const filled = lines.slice(from, to).filter((line) => line.words.some(({ left }) => left > open[0]!.right))
  const isRow = filled.some(({ words }) => words[0]!.right < open[0]!.right && NUMBER.test(words[0]!.text))
  const isRest = /^\p{Ll}/u.test(filled[0]?.text ?? '') && filled[0]!.left > open[0]!.left
  return filled.length > 0 && (isRow || isRest) ? { from, to, gutters: [...open] } : null
}

/** "II", and one title behind it that may run across the columns. */
const GROUP = /^(?:[IVX]{1,5}|[A-ZĐ])[.)]?\s+\p{L}/u
/** A gap narrower than this many heights is inside one text. */
const INSIDE = 0.8

function isGroup(line: Line): boolean {
  if (!GROUP.test(line.text)) return false
  const texts = line.words.slice(/^\S+$/.test(line.words[0]!.text) ? 1 : 0)
  return texts.every((word, at) => at === 0 || word.left - texts[at - 1]!.right < heightOf(line) * INSIDE)
}

/** The rows between the places where rows end. */
function rowsApart(rows: readonly Segment[][], columns: readonly { start: number; end: number }[]): FoundCell[] {
  const apart: Segment[][] = [[]]
  for (const row of rows) {
    if (row.length > 0) apart.at(-1)!.push(...row)
    else if (apart.at(-1)!.length > 0) apart.push([])
  }
  return apart
    .filter((row) => row.length > 0)
    .flatMap((segments, row) =>
      columns.map(({ start, end }, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        lines: segments.filter((one) => one.start >= start && one.start < end).map(({ text }) => text),
      })),
    )
}

/** Whether one of the columns seen so far ends up joined with the next. */
function loses(before: readonly Gutter[], after: readonly Gutter[], lines: readonly Line[], right: number): boolean {
  return before.some(
    (gutter, at) =>
      !after.some((one) => one.left >= gutter.left && one.right <= gutter.right) &&
      isRegular(lines, gutter, before[at + 1]?.left ?? right),
  )
}

/** A line of the heads above that of "TT": close to it, clear of the gutters, and no heading of a section. */
function isAbove(line: Line, below: Line, gutters: readonly Gutter[]): boolean {
  const isClose = below.top - line.bottom < heightOf(line) * 0.8
  return isClose && line.left > gutters[0]!.left && isClear(line, gutters) && !LINE_MARK.test(line.text)
}

function columnsBetween(gutters: readonly Gutter[], lines: readonly Line[]): { start: number; end: number }[] {
  const edges = gutters.map(({ left, right }) => (left + right) / 2)
  const start = Math.min(...lines.map((line) => line.left))
  const end = Math.max(...lines.map((line) => line.right))
  return [start, ...edges].map((from, at) => ({ start: from, end: edges[at] ?? Math.max(end, from + 1) }))
}

/** The number of a group, and its title across the columns. */
function groupOf({ words, left, right, text }: Line): Segment[] {
  const [number, ...title] = words
  if (!/^\S+$/.test(number!.text) || title.length === 0) return [{ start: left, end: right, text }]
  const { left: start, text: rest } = lineOf(title)
  return [
    { start: left, end: number!.right, text: number!.text },
    { start, end: right, text: rest },
  ]
}

/** The texts of each line by column; an empty row where a row of the table ends. */
function rowsOf(lines: readonly Line[], columns: readonly { start: number; end: number }[]): Segment[][] {
  const rows: Segment[][] = []
  const ends = rowEnds(lines, columns)
  let passed = 0
  for (const line of lines) {
    let isNew = false
    for (; passed < ends.length && middle(line).y > ends[passed]!; passed++) isNew = true
    if (isNew) rows.push([])
    if (isGroup(line)) rows.push([], groupOf(line), [])
    else rows.push(columns.flatMap((column) => textIn(line, column)))
  }
  return rows
}

function textIn(line: Line, { start, end }: { start: number; end: number }): Segment[] {
  const words = line.words.filter((word) => middle(word).x >= start && middle(word).x < end + 0.01)
  if (words.length === 0) return []
  const { text, left, right } = lineOf(words)
  return text === '' ? [] : [{ start: Math.max(left, start), end: Math.min(right, end - 0.01), text }]
}

/** Lines of two cells are farther apart than those of one, by at least this factor. */
const CELL_STEP = 1.2
/** Share of the numbers that begin a row, where cells stand at its top. */
const AT_TOP = 0.8

/**
 * Heights at which rows end, by the steps in the column with the most lines. Numbers that stand first in their rows decide
 * which of the steps are ends; others are paragraphs of one cell.
 */
function rowEnds(lines: readonly Line[], columns: readonly { start: number; end: number }[]): number[] {
  const inColumn = columns.map(({ start, end }) =>
    lines.flatMap((line) => {
      const words = isGroup(line) ? [] : line.words.filter((word) => middle(word).x >= start && middle(word).x < end)
      return words.length > 0 ? [lineOf(words)] : []
    }),
  )
  const fullest = inColumn.reduce((most, own) => (own.length > most.length ? own : most), [])
  const steps = fullest.slice(1).map((line, at) => line.top - fullest[at]!.top)
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length * 0.3)] ?? 0
  const ends = steps.flatMap((step, at) =>
    step > usual * CELL_STEP ? [(fullest[at]!.bottom + fullest[at + 1]!.top) / 2] : [],
  )
  const numbers = inColumn[0]!.filter(({ text }) => NUMBER.test(text))
  const isTop = (end: number): boolean =>
    numbers.some((number) => number.top > end - 2 && number.top < end + usual * CELL_STEP)
  const atTop = ends.filter(isTop)
  return atTop.length >= numbers.length * AT_TOP - 1 ? atTop : ends
}
