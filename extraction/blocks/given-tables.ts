import { passageOf } from '../language/passage.ts'
import type { Block, Span } from '../shapes.ts'
import type { Row, Table, TableCell } from './fragments.ts'
import type { Line } from './pieces.ts'
import { hasPlanHeads } from './tables.ts'

/** Tables whose cells the file states, or bars between them show. */

/** A row of heads with no row below it inside the table: its rows follow as plain lines, and often more of its heads. */
export function isTornHeader(source: string, block: Block): boolean {
  const cells = block.cells!
  if (cells.some(({ row, span }) => row > 0 || span.end === span.start)) return false
  return cells.length >= 2 && hasPlanHeads(tableOfBlock(source, block, false))
}

export function tableOfBlock(source: string, block: Block, hasMerges: boolean): Table {
  const byRow = new Map<number, TableCell[]>()
  for (const cell of block.cells ?? []) {
    const row = byRow.get(cell.row) ?? []
    row.push({
      column: cell.column,
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
      passage: passageOf(source, [cell.span]),
    })
    byRow.set(cell.row, row)
  }
  const rows = [...byRow.entries()].sort((a, b) => a[0] - b[0]).map(([, cells]) => rowOf(cells, block.span))
  const mergesKnown = hasMerges || (block.cells ?? []).some(({ rowSpan }) => rowSpan > 1)
  return { kind: 'table', span: block.span, rows, headerRows: block.headerRows ?? null, mergesKnown }
}

/** A merged cell that a converter wrote again in each column it covers has at least so many of these, side by side. */
const REPEATED = 3
/** A shorter text may well be the value of several columns: "x", "2026". */
const SHORTEST_REPEATED = 8

/** "I | Quy hoạch bến đò | Quy hoạch bến đò | Quy hoạch bến đò" is one cell over three columns. */
function withoutRepeats(cells: TableCell[]): TableCell[] {
  const kept: TableCell[] = []
  for (let at = 0; at < cells.length; ) {
    const { text } = cells[at]!.passage
    let end = at + 1
    while (text.length >= SHORTEST_REPEATED && cells[end]?.passage.text === text) end++
    if (end - at < REPEATED) end = at + 1
    const columnSpan = cells[end - 1]!.column + cells[end - 1]!.columnSpan - cells[at]!.column
    kept.push({ ...cells[at]!, columnSpan })
    at = end
  }
  return kept
}

function rowOf(given: TableCell[], fallback: Span): Row {
  const cells = withoutRepeats(given)
  const spans = cells.filter((cell) => cell.passage.text !== '').map((cell) => cell.passage.span())
  const first = spans[0] ?? { start: fallback.start, end: fallback.start }
  return { span: { start: first.start, end: spans.at(-1)?.end ?? first.end }, cells }
}

/** Rows with bars but without a ruler line, as in text made from web pages. */
export function tableOfPipes(source: string, lines: readonly Line[]): Table {
  const bordered = lines.every((line) => /^\s*\|.*\|\s*$/.test(line.text))
  const rows: Row[] = []
  for (const line of lines) {
    if (/^[\s|:-]+$/.test(line.text) && line.text.includes('-')) continue
    rows.push(rowOf(cellsOfPipes(source, line, bordered), line))
  }
  const span = { start: lines[0]!.start, end: lines.at(-1)!.end }
  return { kind: 'table', span, rows, headerRows: null, mergesKnown: false }
}

function cellsOfPipes(source: string, line: Line, bordered: boolean): TableCell[] {
  const cells: TableCell[] = []
  const open = bordered ? (/^\s*\|/.exec(line.text)?.[0].length ?? 0) : 0
  const close = /\|\s*$/.exec(line.text.slice(open))?.[0].length ?? 0
  let start = line.start + open
  const stop = line.end - (open > 0 ? close : 0)
  while (start <= stop) {
    const bar = source.indexOf('|', start)
    const end = bar < 0 || bar > stop ? stop : bar
    cells.push({ column: cells.length, columnSpan: 1, rowSpan: 1, passage: passageOf(source, [{ start, end }]) })
    start = end + 1
  }
  return cells
}
