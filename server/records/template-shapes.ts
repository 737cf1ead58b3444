import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, Version, words } from '../platform/shapes.ts'
import { DraftContent } from './draft-content.ts'
import { Kind, Line } from './outgoing-shapes.ts'

const strict = { additionalProperties: false } as const

export const TemplateRow = Type.Object({
  id: Id,
  version: Version,
  kind: Type.String(),
  name: Type.String(),
  /** Of the text in use, or of the latest. */
  about: Type.String(),
  /** False: for every body, kept with the product. */
  isOwn: Type.Boolean(),
  /** The text that drafts begin with; null: not in use yet, and shown to clerks alone. */
  used: Nullable(Type.Object({ number: Type.Integer(), at: Instant, by: Type.String() })),
  latest: Type.Object({ number: Type.Integer(), madeAt: Instant, madeBy: Type.String() }),
})
export type TemplateRow = Static<typeof TemplateRow>
const Fields = Type.Array(Type.Object({ name: Type.String(), meaning: Type.String(), meaningEn: Type.String() }))
export const TemplateList = Type.Object({ rows: Type.Array(TemplateRow), fields: Fields })
export const TemplateQuery = Type.Object(
  {
    kind: Type.Optional(Kind),
    /** Those that a draft can begin with, and no others. */
    inUse: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type TemplateQuery = Static<typeof TemplateQuery>

export const TemplateDetail = Type.Object({
  ...TemplateRow.properties,
  /** The newest first. */
  texts: Type.Array(
    Type.Object({
      number: Type.Integer(),
      about: Type.String(),
      content: DraftContent,
      madeAt: Instant,
      madeBy: Type.String(),
    }),
  ),
  fields: Fields,
  /** Whether the actor may change it, put a text in use, retire it. */
  mayChange: Type.Boolean(),
})
export type TemplateDetail = Static<typeof TemplateDetail>

export const NewTemplate = Type.Object({ kind: Kind, name: words(200), about: Line, content: DraftContent }, strict)
export type NewTemplate = Static<typeof NewTemplate>
export const UseTemplate = Type.Object({ number: Type.Integer({ minimum: 1 }) }, strict)
export type UseTemplate = Static<typeof UseTemplate>
