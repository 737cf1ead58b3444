import type { Static } from 'typebox'
import type { Actor, SystemActor } from '../platform/actor.ts'
import type { AnyHandle } from '../platform/db.ts'
import { listTasks } from './lists.ts'
import type { TaskQuery, TaskRow } from './shapes.ts'

/** Every row of a list, page by page: an annex is always complete. */
export async function everyTask(
  db: AnyHandle,
  actor: Actor | SystemActor,
  query: TaskQuery,
  today: string,
): Promise<Static<typeof TaskRow>[]> {
  const rows: Static<typeof TaskRow>[] = []
  let cursor: string | undefined
  do {
    const page = await listTasks(db, actor, { ...query, limit: 500, cursor }, today)
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return rows
}
