import type { Query } from '@dieuhanh/client'
import { compact, day, id, instant, MAPS, month, oneOf, type Raw, text, textOrNothing } from './parse.ts'

export const PROGRAMME_TABS = ['board', 'list', 'ledger', 'detailing', 'plans', 'week'] as const
export type ProgrammeTab = (typeof PROGRAMME_TABS)[number]

type ItemsQuery = Query<'/api/programme/items'>
export const ITEM_STANDINGS = [
  'inTerm',
  'owed',
  'submitted',
  'done',
  'stopped',
  'registered',
  'sent',
  'counted',
] as const satisfies readonly NonNullable<ItemsQuery['standing']>[]
export const ITEM_ONLY = [
  'dueSoon',
  'late',
  'postponed',
  'postponedAgain',
  'promised',
  'promiseBroken',
  'promiseMoved',
  'requested',
  'toCheck',
  'returned',
] as const satisfies readonly NonNullable<ItemsQuery['only']>[]
export const ITEM_ORDERS = ['due', 'age', 'agency'] as const satisfies readonly NonNullable<ItemsQuery['order']>[]
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
export const ITEM_AGES = ['0-30', '31-90', '91-365', '366'] as const satisfies readonly NonNullable<ItemsQuery['age']>[]
export const ITEM_MOVES = ['0', '1', '2', '3'] as const satisfies readonly NonNullable<ItemsQuery['moves']>[]
export const FLOW = ['start', 'new', 'cleared', 'moved', 'stopped', 'end'] as const satisfies readonly NonNullable<
  ItemsQuery['flow']
>[]
export const RECOVERED = [
  'submitted',
  'gone',
  'left',
  'kept',
  'broken',
  'running',
] as const satisfies readonly NonNullable<ItemsQuery['recovered']>[]
export const LEVELS = ['nationalAssembly', 'standingCommittee', 'government', 'primeMinister'] as const
export const LEDGER_BY = ['agency', 'level', 'inCharge', 'age', 'moves'] as const
export const PLAN_GROUPS = ['ministry', 'province', 'other'] as const

/** What filters entries; the same names as in the API, so that an address of a figure opens its rows. */
export interface ItemFilter {
  programmeId?: number | undefined
  from?: string | undefined
  to?: string | undefined
  agencyId?: number | undefined
  level?: (typeof LEVELS)[number] | undefined
  /** Empty: no one is recorded. */
  inCharge?: string | undefined
  /** lead: of the agency alone, as a group of the ledger. */
  agencyBy?: 'lead' | undefined
  age?: (typeof ITEM_AGES)[number] | undefined
  moves?: (typeof ITEM_MOVES)[number] | undefined
  /** A part of the flow of the debt in the year of the day: each time in debt is a row. */
  flow?: (typeof FLOW)[number] | undefined
  /** Owed on this day, and what became of it. */
  owedOn?: string | undefined
  recovered?: (typeof RECOVERED)[number] | undefined
  standing?: (typeof ITEM_STANDINGS)[number] | undefined
  only?: (typeof ITEM_ONLY)[number] | undefined
  actFrom?: string | undefined
  actTo?: string | undefined
  directiveId?: number | undefined
  search?: string | undefined
  asOf?: string | undefined
  knownOn?: string | undefined
  knownBefore?: string | undefined
  order?: (typeof ITEM_ORDERS)[number] | undefined
  /** By which agencies: of that day, or of today. */
  map?: (typeof MAPS)[number] | undefined
}
export interface ProgrammeSearch extends ItemFilter {
  tab?: ProgrammeTab | undefined
  /** Of the board. */
  month?: string | undefined
  /** Of the ledger. */
  by?: (typeof LEDGER_BY)[number] | undefined
  detailing?: 'owed' | 'coming' | 'issued' | 'late' | undefined
  /** Of action plans: the resolution that is open, and which agencies. */
  call?: number | undefined
  group?: (typeof PLAN_GROUPS)[number] | undefined
  plan?: 'issued' | 'owed' | undefined
  year?: number | undefined
  /** A day of the week shown. */
  on?: string | undefined
  /** The form that is open. */
  act?: string | undefined
}
export interface ItemSearch {
  act?: string | undefined
}

const year = (value: unknown) => {
  const found = id(value)
  return found !== undefined && found >= 2000 && found <= 2100 ? found : undefined
}

export const itemFilterOf = (raw: Raw): ItemFilter =>
  compact({
    programmeId: id(raw.programmeId),
    from: day(raw.from),
    to: day(raw.to),
    agencyId: id(raw.agencyId),
    level: oneOf(LEVELS)(raw.level),
    inCharge: textOrNothing(raw.inCharge, 200),
    agencyBy: oneOf(['lead'] as const)(raw.agencyBy),
    age: oneOf(ITEM_AGES)(raw.age),
    moves: oneOf(ITEM_MOVES)(String(raw.moves)),
    flow: oneOf(FLOW)(raw.flow),
    owedOn: day(raw.owedOn),
    recovered: oneOf(RECOVERED)(raw.recovered),
    standing: oneOf(ITEM_STANDINGS)(raw.standing),
    only: oneOf(ITEM_ONLY)(raw.only),
    actFrom: day(raw.actFrom),
    actTo: day(raw.actTo),
    directiveId: id(raw.directiveId),
    search: text(raw.search, 200),
    asOf: day(raw.asOf),
    knownOn: day(raw.knownOn),
    knownBefore: instant(raw.knownBefore),
    order: oneOf(ITEM_ORDERS)(raw.order),
    map: oneOf(MAPS)(raw.map),
  })

export const programmeSearchOf = (raw: Raw): ProgrammeSearch =>
  compact({
    ...itemFilterOf(raw),
    tab: oneOf(PROGRAMME_TABS)(raw.tab),
    month: month(raw.month),
    by: oneOf(LEDGER_BY)(raw.by),
    detailing: oneOf(['owed', 'coming', 'issued', 'late'] as const)(raw.detailing),
    call: id(raw.call),
    group: oneOf(PLAN_GROUPS)(raw.group),
    plan: oneOf(['issued', 'owed'] as const)(raw.plan),
    year: year(raw.year),
    on: day(raw.on),
    act: text(raw.act, 60),
  })

export const itemSearchOf = (raw: Raw): ItemSearch => compact({ act: text(raw.act, 60) })
