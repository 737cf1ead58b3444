import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'

/**
 * Of each task, the bodies whose people may read it and so may hear that it changed: those that have or had a part, and
 * the units that hold a piece of it. The same rule as `taskToRead`.
 */
export async function audienceOf(
  handle: AnyHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ id: number; bodies: number[] }>`
    select held.task_id as id, array_agg(distinct held.agency_id) as bodies
    from (
      select p.task_id, p.agency_id from tasks.party p
      where p.task_id = any(${[...ids]}::bigint[]) and p.agency_id is not null
      union all
      select s.task_id, s.agency_id from tasks.subtask s
      where s.task_id = any(${[...ids]}::bigint[]) and s.ended_on is null
    ) held
    group by held.task_id`.execute(reading<TasksDb>(handle))
  return new Map(rows.map(({ id, bodies }) => [id, bodies]))
}
