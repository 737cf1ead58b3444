import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { HANDLING_PARTS, HANDLING_STATES } from './handling-state.ts'
import { INCOMING_STATES } from './incoming-state.ts'
import { ArrivedMail } from './mail-shapes.ts'
import { Copy } from './outgoing-shapes.ts'
import { FileVerdictShape } from './verdict-shapes.ts'

const strict = { additionalProperties: false } as const
const Line = words(500)
const Words = words(5000)
const Kind = Type.String({ maxLength: 10, pattern: '^[A-ZĐ][A-Za-zĐđ]*$' })
export const WAYS = ['upload', 'scan', 'mail', 'exchange'] as const
/** The ways by which a person takes a document in. */
export const OWN_WAYS = ['upload', 'scan'] as const

/** The fields of the form beside its file. */
export const Arrival = Type.Object(
  {
    way: Type.Optional(oneOf(OWN_WAYS)),
    /** When a paper came, if that was before it was scanned. */
    arrivedAt: Type.Optional(Type.String({ format: 'date-time', maxLength: 40 })),
  },
  strict,
)
export type Arrival = Static<typeof Arrival>

/** What a document says of itself, as a clerk confirms it. */
export const Description = Type.Object(
  {
    senderId: Type.Optional(Nullable(Id)),
    senderName: Line,
    notation: Type.Optional(Nullable(words(100))),
    issuedOn: Type.Optional(Nullable(Day)),
    kind: Type.Optional(Nullable(Kind)),
    about: words(1000),
    signerName: Type.Optional(Nullable(words(200))),
    addressedTo: Type.Optional(Nullable(Line)),
    isUrgent: Type.Optional(Type.Boolean()),
    pages: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100_000 }))),
  },
  strict,
)
export type Description = Static<typeof Description>

export const RegisterIncoming = Type.Object(
  {
    description: Type.Optional(Description),
    isAuthentic: Type.Boolean(),
    isAddressedHere: Type.Boolean(),
    /** What the check found; asked for where a signature is invalid. */
    words: Type.Optional(Words),
    /** Registers it although one like it came before. */
    isAnother: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type RegisterIncoming = Static<typeof RegisterIncoming>
export const Registered = Type.Object({ version: Version, number: Type.String(), directiveId: Nullable(Id) })

export const SameAs = Type.Object({ incomingId: Id }, strict)
export type SameAs = Static<typeof SameAs>
export const ReturnIncoming = Type.Object({ reason: Words }, strict)
export type ReturnIncoming = Static<typeof ReturnIncoming>
export const Present = Type.Object({ personId: Id, words: Type.Optional(Words) }, strict)
export type Present = Static<typeof Present>

export const NewHandling = Type.Object(
  {
    agencyId: Type.Optional(Id),
    personId: Type.Optional(Id),
    part: oneOf(HANDLING_PARTS),
    dueOn: Type.Optional(Nullable(Day)),
    words: Type.Optional(Words),
  },
  strict,
)
export type NewHandling = Static<typeof NewHandling>
export const Assign = Type.Object(
  {
    handlings: Type.Array(NewHandling, { minItems: 1, maxItems: 100 }),
    dueOn: Type.Optional(Nullable(Day)),
    needsAnswer: Type.Optional(Type.Boolean()),
    /** For all of them: the leader's note (bút phê). */
    words: Type.Optional(Words),
  },
  strict,
)
export type Assign = Static<typeof Assign>
export const PassOn = Type.Object({ handlings: Type.Array(NewHandling, { minItems: 1, maxItems: 50 }) }, strict)
export type PassOn = Static<typeof PassOn>
export const FinishHandling = Type.Object(
  {
    result: Type.Optional(Words),
    isOnline: Type.Optional(Type.Boolean()),
    /** Why a paper was used. */
    paperReason: Type.Optional(Words),
  },
  strict,
)
export type FinishHandling = Static<typeof FinishHandling>
export const Reason = Type.Object({ reason: Words }, strict)
export type Reason = Static<typeof Reason>
export const FinishIncoming = Type.Object({ words: Words }, strict)
export type FinishIncoming = Static<typeof FinishIncoming>
export const LinkTask = Type.Object({ taskId: Id }, strict)
export type LinkTask = Static<typeof LinkTask>

const Named = Type.Object({ id: Id, name: Type.String() })
export const CHECK_STATES = ['unsigned', 'valid', 'unverifiable', 'invalid'] as const
export const TEXT_STATES = ['waiting', 'read', 'empty', 'unreadable'] as const

export const IncomingRow = Type.Object({
  id: Id,
  version: Version,
  state: oneOf(INCOMING_STATES),
  arrivedAt: Instant,
  arrivedBy: Type.String(),
  way: oneOf(WAYS),
  registerDueAt: Instant,
  /** Number in the book, as written. */
  number: Nullable(Type.String()),
  registeredAt: Nullable(Instant),
  /** Proposed by the text until `isDescribed`. */
  sender: Nullable(Type.Object({ id: Nullable(Id), name: Type.String() })),
  notation: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  kind: Nullable(Type.String()),
  about: Nullable(Type.String()),
  isUrgent: Type.Boolean(),
  isDescribed: Type.Boolean(),
  fileName: Nullable(Type.String()),
  files: Type.Integer(),
  /** Of the main file. */
  textState: Nullable(oneOf(TEXT_STATES)),
  percent: Nullable(Type.Integer()),
  /** Of the worst file; null: not looked at yet. */
  signatures: Nullable(oneOf(CHECK_STATES)),
  /** Documents of the book that have the same bytes, or number, day and sender. */
  duplicates: Type.Integer(),
  dueOn: Nullable(Day),
  presentedTo: Nullable(Named),
  /** Who leads. */
  lead: Nullable(Type.String()),
  changedAt: Instant,
})
export type IncomingRow = Static<typeof IncomingRow>

export const INCOMING_LISTS = [
  'toRegister',
  /** Of those to register, what may have come before. */
  'duplicates',
  'toPresent',
  'toAssign',
  'givenBack',
  /** To be done by today. */
  'dueToday',
  'returned',
  'all',
] as const
/** The steps whose days are counted. */
export const INCOMING_STEPS = ['register', 'present', 'assign', 'handle'] as const
export type IncomingStep = (typeof INCOMING_STEPS)[number]
const filter = {
  list: Type.Optional(oneOf(INCOMING_LISTS)),
  state: Type.Optional(oneOf(INCOMING_STATES)),
  senderId: Type.Optional(Id),
  kind: Type.Optional(Kind),
  /** Days of arrival. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  /** Days of registering. */
  registeredFrom: Type.Optional(Day),
  registeredTo: Type.Optional(Day),
  urgent: Type.Optional(Type.Boolean()),
  /** Its day has passed and it is not done. */
  overdue: Type.Optional(Type.Boolean()),
  /** Registered after its time, or not yet and its time has passed; false: in time. */
  late: Type.Optional(Type.Boolean()),
  /** The step is done. */
  step: Type.Optional(oneOf(INCOMING_STEPS)),
  directiveId: Type.Optional(Id),
  taskId: Type.Optional(Id),
  /** Of number, sender, subject, and the text of the files. */
  words: Type.Optional(Type.String({ maxLength: 200 })),
}
export const IncomingQuery = Type.Object(
  {
    ...filter,
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
)
export type IncomingQuery = Static<typeof IncomingQuery>
export const IncomingList = Type.Object({
  rows: Type.Array(IncomingRow),
  nextCursor: Nullable(Type.String()),
  /** May take documents in. */
  mayArrive: Type.Boolean(),
})

export const DUPLICATE_KINDS = ['bytes', 'notation', 'similar'] as const
export const Duplicate = Type.Object({
  id: Id,
  how: oneOf(DUPLICATE_KINDS),
  number: Nullable(Type.String()),
  notation: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  sender: Nullable(Type.String()),
  about: Nullable(Type.String()),
  state: oneOf(INCOMING_STATES),
  arrivedAt: Instant,
  /** What was done with it: who led, what came of it. */
  lead: Nullable(Type.String()),
  result: Nullable(Type.String()),
})
export type Duplicate = Static<typeof Duplicate>

export const IncomingFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  isMain: Type.Boolean(),
  /** Its bytes are gone: a mark of secrecy. */
  isGone: Type.Boolean(),
  text: Type.Object({
    state: oneOf(TEXT_STATES),
    percent: Type.Integer(),
    note: Nullable(Type.String()),
    /** In English; null where there is nothing to say beyond the state. */
    noteEn: Nullable(Type.String()),
    isRecognised: Type.Boolean(),
    pages: Nullable(Type.Integer()),
  }),
  checkedAt: Nullable(Instant),
  verdict: Nullable(FileVerdictShape),
})
export type IncomingFile = Static<typeof IncomingFile>

export const Handling = Type.Object({
  id: Id,
  version: Version,
  fromId: Nullable(Id),
  agency: Nullable(Named),
  person: Nullable(Named),
  unit: Named,
  part: oneOf(HANDLING_PARTS),
  state: oneOf(HANDLING_STATES),
  words: Nullable(Type.String()),
  dueOn: Nullable(Day),
  assignedAt: Instant,
  assignedBy: Type.String(),
  startedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  endedBy: Nullable(Type.String()),
  result: Nullable(Type.String()),
  isOnline: Nullable(Type.Boolean()),
  paperReason: Nullable(Type.String()),
  acts: Type.Array(Type.String()),
})
export type Handling = Static<typeof Handling>

export const IncomingDetail = Type.Object({
  ...IncomingRow.properties,
  agency: Named,
  /** As the clerk confirmed it, or as the text proposes it. */
  signerName: Nullable(Type.String()),
  addressedTo: Nullable(Type.String()),
  pages: Nullable(Type.Integer()),
  describedBy: Nullable(Type.String()),
  checked: Nullable(Type.Object({ at: Instant, by: Type.String(), words: Nullable(Type.String()) })),
  registeredBy: Nullable(Type.String()),
  presented: Nullable(Type.Object({ at: Instant, by: Type.String(), words: Nullable(Type.String()) })),
  needsAnswer: Type.Boolean(),
  done: Nullable(Type.Object({ at: Instant, words: Nullable(Type.String()) })),
  returned: Nullable(Type.Object({ at: Instant, reason: Type.String() })),
  refused: Nullable(Type.Object({ at: Instant, reason: Type.String() })),
  sameAs: Nullable(Named),
  directiveId: Nullable(Id),
  /** The document is of a kind that gives tasks, and no review of it is open. */
  isReviewable: Type.Boolean(),
  fileList: Type.Array(IncomingFile),
  /** Null: it did not arrive by e-mail. */
  mail: Nullable(ArrivedMail),
  copies: Type.Array(Copy),
  duplicateList: Type.Array(Duplicate),
  handlings: Type.Array(Handling),
  tasks: Type.Array(Type.Object({ id: Id, code: Type.String(), title: Type.String() })),
  replies: Type.Array(
    Type.Object({
      id: Id,
      notation: Nullable(Type.String()),
      about: Type.String(),
      state: Type.String(),
      mayOpen: Type.Boolean(),
    }),
  ),
  history: Type.Array(
    Type.Object({
      at: Instant,
      by: Type.String(),
      event: Type.String(),
      words: Nullable(Type.String()),
    }),
  ),
  acts: Type.Array(Type.String()),
})
export type IncomingDetail = Static<typeof IncomingDetail>

export const HANDLING_LISTS = ['mine', 'unit', 'all'] as const
export const HandlingQuery = Type.Object(
  {
    list: Type.Optional(oneOf(HANDLING_LISTS)),
    state: Type.Optional(oneOf(HANDLING_STATES)),
    /** Still to be done. */
    open: Type.Optional(Type.Boolean()),
    part: Type.Optional(oneOf(HANDLING_PARTS)),
    /** Past its day and not done. */
    overdue: Type.Optional(Type.Boolean()),
    /** Done after its day, or past it and not done; false: done in time. */
    late: Type.Optional(Type.Boolean()),
    isOnline: Type.Optional(Type.Boolean()),
    unitId: Type.Optional(Id),
    personId: Type.Optional(Id),
    /** What was given to the unit itself or to a person by the leader, not what was passed on. */
    direct: Type.Optional(Type.Boolean()),
    /** Days on which it ended. */
    endedFrom: Type.Optional(Day),
    endedTo: Type.Optional(Day),
    words: Type.Optional(Type.String({ maxLength: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
)
export type HandlingQuery = Static<typeof HandlingQuery>
export const HandlingRow = Type.Object({
  id: Id,
  incomingId: Id,
  part: oneOf(HANDLING_PARTS),
  state: oneOf(HANDLING_STATES),
  holder: Type.String(),
  dueOn: Nullable(Day),
  assignedAt: Instant,
  assignedBy: Type.String(),
  words: Nullable(Type.String()),
  endedAt: Nullable(Instant),
  isOnline: Nullable(Type.Boolean()),
  number: Nullable(Type.String()),
  notation: Nullable(Type.String()),
  sender: Nullable(Type.String()),
  about: Nullable(Type.String()),
  isUrgent: Type.Boolean(),
})
export type HandlingRow = Static<typeof HandlingRow>
export const HandlingList = Type.Object({ rows: Type.Array(HandlingRow), nextCursor: Nullable(Type.String()) })

const bookFilter = {
  year: Type.Optional(Type.Integer({ minimum: 1945, maximum: 9999 })),
  words: Type.Optional(Type.String({ maxLength: 200 })),
}
export const IncomingBookQuery = Type.Object(
  {
    ...bookFilter,
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
)
export type IncomingBookQuery = Static<typeof IncomingBookQuery>
export const IncomingBookFileQuery = Type.Object({ ...bookFilter, format: oneOf(['pdf', 'xlsx'] as const) }, strict)
export type IncomingBookFileQuery = Static<typeof IncomingBookFileQuery>
export const IncomingBookRow = Type.Object({
  id: Id,
  number: Type.String(),
  arrivedOn: Day,
  sender: Type.String(),
  notation: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  kindName: Nullable(Type.String()),
  about: Type.String(),
  receivers: Nullable(Type.String()),
  passedOn: Nullable(Day),
  note: Nullable(Type.String()),
  isUrgent: Type.Boolean(),
  state: oneOf(INCOMING_STATES),
})
export type IncomingBookRow = Static<typeof IncomingBookRow>
export const IncomingBook = Type.Object({
  year: Type.Integer(),
  rows: Type.Array(IncomingBookRow),
  nextCursor: Nullable(Type.String()),
})

export const FiguresQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, strict)
export type FiguresQuery = Static<typeof FiguresQuery>
const Step = Type.Object({
  step: oneOf(INCOMING_STEPS),
  documents: Type.Integer(),
  averageDays: Nullable(Type.Number()),
  medianDays: Nullable(Type.Number()),
})
export const IncomingFigures = Type.Object({
  from: Day,
  to: Day,
  registered: Type.Integer(),
  registeredLate: Type.Integer(),
  waiting: Type.Integer(),
  waitingLate: Type.Integer(),
  steps: Type.Array(Step),
  /** What units led and did in the period, secret documents apart: none are kept here. */
  units: Type.Array(
    Type.Object({
      unit: Named,
      done: Type.Integer(),
      online: Type.Integer(),
      /** Null: nothing was done. */
      share: Nullable(Type.Number()),
      target: Nullable(Type.Integer()),
      doneLate: Type.Integer(),
      openLate: Type.Integer(),
    }),
  ),
  target: Nullable(
    Type.Object({ percent: Type.Integer(), source: Type.String(), confidence: oneOf(['verified', 'memory'] as const) }),
  ),
  people: Type.Array(
    Type.Object({ person: Named, unit: Type.String(), doneLate: Type.Integer(), openLate: Type.Integer() }),
  ),
})
export type IncomingFigures = Static<typeof IncomingFigures>

export const IncomingPeopleQuery = Type.Object({ words: Type.Optional(Type.String({ maxLength: 200 })) }, strict)
export const IncomingPeople = Type.Object({
  people: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String(), agencyName: Type.String() })),
})
export type IncomingPeople = Static<typeof IncomingPeople>

export const IncomingChoices = Type.Object({
  kinds: Type.Array(Type.Object({ kind: Type.String(), name: Type.String(), nameEn: Type.String() })),
  units: Type.Array(Named),
  /** Who may assign: to whom a document is presented. */
  leaders: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String(), agencyName: Type.String() })),
  unitId: Id,
})
export type IncomingChoices = Static<typeof IncomingChoices>
