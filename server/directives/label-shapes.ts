import type { LabelRole } from '@dieuhanh/extraction'
import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'

/** What the words after a label are: those of the library. */
export const LABEL_ROLES = [
  'lead',
  'coordinating',
  'deadline',
  'product',
  'target',
  'content',
  'other',
] as const satisfies readonly LabelRole[]

/** POST /api/directives/labels */
export const AddLabel = Type.Object({ phrase: words(100), role: oneOf(LABEL_ROLES) }, { additionalProperties: false })
export type AddLabel = Static<typeof AddLabel>
export const LabelParams = Type.Object({ labelId: Id })
export const LabelRow = Type.Object({
  id: Id,
  phrase: Type.String(),
  role: oneOf(LABEL_ROLES),
  version: Version,
  addedAt: Instant,
  addedBy: Type.String(),
  /** Null: in force. */
  withdrawnAt: Nullable(Instant),
  withdrawnBy: Nullable(Type.String()),
})
export type LabelRow = Static<typeof LabelRow>
export const LabelQuery = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 100 })),
    role: Type.Optional(oneOf(LABEL_ROLES)),
    /** Those in force, unless withdrawn ones are requested. */
    state: Type.Optional(oneOf(['inForce', 'withdrawn'] as const)),
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
)
export type LabelQuery = Static<typeof LabelQuery>
/** GET /api/directives/knowledge: `Knowledge` of the library. */
export const KnowledgeCard = Type.Object({
  units: Type.Array(Type.Object({ name: Type.String(), aliases: Type.Array(Type.String()) })),
  labels: Type.Array(Type.Object({ phrase: Type.String(), role: oneOf(LABEL_ROLES) })),
})
export type KnowledgeCard = Static<typeof KnowledgeCard>
export const LabelList = Type.Object({ rows: Type.Array(LabelRow), nextCursor: Nullable(Type.String()) })
export type LabelList = Static<typeof LabelList>
