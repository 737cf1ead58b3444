import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { VERDICTS } from './case-order.ts'
import { Cursor, Limit, Line, MOST_CASES, mayOf, Named, strict, Text, Words } from './case-shapes.ts'

export const HAND_OVER_STATES = ['offered', 'accepted', 'returned'] as const
export const NewHandOver = Type.Object(
  {
    caseIds: Type.Array(Id, { minItems: 1, maxItems: MOST_CASES, uniqueItems: true }),
    words: Type.Optional(Words),
  },
  strict,
)
export type NewHandOver = Static<typeof NewHandOver>
export const AcceptHandOver = Type.Object(
  {
    /** Those of the list that go back, each with why. */
    except: Type.Optional(Type.Array(Type.Object({ caseId: Id, reason: Words }, strict), { maxItems: MOST_CASES })),
    words: Type.Optional(Line),
  },
  strict,
)
export type AcceptHandOver = Static<typeof AcceptHandOver>
export const HandOverQuery = Type.Object(
  { state: Type.Optional(oneOf(HAND_OVER_STATES)), cursor: Cursor, limit: Limit },
  strict,
)
export type HandOverQuery = Static<typeof HandOverQuery>
export const HandOverRow = Type.Object({
  id: Id,
  version: Version,
  state: oneOf(HAND_OVER_STATES),
  unit: Named,
  offeredAt: Instant,
  offeredBy: Type.String(),
  answeredAt: Nullable(Instant),
  answeredBy: Text,
  cases: Type.Integer(),
  files: Type.Integer(),
  /** Files whose signatures nobody vouches for. */
  doubts: Type.Integer(),
  may: mayOf(['accept', 'return'] as const),
})
export type HandOverRow = Static<typeof HandOverRow>
export const HandOverList = Type.Object({ rows: Type.Array(HandOverRow), nextCursor: Nullable(Type.String()) })
export type HandOverList = Static<typeof HandOverList>
export const HandOver = Type.Object({
  ...HandOverRow.properties,
  agency: Named,
  words: Text,
  answeredWords: Text,
  notation: Text,
  hasMinutes: Type.Boolean(),
  packageSha256: Type.String(),
  packageSize: Type.Integer(),
  /** False: the package was destroyed with one of its cases. */
  hasPackage: Type.Boolean(),
  list: Type.Array(
    Type.Object({
      caseId: Id,
      position: Type.Integer(),
      code: Text,
      title: Type.String(),
      year: Type.Integer(),
      retentionYears: Nullable(Type.Integer()),
      files: Type.Integer(),
      isAccepted: Nullable(Type.Boolean()),
      reason: Text,
      doubts: Type.Array(Type.Object({ path: Type.String(), verdict: oneOf(VERDICTS) })),
    }),
  ),
})
export type HandOver = Static<typeof HandOver>
