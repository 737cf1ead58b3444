import { type RawBuilder, sql } from 'kysely'
import { type AnyTransaction, within } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { TaskSource } from '../platform/task-source.ts'
import type { TasksDb } from './db.ts'

/** Registers from before the system, brought in with their histories: documents without a page of their own. */
export const ARCHIVE: TaskSource = { kind: 'archive', vi: 'văn bản lưu trữ', en: 'archived document', path: null }

/**
 * Of `tasks.task t`: what names its source among those of its kind. An id, or the number of what has no id; empty for what has
 * neither. The same expression is in the index `task_source_idx` and in `tasks.keep_counts`.
 */
const NAME_IN_KIND = sql<string>`coalesce(t.source_id::text, t.source_number, '')`
/** Of `tasks.task t`: its source as filters and figures name it. */
export const SOURCE_KEY = sql<string>`t.source_kind || ':' || ${NAME_IN_KIND}`

/** Of `tasks.task t` and `tasks.source_kind k`: where the console shows the source; null where it has no page. */
export const SOURCE_PATH = sql<string | null>`replace(k.path, ':id', t.source_id::text)`

/** Of `tasks.task t`: it comes from this source, "minutes:12" or "archive:01/NQ-CP". Throws `task.source` for what names none. */
export function isOfSource(source: string): RawBuilder<unknown> {
  const { kind, name } = sourceFrom(source)
  return sql`t.source_kind = ${kind} and ${NAME_IN_KIND} = ${name}`
}

/** The only place that takes apart what names a source. What follows the kind may be empty, and may hold colons. */
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
 * Writes down the kinds that rooms declare, so that a task of any other is refused. A kind that no room declares any more goes,
 * unless tasks come from it: they keep its words.
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
