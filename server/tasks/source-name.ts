import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import { isOfSource } from './source.ts'

/** What the source of tasks is called: its number, or its title; null where no task comes from it. Throws `task.source` for a wrong name. */
export async function sourceNameOf(db: AnyHandle, source: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(t.source_number, t.source_title, k.vi) as name
    from tasks.task t join tasks.source_kind k on k.kind = t.source_kind
    where ${isOfSource(source)} order by t.task_id limit 1`.execute(reading<TasksDb>(db))
  return rows[0]?.name ?? null
}
