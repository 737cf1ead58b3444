import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { monthEnd } from '../platform/calendar.ts'
import { bodiesSeenBy } from '../platform/rights.ts'
import { holdsWords } from '../platform/search.ts'
import type { Figure, TaskFilter } from './shapes.ts'

/** The two axes of a question: as it was on a day, from what was recorded before the end of another. */
export interface Scope {
  asOf: string
  /** As asked; null: what was known on asOf itself. */
  knownOn: string | null
  /** Bodies by today's map: main successions are followed up to this day. Null: by the body of the day. */
  mapOn: string | null
}

export function scopeOf(query: { asOf?: string; knownOn?: string; map?: TaskFilter['map'] }, today: string): Scope {
  return { asOf: query.asOf ?? today, knownOn: query.knownOn ?? null, mapOn: query.map === 'today' ? today : null }
}

/** Whose the task `a` counts as: the lead of the day or, by today's map, who stands in its place. */
export function leadOf({ mapOn }: Scope): RawBuilder<unknown> {
  return mapOn === null ? sql`a.lead_agency_id` : sql`coalesce(h.heir_id, a.lead_agency_id)`
}

/** First instant that does not count any more as known. */
export function knownBefore({ asOf, knownOn }: Scope): RawBuilder<string> {
  return sql<string>`tasks.end_of_day(${knownOn ?? asOf}::date)`
}

/**
 * `from … where …` of the tasks that a filter and a figure mean and the actor may see: `a` is the task as it stood
 * (tasks.as_of), `t` its row. The list, the statistics and the export ask through this alone, which is why a figure
 * opens as many rows as it says.
 */
export function matching(
  actor: Actor | SystemActor,
  scope: Scope,
  filter: TaskFilter,
  figure?: Figure,
): RawBuilder<unknown> {
  const conditions = [
    seenBy(actor, scope),
    ...conditionsOf(filter, scope),
    ...(figure === undefined ? [] : [figureIs(figure, scope)]),
  ]
  return sql`
    from tasks.as_of(${scope.asOf}::date, ${knownBefore(scope)}) a
    join tasks.task t on t.task_id = a.task_id
    ${scope.mapOn === null ? sql`` : sql`left join registry.heirs(${scope.mapOn}::date) h on h.agency_id = a.lead_agency_id`}
    where ${sql.join(conditions, sql` and `)}`
}

/**
 * The tasks in which a body that the actor may see had a part, or held a sub-task, on the day; all where every body may be
 * seen.
 */
function seenBy(actor: Actor | SystemActor, scope: Scope): RawBuilder<unknown> {
  const seen = bodiesSeenBy(actor)
  if (seen === null) return sql`true`
  const bodies = sql`${[...seen]}::bigint[]`
  // As a list found first, which then reaches the index of the facts: an officer's list need not go through everybody's.
  return sql`a.task_id = any(array(
    select p.task_id from tasks.party p where p.agency_id = any(${bodies}) and ${partInForce(scope)}
    union
    select s.task_id from tasks.subtask s
    where s.agency_id = any(${bodies}) and s.given_on <= ${scope.asOf}::date and s.given_at < ${knownBefore(scope)}
      and (s.ended_on is null or s.ended_on > ${scope.asOf}::date or s.ended_at >= ${knownBefore(scope)})))`
}

/** Of `tasks.party p`: held on the day, as far as was known. */
export function partInForce(scope: Scope): RawBuilder<unknown> {
  return sql`p.since_on <= ${scope.asOf}::date and p.known_at < ${knownBefore(scope)}
    and (p.ended_on is null or p.ended_on > ${scope.asOf}::date or p.ended_at >= ${knownBefore(scope)})`
}

function conditionsOf(filter: TaskFilter, scope: Scope): RawBuilder<unknown>[] {
  const { from, to, agencyId, directiveId, archiveSource, group, month, state, deadlineKind, dueFrom, dueTo, search } =
    filter
  const conditions: RawBuilder<unknown>[] = []
  const when = <T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>) => {
    if (value !== undefined) conditions.push(condition(value))
  }
  when(from, (day) => sql`t.assigned_on >= ${day}::date`)
  when(to, (day) => sql`t.assigned_on <= ${day}::date`)
  when(month, (name) => sql`t.assigned_on between ${`${name}-01`}::date and ${monthEnd(`${name}-01`)}::date`)
  when(agencyId, (id) => sql`${leadOf(scope)} = ${id}`)
  when(directiveId, (id) => sql`t.source_kind = 'directive' and t.source_id = ${id}`)
  when(archiveSource, (number) => sql`t.source_kind = 'archive' and coalesce(t.source_number, '') = ${number}`)
  when(group, (title) => sql`coalesce(t.group_title, '') = ${title}`)
  when(state, (name) => sql`a.state = ${name}`)
  when(deadlineKind, (kind) => sql`t.deadline_kind = ${kind}`)
  when(dueFrom, (day) => sql`a.due_on >= ${day}::date`)
  when(dueTo, (day) => sql`a.due_on <= ${day}::date`)
  when(search, (words) => holdsWords(sql`t.searched`, words))
  return conditions
}

function figureIs(figure: Figure, scope: Scope): RawBuilder<unknown> {
  switch (figure) {
    case 'done':
      return sql`a.completed_on is not null`
    case 'open':
      return sql`a.completed_on is null`
    case 'due':
      return sql`(a.completed_on is not null or a.standing = 'openOverdue')`
    case 'awaitingConfirmation':
      return awaitingConfirmation
    case 'milestoneOverdue':
      return sql`a.completed_on is null and exists (
        select from tasks.deadline d
        where d.task_id = t.task_id and d.is_milestone and d.due_on < ${scope.asOf}::date
          and d.set_on <= ${scope.asOf}::date and d.set_at < ${knownBefore(scope)}
          and (d.replaced_on is null or d.replaced_on > ${scope.asOf}::date or d.replaced_at >= ${knownBefore(scope)})
          and (d.done_on is null or d.done_on > ${scope.asOf}::date or d.done_at >= ${knownBefore(scope)}))`
    default:
      return sql`a.standing = ${figure}`
  }
}

/** Claimed done and not yet held to be: it counts as open. */
export const awaitingConfirmation = sql`(a.state = 'reportedDone' and a.completed_on is null)`

/** Every body by the name it had on the day, or, where it was not there then, by its latest: `agency_id`, `name`. */
export function namesOn(day: string): RawBuilder<unknown> {
  return sql`
    select distinct on (c.agency_id) c.agency_id, c.name
    from registry.agency_card c
    order by c.agency_id, c.valid @> ${day}::date desc, c.valid_from desc nulls last`
}

/** Address of the rows a figure counts, with everything said that decides which they are. */
export function rowsLink(scope: Scope, filter: TaskFilter, figure?: Figure): string {
  const query = new URLSearchParams()
  const { asOf, knownOn, ...rest } = filter
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  query.set('asOf', scope.asOf)
  if (scope.knownOn !== null) query.set('knownOn', scope.knownOn)
  if (figure !== undefined) query.set('standing', figure)
  return `/api/tasks?${query}`
}
