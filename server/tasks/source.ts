import { type RawBuilder, sql } from 'kysely'
import { type AnyTransaction, within } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { TaskSource } from '../platform/task-source.ts'
import type { TasksDb } from './db.ts'

/** Registers older than the system, imported with their histories: documents without a page of their own. */
export const ARCHIVE: TaskSource = { kind: 'archive', vi: 'văn bản lưu trữ', en: 'archived document', path: null }

/**
 * For `tasks.task t`: the name of its source within its kind. Its id, or its number where it has no id; empty where it has
 * neither. The same expression is in the index `task_source_idx` and in `tasks.keep_counts`.
 */
const NAME_IN_KIND = sql<string>`coalesce(t.source_id::text, t.source_number, '')`
/** For `tasks.task t`: its source as filters and figures name it. */
export const SOURCE_KEY = sql<string>`t.source_kind || ':' || ${NAME_IN_KIND}`

/** For `tasks.task t` and `tasks.source_kind k`: where the console shows the source; null where it has no page. */
export const SOURCE_PATH = sql<string | null>`replace(k.path, ':id', t.source_id::text)`

/** For `tasks.task t`: it comes from this source, "minutes:12" or "archive:01/NQ-CP". Throws `task.source` for a wrong name. */
export function isOfSource(source: string): RawBuilder<unknown> {
  const { kind, name } = sourceFrom(source)
  return sql`t.source_kind = ${kind} and ${NAME_IN_KIND} = ${name}`
}

/** The only place that parses a source name. The part after the kind may be empty and may contain colons. */
export function sourceFrom(source: string): { kind: string; name: string } {
  const [, kind, name] = /^([a-z][A-Za-z]*):(.*)$/su.exec(source) ?? []
  if (kind === undefined || name === undefined) {
    throw wrong(
      'source',
      'task.source',
      'Nguồn của nhiệm vụ ghi theo dạng “loại:mã” hoặc “loại:số văn bản”, ví dụ “archive:01/NQ-CP”.',
    )
  }
  return { kind, name }
}

/**
 * Records the kinds that rooms declare, so that a task of any other kind is refused. A kind that is no longer declared is
 * deleted, unless tasks come from it: they keep its words.
 */
export async function keepSourceKinds(handle: AnyTransaction, sources: readonly TaskSource[]): Promise<void> {
  const trx = within<TasksDb>(handle)
  for (const source of sources) {
    await sql`
      insert into tasks.source_kind as k (kind, vi, en, path)
      values (${source.kind}, ${source.vi}, ${source.en}, ${source.path})
      on conflict (kind) do update set vi = excluded.vi, en = excluded.en, path = excluded.path
      where (k.vi, k.en, k.path) is distinct from (excluded.vi, excluded.en, excluded.path)`.execute(trx)
  }
  await sql`
    delete from tasks.source_kind k
    where k.kind <> all(${sources.map(({ kind }) => kind)}::text[])
      and not exists (select from tasks.task t where t.source_kind = k.kind)`.execute(trx)
}
