import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Month, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { ACTS } from './act-shapes.ts'
import { ContributionCard, EvidenceCard, PeriodCard, RhythmCard, SubtaskCard } from './subtask-shapes.ts'

export const STANDINGS = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const
export const Standing = oneOf(STANDINGS)
export type Standing = (typeof STANDINGS)[number]

export const STATES = [
  'assigned',
  'received',
  'inProgress',
  'reportedDone',
  'confirmed',
  'returned',
  'cancelled',
] as const
export const State = oneOf(STATES)
export type State = (typeof STATES)[number]

export const DEADLINE_KINDS = [
  'date',
  'month',
  'quarter',
  'halfYear',
  'year',
  'standing',
  'perRegulation',
  'none',
] as const
export const DeadlineKind = oneOf(DEADLINE_KINDS)
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]
export const Rhythm = oneOf(['daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const)
export const Comparator = oneOf(['=', '>=', '<=', '>', '<', 'range', 'increase>=', 'decrease>='] as const)

/** A figure of the partition, or a passed milestone of an open task. */
export const FIGURES = [...STANDINGS, 'done', 'open', 'due', 'awaitingConfirmation', 'milestoneOverdue'] as const
export type Figure = (typeof FIGURES)[number]

export const MAPS = ['ofDay', 'today'] as const
export const AgencyMap = oneOf(MAPS)

/** Which rows: the same filter for the list, the statistics and the exports, so that a figure opens its rows. */
export const TaskFilter = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  asOf: Type.Optional(Day),
  knownOn: Type.Optional(Day),
  agencyId: Type.Optional(Id),
  /** Which agencies: those of that day, or their main successors today. */
  map: Type.Optional(AgencyMap),
  source: Type.Optional(
    Type.String({
      maxLength: 400,
      description:
        'The source of the tasks: its kind and its id, or its number where it has no id; "archive:01/NQ-CP". Empty after the colon: sources with neither.',
    }),
  ),
  /** Empty for tasks without a group. */
  group: Type.Optional(Type.String({ maxLength: 2000 })),
  /** The month of assignment. */
  month: Type.Optional(Month),
  /** The state on asOf. */
  state: Type.Optional(State),
  /** As stated by the source. */
  deadlineKind: Type.Optional(DeadlineKind),
  dueFrom: Type.Optional(Day),
  dueTo: Type.Optional(Day),
  search: Type.Optional(Type.String({ maxLength: 200 })),
}
export type TaskFilter = Static<typeof TaskFilterObject>
const TaskFilterObject = Type.Object(TaskFilter)
/** Only the rows that one figure counts. */
const OfFigure = { standing: Type.Optional(oneOf(FIGURES)) }
export const TaskQuery = Type.Object(
  {
    ...TaskFilter,
    ...OfFigure,
    /** Left out: what matches best where something is searched, else what is most urgent. */
    sort: Type.Optional(oneOf(['match', 'urgency', 'dueOn', 'assignedOn', 'agency', 'code'] as const)),
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
    /** Return the exact number of rows as well. */
    count: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type TaskQuery = Static<typeof TaskQuery>
/** The export has every row, so there are no pages. */
export const ExportQuery = Type.Object(
  { ...TaskFilter, ...OfFigure, sort: TaskQuery.properties.sort },
  { additionalProperties: false },
)
export type ExportQuery = Static<typeof ExportQuery>
export const TaskDayQuery = Type.Object(
  { asOf: Type.Optional(Day), knownOn: Type.Optional(Day) },
  { additionalProperties: false },
)
export const GroupQuery = Type.Object(
  { search: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
)
export const GroupList = Type.Object({ groups: Type.Array(Type.String()) })

/** The source of a task in a row: enough to filter by it and to open it. */
const SourceCard = {
  sourceKind: Type.String(),
  sourceId: Nullable(Id),
  sourceNumber: Nullable(Type.String()),
  sourceTitle: Nullable(Type.String()),
  /** Address of its page in the console; null where it has none. */
  sourcePath: Nullable(Type.String()),
}
/** A task as it was on asOf, from what was recorded before the end of knownOn. */
export const TaskRow = Type.Object({
  id: Id,
  code: Type.String(),
  title: Type.String(),
  groupTitle: Nullable(Type.String()),
  ...SourceCard,
  assignedOn: Day,
  leadAgencyId: Id,
  leadAgencyName: Type.String(),
  otherLeads: Type.Array(Type.String()),
  coordinating: Type.Array(Type.String()),
  deadlineKind: DeadlineKind,
  firstDueOn: Nullable(Day),
  dueOn: Nullable(Day),
  completedOn: Nullable(Day),
  standing: Standing,
  /** Judged on the first due day, ignoring extensions. */
  standingOnFirstDue: Standing,
  /** Days past the due day in force, counted to completion or to asOf; null when not late. */
  daysLate: Nullable(Type.Integer()),
  state: State,
  percent: Type.Integer(),
  targetCount: Type.Integer(),
})
export type TaskRow = Static<typeof TaskRow>
export const TaskList = Type.Object({
  asOf: Day,
  knownOn: Nullable(Day),
  /** By today's map: the day up to which successions were followed; null where agencies are those of that day. */
  mapOn: Nullable(Day),
  rows: Type.Array(TaskRow),
  nextCursor: Nullable(Type.String()),
  total: Nullable(Type.Integer()),
})
export type TaskList = Static<typeof TaskList>

export const PartyCard = Type.Object({
  agencyId: Nullable(Id),
  name: Type.String(),
  namedAs: Type.String(),
  role: oneOf(['lead', 'coordinating'] as const),
  isAccountable: Type.Boolean(),
  scope: Nullable(Type.String()),
  sinceOn: Day,
  /** The day the part ended; null while it lasts. */
  endedOn: Nullable(Day),
  /** When a coordinating unit last gave its part. */
  contributedOn: Nullable(Day),
  /** The day by which the lead requested its part, while it is not given. */
  requestedUntil: Nullable(Day),
})
export const DeadlineCard = Type.Object({
  id: Id,
  kind: DeadlineKind,
  literal: Type.String(),
  dueOn: Nullable(Day),
  isMilestone: Type.Boolean(),
  isStrict: Type.Boolean(),
  recurs: Nullable(Rhythm),
  rule: Nullable(Type.String()),
  setOn: Day,
  setBy: Type.String(),
  approvedBy: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  replacedOn: Nullable(Day),
  doneOn: Nullable(Day),
  /** In force, past and not done on asOf, with the task still open. */
  isOverdue: Type.Boolean(),
})
export const TargetCard = Type.Object({
  id: Id,
  literal: Type.String(),
  measure: Type.String(),
  comparator: Comparator,
  value: Type.Number(),
  max: Nullable(Type.Number()),
  unit: Type.String(),
  baseline: Nullable(Type.String()),
  scope: Nullable(Type.String()),
  byWhen: Nullable(Type.String()),
  isMet: Nullable(Type.Boolean()),
  measurements: Type.Array(
    Type.Object({
      value: Type.Number(),
      measuredOn: Day,
      note: Nullable(Type.String()),
      recordedBy: Type.String(),
      recordedAt: Instant,
    }),
  ),
})
export const ProgressCard = Type.Object({
  id: Id,
  reportedOn: Day,
  percent: Type.Integer(),
  body: Type.String(),
  obstacles: Nullable(Type.String()),
  proposals: Nullable(Type.String()),
  /** The period it reports on, for a task reported in a rhythm. */
  period: Nullable(Type.Object({ startsOn: Day, endsOn: Day })),
  /** Set for a claim of completion. */
  productNumber: Nullable(Type.String()),
  productDate: Nullable(Day),
  agencyName: Type.String(),
  recordedBy: Type.String(),
  recordedAt: Instant,
})
export const RequestCard = Type.Object({
  id: Id,
  kind: oneOf(['extension', 'return', 'transfer'] as const),
  requestedOn: Day,
  requestedBy: Type.String(),
  reason: Type.String(),
  newDueOn: Nullable(Day),
  newAgencyId: Nullable(Id),
  newAgencyName: Nullable(Type.String()),
  document: Nullable(Type.String()),
  /** lapsed: the task ended or changed hands before the request was decided. */
  decision: Nullable(oneOf(['granted', 'refused', 'lapsed'] as const)),
  decidedOn: Nullable(Day),
  decidedBy: Nullable(Type.String()),
  decisionNote: Nullable(Type.String()),
})
export const HistoryEntry = Type.Object({
  id: Id,
  event: Type.String(),
  happenedOn: Day,
  recordedAt: Instant,
  actor: Type.String(),
  /** The holder of the post, where a deputy acted. */
  onBehalfOf: Nullable(Type.String()),
  before: Type.Unknown(),
  after: Type.Unknown(),
  /** What else was recorded: the reason, the approving document. */
  detail: Type.Unknown(),
})
export const History = Type.Object({ entries: Type.Array(HistoryEntry) })
export const Task = Type.Object({
  id: Id,
  code: Type.String(),
  version: Version,
  title: Type.String(),
  content: Type.String(),
  groupTitle: Nullable(Type.String()),
  product: Nullable(Type.String()),
  urgency: Nullable(Type.String()),
  ...SourceCard,
  sourceRef: Nullable(Type.String()),
  sourceSpan: Nullable(Type.Object({ start: Type.Integer(), end: Type.Integer() })),
  sourceSentence: Nullable(Type.String()),
  implements: Type.Array(Type.String()),
  assignedOn: Day,
  asOf: Day,
  knownOn: Nullable(Day),
  /** The standing on asOf; null on a day it did not count. */
  standing: Nullable(Standing),
  standingOnFirstDue: Nullable(Standing),
  /** The state now. Everything below is also current, except dueOn and completedOn. */
  state: State,
  deadlineKind: DeadlineKind,
  recurs: Nullable(Rhythm),
  firstDueOn: Nullable(Day),
  /** In force on asOf. */
  dueOn: Nullable(Day),
  claimedOn: Nullable(Day),
  /** As recorded on asOf. */
  completedOn: Nullable(Day),
  percent: Type.Integer(),
  followUpAgencyId: Id,
  followUpAgencyName: Type.String(),
  parties: Type.Array(PartyCard),
  deadlines: Type.Array(DeadlineCard),
  targets: Type.Array(TargetCard),
  progress: Type.Array(ProgressCard),
  requests: Type.Array(RequestCard),
  /** Sub-tasks of the agencies the signed-in person may see; evidence of sub-tasks is filtered the same way. */
  subtasks: Type.Array(SubtaskCard),
  evidence: Type.Array(EvidenceCard),
  contributions: Type.Array(ContributionCard),
  /** For a task that has no end or recurs; null before its first period is opened. */
  rhythm: Nullable(RhythmCard),
  /** Latest first. */
  periods: Type.Array(PeriodCard),
  changedAt: Instant,
  changedBy: Type.String(),
  /** What the signed-in person may do now. */
  may: Type.Array(oneOf(ACTS)),
})
export type Task = Static<typeof Task>
