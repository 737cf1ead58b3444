import { type Static, Type } from 'typebox'
import type { Column } from '../platform/official-document/model.ts'
import { oneOf } from '../platform/shapes.ts'
import { OfDay } from './shapes.ts'

export const PrintQuery = Type.Object(
  {
    format: oneOf(['docx', 'pdf', 'xlsx'] as const),
    /** Under which headings the rows stand; left out: by agency. */
    by: Type.Optional(oneOf(['agency', 'month'] as const)),
    ...OfDay,
  },
  { additionalProperties: false },
)
export type PrintQuery = Static<typeof PrintQuery>

/** A programme as printed: its lines above the table, and the table's rows, each a section (one cell) or an entry. */
export interface Printed {
  fileName: string
  title: string
  basis: string
  columns: readonly Column[]
  rows: string[][]
}
