import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, oneOf, words } from '../platform/shapes.ts'
import { EvidenceIds } from './subtask-act-shapes.ts'

const strict = { additionalProperties: false }
const Words = words(4000)
export const ReportProgress = Type.Object(
  {
    percent: Type.Integer({ minimum: 0, maximum: 100 }),
    body: Words,
    obstacles: Type.Optional(Words),
    /** What the agency proposes to the giver. */
    proposals: Type.Optional(Words),
    /** The period it answers for; the oldest awaited one where left out, none where null. */
    periodId: Type.Optional(Nullable(Id)),
    evidence: Type.Optional(EvidenceIds),
    measurements: Type.Optional(
      Type.Array(
        Type.Object(
          { targetId: Id, value: Type.Number(), measuredOn: Type.Optional(Day), note: Type.Optional(Words) },
          strict,
        ),
      ),
    ),
  },
  strict,
)
export type ReportProgress = Static<typeof ReportProgress>
/** The agency's claim: the day it was finished, and the product's number and date. */
export const ReportDone = Type.Object(
  {
    completedOn: Day,
    body: Words,
    productNumber: Type.Optional(Type.String({ maxLength: 200 })),
    productDate: Type.Optional(Day),
    evidence: Type.Optional(EvidenceIds),
  },
  strict,
)
export type ReportDone = Static<typeof ReportDone>
export const Reasoned = Type.Object({ reason: Words }, strict)
/** A word of explanation, if there is one. */
export const Noted = Type.Object({ note: Type.Optional(Words) }, strict)
export const Extend = Type.Object({ newDueOn: Day, reason: Words, approvedBy: words(300) }, strict)
export type Extend = Static<typeof Extend>
export const RequestExtension = Type.Object(
  { newDueOn: Day, reason: Words, document: Type.Optional(Type.String({ maxLength: 300 })) },
  strict,
)
export type RequestExtension = Static<typeof RequestExtension>
export const RequestTransfer = Type.Object({ agencyId: Id, reason: Words }, strict)
export type RequestTransfer = Static<typeof RequestTransfer>
export const Transfer = Type.Object({ agencyId: Id, reason: Words }, strict)
export type Transfer = Static<typeof Transfer>
export const Decide = Type.Object(
  {
    decision: oneOf(['granted', 'refused'] as const),
    note: Type.Optional(Words),
    /** The document that grants an extension. */
    approvedBy: Type.Optional(words(300)),
  },
  strict,
)
export type Decide = Static<typeof Decide>
/** The day of completion was recorded wrongly: the right one, or null where it was not completed at all. */
export const Correct = Type.Object({ completedOn: Nullable(Day), reason: Words }, strict)
export type Correct = Static<typeof Correct>
export const FinishMilestone = Type.Object({ doneOn: Day }, strict)
