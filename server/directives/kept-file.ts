/** The bytes of directives: several may share one file, which is deleted with the last that needs it. */
import { sql } from 'kysely'
import type { Transaction } from '../platform/db.ts'
import type { DirectivesDb } from './db.ts'

/** Saving and deleting one file run one at a time, whichever directive they are for. */
export async function lockFile(trx: Transaction<DirectivesDb>, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directives.file ${sha256}`}, 0))`.execute(trx)
}

/** Whether a directive other than this one, not dropped, still has these bytes. */
export async function isFileNeeded(trx: Transaction<DirectivesDb>, sha256: string, except: number): Promise<boolean> {
  const other = await trx
    .selectFrom('directives.directive')
    .select('directive_id')
    .where('sha256', '=', sha256)
    .where('directive_id', '<>', except)
    .where('state', '<>', 'dropped')
    .where('is_file_kept', '=', true)
    .executeTakeFirst()
  return other !== undefined
}

/** Marks the bytes as deleted in every row that named them. */
export async function saveFileRemoved(trx: Transaction<DirectivesDb>, sha256: string): Promise<void> {
  await trx.updateTable('directives.directive').set({ is_file_kept: false }).where('sha256', '=', sha256).execute()
}
