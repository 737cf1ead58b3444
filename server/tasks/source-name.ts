import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import { isOfSource, SOURCE_KEY } from './source.ts'

/** What the source of tasks is called: its number, or its title; null where no task comes from it. Throws `task.source` for a wrong name. */
export async function sourceNameOf(db: AnyHandle, source: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(t.source_number, t.source_title, k.vi) as name
    from tasks.task t join tasks.source_kind k on k.kind = t.source_kind
    where ${isOfSource(source)} order by t.task_id limit 1`.execute(reading<TasksDb>(db))
  return rows[0]?.name ?? null
}

/**
 * The source of tasks that a person means who typed the number of a document, as filters name it: "01/NQ-CP" may be an archived
 * document or one that was read. Null where no task comes from a document of this number.
 */
export async function sourceOfNumber(db: AnyHandle, number: string): Promise<string | null> {
  const { rows } = await sql<{ source: string }>`
    select ${SOURCE_KEY} as source from tasks.task t
    where t.source_number = ${number.trim()} order by t.task_id desc limit 1`.execute(reading<TasksDb>(db))
  return rows[0]?.source ?? null
}
