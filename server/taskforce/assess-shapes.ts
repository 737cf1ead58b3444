import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf } from '../platform/shapes.ts'
import { PARTS } from './assessment.ts'
import { AgencyName, Line, mayOf, strict, Text } from './shapes.ts'

export const AssessmentQuery = Type.Object({ from: Type.Optional(Day), asOf: Type.Optional(Day) }, strict)
export type AssessmentQuery = Static<typeof AssessmentQuery>
const Weight = Type.Object({
  part: oneOf(PARTS),
  weight: Type.Number({ minimum: 0, maximum: 1000 }),
  worstDays: Nullable(Type.Integer({ minimum: 1, maximum: 3650 })),
})
export const Method = Type.Object({
  id: Id,
  fromOn: Day,
  act: Type.String(),
  leastTasks: Type.Integer(),
  recordedBy: Type.String(),
  weights: Type.Array(Weight),
})
export type Method = Static<typeof Method>
export const NewMethod = Type.Object(
  {
    fromOn: Day,
    act: Line,
    leastTasks: Type.Integer({ minimum: 1, maximum: 1000 }),
    weights: Type.Array(Type.Object(Weight.properties, strict), { minItems: 1, maxItems: PARTS.length }),
  },
  strict,
)
export type NewMethod = Static<typeof NewMethod>
const Part = Type.Object({
  part: oneOf(PARTS),
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  /** The share in percent or the mean in days, truncated; null where there is nothing to measure. */
  printed: Text,
  points: Nullable(Type.Number()),
})
export const AssessedAgency = Type.Object({
  agency: AgencyName,
  /** Null: too few tasks to be ranked, or nothing to measure. */
  rank: Nullable(Type.Integer()),
  tasks: Type.Integer(),
  sum: Nullable(Type.Number()),
  parts: Type.Array(Part),
})
export type AssessedAgency = Static<typeof AssessedAgency>
export const Assessment = Type.Object({
  from: Day,
  asOf: Day,
  /** The method in force on the day, as far as it is known now. */
  method: Method,
  rows: Type.Array(AssessedAgency),
  /** Whether all agencies are shown, or one's own only. */
  isOfAll: Type.Boolean(),
  may: mayOf(['setMethod'] as const),
})
export type Assessment = Static<typeof Assessment>
export const AssessmentRowsQuery = Type.Object({ ...AssessmentQuery.properties, part: oneOf(PARTS) }, strict)
export type AssessmentRowsQuery = Static<typeof AssessmentRowsQuery>
export const AssessmentRows = Type.Object({
  part: oneOf(PARTS),
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      kind: oneOf(['task', 'item', 'recommendation', 'question', 'finding'] as const),
      id: Id,
      code: Text,
      title: Type.String(),
      to: Type.String(),
      dueOn: Nullable(Day),
      doneOn: Nullable(Day),
      /** How much it adds to the numerator: 1, or so many days. */
      counts: Type.Integer(),
      /** Counts against the agency, or only in the denominator. */
      isAgainst: Type.Boolean(),
    }),
  ),
  /** More than are shown. */
  left: Type.Integer(),
})
export type AssessmentRows = Static<typeof AssessmentRows>

export const FixAssessment = Type.Object({ from: Day, asOf: Day }, strict)
export type FixAssessment = Static<typeof FixAssessment>
export const FixedRow = Type.Object({
  id: Id,
  from: Day,
  asOf: Day,
  edition: Type.Integer(),
  /** Of a correction: why, and which edition it replaces. */
  reason: Text,
  correctsId: Nullable(Id),
  /** The edition that replaced this one. */
  correctedById: Nullable(Id),
  fixedAt: Instant,
  fixedBy: Type.String(),
  agencies: Type.Integer(),
})
export type FixedRow = Static<typeof FixedRow>
export const FixedList = Type.Object({ rows: Type.Array(FixedRow) })
export type FixedList = Static<typeof FixedList>
/** An agency whose figures are not the same in two readings; null: not in that one. */
const Difference = Type.Object({
  agency: AgencyName,
  before: Nullable(AssessedAgency),
  after: Nullable(AssessedAgency),
})
const Counted = Type.Object({
  counts: Type.Integer(),
  isAgainst: Type.Boolean(),
  dueOn: Nullable(Day),
  doneOn: Nullable(Day),
})
export const FixedAssessment = Type.Object({
  ...FixedRow.properties,
  method: Method,
  rows: Type.Array(AssessedAgency),
  isOfAll: Type.Boolean(),
  /** Of a correction: what differs from the edition before, in figures and in rows (at most 500). */
  changes: Type.Array(Difference),
  changedRows: Type.Array(
    Type.Object({
      agency: AgencyName,
      part: oneOf(PARTS),
      code: Text,
      title: Type.String(),
      to: Type.String(),
      before: Nullable(Counted),
      after: Nullable(Counted),
    }),
  ),
  /** Of the newest edition: where the same period reads otherwise by what is known now. */
  now: Type.Array(Difference),
  may: mayOf(['correct'] as const),
})
export type FixedAssessment = Static<typeof FixedAssessment>
export const FixedRowsQuery = Type.Object({ agencyId: Id, part: oneOf(PARTS) }, strict)
export type FixedRowsQuery = Static<typeof FixedRowsQuery>
