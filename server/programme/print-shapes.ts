import { type Static, Type } from 'typebox'
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
