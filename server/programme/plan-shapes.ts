import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { AgencyMap, OfReport } from './shapes.ts'

const strict = { additionalProperties: false }
export const GROUPS = ['ministry', 'province', 'other'] as const

/* ----- action plans that a resolution obliges agencies to issue ----- */
export const CallForPlans = Type.Object(
  {
    number: words(100),
    title: words(1000),
    calledOn: Day,
    dueOn: Type.Optional(Day),
    words: Type.Optional(words(1000)),
    /** The directive it is in, where it was taken in here. */
    directiveId: Type.Optional(Id),
    /** Every ministry, every province of the day; and agencies by name. */
    ministries: Type.Optional(Type.Boolean()),
    provinces: Type.Optional(Type.Boolean()),
    agencyIds: Type.Optional(Type.Array(Id, { maxItems: 300, uniqueItems: true })),
  },
  strict,
)
export type CallForPlans = Static<typeof CallForPlans>
export const IssuePlan = Type.Object({ number: words(100), issuedOn: Day, title: Type.Optional(words(1000)) }, strict)
export type IssuePlan = Static<typeof IssuePlan>
export const Because = Type.Object({ reason: words(1000) }, strict)
const Tally = Type.Object({ due: Type.Integer(), issued: Type.Integer(), late: Type.Integer() })
export const PlanCallCard = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  calledOn: Day,
  dueOn: Nullable(Day),
  words: Nullable(Type.String()),
  sourcePath: Nullable(Type.String()),
  ministries: Tally,
  provinces: Tally,
  others: Tally,
})
export type PlanCallCard = Static<typeof PlanCallCard>
export const PlanCallQuery = Type.Object(
  { ...OfReport, year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })), directiveId: Type.Optional(Id) },
  strict,
)
export type PlanCallQuery = Static<typeof PlanCallQuery>
export const PlanCallList = Type.Object({ rows: Type.Array(PlanCallCard), asOf: Day })
export const PlanQuery = Type.Object(
  {
    ...OfReport,
    map: Type.Optional(AgencyMap),
    /** Only what counts for this agency, by the map asked for. */
    agencyId: Type.Optional(Id),
    group: Type.Optional(oneOf(GROUPS)),
    plan: Type.Optional(oneOf(['issued', 'owed'] as const)),
  },
  strict,
)
export type PlanQuery = Static<typeof PlanQuery>
export const PlanCall = Type.Object({
  ...PlanCallCard.properties,
  version: Version,
  asOf: Day,
  /** By today's map: the day up to which successions were followed; null where agencies are those of that day. */
  mapOn: Nullable(Day),
  duties: Type.Array(
    Type.Object({
      id: Id,
      agencyId: Id,
      agencyName: Type.String(),
      /** The agency that owed it at first, where a reorganisation passed it on. */
      takenOverFrom: Nullable(Type.String()),
      group: oneOf(GROUPS),
      issuedOn: Nullable(Day),
      number: Nullable(Type.String()),
      title: Nullable(Type.String()),
      fileName: Nullable(Type.String()),
      issueId: Nullable(Id),
      isLate: Type.Boolean(),
      may: Type.Array(oneOf(['issue', 'withdraw'] as const)),
    }),
  ),
})
export type PlanCall = Static<typeof PlanCall>

/* ----- texts that detail laws ----- */
export const DETAILING_KINDS = ['decree', 'decision', 'circular', 'resolution'] as const
export const OweDetailing = Type.Object(
  {
    lawNumber: words(100),
    lawTitle: words(1000),
    lawEffectOn: Day,
    clause: words(200),
    name: words(2000),
    textKind: oneOf(DETAILING_KINDS),
    leadAgencyId: Id,
    inCharge: Type.Optional(words(200)),
    itemId: Type.Optional(Id),
  },
  strict,
)
export type OweDetailing = Static<typeof OweDetailing>
export const IssueDetailing = Type.Object({ number: words(100), issuedOn: Day, effectOn: Day }, strict)
export type IssueDetailing = Static<typeof IssueDetailing>
export const DetailingQuery = Type.Object(
  {
    ...OfReport,
    agencyId: Type.Optional(Id),
    detailing: Type.Optional(oneOf(['owed', 'coming', 'issued', 'late'] as const)),
    search: Type.Optional(Type.String({ maxLength: 200 })),
  },
  strict,
)
export type DetailingQuery = Static<typeof DetailingQuery>
export const DetailingList = Type.Object({
  asOf: Day,
  /** Of all that the actor sees, whatever the filter. */
  laws: Type.Integer(),
  owed: Type.Integer(),
  issued: Type.Integer(),
  issuedLate: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      id: Id,
      lawNumber: Type.String(),
      lawTitle: Type.String(),
      lawEffectOn: Day,
      clause: Type.String(),
      name: Type.String(),
      textKind: oneOf(DETAILING_KINDS),
      leadAgencyId: Id,
      leadAgencyName: Type.String(),
      inCharge: Nullable(Type.String()),
      item: Nullable(Type.Object({ id: Id, code: Type.String() })),
      standing: oneOf(['owed', 'coming', 'issued', 'issuedLate'] as const),
      number: Nullable(Type.String()),
      issuedOn: Nullable(Day),
      effectOn: Nullable(Day),
      daysLate: Nullable(Type.Integer()),
      version: Version,
      mayIssue: Type.Boolean(),
      mayAnnul: Type.Boolean(),
    }),
  ),
})
export type DetailingList = Static<typeof DetailingList>
