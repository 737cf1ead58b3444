import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { GAPS, VERDICTS } from './case-order.ts'
import { CASE_STATES } from './case-state.ts'
import { FileVerdictShape } from './verdict-shapes.ts'

export const strict = { additionalProperties: false }
export const Line = words(300)
export const Words = words(4000)
export const Reasoned = Type.Object({ reason: Words }, strict)
export type Reasoned = Static<typeof Reasoned>
export const Named = Type.Object({ id: Id, name: Type.String() })
export const Text = Nullable(Type.String())
export const Cursor = Type.Optional(Type.String({ maxLength: 300 }))
export const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '50 where left out' }))
export const PAGE = 50
export const Binary = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })
/** What the reader may do now: the buttons of a screen. */
export const mayOf = <const T extends readonly string[]>(acts: T) => Type.Array(oneOf(acts))
export const Year = Type.Integer({ minimum: 2000, maximum: 2999 })
/** Most cases of one hand-over or destruction. */
export const MOST_CASES = 200

export const RetentionClass = Type.Object({
  id: Id,
  name: Type.String(),
  /** Null: permanently. */
  years: Nullable(Type.Integer()),
  source: Type.String(),
  confidence: oneOf(['verified', 'memory', 'own'] as const),
})
export type RetentionClass = Static<typeof RetentionClass>
export const NewRetentionClass = Type.Object(
  { name: Line, years: Nullable(Type.Integer({ minimum: 1, maximum: 100 })), source: Line, validFrom: Day },
  strict,
)
export type NewRetentionClass = Static<typeof NewRetentionClass>

export const NewCase = Type.Object(
  {
    /** A line of the nomenclature in force; without one, title and retention are needed. */
    lineId: Type.Optional(Id),
    title: Type.Optional(Line),
    retentionClassId: Type.Optional(Id),
    /** The current year where left out. */
    year: Type.Optional(Year),
    /** Oneself where left out. */
    keeperId: Type.Optional(Id),
  },
  strict,
)
export type NewCase = Static<typeof NewCase>
export const EditCase = Type.Object({ title: Line, retentionClassId: Id, keeperId: Id }, strict)
export type EditCase = Static<typeof EditCase>
export const AddDocument = Type.Object({ kind: oneOf(['incoming', 'outgoing'] as const), documentId: Id }, strict)
export type AddDocument = Static<typeof AddDocument>
/** The fields that go with an uploaded file. */
export const NewFile = Type.Object(
  {
    title: Line,
    datedOn: Day,
    author: Line,
    notation: Type.Optional(words(60)),
    pages: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  strict,
)
export type NewFile = Static<typeof NewFile>
export const CloseCase = Type.Object({ /** The day on which the work ended. */ endedOn: Day }, strict)
export type CloseCase = Static<typeof CloseCase>

export const ItemFile = Type.Object({
  name: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
  verdict: oneOf(VERDICTS),
  checkedAt: Nullable(Instant),
})
export const CaseVerdicts = Type.Object({
  /** Whether the reader may have them looked at again. */
  mayLook: Type.Boolean(),
  rows: Type.Array(
    Type.Object({
      itemId: Id,
      name: Type.String(),
      sha256: Type.String(),
      checkedAt: Instant,
      verdict: FileVerdictShape,
    }),
  ),
})
export type CaseVerdicts = Static<typeof CaseVerdicts>
export const CaseItem = Type.Object({
  id: Id,
  /** In the list of documents; null for an item that was removed. */
  number: Nullable(Type.Integer()),
  kind: oneOf(['incoming', 'outgoing', 'file'] as const),
  documentId: Nullable(Id),
  /** Whether the reader may open the document. */
  mayOpen: Type.Boolean(),
  title: Type.String(),
  notation: Text,
  datedOn: Nullable(Day),
  author: Text,
  pages: Nullable(Type.Integer()),
  state: Text,
  files: Type.Array(ItemFile),
  addedAt: Instant,
  addedBy: Type.String(),
  removed: Nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() })),
})
export type CaseItem = Static<typeof CaseItem>

export const CASE_SCREEN_ACTS = ['add', 'close', 'offer', 'proposeDestruction', 'edit', 'reopen'] as const
export const CaseRow = Type.Object({
  id: Id,
  version: Version,
  code: Text,
  title: Type.String(),
  year: Type.Integer(),
  state: oneOf(CASE_STATES),
  unit: Named,
  keeper: Named,
  /** Null: permanently. */
  retentionYears: Nullable(Type.Integer()),
  openedOn: Day,
  endedOn: Nullable(Day),
  dueOn: Nullable(Day),
  keptUntil: Nullable(Day),
  isOverdue: Type.Boolean(),
  items: Type.Integer(),
  may: mayOf(CASE_SCREEN_ACTS),
})
export type CaseRow = Static<typeof CaseRow>

/** What figures count of cases; each opens the rows it counts. */
export const COUNTED = ['opened', 'closed', 'due', 'inTime', 'late', 'overdue'] as const
export const CaseQuery = Type.Object(
  {
    year: Type.Optional(Year),
    unitId: Type.Optional(Id),
    keeperId: Type.Optional(Id),
    /** Kept by oneself. */
    isMine: Type.Optional(Type.Boolean()),
    state: Type.Optional(oneOf(CASE_STATES)),
    retentionClassId: Type.Optional(Id),
    /** Closed, and on or past its day for the archive. */
    isDue: Type.Optional(Type.Boolean()),
    /** In the archive, and its retention has ended. */
    isEnded: Type.Optional(Type.Boolean()),
    incomingId: Type.Optional(Id),
    outgoingId: Type.Optional(Id),
    counted: Type.Optional(oneOf(COUNTED)),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    cursor: Cursor,
    limit: Limit,
  },
  strict,
)
export type CaseQuery = Static<typeof CaseQuery>
export const CaseList = Type.Object({
  rows: Type.Array(CaseRow),
  nextCursor: Nullable(Type.String()),
  mayOpen: Type.Boolean(),
})
export type CaseList = Static<typeof CaseList>
export const Case = Type.Object({
  ...CaseRow.properties,
  agency: Named,
  fonds: Named,
  lineId: Nullable(Id),
  retention: RetentionClass,
  openedBy: Type.String(),
  closedBy: Text,
  acceptedBy: Text,
  contents: Type.Array(CaseItem),
  /** Taken out again, with the reason. */
  removed: Type.Array(CaseItem),
  missing: Type.Array(Type.Object({ itemId: Nullable(Id), what: oneOf(GAPS) })),
  doubts: Type.Array(Type.Object({ itemId: Id, name: Type.String(), verdict: oneOf(VERDICTS) })),
  handOvers: Type.Array(
    Type.Object({
      id: Id,
      state: Type.String(),
      offeredAt: Instant,
      offeredBy: Type.String(),
      isAccepted: Nullable(Type.Boolean()),
      reason: Text,
    }),
  ),
  destructionId: Nullable(Id),
  /** Of a case that was destroyed: what was in it. */
  remains: Type.Array(
    Type.Object({
      position: Type.Integer(),
      title: Type.String(),
      notation: Text,
      datedOn: Nullable(Day),
      author: Text,
      files: Type.Array(
        Type.Object({
          name: Type.String(),
          sha256: Type.String(),
          size: Type.Integer(),
          gone: Type.Boolean(),
          keptFor: Text,
        }),
      ),
    }),
  ),
  history: Type.Array(Type.Object({ at: Instant, by: Type.String(), event: Type.String(), words: Text })),
})
export type Case = Static<typeof Case>

export const FigureQuery = Type.Object({ year: Year }, strict)
export const CaseFigures = Type.Object({
  rows: Type.Array(
    Type.Object({
      unit: Named,
      opened: Type.Integer(),
      closed: Type.Integer(),
      due: Type.Integer(),
      inTime: Type.Integer(),
      late: Type.Integer(),
      overdue: Type.Integer(),
    }),
  ),
})
export type CaseFigures = Static<typeof CaseFigures>
export const Keepers = Type.Object({
  rows: Type.Array(Type.Object({ id: Id, name: Type.String(), unit: Type.String() })),
})
export type Keepers = Static<typeof Keepers>
