import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import type { AskToAdd } from '../platform/change.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { keptRows } from '../platform/kept-rows.ts'
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
export { marked, type Row } from '../platform/kept-rows.ts'
export const { notFound, lockRow, findRow, changeRow } = keptRows(KEPT)

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
