import type { Insertable, Transaction } from 'kysely'
import type { Database, Handle } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { OversightDb } from './db.ts'

/** Returns the new report's id. */
export async function saveReport(
  trx: Transaction<OversightDb>,
  report: Insertable<Database['oversight.report']>,
): Promise<number> {
  const { report_id } = await trx
    .insertInto('oversight.report')
    .values(report)
    .returning('report_id')
    .executeTakeFirstOrThrow()
  return report_id
}

/** Issued reports, newest month first. There are about a dozen a year, so the list is not paged. */
export function findReports(db: Handle<OversightDb>) {
  return db.selectFrom('oversight.report').selectAll().orderBy('month', 'desc').orderBy('report_id', 'desc').execute()
}

export async function getReport(db: Handle<OversightDb>, id: number) {
  const found = await db.selectFrom('oversight.report').selectAll().where('report_id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('report.not_found', 'Không có báo cáo này.')
  return found
}
