import { type Static, Type } from 'typebox'
import { AskedInstant, Day, Id, Instant, Month, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { STANDINGS } from './debt.ts'
import { ITEM_STATES } from './item-progress.ts'
import { AGES, FLOW, ITEM_ONLY, MOVES, RECOVERED } from './list-words.ts'

const strict = { additionalProperties: false }

export const TEXT_KINDS = [
  'law',
  'ordinance',
  'resolution',
  'decree',
  'decision',
  'directive',
  'strategy',
  'plan',
  'report',
  'scheme',
  'other',
] as const
export const LEVELS = ['nationalAssembly', 'standingCommittee', 'government', 'primeMinister'] as const
export const ORIGINS = ['directive', 'law', 'own'] as const
export const CHANGE_KINDS = ['postpone', 'add', 'stop', 'changeLead', 'merge', 'split'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
/** What may be annulled: a step that never was. */
export const ANNULLED = ['submission', 'signing', 'issue', 'stop'] as const
export type Annulled = (typeof ANNULLED)[number]
export const STEP_KINDS = ['drafting', 'consultation', 'appraisal', 'opinion', 'session'] as const
export const PROGRAMME_KINDS = ['year', 'quarter', 'month', 'week'] as const

export const TextKind = oneOf(TEXT_KINDS)
export type TextKind = (typeof TEXT_KINDS)[number]
export const Level = oneOf(LEVELS)
export type Level = (typeof LEVELS)[number]
/** As official texts call them. */
export const LEVEL_WORDS: Record<Level, string> = {
  nationalAssembly: 'Quốc hội',
  standingCommittee: 'Ủy ban Thường vụ Quốc hội',
  government: 'Chính phủ',
  primeMinister: 'Thủ tướng Chính phủ',
}
export type Origin = (typeof ORIGINS)[number]
export const ItemState = oneOf(ITEM_STATES)
export const ItemStanding = oneOf(STANDINGS)
const Name = words(2000)
const Number100 = words(100)

/* ----- programmes ----- */
export const NewProgramme = Type.Object(
  {
    kind: oneOf(PROGRAMME_KINDS),
    /** Any day of its period. */
    on: Day,
    title: Type.Optional(words(300)),
    /** The act that issued it, with its day, where there is one already. */
    actNumber: Type.Optional(Number100),
    actOn: Type.Optional(Day),
  },
  strict,
)
export type NewProgramme = Static<typeof NewProgramme>
export const IssueProgramme = Type.Object({ actNumber: Number100, actOn: Day }, strict)
export type IssueProgramme = Static<typeof IssueProgramme>
export const CorrectProgramme = Type.Object(
  { title: Type.Optional(words(300)), actNumber: Type.Optional(Number100), reason: words(1000) },
  strict,
)
export type CorrectProgramme = Static<typeof CorrectProgramme>
export const ProgrammeCard = Type.Object({
  id: Id,
  kind: oneOf(PROGRAMME_KINDS),
  firstOn: Day,
  lastOn: Day,
  title: Type.String(),
  state: oneOf(['draft', 'issued'] as const),
  actNumber: Nullable(Type.String()),
  actOn: Nullable(Day),
  version: Version,
  items: Type.Integer(),
  carried: Type.Integer(),
})
export const ProgrammeList = Type.Object({ rows: Type.Array(ProgrammeCard) })

/* ----- entries ----- */
const ITEM_FIELDS = {
  name: Name,
  textKind: Type.Optional(TextKind),
  level: Level,
  leadAgencyId: Id,
  coordinatingIds: Type.Optional(Type.Array(Id, { maxItems: 100, uniqueItems: true })),
  inCharge: Type.Optional(words(200)),
  /** The month it is due in, or a day that the programme itself names. */
  month: Type.Optional(Month),
  day: Type.Optional(Day),
  origin: Type.Optional(oneOf(ORIGINS)),
  originWords: Type.Optional(words(1000)),
  note: Type.Optional(words(4000)),
}
/** An entry that an act adds to the programme. */
export const AddItem = Type.Object({ ...ITEM_FIELDS, programmeId: Id, actNumber: Number100, actOn: Day }, strict)
export type AddItem = Static<typeof AddItem>
/** An entry that a body registers: it waits for the decision. */
export const RegisterItem = Type.Object({ ...ITEM_FIELDS, programmeId: Id, reason: words(4000) }, strict)
export type RegisterItem = Static<typeof RegisterItem>
export const CorrectItem = Type.Object(
  {
    name: Type.Optional(Name),
    textKind: Type.Optional(TextKind),
    level: Type.Optional(Level),
    inCharge: Type.Optional(Nullable(words(200))),
    note: Type.Optional(Nullable(words(4000))),
    originWords: Type.Optional(Nullable(words(1000))),
    coordinatingIds: Type.Optional(Type.Array(Id, { maxItems: 100, uniqueItems: true })),
    reason: words(1000),
  },
  strict,
)
export type CorrectItem = Static<typeof CorrectItem>

export const AskChange = Type.Object(
  {
    kind: oneOf(['postpone', 'stop', 'changeLead', 'merge', 'split'] as const),
    reason: words(4000),
    /** Of a request on paper that the office records: its day. */
    askedOn: Type.Optional(Day),
    /** Who answers for keeping the new day. */
    answerable: Type.Optional(words(200)),
    newMonth: Type.Optional(Month),
    newDay: Type.Optional(Day),
    newLeadId: Type.Optional(Id),
    intoItemId: Type.Optional(Id),
    newNames: Type.Optional(Type.Array(Name, { minItems: 2, maxItems: 10 })),
  },
  strict,
)
export type AskChange = Static<typeof AskChange>
export const DecideChange = Type.Object(
  {
    decision: oneOf(['granted', 'refused'] as const),
    /** "Phó Thủ tướng …": who decided. */
    decider: Type.Optional(words(200)),
    actNumber: Type.Optional(Number100),
    actOn: Type.Optional(Day),
    note: Type.Optional(words(4000)),
  },
  strict,
)
export type DecideChange = Static<typeof DecideChange>

export const Submit = Type.Object(
  {
    number: Number100,
    sentOn: Day,
    /** Both are the office's to say: when it received the paper, and under which number it registered it. */
    receivedOn: Type.Optional(Day),
    registryNumber: Type.Optional(Number100),
    /** Of what the regulation asks for, the names of what the sender says is in the file; the check finds whether it is. */
    there: Type.Optional(Type.Array(words(300), { maxItems: 30, uniqueItems: true })),
    note: Type.Optional(words(4000)),
  },
  strict,
)
export type Submit = Static<typeof Submit>
export const CheckFile = Type.Object(
  {
    outcome: oneOf(['complete', 'returned'] as const),
    checkedOn: Type.Optional(Day),
    /** To what the lead recorded: the number of the office's register, and the day received, if before the record. */
    registryNumber: Type.Optional(Number100),
    receivedOn: Type.Optional(Day),
    /** Of what the regulation asks for, the names of what the check found in the file. */
    there: Type.Optional(Type.Array(words(300), { maxItems: 30, uniqueItems: true })),
    /** Those that are not about a part which is not there: these are told of themselves. */
    reasons: Type.Optional(Type.Array(words(1000), { maxItems: 30 })),
    note: Type.Optional(words(4000)),
  },
  strict,
)
export type CheckFile = Static<typeof CheckFile>
export const OnDay = Type.Object({ on: Day, note: Type.Optional(words(2000)) }, strict)
export type OnDay = Static<typeof OnDay>
export const Sign = Type.Object({ number: Number100, signedOn: Day, signer: Type.Optional(words(200)) }, strict)
export type Sign = Static<typeof Sign>
export const IssueText = Type.Object({ issuedOn: Day, effectOn: Day }, strict)
export type IssueText = Static<typeof IssueText>
export const PlanStep = Type.Object(
  {
    kind: oneOf(STEP_KINDS),
    plannedOn: Type.Optional(Day),
    doneOn: Type.Optional(Day),
    note: Type.Optional(words(2000)),
  },
  strict,
)
export type PlanStep = Static<typeof PlanStep>
export const PromiseRecovery = Type.Object(
  { recoverBy: Day, reason: words(2000), byWhom: words(200), document: Type.Optional(words(200)) },
  strict,
)
export type PromiseRecovery = Static<typeof PromiseRecovery>
/** The last step was recorded by mistake. */
export const Annul = Type.Object({ reason: words(1000) }, strict)
export type Annul = Static<typeof Annul>
export const TieTask = Type.Object({ taskId: Id }, strict)
export const ListIn = Type.Object({ programmeId: Id }, strict)
export const Noted = Type.Object({ note: Type.Optional(words(2000)) }, strict)

/* ----- what is shown ----- */
const Agency = Type.Object({ id: Id, name: Type.String() })
export const ITEM_ACTS = [
  'correct',
  'askChange',
  'decideChange',
  'withdrawChange',
  'submit',
  'check',
  'consider',
  'revise',
  'sign',
  'issue',
  'planStep',
  'promise',
  'annul',
  'tieTask',
  'untieTask',
  'giveTask',
  'listIn',
] as const
export type ItemAct = (typeof ITEM_ACTS)[number]

const CARD = {
  id: Id,
  code: Type.String(),
  name: Type.String(),
  textKind: TextKind,
  level: Level,
  leadAgencyId: Id,
  leadAgencyName: Type.String(),
  inCharge: Nullable(Type.String()),
  state: ItemState,
  standing: ItemStanding,
  dueOn: Day,
  firstDueOn: Day,
  moves: Type.Integer(),
  submittedOn: Nullable(Day),
  issuedOn: Nullable(Day),
  /** Days past the due day in force, and past the first; null where it is not late. */
  daysLate: Nullable(Type.Integer()),
  daysSinceFirst: Nullable(Type.Integer()),
  hasRequest: Type.Boolean(),
  /** Of what is owed: the day promised last, and how often another day was named in this debt. */
  recoverBy: Nullable(Day),
  promiseMoves: Type.Integer(),
}
export const ItemCard = Type.Object(CARD)
export type ItemCard = Static<typeof ItemCard>

export const Period = { from: Type.Optional(Day), to: Type.Optional(Day) }
export const OfDay = { asOf: Type.Optional(Day), knownOn: Type.Optional(Day) }
/** Of a list that a figure of a report opens: what was recorded at this instant or later does not count. */
export const OfReport = { ...OfDay, knownBefore: Type.Optional(AskedInstant) }
/** Agencies of that day, or those that have replaced them by today. */
export const AgencyMap = oneOf(['ofDay', 'today'] as const)
export const ItemFilter = {
  programmeId: Type.Optional(Id),
  /** Due within these days. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  agencyId: Type.Optional(Id),
  level: Type.Optional(Level),
  inCharge: Type.Optional(Type.String({ maxLength: 200 })),
  textKind: Type.Optional(TextKind),
  /** sent: submitted or done; counted: all but what is registered or was stopped. */
  standing: Type.Optional(oneOf([...STANDINGS, 'sent', 'counted'] as const)),
  /**
   * Submitted after its due day, postponed (again: more than once), or with a request that waits. Of what is owed: promised for a day
   * to come, with a promise broken, with the day promised replaced by another.
   */
  only: Type.Optional(oneOf(ITEM_ONLY)),
  /** With `only=postponed` or `standing=stopped`: by a decision that took effect within these days. */
  actFrom: Type.Optional(Day),
  actTo: Type.Optional(Day),
  /** lead: of `agencyId` alone, without the units under it and the agencies that it took over; as a group of the ledger. */
  agencyBy: Type.Optional(oneOf(['lead', 'reach'] as const)),
  /** Days since the first due day; "366": more than a year. */
  age: Type.Optional(oneOf(AGES)),
  /** Times postponed; "3": three or more. */
  moves: Type.Optional(oneOf(MOVES)),
  /** A part of the flow of the debt from the beginning of the year to the day of the list: each time in debt is a row. */
  flow: Type.Optional(oneOf(FLOW)),
  /** Owed at the end of this day, and what became of it by the day of the list. The agency and the level are those of this day. */
  owedOn: Type.Optional(Day),
  recovered: Type.Optional(oneOf(RECOVERED)),
  /** A directive or resolution it carries out. */
  directiveId: Type.Optional(Id),
  search: Type.Optional(Type.String({ maxLength: 200 })),
}
export const ItemQuery = Type.Object(
  {
    ...ItemFilter,
    ...OfReport,
    /** Of `agencyId`. */
    map: Type.Optional(AgencyMap),
    order: Type.Optional(oneOf(['due', 'age', 'agency'] as const)),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type ItemQuery = Static<typeof ItemQuery>
const ItemRowCard = Type.Object({
  ...CARD,
  /** Of a list by `flow`: the time in debt, to the first day at whose end it was not owed; null: it is. */
  time: Nullable(
    Type.Object({
      from: Day,
      to: Nullable(Day),
      began: oneOf(['passed', 'returned'] as const),
      ended: Nullable(oneOf(['submitted', 'moved', 'stopped'] as const)),
    }),
  ),
})
export type ItemRowCard = Static<typeof ItemRowCard>
export const ItemList = Type.Object({
  rows: Type.Array(ItemRowCard),
  nextCursor: Nullable(Type.String()),
  total: Type.Integer(),
  asOf: Day,
})
export type ItemList = Static<typeof ItemList>

const Due = Type.Object({
  month: Day,
  dueOn: Day,
  words: Type.String(),
  isStrict: Type.Boolean(),
  act: Type.String(),
  actOn: Day,
  effectiveOn: Day,
  recordedAt: Instant,
  recordedBy: Type.String(),
})
const Change = Type.Object({
  id: Id,
  kind: oneOf(CHANGE_KINDS),
  state: oneOf(['asked', 'granted', 'refused', 'withdrawn'] as const),
  reason: Type.String(),
  answerable: Nullable(Type.String()),
  /** The due day asked for; of a month, the day of it that the working regulation says. */
  newDueOn: Nullable(Day),
  newMonth: Nullable(Day),
  newLead: Nullable(Type.String()),
  into: Nullable(Type.Object({ id: Id, code: Type.String(), name: Type.String() })),
  newNames: Nullable(Type.Array(Type.String())),
  wasOwed: Type.Boolean(),
  askedOn: Day,
  askedBy: Type.String(),
  askedByAgency: Type.String(),
  decidedOn: Nullable(Day),
  decidedBy: Nullable(Type.String()),
  decider: Nullable(Type.String()),
  actNumber: Nullable(Type.String()),
  actOn: Nullable(Day),
  note: Nullable(Type.String()),
  /** What it granted was recorded by mistake, and never was. */
  isAnnulled: Type.Boolean(),
})
const Submission = Type.Object({
  id: Id,
  number: Type.String(),
  sentOn: Day,
  receivedOn: Nullable(Day),
  registryNumber: Nullable(Type.String()),
  /** The day it counts from: received by the office, or recorded here by the lead. */
  countsFrom: Day,
  fileName: Nullable(Type.String()),
  note: Nullable(Type.String()),
  recordedBy: Type.String(),
  recordedAt: Instant,
  /** What the regulation asks for. */
  parts: Type.Array(
    Type.Object({
      name: Type.String(),
      /** Only some files must hold it. */
      isConditional: Type.Boolean(),
      /** The sender says it is there. */
      isSaid: Type.Boolean(),
      /** The check found it; null where none was made by the list. */
      isFound: Nullable(Type.Boolean()),
    }),
  ),
  outcome: Nullable(oneOf(['complete', 'returned'] as const)),
  checkedOn: Nullable(Day),
  checkedBy: Nullable(Type.String()),
  checkNote: Nullable(Type.String()),
  reasons: Type.Array(Type.String()),
  /** The day by which the office is to have checked it: two working days. */
  checkBy: Nullable(Day),
  /** It was recorded by mistake and never was. */
  isAnnulled: Type.Boolean(),
})
const Annulment = Type.Object({
  what: oneOf(ANNULLED),
  /** What was recorded. */
  words: Type.String(),
  reason: Type.String(),
  annulledAt: Instant,
  annulledBy: Type.String(),
})
export const Item = Type.Object({
  ...CARD,
  version: Version,
  changedAt: Instant,
  changedBy: Type.String(),
  origin: oneOf(ORIGINS),
  originWords: Nullable(Type.String()),
  note: Nullable(Type.String()),
  coordinating: Type.Array(Agency),
  /** The clause it carries out: the source of its task. */
  clause: Nullable(
    Type.Object({
      number: Nullable(Type.String()),
      title: Nullable(Type.String()),
      ref: Type.String(),
      sentence: Nullable(Type.String()),
      path: Nullable(Type.String()),
    }),
  ),
  task: Nullable(Type.Object({ id: Id, code: Type.String(), title: Type.String(), state: Type.String() })),
  programmes: Type.Array(
    Type.Object({ id: Id, title: Type.String(), enteredOn: Day, carriedFrom: Nullable(Type.String()) }),
  ),
  dues: Type.Array(Due),
  changes: Type.Array(Change),
  submissions: Type.Array(Submission),
  /** What was recorded by mistake and never was, newest first. */
  annulments: Type.Array(Annulment),
  steps: Type.Array(
    Type.Object({
      kind: oneOf(STEP_KINDS),
      plannedOn: Nullable(Day),
      doneOn: Nullable(Day),
      note: Nullable(Type.String()),
      recordedBy: Type.String(),
      recordedAt: Instant,
    }),
  ),
  promises: Type.Array(
    Type.Object({
      recoverBy: Day,
      reason: Type.String(),
      byWhom: Type.String(),
      document: Nullable(Type.String()),
      promisedOn: Day,
      recordedBy: Type.String(),
      /** replaced: another day was promised before this one came; null: it left the debt by a later due day or a stop. */
      outcome: Nullable(oneOf(['kept', 'broken', 'replaced', 'waiting'] as const)),
    }),
  ),
  text: Nullable(
    Type.Object({
      number: Type.String(),
      signedOn: Day,
      issuedOn: Nullable(Day),
      effectOn: Nullable(Day),
      signer: Nullable(Type.String()),
      isInForce: Type.Boolean(),
    }),
  ),
  related: Type.Array(
    Type.Object({
      id: Id,
      code: Type.String(),
      name: Type.String(),
      how: oneOf(['into', 'from', 'part', 'merged'] as const),
    }),
  ),
  /** What a file must hold that is sent on a day up to today: each part from the first to the last day on which it is asked for. */
  required: Type.Array(
    Type.Object({
      name: Type.String(),
      basis: Type.String(),
      isConditional: Type.Boolean(),
      fromOn: Nullable(Day),
      toOn: Nullable(Day),
    }),
  ),
  /** How many years its debt has been carried over, and since when. */
  carriedSince: Nullable(Type.Integer()),
  may: Type.Array(oneOf(ITEM_ACTS)),
})
export type Item = Static<typeof Item>
export const MadeItem = Type.Object({ id: Id, code: Type.String() })
