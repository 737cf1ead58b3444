import { type RawBuilder, sql } from 'kysely'
import { type Actor, agenciesSeenBy, type SystemActor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { hasRight } from '../platform/rights.ts'
import type { TasksDb } from './db.ts'

/*
 * Who sees a task, in one place. A user sees it if an agency they may see has or had a part in it, or has a sub-task of it
 * now (the view `tasks.sight`); those who see every agency see every task. How a lead divides its work is internal to it:
 * a sub-task is visible to users who may see its unit or the lead that gave it.
 */

const agenciesOf = (seen: readonly number[]) => sql`${[...seen]}::bigint[]`

/** For `tasks.task t`: the actor may see it. */
export function isVisible(actor: Actor | SystemActor): RawBuilder<boolean> {
  const seen = agenciesSeenBy(actor)
  if (seen === null) return sql<boolean>`true`
  // Checked for each task (offset 0): a join would first collect every part of these agencies, a million rows for some.
  return sql<boolean>`exists (
    select from tasks.sight s where s.task_id = t.task_id and s.agency_id = any(${agenciesOf(seen)}) offset 0)`
}

/**
 * For `tasks.task t` and an act `a` recorded on it: the actor may see the act. An act on a sub-task is visible to those who
 * may see that sub-task.
 */
export function isActVisible(actor: Actor | SystemActor): RawBuilder<boolean> {
  const seen = agenciesSeenBy(actor)
  if (seen === null) return sql<boolean>`true`
  return sql<boolean>`case when a.detail ->> 'subtaskId' is null then ${isVisible(actor)}
    else exists (select from tasks.subtask s where s.subtask_id = (a.detail ->> 'subtaskId')::bigint
      and (s.agency_id = any(${agenciesOf(seen)}) or s.by_agency_id = any(${agenciesOf(seen)}))) end`
}

/**
 * The subject of acts that are internal to the giver's side; the id is the task's. Another kind than the task itself, so that
 * what reads the log of a task (its history, the change feed, webhooks, the queue, open pages) cannot show one by mistake.
 */
export const INTERNAL_TO_GIVER = 'taskInternal'

/**
 * Of those who may read a task, the giver's side: people who read the tasks of every agency, or who decide for the giver. A
 * system of an agency is never on it (docs/decisions/0031).
 */
export function isGiverSide(actor: Actor): boolean {
  return actor.personId !== null && (actor.seen === null || hasRight(actor, 'task.steer'))
}

/** The day in question, and the first instant that no longer counts as known. */
interface Past {
  day: RawBuilder<string>
  knownBefore: RawBuilder<string>
}

/** For `tasks.party p`: in force on the day, as far as was known. */
export function wasPartHeld({ day, knownBefore }: Past): RawBuilder<boolean> {
  return sql<boolean>`p.since_on <= ${day} and p.known_at < ${knownBefore}
    and (p.ended_on is null or p.ended_on > ${day} or p.ended_at >= ${knownBefore})`
}

/** For a version `a` of a task: an agency the actor may see had a part in the task, or a sub-task, on the day. */
export function wasVisible(actor: Actor | SystemActor, past: Past): RawBuilder<boolean> {
  const seen = agenciesSeenBy(actor)
  if (seen === null) return sql<boolean>`true`
  const { day, knownBefore } = past
  // The ids are found first, and the versions by them: an officer's list need not read the tasks of all agencies.
  return sql<boolean>`a.task_id = any(array(
    select p.task_id from tasks.party p where p.agency_id = any(${agenciesOf(seen)}) and ${wasPartHeld(past)}
    union
    select s.task_id from tasks.subtask s
    where s.agency_id = any(${agenciesOf(seen)}) and s.given_on <= ${day} and s.given_at < ${knownBefore}
      and (s.ended_on is null or s.ended_on > ${day} or s.ended_at >= ${knownBefore})))`
}

/** Whether the actor may see this sub-task. */
export function isSubtaskVisible(
  actor: Actor | SystemActor,
  { agency_id, by_agency_id }: { agency_id: number; by_agency_id: number },
): boolean {
  const seen = agenciesSeenBy(actor)
  return seen === null || seen.includes(agency_id) || seen.includes(by_agency_id)
}

/** Sub-tasks of a task that the actor may not see. Their log entries and evidence are hidden as well. */
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

/** For each task, the agencies whose people may see it and are notified of its changes. */
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
