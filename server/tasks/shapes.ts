import { type Static, Type } from 'typebox'
import { AskedInstant, Day, Id, Instant, Month, Nullable, oneOf, Version } from '../platform/shapes.ts'
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

/**
 * How tasks given together are counted: each agency's, or the work once. Once, the task that is furthest behind stands for
 * all of them: overdue before in term, done late before done on time.
 */
export const COUNTINGS = ['perMember', 'once'] as const
export const Counting = oneOf(COUNTINGS)
export type Counting = (typeof COUNTINGS)[number]
/** Given to several agencies under one name, or to one. */
export const GIVEN = ['together', 'alone'] as const

export const MAPS = ['ofDay', 'today'] as const
export const AgencyMap = oneOf(MAPS)

/** How urgent a directive is marked: hỏa tốc, thượng khẩn, khẩn, or one of these. */
export const URGENCIES = ['any', 'express', 'veryUrgent', 'urgent'] as const

/** The columns of the list, in the order in which it offers them. */
export const COLUMNS = [
  'code',
  'title',
  'lead',
  'coordinating',
  'source',
  'group',
  'assignedOn',
  'dueOn',
  'standing',
  'state',
  'percent',
  'targets',
] as const
export type Column = (typeof COLUMNS)[number]

/** Which rows: the same filter for the list, the statistics and the exports, so that a figure opens its rows. */
export const TaskFilter = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  asOf: Type.Optional(Day),
  knownOn: Type.Optional(Day),
  /** What was recorded at this instant or later does not count: the address of a figure of a report that was computed during a day. */
  knownBefore: Type.Optional(AskedInstant),
  /** The accountable lead. */
  agencyId: Type.Optional(Id),
  /** An agency that coordinates. */
  coordinatingId: Type.Optional(Id),
  /** A person: tasks led by the agencies they follow on asOf (`/api/followers`). */
  followerId: Type.Optional(Id),
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
  /** The deadline, a milestone or a period report is due on this day. */
  anyDueOn: Type.Optional(Day),
  /** As the source is marked. */
  urgency: Type.Optional(oneOf(URGENCIES)),
  /** Tasks given together count once; each where left out. */
  counting: Type.Optional(Counting),
  given: Type.Optional(oneOf(GIVEN)),
  /** The tasks of one collective. */
  collectiveId: Type.Optional(Id),
  search: Type.Optional(Type.String({ maxLength: 200 })),
}
export type TaskFilter = Static<typeof TaskFilterObject>
const TaskFilterObject = Type.Object(TaskFilter)
/** Only the rows that one figure counts. */
export const OfFigure = { standing: Type.Optional(oneOf(FIGURES)) }
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
const Columns = {
  /** Names of columns of the list, by commas, in the order wanted; left out: everything there is to say. */
  columns: Type.Optional(Type.String({ maxLength: 200, description: COLUMNS.join(',') })),
}
/** The export has every row, so there are no pages. */
export const ExportQuery = Type.Object(
  { ...TaskFilter, ...OfFigure, ...Columns, sort: TaskQuery.properties.sort },
  { additionalProperties: false },
)
export type ExportQuery = Static<typeof ExportQuery>
/** Chosen tasks as a sheet. What the filter would say of them is left out: they were chosen one by one. */
export const ExportSelection = Type.Object(
  {
    ids: Type.Array(Id, { minItems: 1, maxItems: 50_000, uniqueItems: true }),
    asOf: TaskFilter.asOf,
    knownOn: TaskFilter.knownOn,
    ...Columns,
    sort: TaskQuery.properties.sort,
  },
  { additionalProperties: false },
)
export type ExportSelection = Static<typeof ExportSelection>
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
/** Work given to several agencies under one name; null for a task given to one. */
export const CollectiveCard = Type.Object({
  id: Id,
  /** A task for each agency, or one task in which each has a part. */
  form: oneOf(['each', 'shared'] as const),
  /** As the source names them. */
  namedAs: Type.String(),
  /** The common wording. */
  title: Type.String(),
  membersOn: Day,
  /** The task that was distributed after it had been given. */
  fromTaskId: Nullable(Id),
  /** How many tasks were given or, of a shared one, how many agencies lead a part. */
  size: Type.Integer(),
})
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
  collective: Nullable(CollectiveCard),
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

/** A row of the timeline: a task with what lies on its line besides its bar. */
export const TimelineRow = Type.Object({
  ...TaskRow.properties,
  milestones: Type.Array(Type.Object({ dueOn: Day, literal: Type.String(), isDone: Type.Boolean() })),
  /** Due days that were in force before the present one, each with the day it was replaced. */
  earlierDueDays: Type.Array(Type.Object({ dueOn: Day, replacedOn: Day })),
})
export type TimelineRow = Static<typeof TimelineRow>
export const Timeline = Type.Object({ ...TaskList.properties, rows: Type.Array(TimelineRow) })
export type Timeline = Static<typeof Timeline>

export const DueCalendarQuery = Type.Object(
  {
    ...TaskFilter,
    ...OfFigure,
    first: Day,
    last: Day,
    /** How many tasks of each day are listed; all are counted. */
    perDay: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 4 })),
  },
  { additionalProperties: false },
)
export type DueCalendarQuery = Static<typeof DueCalendarQuery>
export const DueMark = Type.Object({
  taskId: Id,
  code: Type.String(),
  title: Type.String(),
  leadAgencyName: Type.String(),
  /** What is due on the day. */
  kinds: Type.Array(oneOf(['due', 'milestone', 'period'] as const)),
  /** What the milestones of the day are, as stated. */
  milestones: Type.Array(Type.String()),
  /** Everything due on the day is done. */
  isDone: Type.Boolean(),
  standing: Standing,
  dueOn: Nullable(Day),
})
export const DueCalendar = Type.Object({
  asOf: Day,
  knownOn: Nullable(Day),
  mapOn: Nullable(Day),
  first: Day,
  last: Day,
  /** Days on which something is due, in order. */
  days: Type.Array(
    Type.Object({
      day: Day,
      /** Tasks of which something is due on the day; `rows` is the address of all of them. */
      tasks: Type.Integer(),
      rows: Type.String(),
      marks: Type.Array(DueMark),
    }),
  ),
})
export type DueCalendar = Static<typeof DueCalendar>

export const PartyCard = Type.Object({
  agencyId: Nullable(Id),
  name: Type.String(),
  namedAs: Type.String(),
  role: oneOf(['lead', 'coordinating'] as const),
  isAccountable: Type.Boolean(),
  /** Named by a phrase for many agencies, of which none was chosen. */
  isCollective: Type.Boolean(),
  scope: Nullable(Type.String()),
  sinceOn: Day,
  /** The day the part ended; null while it lasts. */
  endedOn: Nullable(Day),
  /** The day it was found to be entered wrongly. */
  amendedOn: Nullable(Day),
  /** When a coordinating unit, or a lead of a part of a shared task, last gave its part. */
  contributedOn: Nullable(Day),
  /** The day by which the lead requested its part, while it is not given. */
  requestedUntil: Nullable(Day),
})
/** GET /api/tasks/:id/members: whom the phrases of a task mean. */
export const TaskMembers = Type.Object({
  phrases: Type.Array(
    Type.Object({
      role: oneOf(['lead', 'coordinating'] as const),
      namedAs: Type.String(),
      /** The day of which they were the members. */
      membersOn: Day,
      /** Empty where the phrase does not say which. */
      agencies: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
  ),
})
export type TaskMembers = Static<typeof TaskMembers>
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
  /** The day it was found to be entered wrongly. */
  amendedOn: Nullable(Day),
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
/** What of the task was entered wrongly, and what it rests on that it is amended. */
export const AmendmentCard = Type.Object({
  id: Id,
  reason: Type.String(),
  documentNumber: Nullable(Type.String()),
  documentOn: Nullable(Day),
  fileName: Nullable(Type.String()),
  /** The amended fields by name. */
  before: Type.Record(Type.String(), Type.Unknown()),
  after: Type.Record(Type.String(), Type.Unknown()),
  amendedOn: Day,
  amendedBy: Type.String(),
})
export const ReportCallCard = Type.Object({
  id: Id,
  dueOn: Day,
  words: Nullable(Type.String()),
  calledOn: Day,
  calledBy: Type.String(),
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
  collective: Nullable(CollectiveCard),
  /** What it was distributed into, where it was. */
  distributedInto: Nullable(CollectiveCard),
  /** What closes it instead of a claim, and where it is shown. */
  proof: Nullable(Type.Object({ name: Type.String(), path: Nullable(Type.String()) })),
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
  /** The open call on the lead to report. */
  reportCall: Nullable(ReportCallCard),
  /** Latest first. */
  amendments: Type.Array(AmendmentCard),
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
