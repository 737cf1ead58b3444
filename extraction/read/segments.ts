import { overlaps } from '../language/spans.ts'
import type { FoundCell } from './compose.ts'

/**
 * Columns of a page kept in plain text by runs of spaces, as `pdftotext -layout` writes them: a table, or two texts side by
 * side. Lines read straight across would mix the columns.
 */
export type Region =
  | { kind: 'table'; from: number; to: number; cells: FoundCell[]; rows: number; columns: number; headerRows: number }
  | { kind: 'sides'; from: number; to: number; lines: string[] }

/** Words of one line with no wider gap than one space between them, and where they stand, in characters. */
export interface Segment {
  start: number
  end: number
  text: string
}

export interface Column {
  start: number
  end: number
}

/** Widest line that is looked at; longer lines are paragraphs. */
export const WIDEST = 400

export function segmentsOf(line: string): Segment[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
  }))
}

/** A title in the middle of the page. */
export function isTitle(line: string): boolean {
  return /^\s{12,}\S/.test(line) && /\p{L}{2}/u.test(line) && line.trim() === line.trim().toUpperCase()
}

/** What numbers a row or a group of rows. */
export const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,3}){0,2}|[IVX]{1,5}(?:\.\d{1,2})?|[A-Z])[.)]?$/

/** In a table below a head also "a)": the head says that its first column counts. */
export const COUNTED_ROW = new RegExp(`${ORDINAL.source}|^[a-zđ]\\)$`)

/**
 * The columns that the names in the lines of a head stand for, from left to right. Names above each other are one column; a
 * text over two of them is the name of both and counts for neither.
 */
export function columnsOfNames(names: readonly Column[]): Column[] {
  const columns: Column[] = []
  for (const name of names) {
    const over = names.filter((other) => overlaps(name, other))
    if (over.some((one) => over.some((two) => one.end <= two.start))) continue
    const met = columns.filter((column) => overlaps(column, name))
    const all = [name, ...met]
    for (const one of met) columns.splice(columns.indexOf(one), 1)
    columns.push({ start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) })
  }
  return columns.sort((a, b) => a.start - b.start)
}
