import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf } from '../platform/shapes.ts'
import { Share } from '../tasks/index.ts'
import { AgencyMap, Level, OfDay } from './shapes.ts'

const strict = { additionalProperties: false }
const Of = { agencyId: Type.Optional(Id), level: Type.Optional(Level) }

export const SummaryQuery = Type.Object({ from: Day, to: Day, ...OfDay, ...Of }, strict)
export type SummaryQuery = Static<typeof SummaryQuery>
const Counts = Type.Object({
  due: Type.Integer(),
  submitted: Type.Integer(),
  owed: Type.Integer(),
  inTerm: Type.Integer(),
  late: Type.Integer(),
  stopped: Type.Integer(),
})
export const Summary = Type.Object({
  from: Day,
  to: Day,
  asOf: Day,
  knownOn: Nullable(Day),
  counts: Counts,
  owedShare: Share,
  /** The same period of the year before, as of the same day of that year, as known then. */
  before: Type.Object({ from: Day, to: Day, asOf: Day, counts: Counts, owedShare: Share }),
  /** "-7,5": change in percentage points, truncated. */
  points: Type.String(),
  next: Type.Object({ from: Day, to: Day, due: Type.Integer() }),
})
export type Summary = Static<typeof Summary>

export const LEDGER_BY = ['agency', 'level', 'inCharge', 'age', 'moves'] as const
export const LedgerQuery = Type.Object(
  { ...OfDay, ...Of, map: Type.Optional(AgencyMap), by: Type.Optional(oneOf(LEDGER_BY)) },
  strict,
)
export type LedgerQuery = Static<typeof LedgerQuery>
const Flow = Type.Object({
  from: Day,
  to: Day,
  owedAtStart: Type.Integer(),
  newlyOwed: Type.Integer(),
  cleared: Type.Integer(),
  /** Of those cleared: by a later due day, not by a submission. */
  moved: Type.Integer(),
  stopped: Type.Integer(),
  owedAtEnd: Type.Integer(),
})
export type Flow = Static<typeof Flow>
export const Ledger = Type.Object({
  asOf: Day,
  knownOn: Nullable(Day),
  /** By today's map: the day up to which successions were followed; null where agencies are those of that day. */
  mapOn: Nullable(Day),
  owed: Type.Integer(),
  /**
   * Of those owed: due in an earlier year; returned; promised for a day to come; promised for a day that passed, whatever was
   * promised before or since; with the day promised replaced by another.
   */
  carried: Type.Integer(),
  returned: Type.Integer(),
  promised: Type.Integer(),
  broken: Type.Integer(),
  promiseMoved: Type.Integer(),
  groups: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Nullable(Type.String()),
      owed: Type.Integer(),
      /** Due in the year so far. */
      due: Type.Integer(),
      oldestDueOn: Day,
      daysMost: Type.Integer(),
      moves: Type.Integer(),
    }),
  ),
  /** Since the year began; null for those who do not see every body. */
  flow: Nullable(Flow),
  /** Entries of the programme of the year whose due day a decision of that year moved: days from the first due day to the present one. */
  slippage: Type.Object({
    /** The programme of the year; null where there is none. */
    programmeId: Nullable(Id),
    /** All that it lists, but what is registered or was stopped. */
    items: Type.Integer(),
    moved: Type.Integer(),
    /** Of those moved: for the second time or more, in whatever year. */
    movedTwice: Type.Integer(),
    meanDays: Nullable(Type.Number()),
    medianDays: Nullable(Type.Number()),
  }),
})
export type Ledger = Static<typeof Ledger>

export const RecoveryQuery = Type.Object({ owedOn: Day, by: Day, knownOn: OfDay.knownOn, ...Of }, strict)
export type RecoveryQuery = Static<typeof RecoveryQuery>
export const RecoveryAnswer = Type.Object({
  owedOn: Day,
  by: Day,
  /** The last day that is over by now. */
  through: Day,
  owed: Type.Integer(),
  submitted: Type.Integer(),
  gone: Type.Integer(),
  left: Type.Integer(),
  /** Of those with a promise: submitted by each day promised; a day promised passed; none has passed yet. */
  kept: Type.Integer(),
  broken: Type.Integer(),
  running: Type.Integer(),
})
export type RecoveryAnswer = Static<typeof RecoveryAnswer>

export const YearList = Type.Object({
  rows: Type.Array(
    Type.Object({
      year: Type.Integer(),
      owedAtStart: Type.Integer(),
      newlyOwed: Type.Integer(),
      cleared: Type.Integer(),
      moved: Type.Integer(),
      stopped: Type.Integer(),
      owedAtEnd: Type.Integer(),
      restated: Type.Integer(),
      closedAt: Nullable(Instant),
      closedBy: Nullable(Type.String()),
      mayClose: Type.Boolean(),
    }),
  ),
})
export type YearList = Static<typeof YearList>
export const YearParams = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) })
export const ClosedYear = Type.Object({ year: Type.Integer(), owedAtEnd: Type.Integer(), carried: Type.Integer() })
