import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { LETTER_ACTS, LETTER_STATE_NAMES } from './letter-state.ts'
import { LedgerRow } from './shapes.ts'

const State = oneOf(LETTER_STATE_NAMES)

export const LetterQuery = Type.Object(
  {
    state: Type.Optional(State),
    agencyId: Type.Optional(Id),
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
)
export const LetterCard = Type.Object({
  id: Id,
  version: Version,
  agencyId: Id,
  agencyName: Type.String(),
  state: State,
  isSample: Type.Boolean(),
  about: Type.String(),
  notation: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  replyBy: Day,
  signatoryName: Nullable(Type.String()),
  signerName: Nullable(Type.String()),
  sentBackReason: Nullable(Type.String()),
  tasks: Type.Integer(),
  overdue: Type.Integer(),
  createdBy: Type.String(),
  changedAt: Instant,
  changedBy: Type.String(),
  may: Type.Array(oneOf(LETTER_ACTS)),
  /** Not issued yet, and nobody at the agency can be told of it here: it must also be sent another way. */
  isUnreached: Type.Boolean(),
})
export const LetterList = Type.Object({ rows: Type.Array(LetterCard), nextCursor: Nullable(Type.String()) })
export type LetterList = Static<typeof LetterList>

const LetterTask = Type.Object({
  id: Id,
  code: Type.String(),
  title: Type.String(),
  sourceNumber: Nullable(Type.String()),
  dueOn: Nullable(Day),
  daysLate: Nullable(Type.Integer()),
  /** As of now, regardless of what the letter prints. */
  isOpen: Type.Boolean(),
})
export const Answer = Type.Object({
  id: Id,
  number: Nullable(Type.String()),
  answeredOn: Day,
  summary: Type.String(),
  taskId: Nullable(Id),
  taskCode: Nullable(Type.String()),
  fileName: Nullable(Type.String()),
  recordedAt: Instant,
  recordedBy: Type.String(),
})
export const SENDINGS = ['noRecipients', 'sending', 'sent', 'failed', 'kept'] as const
export const Letter = Type.Object({
  ...LetterCard.properties,
  asOf: Day,
  opening: Type.String(),
  closing: Type.String(),
  recipients: Type.Array(Type.String()),
  unitId: Id,
  unitName: Type.String(),
  signatoryId: Nullable(Id),
  submittedAt: Nullable(Instant),
  submittedBy: Nullable(Type.String()),
  issuedAt: Nullable(Instant),
  signerTitle: Nullable(Type.String()),
  onBehalfOfName: Nullable(Type.String()),
  answeredAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  closedBy: Nullable(Type.String()),
  closedNote: Nullable(Type.String()),
  tasks: Type.Integer(),
  taskList: Type.Array(LetterTask),
  answers: Type.Array(Answer),
  deliveries: Type.Array(LedgerRow),
  /** State of the mail to the agency's people, by the mail ledger; "sent" only if a mail server accepted every message. */
  sending: Nullable(oneOf(SENDINGS)),
})
export type Letter = Static<typeof Letter>

/** What a draft may contain: open tasks of the agency, and who may sign for which unit. */
export const Choices = Type.Object({
  tasks: Type.Array(Type.Object({ ...LetterTask.properties, isChosen: Type.Boolean() })),
  units: Type.Array(Type.Object({ id: Id, name: Type.String(), abbreviation: Nullable(Type.String()) })),
  signatories: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String() })),
})
export const ReportChoices = Type.Object({
  reports: Type.Array(Type.Object({ id: Id, taskId: Id, code: Type.String(), reportedOn: Day, body: Type.String() })),
})

export const MakeLetters = Type.Object({ agencyIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) })
export type MakeLetters = Static<typeof MakeLetters>
const Failed = Type.Object({ code: Type.String(), message: Type.String() })
export const MadeLetters = Type.Object({
  made: Type.Array(Type.Object({ agencyId: Id, agencyName: Type.String(), id: Id, tasks: Type.Integer() })),
  failed: Type.Array(Type.Object({ agencyId: Id, agencyName: Type.String(), ...Failed.properties })),
})
export type MadeLetters = Static<typeof MadeLetters>
/** Letters about exactly these tasks, one to each lead. */
export const UrgeTasks = Type.Object({ taskIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) })
export type UrgeTasks = Static<typeof UrgeTasks>
export const UrgedTasks = Type.Object({
  made: Type.Array(
    Type.Object({
      agencyId: Id,
      agencyName: Type.String(),
      id: Id,
      /** How many of the named tasks it has. */
      tasks: Type.Integer(),
      /** They were added to the draft that was open. */
      isAdded: Type.Boolean(),
      /** Its words, which count its tasks, were changed by a person and stay as they are. */
      isWordingKept: Type.Boolean(),
    }),
  ),
  failed: Type.Array(Type.Object({ agencyId: Id, agencyName: Type.String(), ...Failed.properties })),
  /** Tasks on which the lead has nothing to do now; without `taskCode` the actor may not see it. */
  skipped: Type.Array(Type.Object({ taskId: Id, taskCode: Nullable(Type.String()), ...Failed.properties })),
})
export type UrgedTasks = Static<typeof UrgedTasks>
export const EditLetter = Type.Object({
  about: Type.Optional(words(300)),
  opening: Type.Optional(words(4000)),
  closing: Type.Optional(words(4000)),
  recipients: Type.Optional(Type.Array(words(300), { minItems: 1, maxItems: 20 })),
  replyBy: Type.Optional(Day),
  unitId: Type.Optional(Id),
  signatoryId: Type.Optional(Nullable(Id)),
  taskIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })),
})
export type EditLetter = Static<typeof EditLetter>
export const Reason = Type.Object({ reason: words(2000) })
export type Reason = Static<typeof Reason>
export const Note = Type.Object({ note: Type.Optional(words(2000)) })
export type Note = Static<typeof Note>
export const ManyLetters = Type.Object({
  letters: Type.Array(Type.Object({ id: Id, version: Version }), { minItems: 1, maxItems: 100 }),
})
export type ManyLetters = Static<typeof ManyLetters>
export const SignedLetters = Type.Object({
  signed: Type.Array(Type.Object({ id: Id, agencyName: Type.String(), notation: Type.String() })),
  failed: Type.Array(Type.Object({ id: Id, agencyName: Type.String(), ...Failed.properties })),
})
export type SignedLetters = Static<typeof SignedLetters>
export const SubmittedLetters = Type.Object({
  submitted: Type.Array(Type.Object({ id: Id, agencyName: Type.String() })),
  failed: Type.Array(Type.Object({ id: Id, agencyName: Type.String(), ...Failed.properties })),
})
export const Signed = Type.Object({ version: Version, notation: Type.String() })
export const AnswerLetter = Type.Object({
  number: Type.Optional(words(100)),
  answeredOn: Day,
  summary: words(4000),
  progressReportId: Type.Optional(Id),
})
export type AnswerLetter = Static<typeof AnswerLetter>
export const DocumentQuery = Type.Object(
  { format: oneOf(['docx', 'pdf', 'html'] as const) },
  { additionalProperties: false },
)
export const AnswerParams = Type.Object({ id: Id, answerId: Id })
