import type { Query } from '@dieuhanh/client'
import {
  COUNTINGS,
  compact,
  day,
  id,
  instant,
  MAPS,
  month,
  oneOf,
  queryString,
  type Raw,
  text,
  textOrNothing,
} from './parse.ts'

/**
 * The filter parameters of tasks are those of the API, so a figure's rows, a link sent to a colleague and an export are
 * the same filter.
 */

/** Which tasks: the filter of `GET /api/tasks`, without paging and order. */
export type TaskFilter = Omit<Query<'/api/tasks'>, 'cursor' | 'limit' | 'count' | 'sort'>
export type StandingFilter = NonNullable<TaskFilter['standing']>
export type Sort = NonNullable<Query<'/api/tasks'>['sort']>
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
export const URGENCIES = ['any', 'express', 'veryUrgent', 'urgent'] as const satisfies readonly NonNullable<
  TaskFilter['urgency']
>[]
export const GIVEN = ['together', 'alone'] as const satisfies readonly NonNullable<TaskFilter['given']>[]
/** `match` orders what a search found. */
export const SORTS = ['match', 'urgency', 'dueOn', 'assignedOn', 'agency', 'code'] as const satisfies readonly Sort[]
export const GROUPINGS = ['source', 'agency', 'group', 'month'] as const
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
/** A search shows what matches best; any other list what is most urgent. */
export const usualSort = ({ search }: { search?: string }): Sort => (search === undefined ? 'urgency' : 'match')

/** How the tasks of a filter are shown; a table, if left out. */
export const VIEWS = ['timeline', 'calendar', 'agenda'] as const
export type View = (typeof VIEWS)[number]
/** How much time a timeline shows. */
export const ZOOMS = ['month', 'quarter', 'year'] as const
export type Zoom = (typeof ZOOMS)[number]

export interface TaskSearch extends TaskFilter {
  sort?: Sort
  by?: Grouping
  view?: View
  zoom?: Zoom
  /** The first month of a timeline, the month of a calendar. */
  at?: string
  /** Columns shown, if the user changed the default. */
  columns?: Column[]
}
export interface TaskPageSearch {
  asOf?: string
  /** The act whose form is open. */
  act?: string
  /** The thread and the comment in it that a notification is about. */
  thread?: number
  comment?: number
}
/** "minutes:12": a kind of source and what names one in it, which may be nothing. */
const source = (value: unknown) => {
  const found = text(value, 400)
  return found && /^[a-z][A-Za-z]*:/.test(found) ? found : undefined
}
/** Of "minutes:12" what follows the kind. */
export const nameInKind = (source: string): string => source.slice(source.indexOf(':') + 1)
export function taskFilterOf(raw: Raw): TaskFilter {
  return compact({
    from: day(raw.from),
    to: day(raw.to),
    asOf: day(raw.asOf),
    knownOn: day(raw.knownOn),
    knownBefore: instant(raw.knownBefore),
    agencyId: id(raw.agencyId),
    coordinatingId: id(raw.coordinatingId),
    followerId: id(raw.followerId),
    map: oneOf(MAPS)(raw.map),
    source: source(raw.source),
    group: textOrNothing(raw.group, 2000),
    month: month(raw.month),
    standing: oneOf(STANDING_FILTERS)(raw.standing),
    state: oneOf(STATES)(raw.state),
    deadlineKind: oneOf(DEADLINE_KINDS)(raw.deadlineKind),
    dueFrom: day(raw.dueFrom),
    dueTo: day(raw.dueTo),
    anyDueOn: day(raw.anyDueOn),
    urgency: oneOf(URGENCIES)(raw.urgency),
    counting: oneOf(COUNTINGS)(raw.counting),
    given: oneOf(GIVEN)(raw.given),
    collectiveId: id(raw.collectiveId),
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
    view: oneOf(VIEWS)(raw.view),
    zoom: oneOf(ZOOMS)(raw.zoom),
    at: month(raw.at),
    columns: columns.length > 0 ? columns : undefined,
  })
}
export const taskPageSearchOf = (raw: Raw): TaskPageSearch =>
  compact({ asOf: day(raw.asOf), act: text(raw.act, 60), thread: id(raw.thread), comment: id(raw.comment) })
/** The filter in a rows address that the API returned with a figure ("/api/tasks?from=…&standing=done"). */
export function filterOfRows(rows: string): TaskFilter {
  const query = rows.includes('?') ? rows.slice(rows.indexOf('?') + 1) : ''
  return taskFilterOf(Object.fromEntries(new URLSearchParams(query)))
}

/**
 * The workbook of the tasks of a filter, made by the server and downloaded by the browser: with these columns in this
 * order, or with all there is to say.
 */
export const tasksFile = (filter: TaskFilter, sort?: Sort, columns?: readonly Column[]): string =>
  `/api/tasks/export.xlsx${queryString({ ...filter, sort, columns })}`
