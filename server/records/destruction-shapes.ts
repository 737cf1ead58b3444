import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { Cursor, Limit, Line, MOST_CASES, mayOf, Named, strict, Text, Words } from './case-shapes.ts'
import { CASE_STATES, DESTRUCTION_STATES } from './case-state.ts'

export const DESTRUCTION_SCREEN_ACTS = ['consider', 'decide', 'decline', 'withdraw', 'carryOut'] as const
export const NewDestruction = Type.Object(
  { caseIds: Type.Array(Id, { minItems: 1, maxItems: MOST_CASES, uniqueItems: true }), reason: Words },
  strict,
)
export type NewDestruction = Static<typeof NewDestruction>
/** The opinion of the council that considers what is to be destroyed. */
export const Consider = Type.Object({ council: Line, councilOn: Day, words: Words }, strict)
export type Consider = Static<typeof Consider>
export const Decide = Type.Object({ decision: words(60), decidedOn: Day }, strict)
export type Decide = Static<typeof Decide>
export const CarryOut = Type.Object({ on: Day, witnesses: Line }, strict)
export type CarryOut = Static<typeof CarryOut>
export const CarriedOut = Type.Object({ version: Version, destroyed: Type.Integer(), kept: Type.Integer() })
export type CarriedOut = Static<typeof CarriedOut>

export const DestructionQuery = Type.Object(
  { state: Type.Optional(oneOf(DESTRUCTION_STATES)), cursor: Cursor, limit: Limit },
  strict,
)
export type DestructionQuery = Static<typeof DestructionQuery>
export const DestructionRow = Type.Object({
  id: Id,
  version: Version,
  state: oneOf(DESTRUCTION_STATES),
  agency: Named,
  reason: Type.String(),
  proposedAt: Instant,
  proposedBy: Type.String(),
  decision: Text,
  decidedOn: Nullable(Day),
  cases: Type.Integer(),
  may: mayOf(DESTRUCTION_SCREEN_ACTS),
})
export type DestructionRow = Static<typeof DestructionRow>
export const DestructionList = Type.Object({ rows: Type.Array(DestructionRow), nextCursor: Nullable(Type.String()) })
export type DestructionList = Static<typeof DestructionList>
export const Destruction = Type.Object({
  ...DestructionRow.properties,
  council: Text,
  councilOn: Nullable(Day),
  councilWords: Text,
  decidedBy: Text,
  endedWords: Text,
  carriedOutOn: Nullable(Day),
  witnesses: Text,
  hasMinutes: Type.Boolean(),
  list: Type.Array(
    Type.Object({
      caseId: Id,
      code: Text,
      title: Type.String(),
      year: Type.Integer(),
      state: oneOf(CASE_STATES),
      retentionYears: Nullable(Type.Integer()),
      keptUntil: Nullable(Day),
    }),
  ),
})
export type Destruction = Static<typeof Destruction>
