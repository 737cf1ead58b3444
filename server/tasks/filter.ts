import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { addMonths, cutBefore, monthEnd } from '../platform/calendar.ts'
import { wrong } from '../platform/errors.ts'
import { holdsTyped, holdsWords } from '../platform/search.ts'
import { withCodes } from '../platform/search-code.ts'
import type { Figure, TaskFilter } from './shapes.ts'
import { wasPartHeld, wasVisible } from './sight.ts'
import { isOfSource } from './source.ts'

/** The two axes of a query: as it was on a day, from what was recorded before the end of another. */
export interface Scope {
  asOf: string
  /** As requested; null: what was known on asOf itself. */
  knownOn: string | null
  /** The first instant whose records do not count, where that is before the end of the day up to which they do; else null. */
  knownBefore: string | null
  /** Agencies by today's map: main successions are followed up to this day. Null: by the agencies of that day. */
  mapOn: string | null
}

/** A scope whose day is that of each row of `q`: `q.as_of`, `q.known_before`. For a query about several days. */
export interface ScopeOfRow extends Scope {
  isOfRow: true
}

/** How far in the future `asOf` may be: enough to see what will be overdue without overloading the database. */
const YEARS_AHEAD = 10
/** What codes of tasks begin with, as typed. */
export const CODES = ['nv']

/**
 * The axes of a query. Throws `request.range` for a period whose last day is before its first, `request.too_far` for a day
 * more than ten years ahead.
 */
export function scopeOf(
  query: Pick<TaskFilter, 'asOf' | 'knownOn' | 'knownBefore' | 'map' | 'from' | 'to' | 'dueFrom' | 'dueTo'>,
  today: string,
): Scope {
  refuseRange('to', query.from, query.to)
  refuseRange('dueTo', query.dueFrom, query.dueTo)
  if (query.asOf !== undefined && query.asOf > addMonths(today, 12 * YEARS_AHEAD)) {
    throw wrong('asOf', 'request.too_far', `Ngày tính số liệu không được quá ${YEARS_AHEAD} năm kể từ hôm nay.`)
  }
  const [asOf, knownOn] = [query.asOf ?? today, query.knownOn ?? null]
  const mapOn = query.map === 'today' ? today : null
  return { asOf, knownOn, knownBefore: cutBefore(knownOn ?? asOf, query.knownBefore), mapOn }
}

function refuseRange(last: 'to' | 'dueTo', from: string | undefined, to: string | undefined): void {
  if (from !== undefined && to !== undefined && to < from) {
    throw wrong(last, 'request.range', 'Ngày cuối phải bằng hoặc sau ngày đầu.')
  }
}

/** The agency that the task `a` counts for: the lead of that day or, by today's map, its successor. */
export function leadOf({ mapOn }: Scope): RawBuilder<unknown> {
  return mapOn === null ? sql`a.lead_agency_id` : sql`coalesce(h.heir_id, a.lead_agency_id)`
}

/** The day in question. */
function dayOf(scope: Scope): RawBuilder<string> {
  return 'isOfRow' in scope ? sql<string>`q.as_of` : sql<string>`${scope.asOf}::date`
}

/** The first instant that no longer counts as known. */
export function knownBefore(scope: Scope): RawBuilder<string> {
  if ('isOfRow' in scope) return sql<string>`q.known_before`
  if (scope.knownBefore !== null) return sql<string>`${scope.knownBefore}::timestamptz`
  return sql<string>`tasks.end_of_day(${scope.knownOn ?? scope.asOf}::date)`
}

/** Whether the query uses what was known at the end of the day itself, as reports do. */
export function isAsReported({ asOf, knownOn, knownBefore: cut }: Scope): boolean {
  return cut === null && (knownOn === null || knownOn === asOf)
}

/** For `tasks.task_version v`: the version that applies. Uses `task_version_reported_idx` where it is as reported. */
function inForce(scope: Scope): RawBuilder<unknown> {
  const day = dayOf(scope)
  const known = knownBefore(scope)
  return isAsReported(scope)
    ? sql`v.reported_from < v.reported_to and v.reported_from <= ${day} and v.reported_to > ${day}`
    : sql`v.valid_from <= ${day} and v.valid_to > ${day} and v.known_from < ${known} and v.known_to >= ${known}`
}

/**
 * `from … where …` of the tasks that match a filter and a figure and that the actor may see: `a` is the task as it was (a
 * version), `t` its row. The list, the statistics and the export all use this, so a figure opens as many rows as it counts.
 * `version` picks the versions where the day does not; `ids` leaves only these tasks. A query that names no column of `t` does not read the tasks at all;
 * `isByTask` lets their order decide.
 */
export function matching(
  actor: Actor | SystemActor,
  scope: Scope,
  filter: TaskFilter,
  figure?: Figure,
  {
    version = inForce(scope),
    isByTask = false,
    ids,
  }: { version?: RawBuilder<unknown> | undefined; isByTask?: boolean; ids?: readonly number[] | undefined } = {},
): RawBuilder<unknown> {
  const conditions = [
    wasVisible(actor, { day: dayOf(scope), knownBefore: knownBefore(scope) }),
    ...conditionsOf(filter, scope),
    ...(filter.counting === 'once' ? [sql`a.task_id not in (${standFor(actor, scope, filter, version)})`] : []),
    ...(figure === undefined ? [] : [figureIs(figure, scope)]),
    ...(ids === undefined ? [] : [sql`a.task_id = any(${[...ids]}::bigint[])`]),
  ]
  return sql`
    from (
      select v.*, tasks.standing(v.due_on, v.completed_on, ${dayOf(scope)}) as standing
      from tasks.task_version v where ${version}
    ) a
    ${isByTask ? sql`join` : sql`left join`} tasks.task t on t.task_id = a.task_id
    ${scope.mapOn === null ? sql`` : sql`left join registry.heirs(${scope.mapOn}::date) h on h.agency_id = a.lead_agency_id`}
    where ${sql.join(conditions, sql` and `)}`
}

/** Which of the four is furthest behind: what one work given to many is counted as. */
const BEHIND = sql`array_position(array['openOverdue', 'openInTerm', 'doneLate', 'doneOnTime'], a.standing)`

/**
 * The tasks that do not count where those given together count once: of each collective all but the one furthest behind,
 * among the tasks that match the rest of the filter. The few tasks of collectives are found by their index.
 */
export function standFor(
  actor: Actor | SystemActor,
  scope: Scope,
  { counting: _, ...filter }: TaskFilter,
  version?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select o.task_id from (
      select a.task_id, row_number() over (
               partition by t.collective_id order by ${BEHIND}, a.due_order, a.task_id) as place
      ${matching(actor, scope, filter, undefined, { version })} and t.collective_id is not null
    ) o where o.place > 1`
}

/** For `tasks.party p`: in force on the day, as far as was known. */
export function partInForce(scope: Scope): RawBuilder<unknown> {
  return wasPartHeld({ day: dayOf(scope), knownBefore: knownBefore(scope) })
}

/** For `tasks.deadline d`: set, and not replaced, on the day, as far as was known. */
export function deadlineInForce(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`d.set_on <= ${dayOf(scope)} and d.set_at < ${knownBefore(scope)}
    and (d.replaced_on is null or d.replaced_on > ${dayOf(scope)} or d.replaced_at >= ${knownBefore(scope)})`
}

/** For `tasks.deadline d`: done by the day, as far as was known. */
export function isMilestoneDone(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`coalesce(d.done_on <= ${dayOf(scope)} and d.done_at < ${knownBefore(scope)}, false)`
}

/** For `tasks.period r`: a reporting period that was owed, as far as was known. */
export function periodInForce(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`r.opened_at < ${knownBefore(scope)}
    and (r.dropped_at is null or r.dropped_at >= ${knownBefore(scope)})`
}

/** For `tasks.task t`: how urgent its source is. The same expression is in the index `task_urgency_idx`. */
const URGENCY_LEVEL = sql<string | null>`case
  when platform.fold(t.urgency) like '%hoa toc%' then 'express'
  when platform.fold(t.urgency) like '%thuong khan%' then 'veryUrgent'
  when platform.fold(t.urgency) like '%khan%' then 'urgent'
end`

function conditionsOf(filter: TaskFilter, scope: Scope): RawBuilder<unknown>[] {
  const { from, to, agencyId, coordinatingId, followerId, source, group, month, state, deadlineKind, urgency } = filter
  const { dueFrom, dueTo, anyDueOn, given, collectiveId, search } = filter
  const conditions: RawBuilder<unknown>[] = []
  const when = <T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>) => {
    if (value !== undefined) conditions.push(condition(value))
  }
  when(from, (day) => sql`a.assigned_on >= ${day}::date`)
  when(to, (day) => sql`a.assigned_on <= ${day}::date`)
  when(month, (name) => sql`a.assigned_on between ${`${name}-01`}::date and ${monthEnd(`${name}-01`)}::date`)
  when(agencyId, (id) => sql`${leadOf(scope)} = ${id}`)
  when(coordinatingId, (id) => coordinates(id, scope))
  when(followerId, (id) => isFollowed(sql`a.lead_agency_id`, id, dayOf(scope)))
  when(source, isOfSource)
  when(group, (title) => isNamed(sql`t.group_title`, title))
  when(state, (name) => sql`a.state = ${name}`)
  when(deadlineKind, (kind) => sql`t.deadline_kind = ${kind}`)
  when(dueFrom, (day) => sql`a.due_order >= ${day}::date and a.due_order < 'infinity'`)
  when(dueTo, (day) => sql`a.due_order <= ${day}::date`)
  when(urgency, (level) => (level === 'any' ? sql`${URGENCY_LEVEL} is not null` : sql`${URGENCY_LEVEL} = ${level}`))
  when(anyDueOn, (day) => isAnyDueOn(day, scope))
  when(given, (how) => (how === 'together' ? sql`t.collective_id is not null` : sql`t.collective_id is null`))
  when(collectiveId, (id) => sql`t.collective_id = ${id}`)
  when(search, (words) => sql`(${holdsTyped(sql`t.searched`, withCodes(words, CODES))} or ${isLedByTyped(words)})`)
  return conditions
}

/**
 * The task is led today by an agency of that name: "Bộ Tài chính" finds its tasks behind those whose words name it. A single
 * word names too many.
 */
function isLedByTyped(words: string): RawBuilder<boolean> {
  if (!/\S\s+\S/.test(words.trim())) return sql<boolean>`false`
  // The ids are found first, so that both conditions are answered by an index of the task.
  return sql<boolean>`t.lead_agency_id = any(array(
    select c.agency_id from registry.agency_card c
    where ${holdsWords(sql`platform.fold(c.name || ' ' || coalesce(c.abbreviation, '') || ' ' || coalesce(c.name_en, ''))`, words)}))`
}

/** The agency is one that a person follows on the day, or a unit of one. The agencies are found first, once. */
export function isFollowed(
  agency: RawBuilder<unknown>,
  followerId: number,
  day: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`${agency} = any(array(select unnest(registry.followed(${followerId}, ${day}))))`
}

/** The agency coordinates the task on the day or, by today's map, an agency that it succeeds does. */
function coordinates(agencyId: number, scope: Scope): RawBuilder<unknown> {
  const agencies =
    scope.mapOn === null
      ? sql`p.agency_id = ${agencyId}`
      : sql`p.agency_id = any(array(
          select ${agencyId}::bigint union select h.agency_id from registry.heirs(${scope.mapOn}::date) h where h.heir_id = ${agencyId}))`
  return sql`exists (
    select from tasks.party p
    where p.task_id = a.task_id and p.role = 'coordinating' and ${agencies} and ${partInForce(scope)})`
}

/** Its deadline, a milestone or a period report is due on a day: the tasks of a day of the calendar (due-calendar.ts). */
function isAnyDueOn(day: string, scope: Scope): RawBuilder<unknown> {
  return sql`(a.due_order = ${day}::date
    or a.task_id = any(array(
      select d.task_id from tasks.deadline d where d.is_milestone and d.due_on = ${day}::date and ${deadlineInForce(scope)}))
    or a.task_id = any(array(select r.task_id from tasks.period r where r.due_on = ${day}::date and ${periodInForce(scope)})))`
}

/** An empty string matches rows without a name; other strings use the index of the column. */
function isNamed(column: RawBuilder<unknown>, words: string): RawBuilder<unknown> {
  return words === '' ? sql`coalesce(${column}, '') = ''` : sql`${column} = ${words}`
}

/** Uses the columns of the list indexes: a condition on `standing` would use none of them. */
function figureIs(figure: Figure, scope: Scope): RawBuilder<unknown> {
  switch (figure) {
    case 'done':
      return sql`a.is_done`
    case 'open':
      return sql`not a.is_done`
    case 'doneOnTime':
      return sql`a.is_done and a.completed_on <= a.due_order`
    case 'doneLate':
      return sql`a.is_done and a.completed_on > a.due_order`
    case 'openInTerm':
      return sql`not a.is_done and a.due_order >= ${dayOf(scope)}`
    case 'openOverdue':
      return sql`not a.is_done and a.due_order < ${dayOf(scope)}`
    case 'due':
      return sql`(a.is_done or a.due_order < ${dayOf(scope)})`
    case 'awaitingConfirmation':
      return awaitingConfirmation
    case 'milestoneOverdue':
      return sql`not a.is_done and exists (
        select from tasks.deadline d
        where d.task_id = a.task_id and d.is_milestone and d.due_on < ${dayOf(scope)}
          and ${deadlineInForce(scope)} and not ${isMilestoneDone(scope)})`
  }
}

/** Claimed done and not yet confirmed: it counts as open. */
export const awaitingConfirmation = sql`(a.state = 'reportedDone' and a.completed_on is null)`

/** Every agency by its name on the day or, where it did not exist then, by its latest: `agency_id`, `name`. */
export function namesOn(day: string): RawBuilder<unknown> {
  return sql`
    select distinct on (c.agency_id) c.agency_id, c.name
    from registry.agency_card c
    order by c.agency_id, c.valid @> ${day}::date desc, c.valid_from desc nulls last`
}

/** The name of one agency, by the same rule: for a few rows, where `namesOn` would read every agency. */
export function nameOn(agencyId: RawBuilder<unknown>, day: string): RawBuilder<string | null> {
  return sql<string | null>`(
    select c.name from registry.agency_card c where c.agency_id = ${agencyId}
    order by c.valid @> ${day}::date desc, c.valid_from desc nulls last limit 1)`
}

/** Address of the rows a figure counts, with every filter that selects them. */
export function rowsLink(scope: Scope, filter: TaskFilter, figure?: Figure): string {
  const query = new URLSearchParams()
  const { asOf, knownOn, knownBefore: _, ...rest } = filter
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  query.set('asOf', scope.asOf)
  if (scope.knownOn !== null) query.set('knownOn', scope.knownOn)
  if (scope.knownBefore !== null) query.set('knownBefore', scope.knownBefore)
  if (figure !== undefined) query.set('standing', figure)
  return `/api/tasks?${query}`
}
