/** The bytes behind directives: one file may have come with several, and goes with the last that needs it. */
import { sql } from 'kysely'
import type { Transaction } from '../platform/db.ts'
import type { DirectivesDb } from './db.ts'

/** Keeps and removals of one file take turns, whichever directive they are for. */
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

/** Every row that named these bytes says that they are gone. */
export async function saveFileRemoved(trx: Transaction<DirectivesDb>, sha256: string): Promise<void> {
  await trx.updateTable('directives.directive').set({ is_file_kept: false }).where('sha256', '=', sha256).execute()
}
