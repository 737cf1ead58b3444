import type { Query } from '@dieuhanh/client'

/**
 * The addresses of the console and what their query strings mean. The words that pick tasks are those of the API, so a
 * figure's rows, a link sent to a colleague and an export are one and the same filter.
 */

/** Which tasks: the filter of `GET /api/tasks`, without paging and order. */
export type TaskFilter = Omit<Query<'/api/tasks'>, 'cursor' | 'limit' | 'count' | 'sort'>
export type StandingFilter = NonNullable<TaskFilter['standing']>
export type Sort = NonNullable<Query<'/api/tasks'>['sort']>
export type Rounding = NonNullable<Query<'/api/statistics'>['rounding']>

export const STANDING_FILTERS = [
  'doneOnTime',
  'doneLate',
  'openInTerm',
  'openOverdue',
  'done',
  'open',
  'due',
  'awaitingConfirmation',
  'milestoneOverdue',
] as const satisfies readonly StandingFilter[]
export const STATES = [
  'assigned',
  'received',
  'inProgress',
  'reportedDone',
  'confirmed',
  'returned',
  'cancelled',
] as const satisfies readonly NonNullable<TaskFilter['state']>[]
export const DEADLINE_KINDS = [
  'date',
  'month',
  'quarter',
  'halfYear',
  'year',
  'standing',
  'perRegulation',
  'none',
] as const satisfies readonly NonNullable<TaskFilter['deadlineKind']>[]
export const MAPS = ['ofDay', 'today'] as const satisfies readonly NonNullable<TaskFilter['map']>[]
export const SORTS = ['urgency', 'dueOn', 'assignedOn', 'agency', 'code'] as const satisfies readonly Sort[]
export const GROUPINGS = ['directive', 'agency', 'group', 'month'] as const
export type Grouping = (typeof GROUPINGS)[number]
export const COLUMNS = [
  'code',
  'title',
  'lead',
  'coordinating',
  'source',
  'group',
  'assignedOn',
  'dueOn',
  'standing',
  'state',
  'percent',
  'targets',
] as const
export type Column = (typeof COLUMNS)[number]
export const ROUNDINGS = ['truncate1', 'round1', 'round0', 'truncate2', 'round2'] as const satisfies readonly Rounding[]
export const DIRECTIVE_STATES = ['reading', 'failed', 'review', 'confirmed', 'dropped'] as const

export interface TaskSearch extends TaskFilter {
  sort?: Sort
  by?: Grouping
  /** Columns shown, where the reader chose others than the usual. */
  columns?: Column[]
}
export interface OverviewSearch {
  from?: string
  asOf?: string
  /** Bodies of the day of the figures, or those of today in their place. */
  map?: (typeof MAPS)[number]
}
export interface DirectivesSearch {
  state?: (typeof DIRECTIVE_STATES)[number]
  search?: string
}
export interface ReviewSearch {
  /** The draft lit on both sides. */
  draft?: number
  /** A place in the text: first and last offset, "1200-1315". */
  span?: string
  /** Only what needs a look. */
  only?: 'doubts'
  /** The draft open in the editing drawer. */
  edit?: number
}
export interface TaskPageSearch {
  asOf?: string
  /** The act whose form is open. */
  act?: string
}
/** A list of work: one group of it, what it is narrowed to, and the act that is open over it. */
export interface WorkSearch {
  group?: string
  silentDays?: number
  agencyId?: number
  task?: number
  act?: string
  /** What of the task the act is about: the request. */
  about?: number
}
export interface ReportsSearch {
  month?: string
  from?: string
  knownOn?: string
  rounding?: Rounding
}
export const AGENCY_KINDS = [
  'central',
  'ministry',
  'ministerialAgency',
  'governmentAgency',
  'province',
  'district',
  'unit',
  'council',
  'other',
] as const satisfies readonly NonNullable<Query<'/api/agencies'>['kind']>[]
export interface AgenciesSearch {
  /** The day whose bodies are shown; today where left out. */
  on?: string
  /** The day they are compared with. */
  from?: string
  kind?: (typeof AGENCY_KINDS)[number]
  search?: string
  act?: string
}
export interface AgencySearch {
  on?: string
  /** The act whose form is open, and on which of its codes, names or successions. */
  act?: string
  item?: string
}
export interface WorkingDaysSearch {
  year?: number
  act?: string
  item?: string
}
export const URGING_TABS = ['today', 'letters', 'rules', 'effect'] as const
export const LETTER_STATES = [
  'draft',
  'submitted',
  'issued',
  'answered',
  'closed',
  'dropped',
] as const satisfies readonly NonNullable<Query<'/api/urging/letters'>['state']>[]
export interface UrgingSearch {
  tab?: (typeof URGING_TABS)[number] | undefined
  /** Which letters. */
  state?: (typeof LETTER_STATES)[number] | undefined
  agencyId?: number | undefined
  /** The rule whose form is open; 0: a new one. */
  rule?: number | undefined
  /** The span whose effect is shown, and as far as which day. */
  from?: string | undefined
  to?: string | undefined
  asOf?: string | undefined
}
export interface LetterSearch {
  /** The act whose form is open. */
  act?: string
}
/** Where to go afterwards: a path of ours. */
export interface DoorSearch {
  to?: string
}
/** What stopped somebody at the identity provider. */
export const IDENTITY_PROBLEMS = [
  'auth.challenge_gone',
  'auth.second_factor_required',
  'auth.session_required',
  'auth.too_many',
  'auth.required',
  'identity.away',
  'identity.denied',
  'identity.failed',
  'identity.level_too_low',
  'identity.not_configured',
  'identity.not_linked',
  'identity.one_only',
  'identity.taken',
] as const
interface IdentitySearch {
  problem?: (typeof IDENTITY_PROBLEMS)[number]
  /** The level of assurance the provider told, and the one needed. */
  level?: string
  needed?: string
}
export const PERSON_ACCESS = ['open', 'invited', 'expired', 'closed'] as const satisfies readonly NonNullable<
  Query<'/api/people'>['access']
>[]
export const MAIL_STATES = [
  'due',
  'sending',
  'accepted',
  'bounced',
  'givenUp',
  'kept',
] as const satisfies readonly NonNullable<Query<'/api/mail'>['state']>[]
export interface MailSearch {
  state?: (typeof MAIL_STATES)[number]
  search?: string
  /** The message that is open. */
  open?: number
  act?: 'notice'
}
export const DELIVERY_STATES = ['due', 'delivering', 'delivered', 'givenUp'] as const satisfies readonly NonNullable<
  Query<'/api/webhooks/{id}/deliveries'>['state']
>[]
export const CONNECTION_TABS = ['programs', 'webhooks'] as const
export interface ConnectionsSearch {
  tab?: (typeof CONNECTION_TABS)[number]
  /** The endpoint whose deliveries are shown. */
  webhook?: number
  /** The delivery that is open. */
  delivery?: number
  state?: (typeof DELIVERY_STATES)[number]
  event?: string
}
export interface PeopleSearch {
  search?: string
  agencyId?: number
  role?: string
  access?: (typeof PERSON_ACCESS)[number]
  /** The form that is open. */
  act?: 'add'
}
export type AuditSearch = Omit<Query<'/api/audit'>, 'cursor' | 'limit'>
export interface SignInSearch extends DoorSearch, IdentitySearch {}
export interface AccountSearch extends IdentitySearch {
  done?: 'identity.linked'
}

type Raw = Record<string, unknown>
const text = (value: unknown, limit = 500): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== ''
    ? String(value).slice(0, limit)
    : undefined
/** Where nothing is a value of its own: tasks that stand in no group, that name no document. */
const textOrNothing = (value: unknown, limit: number) => (value === '' ? '' : text(value, limit))
const day = (value: unknown) => {
  const found = text(value)
  return found && /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(Date.parse(found)) ? found : undefined
}
const month = (value: unknown) => {
  const found = text(value)
  return found && /^\d{4}-(0[1-9]|1[0-2])$/.test(found) ? found : undefined
}
const id = (value: unknown) => {
  const found = text(value)
  return found && /^[1-9]\d{0,14}$/.test(found) ? Number(found) : undefined
}
const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (value: unknown): Word | undefined =>
    words.find((word) => word === value)

/** What is known of a record, without the members that are undefined: they would stand in the address as empty words. */
function compact<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}

export function taskFilterOf(raw: Raw): TaskFilter {
  return compact({
    from: day(raw.from),
    to: day(raw.to),
    asOf: day(raw.asOf),
    knownOn: day(raw.knownOn),
    agencyId: id(raw.agencyId),
    map: oneOf(MAPS)(raw.map),
    directiveId: id(raw.directiveId),
    archiveSource: textOrNothing(raw.archiveSource, 300),
    group: textOrNothing(raw.group, 2000),
    month: month(raw.month),
    standing: oneOf(STANDING_FILTERS)(raw.standing),
    state: oneOf(STATES)(raw.state),
    deadlineKind: oneOf(DEADLINE_KINDS)(raw.deadlineKind),
    dueFrom: day(raw.dueFrom),
    dueTo: day(raw.dueTo),
    search: text(raw.search, 200),
  })
}

export function taskSearchOf(raw: Raw): TaskSearch {
  const named = text(raw.columns)?.split(',') ?? (Array.isArray(raw.columns) ? raw.columns : [])
  const columns = COLUMNS.filter((column) => named.includes(column))
  return compact({
    ...taskFilterOf(raw),
    sort: oneOf(SORTS)(raw.sort),
    by: oneOf(GROUPINGS)(raw.by),
    columns: columns.length > 0 ? columns : undefined,
  })
}

export const overviewSearchOf = (raw: Raw): OverviewSearch =>
  compact({ from: day(raw.from), asOf: day(raw.asOf), map: oneOf(MAPS)(raw.map) })
export const directivesSearchOf = (raw: Raw): DirectivesSearch =>
  compact({ state: oneOf(DIRECTIVE_STATES)(raw.state), search: text(raw.search, 200) })
export const reviewSearchOf = (raw: Raw): ReviewSearch =>
  compact({
    draft: id(raw.draft),
    span: spanOf(text(raw.span)) ? text(raw.span) : undefined,
    only: oneOf(['doubts'] as const)(raw.only),
    edit: id(raw.edit),
  })
export const taskPageSearchOf = (raw: Raw): TaskPageSearch => compact({ asOf: day(raw.asOf), act: text(raw.act, 60) })
export const urgingSearchOf = (raw: Raw): UrgingSearch =>
  compact({
    tab: oneOf(URGING_TABS)(raw.tab),
    state: oneOf(LETTER_STATES)(raw.state),
    agencyId: id(raw.agencyId),
    rule: text(raw.rule) === '0' ? 0 : id(raw.rule),
    from: day(raw.from),
    to: day(raw.to),
    asOf: day(raw.asOf),
  })
export const letterSearchOf = (raw: Raw): LetterSearch => compact({ act: text(raw.act, 60) })
export const reportsSearchOf = (raw: Raw): ReportsSearch =>
  compact({
    month: month(raw.month),
    from: day(raw.from),
    knownOn: day(raw.knownOn),
    rounding: oneOf(ROUNDINGS)(raw.rounding),
  })
export const agenciesSearchOf = (raw: Raw): AgenciesSearch =>
  compact({
    on: day(raw.on),
    from: day(raw.from),
    kind: oneOf(AGENCY_KINDS)(raw.kind),
    search: text(raw.search, 200),
    act: text(raw.act, 60),
  })
export const agencySearchOf = (raw: Raw): AgencySearch =>
  compact({ on: day(raw.on), act: text(raw.act, 60), item: text(raw.item, 300) })
export const workingDaysSearchOf = (raw: Raw): WorkingDaysSearch => {
  const year = id(raw.year)
  return compact({
    year: year !== undefined && year >= 1990 && year <= 2099 ? year : undefined,
    act: text(raw.act, 60),
    item: text(raw.item, 60),
  })
}
export const mailSearchOf = (raw: Raw): MailSearch =>
  compact({
    state: oneOf(MAIL_STATES)(raw.state),
    search: text(raw.search, 200),
    open: id(raw.open),
    act: oneOf(['notice'] as const)(raw.act),
  })
export const connectionsSearchOf = (raw: Raw): ConnectionsSearch =>
  compact({
    tab: oneOf(CONNECTION_TABS)(raw.tab),
    webhook: id(raw.webhook),
    delivery: id(raw.delivery),
    state: oneOf(DELIVERY_STATES)(raw.state),
    event: text(raw.event, 80),
  })
export const peopleSearchOf = (raw: Raw): PeopleSearch =>
  compact({
    search: text(raw.search, 200),
    agencyId: id(raw.agencyId),
    role: text(raw.role, 60),
    access: oneOf(PERSON_ACCESS)(raw.access),
    act: oneOf(['add'] as const)(raw.act),
  })
export const auditSearchOf = (raw: Raw): AuditSearch =>
  compact({
    personId: id(raw.personId),
    actor: text(raw.actor, 300),
    onBehalfOf: text(raw.onBehalfOf, 300),
    event: text(raw.event, 100),
    subjectKind: text(raw.subjectKind, 60),
    subjectId: text(raw.subjectId, 100),
    from: day(raw.from),
    to: day(raw.to),
  })
export const workSearchOf = (raw: Raw): WorkSearch =>
  compact({
    group: text(raw.group, 40),
    silentDays: daysOf(raw.silentDays),
    agencyId: id(raw.agencyId),
    task: id(raw.task),
    act: text(raw.act, 60),
    about: id(raw.about),
  })
const daysOf = (value: unknown) => {
  const found = id(value)
  return found !== undefined && found <= 365 ? found : undefined
}
/** Only a path of this console: an address that leads elsewhere would make the sign-in page a decoy. */
export const doorSearchOf = (raw: Raw): DoorSearch => {
  const to = text(raw.to, 2000)
  return compact({ to: to && /^\/(?![/\\])/.test(to) ? to : undefined })
}
/** A level is one short word, so that nobody's sentences stand on our page by a link. */
const level = (value: unknown) => {
  const found = text(value)
  return found && /^[\w.:-]{1,40}$/.test(found) ? found : undefined
}
const identitySearchOf = (raw: Raw): IdentitySearch => ({
  problem: oneOf(IDENTITY_PROBLEMS)(raw.problem),
  level: level(raw.level),
  needed: level(raw.needed),
})
export const signInSearchOf = (raw: Raw): SignInSearch => compact({ ...doorSearchOf(raw), ...identitySearchOf(raw) })
export const accountSearchOf = (raw: Raw): AccountSearch =>
  compact({ ...identitySearchOf(raw), done: oneOf(['identity.linked'] as const)(raw.done) })

/** The filter behind an address of rows the API gave with a figure ("/api/tasks?from=…&standing=done"). */
export function filterOfRows(rows: string): TaskFilter {
  const query = rows.includes('?') ? rows.slice(rows.indexOf('?') + 1) : ''
  return taskFilterOf(Object.fromEntries(new URLSearchParams(query)))
}

/** `?name=value&…` of a record, in its own order, lists joined by commas; '' for an empty one. */
export function queryString(record: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(record)) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  return query.size > 0 ? `?${query}` : ''
}

/** Query strings of the console are plain words; each route reads its own. */
export const readQuery = (query: string): Raw => Object.fromEntries(new URLSearchParams(query))

/** Start and end of "1200-1315"; undefined for anything else. */
export function spanOf(words: string | undefined): { start: number; end: number } | undefined {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(words ?? '')
  if (!found) return undefined
  const [start, end] = [Number(found[1]), Number(found[2])]
  return start < end ? { start, end } : undefined
}

/** Files the server makes; the browser saves them. */
export const files = {
  progressSheet: '/api/tasks/progress-sheet.xlsx',
  tasks: (filter: TaskFilter, sort?: Sort) => `/api/tasks/export.xlsx${queryString({ ...filter, sort })}`,
  directive: (directiveId: number) => `/api/directives/${directiveId}/file`,
  audit: (filter: AuditSearch) => `/api/audit/export.xlsx${queryString(filter)}`,
  draftReport: (query: Query<'/api/reports/monthly'>, format: string) =>
    `/api/reports/monthly/document${queryString({ ...query, format })}`,
  frozenReport: (reportId: number, format: string) => `/api/reports/${reportId}/document?format=${format}`,
}
