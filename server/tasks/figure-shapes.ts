import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, oneOf } from '../platform/shapes.ts'
import { Counting, OfFigure, TaskFilter } from './shapes.ts'

export const ROUNDINGS = ['truncate1', 'round1', 'round0', 'truncate2', 'round2'] as const
export const Rounding = oneOf(ROUNDINGS)
export type Rounding = (typeof ROUNDINGS)[number]

/** Counts of one set of tasks; assigned is always the sum of the four. */
export const Partition = Type.Object({
  assigned: Type.Integer(),
  done: Type.Integer(),
  doneOnTime: Type.Integer(),
  doneLate: Type.Integer(),
  open: Type.Integer(),
  openInTerm: Type.Integer(),
  openOverdue: Type.Integer(),
  /** Tasks whose result is due: done + openOverdue (Báo cáo 1270/BC-TCTTTg). */
  due: Type.Integer(),
  /** Claimed done, waiting for the follow-up unit; counted as open. */
  awaitingConfirmation: Type.Integer(),
})
export type Partition = Static<typeof Partition>
/** A share with its printed form and rounding. `exact` is in percent, null when the denominator is 0. */
export const Share = Type.Object({
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  exact: Nullable(Type.Number()),
  printed: Type.String(),
  rounding: Rounding,
})
export type Share = Static<typeof Share>
export const Shares = Type.Object({
  overdueOfAssigned: Share,
  doneOfAssigned: Share,
  inTermOfAssigned: Share,
  doneOfDue: Share,
  overdueOfDue: Share,
})
export const Change = Type.Object({
  asOf: Day,
  from: Nullable(Day),
  partition: Partition,
  overdueShare: Share,
  /** Difference of the two shares as printed, in percentage points: "+0,1"; "–" without a share. */
  overdueSharePoints: Type.String(),
  /** Address of the tasks of that day, as `link`. */
  link: Type.String(),
})
export const StatisticsQuery = Type.Object(
  {
    ...TaskFilter,
    ...OfFigure,
    by: Type.Optional(oneOf(['agency', 'group', 'source', 'month'] as const)),
    rounding: Type.Optional(Rounding),
  },
  { additionalProperties: false },
)
export type StatisticsQuery = Static<typeof StatisticsQuery>
export const StatisticsRow = Type.Object({
  key: Type.String(),
  label: Type.String(),
  partition: Partition,
  overdueShare: Share,
  doneOfDueShare: Share,
  /** Address of the counted rows; with `&standing=<figure>` the rows of one figure. */
  rows: Type.String(),
})
export const Statistics = Type.Object({
  from: Nullable(Day),
  asOf: Day,
  knownOn: Nullable(Day),
  /** By today's map: the day up to which successions were followed; null where agencies are those of that day. */
  mapOn: Nullable(Day),
  by: Nullable(Type.String()),
  rounding: Rounding,
  /** How tasks given together count in the total. An agency's row always counts the tasks of that agency. */
  counting: Counting,
  total: Partition,
  /** The same tasks judged on their first due day, ignoring extensions. */
  totalOnFirstDue: Partition,
  shares: Shares,
  /** Compared with the end of the previous month; null where the period had not begun. */
  previousMonth: Nullable(Change),
  /** Compared with the same day one year earlier (the end of a month for the end of a month), with all days of the query moved by a year. */
  samePeriodLastYear: Nullable(Change),
  rows: Type.Array(StatisticsRow),
  /** What the rows add up to: the total or, by agency where tasks given together count once, every task of them. */
  rowsTotal: Partition,
  /**
   * What was given to several agencies under one name, among the tasks that match: so many works, as so many tasks. Counted
   * once, the total is smaller by the difference.
   */
  together: Type.Object({
    collectives: Type.Integer(),
    tasks: Type.Integer(),
    /** Address of those tasks, each of them. */
    rows: Type.String(),
  }),
  /** Groups beyond the two thousand shown; the total includes them. */
  rowsLeftOut: Type.Integer(),
  /** Address of all counted rows; with `&standing=<figure>` the rows of one figure. */
  link: Type.String(),
})
export type Statistics = Static<typeof Statistics>
/** What the figures of a day leave out, as it was recorded after that day. */
export const RecordedLater = Type.Object({
  tasks: Type.Integer(),
  /** The day the first of them was recorded. */
  firstOn: Day,
  /** Address of those tasks. */
  rows: Type.String(),
})
export type RecordedLater = Static<typeof RecordedLater>
export const TrendQuery = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    asOf: Type.Optional(Day),
    knownOn: Type.Optional(Day),
    knownBefore: TaskFilter.knownBefore,
    agencyId: Type.Optional(Id),
    source: TaskFilter.source,
    coordinatingId: TaskFilter.coordinatingId,
    followerId: TaskFilter.followerId,
    map: TaskFilter.map,
    counting: TaskFilter.counting,
    rounding: Type.Optional(Rounding),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  },
  { additionalProperties: false },
)
export type TrendQuery = Static<typeof TrendQuery>
/** The partition at the end of each of the last months, the last one on asOf itself. */
export const Trend = Type.Object({
  mapOn: Nullable(Day),
  months: Type.Array(Type.Object({ month: Type.String(), asOf: Day, partition: Partition, overdueShare: Share })),
})
export type Trend = Static<typeof Trend>
export type StatisticsRow = Static<typeof StatisticsRow>
export type Change = Static<typeof Change>
export type Shares = Static<typeof Shares>

/** A slice of the tasks whose versions are rebuilt from their facts. */
export const Rebuild = Type.Object(
  {
    /** Tasks after this id. */
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
  },
  { additionalProperties: false },
)
export type Rebuild = Static<typeof Rebuild>
export const Rebuilt = Type.Object({
  tasks: Type.Integer(),
  /** Versions that differed from the facts. */
  changed: Type.Integer(),
  /** `after` of the next slice; null after the last. */
  next: Nullable(Id),
})
export type Rebuilt = Static<typeof Rebuilt>
