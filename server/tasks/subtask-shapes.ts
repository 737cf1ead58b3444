import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'

/** What an agency does with one task, as it is shown. What it sends is in `subtask-act-shapes.ts`. */

export const SUBTASK_STATES = ['assigned', 'inProgress', 'done', 'sentBack', 'accepted', 'cancelled'] as const
export type SubtaskState = (typeof SUBTASK_STATES)[number]
export const SUBTASK_ACTS = ['start', 'report', 'finish', 'accept', 'sendBack', 'change', 'cancel', 'attach'] as const
export type SubtaskAct = (typeof SUBTASK_ACTS)[number]

export const SubtaskCard = Type.Object({
  id: Id,
  /** The task's code with its place: "NV-2021-000012/3". */
  code: Type.String(),
  version: Version,
  byAgencyId: Id,
  byAgencyName: Type.String(),
  agencyId: Id,
  agencyName: Type.String(),
  title: Type.String(),
  content: Type.String(),
  dueOn: Day,
  /** The due day of the task when this one was set. If it differs from the current one, the task has been extended since. */
  taskDueOn: Nullable(Day),
  /** Due after the current due day of the task. */
  isAfterTask: Type.Boolean(),
  laterReason: Nullable(Type.String()),
  state: oneOf(SUBTASK_STATES),
  percent: Type.Integer(),
  /** Not done by the unit, and its due day has passed. */
  isOverdue: Type.Boolean(),
  givenOn: Day,
  givenBy: Type.String(),
  doneOn: Nullable(Day),
  acceptedOn: Nullable(Day),
  sentBackReason: Nullable(Type.String()),
  endedReason: Nullable(Type.String()),
  reports: Type.Array(
    Type.Object({
      kind: oneOf(['progress', 'done', 'sentBack', 'accepted'] as const),
      reportedOn: Day,
      percent: Type.Integer(),
      body: Type.String(),
      recordedBy: Type.String(),
      recordedAt: Instant,
    }),
  ),
  may: Type.Array(oneOf(SUBTASK_ACTS)),
})
export type SubtaskCard = Static<typeof SubtaskCard>

export const EvidenceCard = Type.Object({
  id: Id,
  /** What it belongs to, and the id of that; for the task itself the id of the task. */
  of: oneOf(['task', 'report', 'contribution', 'subtask'] as const),
  ofId: Id,
  kind: oneOf(['file', 'document'] as const),
  fileName: Nullable(Type.String()),
  mediaType: Nullable(Type.String()),
  sizeBytes: Nullable(Type.Integer()),
  sha256: Nullable(Type.String()),
  number: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  issuer: Nullable(Type.String()),
  about: Nullable(Type.String()),
  agencyId: Id,
  agencyName: Type.String(),
  addedOn: Day,
  addedBy: Type.String(),
  withdrawnOn: Nullable(Day),
  withdrawnBy: Nullable(Type.String()),
  withdrawnReason: Nullable(Type.String()),
  mayWithdraw: Type.Boolean(),
})
export type EvidenceCard = Static<typeof EvidenceCard>

export const ContributionCard = Type.Object({
  id: Id,
  agencyId: Id,
  agencyName: Type.String(),
  requestedWhat: Nullable(Type.String()),
  requestedDueOn: Nullable(Day),
  requestedOn: Nullable(Day),
  requestedBy: Nullable(Type.String()),
  body: Nullable(Type.String()),
  givenOn: Nullable(Day),
  givenBy: Nullable(Type.String()),
  /** requested: not given yet; late: not given, and its day has passed; given; lapsed: the agency is no longer named. */
  state: oneOf(['requested', 'late', 'given', 'lapsed'] as const),
})
export type ContributionCard = Static<typeof ContributionCard>

export const CADENCES = ['month', 'quarter', 'halfYear', 'year', 'none'] as const
export type Cadence = (typeof CADENCES)[number]
export const CUTOFFS = ['decree', 'calendar'] as const
export type Cutoff = (typeof CUTOFFS)[number]

export const RhythmCard = Type.Object({
  cadence: oneOf(CADENCES),
  /** decree: periods run from day 15 to day 14 (Nghị định 09/2019/NĐ-CP Điều 12). */
  cutoff: oneOf(CUTOFFS),
  /** The report is due within this many working days after the period's last day. */
  dueDays: Type.Integer(),
  /** Derived from what the source states, not set by anyone. */
  isDefault: Type.Boolean(),
  setBy: Type.String(),
  setAt: Instant,
})
export type RhythmCard = Static<typeof RhythmCard>

export const PERIOD_STATES = ['open', 'onTime', 'late', 'missing'] as const
export const PeriodCard = Type.Object({
  id: Id,
  startsOn: Day,
  endsOn: Day,
  dueOn: Day,
  state: oneOf(PERIOD_STATES),
  reportedOn: Nullable(Day),
  reportId: Nullable(Id),
})
export type PeriodCard = Static<typeof PeriodCard>
