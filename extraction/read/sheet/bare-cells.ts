import type { FoundCell } from '../compose.ts'
import { LINE_MARK } from '../lines.ts'
import { COUNTED_ROW } from '../segments.ts'
import type { SheetTable } from './grid.ts'
import { type Column, columnsOf, type RowOfLines, rowsBetween } from './row-ends.ts'
import { around, firstAbove, type Line, leftOutOf, lineOf, middle, type Rule, type Sheet } from './sheet.ts'
import type { Stripe } from './stripes.ts'

/** Lines of a head, and of the rest of a cell, are closer than this share of their height. */
export const CLOSE = 0.3

/** Where the columns of a table were that reached the end of its page. */
export interface OpenTable {
  stripes: readonly Stripe[]
  /** Where its columns part, the same on each page of the table. */
  borders: readonly number[]
  /** Where the texts of each column begin. */
  edges: readonly number[]
}

export interface Laid {
  table: SheetTable
  lines: Line[]
  to: number
  open: OpenTable
  /** Some rows have several numbers, or many none, though the rows are counted. */
  isMiscounted: boolean
}

/** The lines of a table, as far as they were found. */
export interface Found {
  from: number
  /** The last line of the head; the one before `from` on a further page. */
  head: number
  to: number
  across: ReadonlySet<Line>
  stripes: readonly Stripe[]
  /** Those of the page before, if the same columns go on. */
  borders: readonly number[] | null
  height: number
}

interface Place {
  start: number
  end: number
}

/** The cells of a table from its lines and the white stripes between its columns; null if it has no row. */
export function laid(sheet: Sheet, lines: readonly Line[], found: Found): Laid | null {
  const { from, head, stripes, height } = found
  const all = lines.slice(from, found.to)
  const { left, right } = around([...all])
  const middles = stripes.map((stripe) => (stripe.left + stripe.right) / 2)
  const places = [left - height, ...middles].map((start, at) => ({ start, end: middles[at] ?? right + height }))
  const isAcross = (line: Line): boolean => found.across.has(line) || isGroup(line, places)
  const own = all.slice(0, ending(all, head - from, places, isAcross, height))
  const isHeaded = head >= from
  const body = own.slice(head - from + 1)
  if (!body.some((line) => !isAcross(line) && filled(line, places).length > 1)) return null
  const columns = columnsOf(
    own.filter((line) => !isAcross(line)),
    places,
  )
  const across = own.filter(isAcross)
  const { rows: parted, isSure } = rowsBetween(columns, across, rulesAcross(sheet.rules, own, left, right), isHeaded)
  const rows = isHeaded ? withHead(parted, middle(lines[head]!).y) : parted
  if (isHeaded && rows.length < 2) return null
  const cells = joined(cellsOf(columns, rows), isHeaded ? 1 : 0)
  const borders = found.borders ?? [0, ...middles]
  const table: SheetTable = {
    kind: 'table',
    page: sheet.page,
    cells,
    borders: [...borders],
    ...around(own),
    ...(isHeaded ? { headerRows: 1 } : {}),
    ...(isSure ? {} : { isDoubtful: true }),
  }
  const edges = columns.map((column) => usualLeft(column))
  return {
    table,
    lines: own,
    to: from + own.length,
    open: { stripes, borders, edges },
    isMiscounted: !isSure || !isCounted(cells),
  }
}

/** Share of the rows of a counted table that have a number. */
const COUNTED = 0.8

/** Whether each row has its one number, if the first column counts rows; the first row is a head, or the rest of a row. */
function isCounted(cells: readonly FoundCell[]): boolean {
  const firsts = cells.filter((cell) => cell.column === 0 && cell.columnSpan === 1 && cell.row > 0)
  const counts = firsts.map(({ lines }) => lines.filter((line) => COUNTED_ROW.test(line)).length)
  const counted = counts.filter((count) => count > 0).length
  return counted === 0 || (counts.every((count) => count < 2) && counted >= counts.length * COUNTED)
}

/** The head is one row, however its lines stand. */
function withHead(rows: readonly RowOfLines[], y: number): RowOfLines[] {
  const head = rows.findIndex((row) => row.bottom > y)
  return rows.slice(Math.max(0, head))
}

/** The columns in which a line has text. */
function filled({ words }: Line, places: readonly Place[]): Place[] {
  return places.filter(({ start, end }) => words.some((word) => middle(word).x >= start && middle(word).x < end))
}

/** "II. Hạ tầng số", alone on its line. */
function isGroup(line: Line, places: readonly Place[]): boolean {
  return /^(?:[IVX]{1,5}|[A-ZĐ])[.)]\s+\p{Lu}/u.test(line.text) && filled(line, places).length === 1
}

/** The line after the last row: what follows that fills one column only is the rest of its cell, if it stands close. */
function ending(
  lines: readonly Line[],
  head: number,
  places: readonly Place[],
  isAcross: (line: Line) => boolean,
  height: number,
): number {
  let last = lines.length - 1
  while (last > head && (isAcross(lines[last]!) || filled(lines[last]!, places).length < 2)) last--
  let to = last + 1
  while (to < lines.length && isRest(lines, to, places, height) && !isAcross(lines[to]!)) to++
  return to
}

/** Lines between two of one cell: those of the cells beside it, if they stand in the middle. */
const BESIDE = 3

function isRest(lines: readonly Line[], at: number, places: readonly Place[], height: number): boolean {
  const line = lines[at]!
  const column = filled(line, places)[0]!
  const above = lines.slice(Math.max(0, at - BESIDE), at).findLast((one) => filled(one, places).includes(column))
  return above !== undefined && line.top - above.bottom < height * CLOSE * 1.5 && !LINE_MARK.test(line.text)
}

/** Rules over most of the table's width, between its lines. */
function rulesAcross(rules: readonly Rule[], lines: readonly Line[], left: number, right: number): Rule[] {
  const { top, bottom } = around([...lines])
  return rules.filter(
    (rule) =>
      rule.top > top &&
      rule.bottom < bottom &&
      Math.min(rule.right, right) - Math.max(rule.left, left) > (right - left) * 0.8,
  )
}

function cellsOf(columns: readonly Column[], rows: readonly RowOfLines[]): FoundCell[] {
  const bottoms = rows.map((row) => row.bottom)
  const texts: Line[][][] = rows.map(() => columns.map(() => []))
  columns.forEach(({ lines }, column) => {
    for (const line of lines) texts[Math.min(rows.length - 1, firstAbove(bottoms, middle(line).y))]![column]!.push(line)
  })
  return rows.flatMap(({ across }, row): FoundCell[] => {
    const place = { row, rowSpan: 1 }
    if (across.length > 0) {
      return acrossCells(across, columns).map((cell) => ({ ...place, ...cell }))
    }
    return texts[row]!.map((own, column) => ({
      ...place,
      column,
      columnSpan: 1,
      lines: own.map(({ text }) => text),
      leftOut: leftOutOf(own),
    }))
  })
}

type Wide = Pick<FoundCell, 'column' | 'columnSpan' | 'lines' | 'leftOut'>

/** The name of a group across the columns; its number, where it stands apart below those of the rows, is a cell of its own. */
function acrossCells(across: readonly Line[], columns: readonly Column[]): Wide[] {
  const [number, ...title] = across[0]!.words
  const leftOut = leftOutOf(across)
  const isNumbered = COUNTED_ROW.test(number!.text.trim()) && number!.right < columns[0]!.end && title.length > 0
  if (!isNumbered || title[0]!.left < columns[0]!.end)
    return [{ column: 0, columnSpan: columns.length, lines: across.map(({ text }) => text), leftOut }]
  const lines = [lineOf(title), ...across.slice(1)].map(({ text }) => text)
  return [
    { column: 0, columnSpan: 1, lines: [number!.text.trim()] },
    { column: 1, columnSpan: columns.length - 1, lines, leftOut },
  ]
}

/** Puts a row whose texts all go on in the middle of a sentence to the one above it. */
function joined(cells: readonly FoundCell[], first: number): FoundCell[] {
  const rows: FoundCell[][] = []
  for (const cell of cells) {
    if (cell.row === rows.length) rows.push([])
    rows[cell.row]!.push(cell)
  }
  const kept: FoundCell[][] = []
  for (const row of rows) {
    const above = kept.at(-1)
    const texts = row.flatMap(({ lines }) => lines[0] ?? [])
    const goesOn =
      kept.length > first && above?.length === row.length && row.length > 1 && /^\p{Ll}/u.test(texts[0] ?? '')
    if (goesOn && !COUNTED_ROW.test(texts[0]!)) {
      row.forEach(({ lines, leftOut }, column) => {
        above![column]!.lines.push(...lines)
        above![column]!.leftOut?.push(...(leftOut ?? []))
      })
    } else kept.push(row)
  }
  return kept.flatMap((row, at) => row.map((cell) => ({ ...cell, row: at })))
}

/** Where most texts of a column begin. */
function usualLeft({ lines }: Column): number {
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b)
  return lefts[Math.floor(lefts.length / 2)] ?? Number.NaN
}
