import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { Candidate } from '../registry/index.ts'
import {
  CONTENT_FIELDS,
  DEADLINE_FIELDS,
  MOST_DEADLINES,
  MOST_PARTIES,
  MOST_TARGETS,
  PARTY_FIELDS,
  PartyScope,
  TARGET_FIELDS,
} from '../tasks/index.ts'

const strict = { additionalProperties: false }

export const DIRECTIVE_STATES = ['reading', 'failed', 'review', 'confirmed', 'dropped'] as const
export const DirectiveState = oneOf(DIRECTIVE_STATES)
export type DirectiveState = (typeof DIRECTIVE_STATES)[number]

export const Span = Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }, strict)
/** What a message names, by name: words of the document, numbers, lists of words. */
const Values = Type.Optional(
  Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())])),
)
/** A doubt of a reading or of a draft; `message` is in the language asked for (`Accept-Language`: vi or en). */
export const Warning = Type.Object(
  {
    code: Type.String(),
    message: Type.String(),
    values: Values,
    span: Type.Optional(Span),
  },
  strict,
)
export type Warning = Static<typeof Warning>

/** Set for what only the second reader suggested, until a reviewer takes it over. */
const By = Type.Optional(oneOf(['secondReader'] as const))

/** A unit as the document names it, and the agency it was matched to. */
export const DraftParty = Type.Object(
  {
    ...PARTY_FIELDS,
    scope: PartyScope,
    collective: Type.Boolean(),
    span: Nullable(Span),
    confidence: Type.Number(),
    agencyName: Nullable(Type.String()),
    /** 'likely' is a corrected misprint; 'chosen' is a reviewer's choice; the others are those of the registry. */
    outcome: oneOf(['certain', 'likely', 'unsure', 'collective', 'unknown', 'chosen'] as const),
    candidates: Type.Array(Candidate),
    /** How many agencies a collective phrase covered on the document's day; null for a single unit. */
    members: Nullable(Type.Integer()),
    by: By,
    /** The distribution that put this agency in the place of a phrase. */
    distributionId: Type.Optional(Id),
  },
  strict,
)
export type DraftParty = Static<typeof DraftParty>

/** A unit as a reviewer sends it. Its name on the day, outcome and candidates come from the registry, not the sender. */
export const PartyEdit = Type.Object(
  {
    /** `agencyId`: the chosen agency; null matches a new name by the registry, and removes the match of an existing one. */
    ...PARTY_FIELDS,
    scope: Type.Optional(PartyScope),
    collective: Type.Optional(Type.Boolean()),
    span: Type.Optional(Nullable(Span)),
  },
  strict,
)
export type PartyEdit = Static<typeof PartyEdit>
export const DraftDeadline = Type.Object(
  {
    ...DEADLINE_FIELDS,
    inherited: Type.Boolean(),
    span: Nullable(Span),
    confidence: Type.Number(),
    by: By,
  },
  strict,
)
export type DraftDeadline = Static<typeof DraftDeadline>
export const DraftTarget = Type.Object(
  {
    ...TARGET_FIELDS,
    span: Nullable(Span),
    confidence: Type.Number(),
    by: By,
  },
  strict,
)
export type DraftTarget = Static<typeof DraftTarget>

const draftFields = {
  /** Bounded by the size of an index entry and of a URL. */
  groupTitle: Nullable(Type.String({ maxLength: 800 })),
  ...CONTENT_FIELDS,
  implements: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }),
  deadlines: Type.Array(DraftDeadline, { maxItems: MOST_DEADLINES }),
  targets: Type.Array(DraftTarget, { maxItems: MOST_TARGETS }),
}
/** A phrase for many agencies that was given to each of them; it can be undone until the directive is confirmed. */
export const DistributionCard = Type.Object({
  id: Id,
  /** A task for each; one task, in which each leads a part; a part for each coordinating unit. */
  form: oneOf(['each', 'shared', 'coordinating'] as const),
  /** The phrase. */
  name: Type.String(),
  /** The day of which the members were those of the phrase. */
  membersOn: Day,
  /** How many agencies got it. */
  agencies: Type.Integer(),
  /** Members that got nothing, and agencies that are no members. */
  leftOut: Type.Array(Type.String()),
  added: Type.Array(Type.String()),
  reason: Nullable(Type.String()),
  madeBy: Type.String(),
  madeAt: Instant,
})
/** A problem that blocks confirmation. `field` is dotted: "parties", "deadlines.0.dueOn"; `message` as for a doubt. */
export const Problem = Type.Object({
  field: Type.String(),
  code: Type.String(),
  message: Type.String(),
  values: Values,
})
export type Problem = Static<typeof Problem>
export const Draft = Type.Object({
  id: Id,
  version: Version,
  position: Type.Integer(),
  ref: Type.String(),
  ...draftFields,
  parties: Type.Array(DraftParty),
  span: Nullable(Span),
  contentSpan: Nullable(Span),
  warnings: Type.Array(Warning),
  confidence: Type.Number(),
  isDropped: Type.Boolean(),
  /** What was given to each of many agencies, latest last. A draft distributed as `each` is not a task itself. */
  distributions: Type.Array(DistributionCard),
  /** The distribution of another draft that made this one, a task of one agency. */
  distributionId: Nullable(Id),
  /** Problems that block confirmation; empty if the draft is ready or dropped. */
  problems: Type.Array(Problem),
  /** The task it became, once the directive is confirmed. */
  taskId: Nullable(Id),
  changedBy: Type.String(),
  changedAt: Instant,
  /** Who found that what is doubted is right as it stands, and when; null after a later change of the content. */
  checkedBy: Nullable(Type.String()),
  checkedAt: Nullable(Instant),
})
export type Draft = Static<typeof Draft>
/** PUT /api/directives/:id/drafts/:draftId (If-Match) and POST /api/directives/:id/drafts. `span` is chosen by the reviewer. */
export const DraftEdit = Type.Object(
  { ...draftFields, parties: Type.Array(PartyEdit, { maxItems: MOST_PARTIES }), span: Type.Optional(Nullable(Span)) },
  strict,
)
export type DraftEdit = Static<typeof DraftEdit>
/** The answer of every act on drafts: the directive's new version and the drafts it changed. */
export const DraftsChanged = Type.Object({ version: Version, drafts: Type.Array(Draft) })
export type DraftsChanged = Static<typeof DraftsChanged>
/** POST …/drafts/:draftId/split (If-Match): splits before the UTF-16 unit `at` of `content`. */
export const SplitDraft = Type.Object({ at: Type.Integer({ minimum: 1 }) }, strict)
/** POST …/drafts/merge: the first in the document keeps its position; every draft's version is checked. */
export const MergeDrafts = Type.Object(
  { drafts: Type.Array(Type.Object({ id: Id, version: Version }, strict), { minItems: 2, maxItems: 20 }) },
  strict,
)
export type MergeDrafts = Static<typeof MergeDrafts>
/** POST …/drafts/:draftId/distribution/preview: whom a phrase means, and what would be made. */
export const DistributionPlan = Type.Object(
  {
    /** Which of the draft's parties, from 0. */
    party: Type.Integer({ minimum: 0, maximum: 199 }),
    form: oneOf(['each', 'shared', 'coordinating'] as const),
    /** All members if omitted. */
    agencyIds: Type.Optional(Type.Array(Id, { maxItems: 200, uniqueItems: true })),
    /** Of a shared task: which of them answers for the whole; the first if omitted. */
    accountableId: Type.Optional(Id),
  },
  strict,
)
export type DistributionPlan = Static<typeof DistributionPlan>
/** POST …/drafts/:draftId/distribute (If-Match: the draft). */
export const Distribute = Type.Object(
  {
    ...DistributionPlan.properties,
    agencyIds: Type.Array(Id, { minItems: 2, maxItems: 200, uniqueItems: true }),
    /** Required where a member is left out or an agency is added. */
    reason: Type.Optional(words(2000)),
  },
  strict,
)
export type Distribute = Static<typeof Distribute>
export const DistributionPreview = Type.Object({
  name: Type.String(),
  membersOn: Day,
  /** In the order of protocol; empty where the phrase does not say which ("các cơ quan liên quan"). */
  members: Type.Array(Candidate),
  leftOut: Type.Array(Type.String()),
  added: Type.Array(Type.String()),
  /** Exactly what the act would make: the drafts, or the draft as it would be. */
  rows: Type.Array(
    Type.Object({
      ref: Type.String(),
      title: Type.String(),
      leads: Type.Array(Type.Object({ name: Type.String(), accountable: Type.Boolean() })),
      coordinating: Type.Array(Type.String()),
      deadlines: Type.Array(Type.Object({ text: Type.String(), dueOn: Nullable(Day) })),
      targets: Type.Array(Type.String()),
    }),
  ),
})
export type DistributionPreview = Static<typeof DistributionPreview>
export const DistributionParams = Type.Object({ id: Id, distributionId: Id })
export const DraftParams = Type.Object({ id: Id, draftId: Id })

export const DirectiveRow = Type.Object({
  id: Id,
  state: DirectiveState,
  progress: Type.Integer(),
  progressNote: Nullable(Type.String()),
  failureCode: Nullable(Type.String()),
  failure: Nullable(Type.String()),
  fileName: Type.String(),
  sizeBytes: Type.Integer(),
  number: Nullable(Type.String()),
  type: Nullable(Type.String()),
  issuer: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  subject: Nullable(Type.String()),
  urgency: Nullable(Type.String()),
  edition: Type.Integer(),
  replacesId: Nullable(Id),
  /** Drafts not dropped. */
  draftCount: Type.Integer(),
  /** Tasks it gives, including those an earlier edition had created. */
  taskCount: Type.Integer(),
  uploadedAt: Instant,
  uploadedBy: Type.String(),
  confirmedAt: Nullable(Instant),
  confirmedBy: Nullable(Type.String()),
})
export type DirectiveRow = Static<typeof DirectiveRow>
export const DirectiveQuery = Type.Object(
  {
    state: Type.Optional(DirectiveState),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
)
export type DirectiveQuery = Static<typeof DirectiveQuery>
export const DirectiveList = Type.Object({ rows: Type.Array(DirectiveRow), nextCursor: Nullable(Type.String()) })
export type DirectiveList = Static<typeof DirectiveList>

export const CitationCard = Type.Object({
  number: Type.String(),
  type: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  span: Nullable(Span),
})
/** What the second reader did for a directive. */
export const SecondReadingCard = Type.Object({
  /** As the installation names it; null for a server that has only one. */
  model: Nullable(Type.String()),
  /** Passages put to it, and those it answered in time and in form. */
  asked: Type.Integer(),
  answered: Type.Integer(),
  /** Suggestions that added something; and those dropped, because their words are not in the document or say nothing. */
  accepted: Type.Integer(),
  dropped: Type.Integer(),
})
export type SecondReadingCard = Static<typeof SecondReadingCard>
export const Directive = Type.Object({
  ...DirectiveRow.properties,
  version: Version,
  changedBy: Type.String(),
  changedAt: Instant,
  mediaType: Type.String(),
  /** False once the bytes were deleted: a secret or a dropped document. */
  isFileKept: Type.Boolean(),
  place: Nullable(Type.String()),
  signer: Nullable(Type.String()),
  effectOn: Nullable(Day),
  assignedOn: Nullable(Day),
  issuerAgencyId: Nullable(Id),
  issuerAgencyName: Nullable(Type.String()),
  legalBases: Type.Array(CitationCard),
  implements: Type.Array(CitationCard),
  recipients: Type.Array(Type.String()),
  /** Where each document field was read, by field name. */
  found: Type.Record(Type.String(), Type.Object({ span: Span, confidence: Type.Number() })),
  warnings: Type.Array(Warning),
  /** Null if no second reader was asked. */
  secondReading: Nullable(SecondReadingCard),
  /** Problems that block confirmation of the whole: no number, no day, no task. Each draft has its own list. */
  problems: Type.Array(Problem),
  /** The latest other directive with the same notation, issuer and day, if any; only for those who may see all. */
  sameNotation: Nullable(Type.Object({ id: Id, edition: Type.Integer(), state: DirectiveState })),
  drafts: Type.Array(Draft),
})
export type Directive = Static<typeof Directive>
export const CellShape = Type.Object({
  row: Type.Integer(),
  column: Type.Integer(),
  rowSpan: Type.Integer(),
  columnSpan: Type.Integer(),
  span: Span,
})
/** GET /api/directives/:id/text: the document as read, for the left side of the review. */
export const DirectiveText = Type.Object({
  text: Type.String(),
  format: Type.String(),
  pages: Nullable(Type.Integer()),
  recognised: Type.Boolean(),
  blocks: Type.Array(
    Type.Object({
      kind: Type.String(),
      span: Span,
      page: Type.Optional(Type.Integer()),
      level: Type.Optional(Type.Integer()),
      headerRows: Type.Optional(Type.Integer()),
      cells: Type.Optional(Type.Array(CellShape)),
    }),
  ),
})
export type DirectiveText = Static<typeof DirectiveText>
/** How much of a confirmed document an agency with a task in it reads: the whole text, or the words of its own tasks. */
export const SHARES = ['whole', 'ownTasks'] as const
export const SharingEdit = Type.Object({ shares: oneOf(SHARES) }, strict)
export type SharingEdit = Static<typeof SharingEdit>
export const SharingSetting = Type.Object({
  shares: oneOf(SHARES),
  version: Version,
  changedAt: Instant,
  changedBy: Type.String(),
})
export type SharingSetting = Static<typeof SharingSetting>
/** POST /api/directives/paste */
export const Paste = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 5_000_000 }), name: Type.Optional(Type.String({ maxLength: 200 })) },
  strict,
)
export type Paste = Static<typeof Paste>
/** 201 of an upload. A file uploaded before gives 409 `directive.known_file` with the `id` of the existing directive. */
export const Uploaded = Type.Object({ id: Id, state: DirectiveState })
export type Uploaded = Static<typeof Uploaded>
/** PATCH /api/directives/:id (If-Match): the document's own fields, corrected by a reviewer. */
export const DirectiveEdit = Type.Object(
  {
    number: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
    type: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
    issuer: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
    issuedOn: Type.Optional(Nullable(Day)),
    subject: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
    urgency: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
    signer: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
    assignedOn: Type.Optional(Nullable(Day)),
  },
  { ...strict, minProperties: 1 },
)
export type DirectiveEdit = Static<typeof DirectiveEdit>
/** POST /api/directives/:id/confirm (If-Match). `asNewEdition` when the same notation was confirmed before. */
export const Confirm = Type.Object({ asNewEdition: Type.Optional(Type.Boolean()) }, strict)
export type Confirm = Static<typeof Confirm>
const RefOfTask = Type.Object({ ref: Type.String(), taskId: Id })
/** The result of a confirmation; a repeated request gives the same and does nothing. */
export const Confirmed = Type.Object({
  created: Type.Integer(),
  /** Tasks created by this confirmation, in document order. */
  taskIds: Type.Array(Id),
  edition: Type.Integer(),
  replacesId: Nullable(Id),
  /** References whose task an earlier edition had created: not created again. */
  existing: Type.Array(RefOfTask),
  /** Of those, the ones whose wording differs from the earlier edition's: their tasks may need correcting by hand. */
  reworded: Type.Array(RefOfTask),
  /** References of the earlier edition that this one no longer has: their tasks stay until a user cancels them. */
  leftOver: Type.Array(RefOfTask),
  /** A summary in one or two Vietnamese sentences. */
  message: Type.String(),
})
export type Confirmed = Static<typeof Confirmed>
