import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { DeadlineKind } from '../tasks/index.ts'
import { ACTIVITY_FORMS } from './activity-form.ts'
import { AgencyName, Line, mayOf, strict, Text, Words } from './shapes.ts'

export const MEMBER_ROLES = ['head', 'standingDeputy', 'deputy', 'member', 'secretary'] as const

export const NewTaskForce = Type.Object(
  { name: Line, act: Line, actOn: Day, fromOn: Day, scope: Words, standingAgencyId: Id },
  strict,
)
export type NewTaskForce = Static<typeof NewTaskForce>
export const Ending = Type.Object({ toOn: Day, act: Line }, strict)
export type Ending = Static<typeof Ending>
export const NewMember = Type.Object(
  {
    /** A person with an account; left out for one who is only named in the decision. */
    personId: Type.Optional(Id),
    fullName: Line,
    office: Line,
    role: oneOf(MEMBER_ROLES),
    fromOn: Day,
    act: Line,
  },
  strict,
)
export type NewMember = Static<typeof NewMember>
/** From a day on the member follows exactly these agencies. */
export const Areas = Type.Object(
  { agencyIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }), fromOn: Day, act: Line },
  strict,
)
export type Areas = Static<typeof Areas>

export const TaskForceRow = Type.Object({
  id: Id,
  name: Type.String(),
  act: Type.String(),
  actOn: Day,
  fromOn: Day,
  toOn: Nullable(Day),
  head: Text,
  members: Type.Integer(),
  version: Version,
})
export const AreaRow = Type.Object({
  agencyId: Id,
  agencyName: Type.String(),
  fromOn: Day,
  toOn: Nullable(Day),
  act: Text,
  /** Ended because the agency passed to this one; the break of a reorganisation. */
  successor: Nullable(AgencyName),
})
export const MemberRow = Type.Object({
  id: Id,
  version: Version,
  personId: Nullable(Id),
  fullName: Type.String(),
  office: Type.String(),
  role: oneOf(MEMBER_ROLES),
  fromOn: Day,
  toOn: Nullable(Day),
  act: Type.String(),
  endAct: Text,
  areas: Type.Array(AreaRow),
})
export const PlanRow = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  issuedOn: Day,
  fromOn: Day,
  toOn: Day,
  activities: Type.Integer(),
  done: Type.Integer(),
})
export const TaskForce = Type.Object({
  ...TaskForceRow.properties,
  scope: Type.String(),
  standingAgency: AgencyName,
  endAct: Text,
  memberList: Type.Array(MemberRow),
  plans: Type.Array(PlanRow),
  may: mayOf(['keep'] as const),
})
export type TaskForce = Static<typeof TaskForce>
export const TaskForceList = Type.Object({ rows: Type.Array(TaskForceRow), mayKeep: Type.Boolean() })
export const DayQuery = Type.Object({ asOf: Type.Optional(Day) }, strict)

/** A member's own page: the agencies followed, how they stand, and what the member did. */
export const Mine = Type.Object({
  personId: Id,
  name: Type.String(),
  asOf: Day,
  taskForces: Type.Array(
    Type.Object({ id: Id, name: Type.String(), role: oneOf(MEMBER_ROLES), fromOn: Day, toOn: Nullable(Day) }),
  ),
  agencies: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      fromOn: Day,
      assigned: Type.Integer(),
      openInTerm: Type.Integer(),
      openOverdue: Type.Integer(),
      /** Address of the tasks counted. */
      rows: Type.String(),
      /** Entries of the work programme that it had not submitted when their day was over. */
      itemsOwed: Type.Integer(),
      /** These three as of today alone; null as of another day. */
      recommendationsOpen: Nullable(Type.Integer()),
      findingsOpen: Nullable(Type.Integer()),
      /** Inspections that were decided and are not concluded. */
      inspections: Nullable(Type.Integer()),
    }),
  ),
  /** Areas that ended: by decision, or because the agency passed to another. */
  former: Type.Array(AreaRow),
  acts: Type.Array(
    Type.Object({
      at: Instant,
      event: Type.String(),
      said: Type.Object({ vi: Type.String(), en: Type.String() }),
      subjectKind: Type.String(),
      name: Text,
      to: Text,
    }),
  ),
})
export type Mine = Static<typeof Mine>
export const MineQuery = Type.Object({ personId: Type.Optional(Id), asOf: Type.Optional(Day) }, strict)

const When = {
  kind: DeadlineKind,
  literal: Type.String({ maxLength: 2000 }),
  dueOn: Nullable(Day),
  isStrict: Type.Boolean(),
  recurs: Nullable(oneOf(['daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const)),
}
export const NewActivity = Type.Object(
  {
    title: Line,
    words: Words,
    form: oneOf(ACTIVITY_FORMS),
    doneBy: Nullable(Line),
    /** The agency that answers for it; the standing agency of the task force where left out. */
    leadAgencyId: Type.Optional(Id),
    ...When,
  },
  strict,
)
export type NewActivity = Static<typeof NewActivity>
export const MOST_ACTIVITIES = 200
export const NewPlan = Type.Object(
  {
    number: Line,
    title: Line,
    issuedOn: Day,
    fromOn: Day,
    toOn: Day,
    activities: Type.Array(NewActivity, { minItems: 1, maxItems: MOST_ACTIVITIES }),
  },
  strict,
)
export type NewPlan = Static<typeof NewPlan>
/** What was read in the text of a plan; nothing is made of it before a person confirms. */
export const ReadPlan = Type.Object({
  number: Text,
  title: Text,
  issuedOn: Nullable(Day),
  activities: Type.Array(NewActivity),
})
export type ReadPlan = Static<typeof ReadPlan>
export const ActivityRow = Type.Object({
  id: Id,
  position: Type.Integer(),
  title: Type.String(),
  words: Type.String(),
  form: oneOf(ACTIVITY_FORMS),
  doneBy: Text,
  taskId: Id,
  code: Type.String(),
  leadAgencyName: Type.String(),
  state: Type.String(),
  dueOn: Nullable(Day),
  completedOn: Nullable(Day),
})
export const Plan = Type.Object({
  ...PlanRow.properties,
  taskForce: AgencyName,
  fileName: Text,
  recordedBy: Type.String(),
  recordedAt: Instant,
  rows: Type.Array(ActivityRow),
})
export type Plan = Static<typeof Plan>
export const PeopleQuery = Type.Object({ words: Type.String({ minLength: 1, maxLength: 100 }) }, strict)
export const PeopleToName = Type.Object({
  people: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String(), agencyName: Type.String() })),
})
export type PeopleToName = Static<typeof PeopleToName>
