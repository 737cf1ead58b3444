import { type Selectable, sql, type Updateable } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type AnyHandle, type Database, reading, type Transaction } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { TaskforceDb } from './db.ts'

/** The things here that have a version, with the column that names them and what they are called. */
const KEPT = {
  'taskforce.task_force': { key: 'task_force_id', code: 'task_force', noun: 'tổ công tác' },
  'taskforce.member': { key: 'member_id', code: 'member', noun: 'thành viên' },
  'taskforce.recommendation': { key: 'recommendation_id', code: 'recommendation', noun: 'kiến nghị' },
  'taskforce.inspection': { key: 'inspection_id', code: 'inspection', noun: 'cuộc kiểm tra' },
  'taskforce.finding': { key: 'finding_id', code: 'finding', noun: 'phát hiện' },
  'taskforce.dialogue': { key: 'dialogue_id', code: 'dialogue', noun: 'buổi đối thoại' },
  'taskforce.question': { key: 'question_id', code: 'question', noun: 'câu hỏi' },
} as const
export type Kept = keyof typeof KEPT
export type Row<T extends keyof Database> = Selectable<Database[T]>

/** The same answer whether there is none or it is not the actor's to see. */
export function notFound(table: Kept): NotFound {
  const { code, noun } = KEPT[table]
  return new NotFound(`${code}.not_found`, `Không tìm thấy ${noun} này.`)
}

/** Locks a row before reading it, so that it is read as the last holder of the lock left it. */
export async function lockRow<T extends Kept>(
  trx: Transaction<TaskforceDb>,
  table: T,
  id: number,
): Promise<Row<T> | undefined> {
  const { rows } = await sql<Row<T>>`
    select * from ${sql.table(table)} where ${sql.ref(KEPT[table].key)} = ${id} for update`.execute(trx)
  return rows[0]
}

export async function findRow<T extends Kept>(db: AnyHandle, table: T, id: number): Promise<Row<T> | undefined> {
  const { rows } = await sql<
    Row<T>
  >`select * from ${sql.table(table)} where ${sql.ref(KEPT[table].key)} = ${id}`.execute(reading<TaskforceDb>(db))
  return rows[0]
}

/** Changes a row and raises its version; returns the next version. */
export async function changeRow<T extends Kept>(
  trx: Transaction<TaskforceDb>,
  table: T,
  { id, actor, now }: Pick<Ask, 'id' | 'actor' | 'now'>,
  change: Updateable<Database[T]>,
): Promise<number> {
  const set = Object.entries(change).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows } = await sql<{ version: number }>`
    update ${sql.table(table)} set ${sql.join([
      ...set,
      sql`version = version + 1`,
      sql`changed_at = ${now.toString()}`,
      sql`changed_by = ${signatureOf(actor)}`,
    ])} where ${sql.ref(KEPT[table].key)} = ${id} returning version`.execute(trx)
  return rows[0]!.version
}

/** Who wrote a row, and when. */
export const marked = ({ actor, now }: Pick<AskToAdd, 'actor' | 'now'>) => ({
  changed_at: now.toString(),
  changed_by: signatureOf(actor),
})
export const recorded = ({ actor, now }: Pick<AskToAdd, 'actor' | 'now'>) => ({
  recorded_at: now.toString(),
  recorded_by: signatureOf(actor),
})

/** Of these agencies, those that do not exist on a day. */
export async function absentAgencies(db: AnyHandle, ids: readonly number[], on: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select k.id from unnest(${[...ids]}::bigint[]) as k(id)
    where not exists (select from registry.agency_card a where a.agency_id = k.id and a.valid @> ${on}::date)`.execute(
    reading<TaskforceDb>(db),
  )
  return rows.map(({ id }) => id)
}
