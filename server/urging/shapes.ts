import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'

export const EVENTS_OF_RULES = ['before', 'on', 'after', 'silence', 'period', 'milestone'] as const
export type RuleEvent = (typeof EVENTS_OF_RULES)[number]
export const WHOM = ['officer', 'leader', 'minister', 'taskForce'] as const
export type Whom = (typeof WHOM)[number]
export const HOW = ['inApp', 'email', 'webhook', 'letter'] as const
export type How = (typeof HOW)[number]
export const NOTIFIED_AS = [...WHOM, 'followUp'] as const
export const ABOUT = [...EVENTS_OF_RULES, 'letter'] as const

const Kinds = oneOf(['date', 'month', 'quarter', 'halfYear', 'year', 'standing', 'perRegulation', 'none'] as const)

export const RuleEdit = Type.Object({
  name: words(200),
  reason: words(2000),
  event: oneOf(EVENTS_OF_RULES),
  days: Nullable(Type.Integer({ minimum: 1, maximum: 365 })),
  urgencies: Type.Array(words(60), { maxItems: 10, uniqueItems: true }),
  deadlineKinds: Type.Array(Kinds, { maxItems: 8, uniqueItems: true }),
  agencyIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
  whom: Type.Array(oneOf(WHOM), { minItems: 1, maxItems: 4, uniqueItems: true }),
  how: Type.Array(oneOf(HOW), { minItems: 1, maxItems: 4, uniqueItems: true }),
  isActive: Type.Boolean(),
})
export type RuleEdit = Static<typeof RuleEdit>
export const Rule = Type.Object({
  id: Id,
  version: Version,
  ...RuleEdit.properties,
  isDefault: Type.Boolean(),
  agencyNames: Type.Array(Type.String()),
  changedAt: Instant,
  changedBy: Type.String(),
})
export type Rule = Static<typeof Rule>
export const RuleList = Type.Object({ rules: Type.Array(Rule), urgencies: Type.Array(Type.String()) })

const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
export const SettingEdit = Type.Object({
  superiorAgency: Nullable(words(200)),
  issuingAgency: words(200),
  notationAgency: Type.String({ pattern: '^[A-ZĐ]{1,20}$' }),
  place: words(100),
  headTitle: words(200),
  basis: words(2000),
  soonDays: Type.Integer({ minimum: 0, maximum: 60 }),
  replyDays: Type.Integer({ minimum: 1, maximum: 60 }),
  annexFrom: Type.Integer({ minimum: 1, maximum: 100 }),
  quietFrom: Clock,
  quietTo: Clock,
  headTitles: Type.Array(words(100), { minItems: 1, maxItems: 40 }),
})
export type SettingEdit = Static<typeof SettingEdit>
export const Setting = Type.Object({
  version: Version,
  ...SettingEdit.properties,
  changedAt: Instant,
  changedBy: Type.String(),
})
export type Setting = Static<typeof Setting>

/** A person who is to be notified, or was. */
const Person = Type.Object({ id: Id, name: Type.String(), title: Type.String(), whom: oneOf(NOTIFIED_AS) })
export const PlanQuery = Type.Object({ on: Type.Optional(Day) }, { additionalProperties: false })
/** A rule's reminders on a day about the tasks of one agency. */
export const PlanEntry = Type.Object({
  agencyId: Id,
  agencyName: Type.String(),
  people: Type.Array(Person),
  /** No one of the agency can be notified: those who follow up are notified instead. */
  isGap: Type.Boolean(),
  tasks: Type.Array(
    Type.Object({ id: Id, code: Type.String(), title: Type.String(), dueOn: Day, days: Type.Integer() }),
  ),
})
export const PlannedRule = Type.Object({
  id: Nullable(Id),
  name: Type.String(),
  event: oneOf(EVENTS_OF_RULES),
  days: Nullable(Type.Integer()),
  how: Type.Array(oneOf(HOW)),
  tasks: Type.Integer(),
  agencies: Type.Array(PlanEntry),
})
export const Plan = Type.Object({
  on: Day,
  isWorkingDay: Type.Boolean(),
  /** The day on which the notices are sent: the next working day if `on` is not one. */
  sentOn: Day,
  people: Type.Integer(),
  tasks: Type.Integer(),
  gaps: Type.Integer(),
  /** When the rules were applied on that day; null: not yet. */
  ranAt: Nullable(Instant),
  rules: Type.Array(PlannedRule),
})
export type Plan = Static<typeof Plan>
export const RunResult = Type.Object({
  on: Day,
  isWorkingDay: Type.Boolean(),
  made: Type.Integer(),
  people: Type.Integer(),
  gaps: Type.Integer(),
})
export type RunResult = Static<typeof RunResult>

export const AgencyRow = Type.Object({
  agencyId: Id,
  agencyName: Type.String(),
  overdue: Type.Integer(),
  dueSoon: Type.Integer(),
  silent: Type.Integer(),
  periodsMissing: Type.Integer(),
  mostDaysLate: Type.Integer(),
  /** People of the agency who can be notified. */
  people: Type.Integer(),
  /** A letter not issued yet. */
  openLetterId: Nullable(Id),
  lastLetter: Nullable(Type.Object({ id: Id, notation: Type.String(), issuedOn: Day, state: Type.String() })),
  proposed: Type.Boolean({ description: 'A rule proposed a letter and none has been issued since' }),
})
export type AgencyRow = Static<typeof AgencyRow>
export const AgenciesToUrge = Type.Object({
  asOf: Day,
  soonTo: Day,
  silentDays: Type.Integer(),
  agencies: Type.Array(AgencyRow),
})

export const AgencyTasksQuery = Type.Object(
  { kind: oneOf(['silent', 'periodsMissing'] as const) },
  { additionalProperties: false },
)
export const AgencyTasks = Type.Object({
  tasks: Type.Array(
    Type.Object({
      id: Id,
      code: Type.String(),
      title: Type.String(),
      dueOn: Nullable(Day),
      heardOn: Day,
      periods: Type.Array(Day),
    }),
  ),
})

export const MAIL_WORDS = ['due', 'sending', 'accepted', 'bounced', 'givenUp', 'kept'] as const
/** One line of the ledger. */
export const LedgerRow = Type.Object({
  id: Id,
  onDay: Day,
  madeAt: Instant,
  event: oneOf(ABOUT),
  ruleName: Nullable(Type.String()),
  letterId: Nullable(Id),
  notation: Nullable(Type.String()),
  taskId: Nullable(Id),
  taskCode: Nullable(Type.String()),
  agencyId: Id,
  agencyName: Type.String(),
  recipient: oneOf(['person', 'system', 'letter'] as const),
  whom: Nullable(oneOf(NOTIFIED_AS)),
  personName: Nullable(Type.String()),
  personTitle: Nullable(Type.String()),
  isGap: Type.Boolean(),
  channels: Type.Array(oneOf(HOW)),
  dueOn: Nullable(Day),
  days: Nullable(Type.Integer()),
  /** State of the message in the mail ledger; null: no mail was due. */
  mail: Nullable(oneOf(MAIL_WORDS)),
  mailAt: Nullable(Instant),
  readAt: Nullable(Instant),
})
export type LedgerRow = Static<typeof LedgerRow>
export const LedgerQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
)
export const Ledger = Type.Object({ rows: Type.Array(LedgerRow), nextCursor: Nullable(Type.String()) })

export const WITHIN = [5, 10, 30] as const
export const EffectQuery = Type.Object(
  { from: Type.Optional(Day), to: Type.Optional(Day), asOf: Type.Optional(Day) },
  { additionalProperties: false },
)
const Within = Type.Object({ days: Type.Integer(), reported: Type.Integer(), done: Type.Integer() })
export const EffectRow = Type.Object({
  /** Of an agency, of a rule, or of all letters. */
  agencyId: Nullable(Id),
  ruleId: Nullable(Id),
  kind: oneOf(['rule', 'letter', 'agency', 'total'] as const),
  name: Type.String(),
  /** Tasks urged for the first time in the span; each counts once in a row. */
  urged: Type.Integer(),
  within: Type.Array(Within),
})
export const Effect = Type.Object({
  from: Day,
  to: Day,
  asOf: Day,
  total: EffectRow,
  by: Type.Array(EffectRow),
  agencies: Type.Array(EffectRow),
})
export type Effect = Static<typeof Effect>
export const EffectRowsQuery = Type.Object(
  {
    ...EffectQuery.properties,
    agencyId: Type.Optional(Id),
    ruleId: Type.Optional(Id),
    kind: Type.Optional(oneOf(['letter'] as const)),
    within: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    outcome: Type.Optional(oneOf(['reported', 'done'] as const)),
  },
  { additionalProperties: false },
)
export const EffectTask = Type.Object({
  taskId: Id,
  code: Type.String(),
  title: Type.String(),
  agencyId: Id,
  agencyName: Type.String(),
  urgedOn: Day,
  by: Type.String(),
  letterId: Nullable(Id),
  reportedOn: Nullable(Day),
  doneOn: Nullable(Day),
})
export const EffectRows = Type.Object({ rows: Type.Array(EffectTask) })
