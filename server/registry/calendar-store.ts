import { sql, type Transaction } from 'kysely'
import type { Handle } from '../platform/db.ts'
import type { PlannedDay } from '../platform/working-days.ts'
import type { RegistryDb } from './db.ts'

type Registry = Handle<RegistryDb>
type Trx = Transaction<RegistryDb>

/** What was decided for a year: days before (Tết, National Day), or whether 24/11 is off from that year on. */
export interface Choice {
  year: number
  holiday: 'tet' | 'nationalDay' | 'cultureDay'
  daysBefore: number
  source: string
  confidence: 'verified' | 'memory'
}

export interface Standard {
  tetDaysBefore: number
  nationalDaysBefore: number
  /** Changes with every edit of the calendar. */
  stamp: string
}

export async function standardOf(db: Registry): Promise<Standard> {
  return db
    .selectFrom('registry.calendar')
    .select(['tet_days_before as tetDaysBefore', 'national_days_before as nationalDaysBefore', 'stamp'])
    .executeTakeFirstOrThrow()
}

export async function choices(db: Registry): Promise<Choice[]> {
  return db
    .selectFrom('registry.holiday_choice')
    .select(['year', 'holiday', 'days_before as daysBefore', 'source', 'confidence'])
    .execute()
}

export async function plannedDays(db: Registry): Promise<PlannedDay[]> {
  return db
    .selectFrom('registry.day_plan')
    .select(['day', 'kind', 'name', 'paired_day as pairedDay', 'source', 'confidence'])
    .orderBy('day')
    .execute()
}

export interface YearRow {
  version: number
  changedAt: string
  changedBy: string
}

export async function findYear(db: Registry, year: number): Promise<YearRow | undefined> {
  return db
    .selectFrom('registry.calendar_year')
    .select(['version', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('year', '=', year)
    .executeTakeFirst()
}

/** The year's row, created if nothing was known of the year, and locked. */
export async function lockYear(trx: Trx, year: number, by: string): Promise<YearRow> {
  await trx
    .insertInto('registry.calendar_year')
    .values({ year, changed_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return trx
    .selectFrom('registry.calendar_year')
    .select(['version', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function bumpYear(trx: Trx, year: number, by: string): Promise<number> {
  const { version } = await trx
    .updateTable('registry.calendar_year')
    .set((row) => ({ version: row('version', '+', 1), changed_at: sql<string>`now()`, changed_by: by }))
    .where('year', '=', year)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function saveChoice(trx: Trx, choice: Choice): Promise<void> {
  const { year, holiday, daysBefore, source, confidence } = choice
  await trx
    .insertInto('registry.holiday_choice')
    .values({ year, holiday, days_before: daysBefore, source, confidence })
    .onConflict((conflict) =>
      conflict.columns(['year', 'holiday']).doUpdateSet({ days_before: daysBefore, source, confidence }),
    )
    .execute()
}

export async function dropChoice(trx: Trx, year: number, holiday: Choice['holiday']): Promise<void> {
  await trx.deleteFrom('registry.holiday_choice').where('year', '=', year).where('holiday', '=', holiday).execute()
}

export async function insertDays(trx: Trx, days: readonly PlannedDay[]): Promise<void> {
  if (days.length === 0) return
  await trx
    .insertInto('registry.day_plan')
    .values(days.map(({ pairedDay, ...day }) => ({ ...day, paired_day: pairedDay })))
    .execute()
}

export async function deleteDays(trx: Trx, days: readonly string[]): Promise<void> {
  await trx.deleteFrom('registry.day_plan').where('day', 'in', days).execute()
}
