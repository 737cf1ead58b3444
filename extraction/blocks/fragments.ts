import type { Passage } from '../language/passage.ts'
import type { Span } from '../shapes.ts'

/** The document in reading order: whole paragraphs, however the file wrapped them, and tables with their cells. */
export type Fragment = Paragraph | Table

export interface Paragraph {
  kind: 'paragraph'
  passage: Passage
  /** The format marks it as a heading (Markdown #, HTML h1–h6, a Word style). */
  heading: boolean
}

export interface Table {
  kind: 'table'
  span: Span
  rows: Row[]
  headerRows: number | null
  /** The source states which cells are merged, so a cell that is empty there is no part of the one above it. */
  mergesKnown: boolean
}

export interface Row {
  span: Span
  cells: TableCell[]
}

export interface TableCell {
  column: number
  columnSpan: number
  rowSpan: number
  passage: Passage
}
