import { sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import { knownBefore, matching, scopeOf } from './filter.ts'
import type { TaskFilter } from './shapes.ts'
import { SOURCE_KEY } from './source.ts'

export interface DocumentWithTargets {
  /** As the filter of tasks takes it (`SOURCE_KEY`). */
  source: string
  number: string | null
  title: string | null
  /** Targets in force of its tasks. */
  targets: number
}

/**
 * The documents whose tasks carry numeric targets, each with how many: of the tasks that the list shows the actor for the same
 * query, so that the tasks of such a document are never an empty list. Measured last first, then newest.
 */
export async function documentsWithTargets(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: Pick<TaskFilter, 'from' | 'asOf' | 'knownOn'>,
  today: string,
  most: number,
): Promise<DocumentWithTargets[]> {
  const scope = scopeOf(query, today)
  const { rows } = await sql<DocumentWithTargets>`
    select s.source, min(s.number) as number, min(s.title) as title, count(*)::integer as targets
    from (
      select a.task_id, ${SOURCE_KEY} as source, t.source_number as number, t.source_title as title
      ${matching(actor, scope, { from: query.from })}
    ) s
    join tasks.target g on g.task_id = s.task_id and g.amended_by_id is null
    left join lateral (
      select max(m.measured_on) as measured_on from tasks.measurement m
      where m.target_id = g.target_id and m.measured_on <= ${scope.asOf}::date and m.recorded_at < ${knownBefore(scope)}
    ) m on true
    group by s.source order by max(m.measured_on) desc nulls last, max(s.task_id) desc limit ${most}`.execute(
    reading<TasksDb>(handle),
  )
  return rows
}
