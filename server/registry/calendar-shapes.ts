import { type Static, Type } from 'typebox'
import { Day, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { HOLIDAYS } from '../platform/working-days.ts'
import { Confidence } from './shapes.ts'

/** The Vietnamese calendar is computed for these years; further away, sun and moon are not known precisely enough. */
export const YearParams = Type.Object({ year: Type.Integer({ minimum: 1990, maximum: 2099 }) })
export const DayParams = Type.Object({ ...YearParams.properties, day: Day })

const Plan = Type.Object({
  kind: oneOf(['off', 'work'] as const),
  name: Type.String(),
  pairedDay: Nullable(Day),
  source: Type.String(),
  confidence: Confidence,
})
export const SpecialDay = Type.Object({
  day: Day,
  isWorking: Type.Boolean(),
  kind: oneOf(['holiday', 'compensation', 'planned'] as const),
  holiday: Nullable(oneOf(HOLIDAYS)),
  /** In Vietnamese, as the plan or the law calls it. */
  name: Type.String(),
  plan: Nullable(Plan),
})
const Announced = Type.Object({
  /** Days before; for 24/11 whether it is off (1) or not (0). */
  daysBefore: Type.Integer(),
  /** What it would be without an announcement. */
  usual: Type.Integer(),
  /** Null: nothing announced for this year. */
  source: Nullable(Type.String()),
  confidence: Nullable(Confidence),
})
export const CALENDAR_CHOICES = ['tet', 'nationalDay', 'cultureDay'] as const
export const CalendarYear = Type.Object({
  year: Type.Integer(),
  version: Version,
  changedAt: Nullable(Instant),
  changedBy: Nullable(Type.String()),
  mayChange: Type.Boolean(),
  choices: Type.Object({ tet: Announced, nationalDay: Announced, cultureDay: Announced }),
  days: Type.Array(SpecialDay),
  workingDays: Type.Integer(),
  /** Working days by month, January first. */
  workingDaysByMonth: Type.Array(Type.Integer()),
  /** Days that differ from what they would be without an announcement. */
  differences: Type.Array(Type.Object({ day: Day, isWorking: Type.Boolean() })),
})
export type CalendarYear = Static<typeof CalendarYear>

const Source = words(500)
export const ChangeChoice = Type.Object({
  holiday: oneOf(CALENDAR_CHOICES),
  /** Null: the announcement is withdrawn. */
  daysBefore: Nullable(Type.Integer({ minimum: 0, maximum: 5 })),
  source: Source,
})
export type ChangeChoice = Static<typeof ChangeChoice>
/** A day off, a Saturday worked, or a swap of the two. */
export const PlanDays = Type.Object({
  off: Type.Optional(Nullable(Day)),
  work: Type.Optional(Nullable(Day)),
  name: Type.Optional(Nullable(words(200))),
  source: Source,
})
export type PlanDays = Static<typeof PlanDays>

/** GET /api/working-days: counts from `from`, which is not counted itself, to `to` or by `add` days. */
export const CountQuery = Type.Object(
  { from: Day, to: Type.Optional(Day), add: Type.Optional(Type.Integer({ minimum: -1000, maximum: 1000 })) },
  { additionalProperties: false },
)
export const Count = Type.Object({ from: Day, to: Day, workingDays: Type.Integer() })
