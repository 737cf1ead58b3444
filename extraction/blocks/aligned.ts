import { passageOf } from '../language/passage.ts'
import type { Span } from '../shapes.ts'
import type { Row, Table, TableCell } from './fragments.ts'
import { isApartFrom, type Line } from './pieces.ts'
import { type ColumnRole, rolesOfHeads } from './tables.ts'

/** Part of a line between wide gaps, with its place on the line. */
interface Segment extends Span {
  /** First and last column of characters. */
  left: number
  right: number
  text: string
}

interface Column {
  left: number
  right: number
  heads: Segment[]
}

const GAP = /\S+(?:\s\S+)*/g
const MOST_HEAD_LINES = 4
const FEWEST_COLUMNS = 3
const MOST_ROW_LINES = 60

export interface Aligned {
  table: Table
  /** First line after the table. */
  end: number
}

/**
 * The table that begins at a line whose cells stand below each other, as text taken from a PDF with its layout has
 * them: the heads give the columns, and each later piece belongs to the column that it stands below. A block between empty
 * lines is one row; a block with several numbers has a row at each. Null if the line is no header of a plan.
 */
export function alignedAt(source: string, lines: readonly Line[], from: number): Aligned | null {
  if (!/\S\s{2,}\S/.test(lines[from]!.text)) return null
  const header = headerOf(source, lines, from)
  if (!header) return null
  const { columns, ordinal } = header
  const rows: Segment[][][] = []
  let at = header.end
  while (at < lines.length) {
    let end = at + 1
    while (end < lines.length && end - at < MOST_ROW_LINES && !isApartFrom(source, lines[end - 1]!, lines[end]!)) end++
    const laid = lines.slice(at, end).map((line) => laidOut(segmentsOf(line), columns))
    const stop = laid.indexOf(null)
    const own = (stop < 0 ? laid : laid.slice(0, stop)) as Segment[][][]
    addRows(rows, own, ordinal)
    at = stop < 0 ? end : at + stop
    if (stop >= 0) break
  }
  const full = rows.filter((row) => row[ordinal]!.length > 0)
  if (full.length < 2 || full.some((row) => row.filter((cell) => cell.length > 0).length < 2)) return null
  return { table: tableOf(source, columns, rows), end: at }
}

function segmentsOf(line: Line): Segment[] {
  return [...line.text.matchAll(GAP)].map((hit) => ({
    start: line.start + hit.index,
    end: line.start + hit.index + hit[0].length,
    left: hit.index,
    right: hit.index + hit[0].length,
    text: hit[0],
  }))
}

/** The heads, over up to four lines, with the column of numbers: without it rows cannot be told apart. */
function headerOf(
  source: string,
  lines: readonly Line[],
  from: number,
): { columns: Column[]; ordinal: number; end: number } | null {
  const columns: Column[] = []
  let best: { columns: Column[]; ordinal: number; end: number } | null = null
  let most = 0
  for (let at = from; at < Math.min(lines.length, from + MOST_HEAD_LINES); at++) {
    const segments = segmentsOf(lines[at]!)
    if (at > from && isApartFrom(source, lines[at - 1]!, lines[at]!)) break
    if (segments.some((segment) => /^\d{1,3}\.?$/.test(segment.text))) break
    for (const segment of segments) {
      const column = columns.find((one) => one.left < segment.right && segment.left < one.right)
      if (column) {
        column.left = Math.min(column.left, segment.left)
        column.right = Math.max(column.right, segment.right)
        column.heads.push(segment)
      } else columns.push({ left: segment.left, right: segment.right, heads: [segment] })
    }
    const sorted = [...columns].sort((a, b) => a.left - b.left)
    const roles = rolesOf(sorted)
    const known = roles.filter((role) => role !== 'other').length
    const ordinal = roles.indexOf('ordinal')
    const isPlan = roles.includes('content') && (roles.includes('lead') || roles.includes('deadline'))
    // A further line belongs to the heads if it makes more of them known, or only ends them.
    const isMore = known > most || segments.every((segment) => /^[\p{Ll}(/]/u.test(segment.text))
    most = Math.max(most, known)
    if (isPlan && isMore && ordinal === 0 && known >= FEWEST_COLUMNS && known >= roles.length * 0.5)
      best = { columns: sorted.map((column) => ({ ...column, heads: [...column.heads] })), ordinal, end: at + 1 }
  }
  return best
}

function rolesOf(columns: readonly Column[]): ColumnRole[] {
  return rolesOfHeads(
    columns.map(({ heads }) => {
      const passage = passageOf(heads.map((head) => head.text).join(' '), [
        { start: 0, end: heads.reduce((sum, head) => sum + head.text.length + 1, -1) },
      ])
      return passage.text.length < 90 ? passage.plain : ''
    }),
  )
}

/** The segments of a line by column, or null if one runs across the columns: running text. */
function laidOut(segments: readonly Segment[], columns: readonly Column[]): Segment[][] | null {
  const cells: Segment[][] = columns.map(() => [])
  for (const segment of segments) {
    const place = placeOf(segment, columns)
    if (place === null) return null
    cells[place]!.push(segment)
  }
  return cells
}

function placeOf(segment: Segment, columns: readonly Column[]): number | null {
  const covered = columns.filter((column) => column.left < segment.right && segment.left < column.right)
  if (covered.length > 1) return null
  if (covered.length === 1) return columns.indexOf(covered[0]!)
  const distance = ({ left, right }: Column): number =>
    Math.min(Math.abs(left - segment.right), Math.abs(segment.left - right))
  let best = 0
  columns.forEach((column, at) => {
    if (distance(column) < distance(columns[best]!)) best = at
  })
  return best
}

/** Adds the lines of one block: to a new row, to several at its numbers, or to the row above if it has none. */
function addRows(rows: Segment[][][], lines: readonly Segment[][][], ordinal: number): void {
  const numbers = lines.filter((line) => line[ordinal]!.length > 0).length
  const blank = (): Segment[][] => lines[0]!.map(() => [])
  if (lines.length === 0) return
  if (numbers === 1 || rows.length === 0) rows.push(blank())
  for (const line of lines) {
    if (numbers > 1 && line[ordinal]!.length > 0) rows.push(blank())
    line.forEach((cell, column) => {
      rows.at(-1)![column]!.push(...cell)
    })
  }
}

function tableOf(source: string, columns: readonly Column[], rows: readonly Segment[][][]): Table {
  const rowOf = (cells: readonly (readonly Segment[])[]): Row => {
    const spans = cells.flat()
    const laid: TableCell[] = cells.map((cell, column) => ({
      column,
      columnSpan: 1,
      rowSpan: 1,
      passage: passageOf(source, cell),
    }))
    return {
      span: { start: Math.min(...spans.map((one) => one.start)), end: Math.max(...spans.map((one) => one.end)) },
      cells: laid,
    }
  }
  const all = [rowOf(columns.map(({ heads }) => heads)), ...rows.filter((row) => row.flat().length > 0).map(rowOf)]
  return {
    kind: 'table',
    span: { start: all[0]!.span.start, end: all.reduce((end, row) => Math.max(end, row.span.end), 0) },
    rows: all,
    headerRows: 1,
  }
}
