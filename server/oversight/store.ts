import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Database, Handle, Transaction } from '../platform/db.ts'
import type { OversightDb } from './db.ts'
import type { ReportState } from './report-state.ts'
import type { MonthlyReport } from './shapes.ts'

/** A report as stored; its content is as it was drawn up. */
export type ReportRecord = Omit<Selectable<Database['oversight.report']>, 'state' | 'content'> & {
  state: ReportState
  content: MonthlyReport
}

/** Returns the new report's id; undefined if one of the month is in the making. */
export async function insertReport(
  trx: Transaction<OversightDb>,
  report: Insertable<Database['oversight.report']>,
): Promise<number | undefined> {
  const made = await trx
    .insertInto('oversight.report')
    .values(report)
    .onConflict((conflict) =>
      conflict.columns(['kind', 'month']).where(sql<boolean>`state in ('draft', 'submitted')`).doNothing(),
    )
    .returning('report_id')
    .executeTakeFirst()
  return made?.report_id
}

/** Changes a report and raises its version; returns the new version. */
export async function updateReport(
  trx: Transaction<OversightDb>,
  id: number,
  change: Updateable<Database['oversight.report']>,
  by: string,
  at: string,
): Promise<number> {
  const { version } = await trx
    .updateTable('oversight.report')
    .set((row) => ({ ...change, version: row('version', '+', 1), changed_by: by, changed_at: at }))
    .where('report_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Reports, newest month first. There are about a dozen a year, so the list is not paged. */
export async function findReports(
  db: Handle<OversightDb>,
  states: readonly ReportState[],
): Promise<(ReportRecord & { signatory_name: string | null })[]> {
  const rows = await db
    .selectFrom('oversight.report')
    .selectAll()
    .select(nameOfSignatory.as('signatory_name'))
    .where('state', 'in', states)
    .orderBy('month', 'desc')
    .orderBy('report_id', 'desc')
    .execute()
  return rows as unknown as (ReportRecord & { signatory_name: string | null })[]
}

const nameOfSignatory = sql<string | null>`(
  select p.full_name from registry.person_card p where p.person_id = oversight.report.signatory_id limit 1)`

export async function findReport(db: Handle<OversightDb>, id: number): Promise<ReportRecord | undefined> {
  const row = await db.selectFrom('oversight.report').selectAll().where('report_id', '=', id).executeTakeFirst()
  return row as ReportRecord | undefined
}

/** Locks the row before reading it, so that the read sees what the previous lock holder wrote. */
export async function lockReport(trx: Transaction<OversightDb>, id: number): Promise<ReportRecord | undefined> {
  const row = await trx
    .selectFrom('oversight.report')
    .selectAll()
    .where('report_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as ReportRecord | undefined
}
