import { type Static, Type } from 'typebox'
import { Day, Id, oneOf, words } from '../platform/shapes.ts'
import { CADENCES, CUTOFFS } from './subtask-shapes.ts'

const strict = { additionalProperties: false }
const Words = words(4000)
/** Evidence added earlier that belongs to this input. */
export const EvidenceIds = Type.Array(Id, { maxItems: 50, uniqueItems: true })

export const Split = Type.Object(
  {
    agencyId: Id,
    /** The lead whose part is split, where the signed-in person acts for more than one lead of the task. */
    byAgencyId: Type.Optional(Id),
    title: words(500),
    content: Words,
    dueOn: Day,
    /** Why the sub-task may be due after the task itself. */
    laterReason: Type.Optional(Words),
  },
  strict,
)
export type Split = Static<typeof Split>
export const ChangeSubtask = Type.Object(
  { title: words(500), content: Words, dueOn: Day, laterReason: Type.Optional(Words) },
  strict,
)
export type ChangeSubtask = Static<typeof ChangeSubtask>
export const ReportSubtask = Type.Object({ percent: Type.Integer({ minimum: 0, maximum: 100 }), body: Words }, strict)
export type ReportSubtask = Static<typeof ReportSubtask>
export const FinishSubtask = Type.Object({ doneOn: Day, body: Words }, strict)
export type FinishSubtask = Static<typeof FinishSubtask>

/** The input of an act on a sub-task: its id, and the body of its route. */
export type OnSubtask<Body> = Body & { subtaskId: number }

export const RequestContribution = Type.Object({ agencyId: Id, what: Words, dueOn: Day }, strict)
export type RequestContribution = Static<typeof RequestContribution>
export const Contribute = Type.Object(
  {
    body: Words,
    /** The coordinating agency that gives it, where the signed-in person acts for more than one. */
    agencyId: Type.Optional(Id),
    evidence: Type.Optional(EvidenceIds),
  },
  strict,
)
export type Contribute = Static<typeof Contribute>

export const AddDocument = Type.Object(
  { number: words(200), issuedOn: Day, issuer: words(300), about: words(1000), subtaskId: Type.Optional(Id) },
  strict,
)
export type AddDocument = Static<typeof AddDocument>
export const EvidenceQuery = Type.Object(
  { subtaskId: Type.Optional(Id), about: Type.Optional(Type.String({ maxLength: 1000 })) },
  strict,
)
export type EvidenceQuery = Static<typeof EvidenceQuery>

export const SetRhythm = Type.Object(
  { cadence: oneOf(CADENCES), cutoff: oneOf(CUTOFFS), dueDays: Type.Integer({ minimum: 1, maximum: 60 }) },
  strict,
)
export type SetRhythm = Static<typeof SetRhythm>
