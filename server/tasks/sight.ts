import { type RawBuilder, sql } from 'kysely'
import { type Actor, agenciesSeenBy, type SystemActor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'

/*
 * Who sees a task, in one place. Somebody sees it where an agency they may see has or had a part in it, or holds a sub-task
 * of it now (the view `tasks.sight`); those who see every agency see every task. How a lead divides its work is its own
 * affair: a sub-task is seen by who may see the unit it was given to or the lead that gave it.
 */

const agenciesOf = (seen: readonly number[]) => sql`${[...seen]}::bigint[]`

/** Of `tasks.task t`: the actor may see it. */
export function isVisible(actor: Actor | SystemActor): RawBuilder<boolean> {
  const seen = agenciesSeenBy(actor)
  if (seen === null) return sql<boolean>`true`
  // Looked up for each task (offset 0): as a join it would first gather every part of these agencies, a million rows for some.
  return sql<boolean>`exists (
    select from tasks.sight s where s.task_id = t.task_id and s.agency_id = any(${agenciesOf(seen)}) offset 0)`
}

/**
 * Of `tasks.task t` and an act `a` that was recorded on it: the actor may hear of it. What is said of a sub-task is for
 * those who may see that sub-task.
 */
export function isActVisible(actor: Actor | SystemActor): RawBuilder<boolean> {
  const seen = agenciesSeenBy(actor)
  if (seen === null) return sql<boolean>`true`
  return sql<boolean>`case when a.detail ->> 'subtaskId' is null then ${isVisible(actor)}
    else exists (select from tasks.subtask s where s.subtask_id = (a.detail ->> 'subtaskId')::bigint
      and (s.agency_id = any(${agenciesOf(seen)}) or s.by_agency_id = any(${agenciesOf(seen)}))) end`
}

/** A day asked about, and the first instant that does not count as known any more. */
interface Past {
  day: RawBuilder<string>
  knownBefore: RawBuilder<string>
}

/** Of `tasks.party p`: held on the day, as far as was known. */
export function wasPartHeld({ day, knownBefore }: Past): RawBuilder<boolean> {
  return sql<boolean>`p.since_on <= ${day} and p.known_at < ${knownBefore}
    and (p.ended_on is null or p.ended_on > ${day} or p.ended_at >= ${knownBefore})`
}

/** Of a version `a` of a task: an agency the actor may see had a part in the task, or held a sub-task, on the day. */
export function wasVisible(actor: Actor | SystemActor, past: Past): RawBuilder<boolean> {
  const seen = agenciesSeenBy(actor)
  if (seen === null) return sql<boolean>`true`
  const { day, knownBefore } = past
  // As a list found first, which then reaches the versions by task: an officer's list need not go through everybody's.
  return sql<boolean>`a.task_id = any(array(
    select p.task_id from tasks.party p where p.agency_id = any(${agenciesOf(seen)}) and ${wasPartHeld(past)}
    union
    select s.task_id from tasks.subtask s
    where s.agency_id = any(${agenciesOf(seen)}) and s.given_on <= ${day} and s.given_at < ${knownBefore}
      and (s.ended_on is null or s.ended_on > ${day} or s.ended_at >= ${knownBefore})))`
}

/** The actor may see this sub-task. */
export function isSubtaskVisible(
  actor: Actor | SystemActor,
  { agency_id, by_agency_id }: { agency_id: number; by_agency_id: number },
): boolean {
  const seen = agenciesSeenBy(actor)
  return seen === null || seen.includes(agency_id) || seen.includes(by_agency_id)
}

/** Sub-tasks of a task that the actor may not see; what is said of them in its log and its evidence is not for them. */
export async function hiddenSubtasks(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  taskId: number,
): Promise<Set<number>> {
  if (agenciesSeenBy(actor) === null) return new Set()
  const all = await reading<TasksDb>(handle)
    .selectFrom('tasks.subtask')
    .select(['subtask_id', 'agency_id', 'by_agency_id'])
    .where('task_id', '=', taskId)
    .execute()
  return new Set(all.filter((subtask) => !isSubtaskVisible(actor, subtask)).map(({ subtask_id }) => subtask_id))
}

/** Of each task, the agencies whose people may see it and so may hear that it changed. */
export async function audienceOf(
  handle: AnyHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ id: number; agencies: number[] }>`
    select s.task_id as id, array_agg(distinct s.agency_id) as agencies
    from tasks.sight s where s.task_id = any(${[...ids]}::bigint[])
    group by s.task_id`.execute(reading<TasksDb>(handle))
  return new Map(rows.map(({ id, agencies }) => [id, agencies]))
}
