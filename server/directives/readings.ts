import type { Extraction, Reading } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import { type Handle, type Transaction, toJson } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { DirectivesDb } from './db.ts'
import { columnsOf, type ReadFields } from './store.ts'

/** Counts one more try; undefined if the directive no longer waits to be read. */
export async function beginReading(
  trx: Transaction<DirectivesDb>,
  id: number,
): Promise<{ sha256: string; fileName: string; attempts: number } | undefined> {
  return trx
    .updateTable('directives.directive')
    .set((of) => ({ attempts: of('attempts', '+', 1), progress_at: sql<string>`now()` }))
    .where('directive_id', '=', id)
    .where('state', '=', 'reading')
    .returning(['sha256', 'file_name as fileName', 'attempts'])
    .executeTakeFirst()
}

/** False if the directive is no longer being read: it was dropped meanwhile. */
export async function saveProgress(
  trx: Transaction<DirectivesDb>,
  id: number,
  percent: number,
  note: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('directives.directive')
    .set({ progress: percent, progress_note: note, progress_at: sql<string>`now()` })
    .where('directive_id', '=', id)
    .where('state', '=', 'reading')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Saves the result of a reading, in state `review`. */
export async function saveReading(
  trx: Transaction<DirectivesDb>,
  id: number,
  fields: ReadFields,
  reading: Reading,
  extraction: Extraction,
): Promise<void> {
  await trx
    .insertInto('directives.reading')
    .values({ directive_id: id, reading: toJson(reading), extraction: toJson(extraction) })
    .execute()
  await trx
    .updateTable('directives.directive')
    .set((of) => ({
      ...columnsOf(fields),
      state: 'review',
      progress: 100,
      progress_note: null,
      version: of('version', '+', 1),
    }))
    .where('directive_id', '=', id)
    .execute()
}

export async function saveFailure(
  trx: Transaction<DirectivesDb>,
  id: number,
  failure: { code: string; message: string; isFileKept: boolean },
): Promise<void> {
  await trx
    .updateTable('directives.directive')
    .set((of) => ({
      state: 'failed',
      progress_note: null,
      failure_code: failure.code,
      failure: failure.message,
      is_file_kept: failure.isFileKept,
      version: of('version', '+', 1),
    }))
    .where('directive_id', '=', id)
    .execute()
}

/** Resets a directive to the start of reading; the caller adds the job. */
export async function restartReading(trx: Transaction<DirectivesDb>, id: number, by: string): Promise<void> {
  await trx
    .updateTable('directives.directive')
    .set((of) => ({
      state: 'reading',
      progress: 0,
      progress_note: 'Đang chờ đọc',
      progress_at: sql<string>`now()`,
      attempts: 0,
      failure_code: null,
      failure: null,
      version: of('version', '+', 1),
      changed_at: sql<string>`now()`,
      changed_by: by,
    }))
    .where('directive_id', '=', id)
    .execute()
}

/** Readings without a heartbeat for `minutes`: their process died, or they wait in a long queue. */
export async function silentReadings(db: Handle<DirectivesDb>, minutes: number): Promise<number[]> {
  const rows = await db
    .selectFrom('directives.directive')
    .select('directive_id as id')
    .where('state', '=', 'reading')
    .where(sql<boolean>`progress_at < now() - make_interval(mins => ${minutes})`)
    .execute()
  return rows.map(({ id }) => id)
}

/** Throws if there is no reading; every directive under review or confirmed has one. */
export async function getReading(db: Handle<DirectivesDb>, id: number): Promise<Reading> {
  const row = await db
    .selectFrom('directives.reading')
    .select('reading')
    .where('directive_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('directive.no_text', 'Văn bản này chưa được đọc nên chưa có nội dung.')
  return row.reading as Reading
}

/** The first extraction, unchanged, without its tasks: those are in the drafts. */
export async function findExtracted(
  db: Handle<DirectivesDb>,
  id: number,
): Promise<Omit<Extraction, 'tasks'> | undefined> {
  const row = await db
    .selectFrom('directives.reading')
    .select(sql<Omit<Extraction, 'tasks'>>`extraction - 'tasks'`.as('extraction'))
    .where('directive_id', '=', id)
    .executeTakeFirst()
  return row?.extraction
}
