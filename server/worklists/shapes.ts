import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { ACTS, DeadlineKind, Standing, State } from '../tasks/index.ts'

/** Work lists: what a user has to do, in groups, most urgent first. */

export const DESK_GROUPS = [
  'toReceive',
  'calledFor',
  'toReport',
  'sentBack',
  'overdue',
  'dueSoon',
  'units',
  'toAccept',
  'contributions',
  'awaitingDecision',
] as const
export type DeskGroup = (typeof DESK_GROUPS)[number]
export const QUEUE_GROUPS = ['toConfirm', 'toDecide', 'contradictions', 'returned', 'missingPeriods', 'silent'] as const
export type QueueGroup = (typeof QUEUE_GROUPS)[number]

/** Why a task is in a list. */
export const REASONS = [
  'assigned',
  'reportCall',
  'period',
  'silent',
  'sentBack',
  'overdue',
  'dueSoon',
  'subtask',
  'contribution',
  'extension',
  'return',
  'transfer',
  'claim',
  'claimWithoutProof',
  'claimBelowTarget',
  'progressBack',
  'returned',
] as const

export const WorkRow = Type.Object({
  taskId: Id,
  version: Version,
  code: Type.String(),
  title: Type.String(),
  leadAgencyId: Id,
  leadAgencyName: Type.String(),
  dueOn: Nullable(Day),
  firstDueOn: Nullable(Day),
  deadlineKind: DeadlineKind,
  standing: Standing,
  daysLate: Nullable(Type.Integer()),
  state: State,
  percent: Type.Integer(),
  /** The day by which the giver has called on the lead to report, while it has not. */
  reportCalledFor: Nullable(Day),
  /** Why it is listed, and the id of what it is about: call, period, request, sub-task or contribution. */
  reason: oneOf(REASONS),
  aboutId: Nullable(Id),
  /** The relevant day: of the claim, the request or the due report; or the day of the last news. */
  aboutOn: Nullable(Day),
  /** The text as written by its author, or what was found. */
  words: Nullable(Type.String()),
  /** What is requested, such as the new day or the other agency; or what was measured. */
  detail: Nullable(Type.String()),
  by: Nullable(Type.String()),
  may: Type.Array(oneOf(ACTS)),
})
export type WorkRow = Static<typeof WorkRow>

const groupOf = <const T extends readonly string[]>(names: T) =>
  Type.Object({
    name: oneOf(names),
    count: Type.Integer(),
    rows: Type.Array(WorkRow),
    nextCursor: Nullable(Type.String()),
  })

const Paging = {
  /** Days without news after which a task is silent; the threshold set by administrators where left out. */
  silentDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  cursor: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}
export const DeskQuery = Type.Object(
  { ...Paging, group: Type.Optional(oneOf(DESK_GROUPS)) },
  { additionalProperties: false },
)
export type DeskQuery = Static<typeof DeskQuery>
const Whose = {
  agencyId: Type.Optional(Id),
  /** A person: tasks led by the agencies they follow today. */
  followerId: Type.Optional(Id),
}
export const QueueQuery = Type.Object(
  { ...Paging, group: Type.Optional(oneOf(QUEUE_GROUPS)), ...Whose },
  { additionalProperties: false },
)
export type QueueQuery = Static<typeof QueueQuery>

const Days = { silentDays: Type.Integer(), soonDays: Type.Integer() }
export const Desk = Type.Object({ ...Days, today: Day, groups: Type.Array(groupOf(DESK_GROUPS)) })
export type Desk = Static<typeof Desk>
export const Queue = Type.Object({ ...Days, today: Day, groups: Type.Array(groupOf(QUEUE_GROUPS)) })
export type Queue = Static<typeof Queue>

export const ChangesSince = Type.Object(
  {
    /** First day; yesterday where left out. */
    from: Type.Optional(Day),
    ...Whose,
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
)
export type ChangesSince = Static<typeof ChangesSince>
export const QueueChanges = Type.Object({
  from: Day,
  /** The number of each kind of act, most frequent first. */
  counts: Type.Array(Type.Object({ event: Type.String(), count: Type.Integer() })),
  rows: Type.Array(
    Type.Object({
      id: Id,
      event: Type.String(),
      recordedAt: Instant,
      actor: Type.String(),
      onBehalfOf: Nullable(Type.String()),
      taskId: Id,
      code: Type.String(),
      title: Type.String(),
      leadAgencyName: Type.String(),
      percent: Nullable(Type.Integer()),
      reason: Nullable(Type.String()),
    }),
  ),
  nextCursor: Nullable(Type.String()),
})
export type QueueChanges = Static<typeof QueueChanges>

export const Thresholds = Type.Object({ ...Days, version: Version, changedAt: Instant, changedBy: Type.String() })
export type Thresholds = Static<typeof Thresholds>
export const SetThresholds = Type.Object(
  {
    silentDays: Type.Integer({ minimum: 1, maximum: 365 }),
    soonDays: Type.Integer({ minimum: 1, maximum: 90 }),
  },
  { additionalProperties: false },
)
export type SetThresholds = Static<typeof SetThresholds>
