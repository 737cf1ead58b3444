import type { FoundCell } from './compose.ts'
import { ORDINAL } from './segments.ts'

/** Rows with a tab between their cells, from one line on. */
interface TabbedTable {
  cells: FoundCell[]
  rows: number
  columns: number
  headerRows: number
}

const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 2

/**
 * The rows that begin at a line: the same number of cells in each, with one tab between two cells, or with as many as bring
 * the next one to its column. Null if there are fewer than two rows of three columns.
 */
export function tabbedAt(lines: readonly string[], from: number, to: number): TabbedTable | null {
  if (!lines[from]?.includes('\t')) return null
  return rowsAt(lines, from, to, /\t/) ?? rowsAt(lines, from, to, /\t+/)
}

function rowsAt(lines: readonly string[], from: number, to: number, gap: RegExp): TabbedTable | null {
  const cellsOf = (line: string): string[] => line.split(gap).map((text) => text.trim())
  const columns = cellsOf(lines[from]!).length
  if (columns < FEWEST_COLUMNS) return null
  const rows: string[][] = []
  for (let at = from; at < to; at++) {
    const row = cellsOf(lines[at]!)
    // A signature that is moved to the right with tabs has one text only.
    if (row.length !== columns || row.filter(Boolean).length < FEWEST_COLUMNS - 1) break
    rows.push(row)
  }
  if (rows.length < FEWEST_ROWS) return null
  const cells = rows.flatMap((row, at) =>
    row.map((text, column) => ({ row: at, column, rowSpan: 1, columnSpan: 1, lines: [text] })),
  )
  return { cells, rows: rows.length, columns, headerRows: ORDINAL.test(rows[0]![0]!) ? 0 : 1 }
}
