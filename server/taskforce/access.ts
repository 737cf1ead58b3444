import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { demandRight, hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { TaskforceDb } from './db.ts'
import {
  hasQuestion,
  isDelegate,
  seesFinding,
  seesInspection,
  seesPartOfInspection,
  seesRecommendation,
} from './sight.ts'
import { findRow, type Kept, lockRow, notFound, type Row } from './store.ts'

type Trx = Transaction<TaskforceDb>

export const mayKeep = (actor: Actor): boolean => hasRight(actor, 'taskforce.keep')
export const mayLead = (actor: Actor): boolean => hasRight(actor, 'inspection.lead')

export function toKeep(actor: Actor): void {
  demandRight(
    actor,
    'taskforce.keep',
    'taskforce.may_not_keep',
    'Chỉ lãnh đạo, chuyên viên của Văn phòng và Tổ trưởng Tổ công tác mới làm được việc này.',
  )
}
export function toLead(actor: Actor): void {
  demandRight(
    actor,
    'inspection.lead',
    'inspection.may_not_lead',
    'Chỉ Tổ trưởng Tổ công tác, lãnh đạo Văn phòng mới quyết định, kết luận kiểm tra.',
  )
}

export function toFix(actor: Actor): void {
  demandRight(
    actor,
    'inspection.lead',
    'assessment.may_not_fix',
    'Chỉ Tổ trưởng Tổ công tác, lãnh đạo Văn phòng mới đặt phương pháp, chốt, đính chính kết quả đánh giá.',
  )
}

/** Whether the actor answers for an agency: an officer of it, or of one it belongs to or passed to. */
export const answersFor = (actor: Actor, agencyId: number | null): boolean =>
  agencyId !== null && hasRight(actor, 'task.carryOut') && actor.own.includes(agencyId)

export function toAnswerFor(actor: Actor, agencyId: number | null): void {
  if (answersFor(actor, agencyId)) return
  throw new Forbidden('taskforce.not_your_agency', 'Chỉ cán bộ của cơ quan được hỏi mới trả lời được.')
}

const SEES = {
  'taskforce.recommendation': (actor: Actor) => sql`select r.recommendation_id as id from taskforce.recommendation r
    where ${seesRecommendation(actor)}`,
  'taskforce.inspection': (actor: Actor) => sql`select i.inspection_id as id from taskforce.inspection i
    where ${seesInspection(actor)}`,
  'taskforce.question': (actor: Actor) => sql`select q.question_id as id from taskforce.question q
    where ${hasQuestion(actor)}`,
  'taskforce.finding': (actor: Actor) => sql`select f.finding_id as id
    from taskforce.finding f join taskforce.inspection i using (inspection_id) where ${seesFinding(actor)}`,
} as const
type Seen = keyof typeof SEES

/** Whether the actor may see a thing. */
async function isSeen(db: AnyHandle, actor: Actor, table: Seen, id: number): Promise<boolean> {
  const { rows } = await sql`select from (${SEES[table](actor)}) s where s.id = ${id}`.execute(reading<TaskforceDb>(db))
  return rows.length > 0
}

/** A thing the actor may read; the same 404 whether there is none or it is not theirs to see. */
export async function toRead<T extends Seen>(db: AnyHandle, actor: Actor, table: T, id: number): Promise<Row<T>> {
  const row = (await isSeen(db, actor, table, id)) ? await findRow(db, table, id) : undefined
  if (!row) throw notFound(table)
  return row
}

/** An inspection of which the actor may see something, and whether they see it whole. */
export async function toReadPart(
  db: AnyHandle,
  actor: Actor,
  id: number,
): Promise<{ row: Row<'taskforce.inspection'>; isWhole: boolean }> {
  const { rows } = await sql<{ isWhole: boolean }>`
    select ${seesInspection(actor)} as "isWhole" from taskforce.inspection i
    where i.inspection_id = ${id} and ${seesPartOfInspection(actor)}`.execute(reading<TaskforceDb>(db))
  const row = rows[0] && (await findRow(db, 'taskforce.inspection', id))
  if (!row) throw notFound('taskforce.inspection')
  return { row, isWhole: rows[0]!.isWhole }
}

interface Versioned {
  version: number
  changed_by: string
  changed_at: string
}

/** The same, locked for a change; 409 where it has changed since the actor saw it. The caller checks who may do the act. */
export async function toChange<T extends Seen>(trx: Trx, ask: Ask, table: T): Promise<Row<T>> {
  const row = await toAddTo(trx, ask, table)
  demandVersion(ask, row as unknown as Versioned)
  return row
}

/** Locked to add something that undoes no one's change. */
export async function toAddTo<T extends Seen>(trx: Trx, { actor, id }: AskToAdd, table: T): Promise<Row<T>> {
  // What is not visible is not locked: the time spent waiting would reveal that it exists.
  if (!(await isSeen(trx, actor, table, id))) throw notFound(table)
  return (await lockRow(trx, table, id))!
}

/** A task force, a member or a dialogue, which the office keeps. */
export async function keptToChange<T extends Exclude<Kept, Seen>>(trx: Trx, ask: Ask, table: T): Promise<Row<T>> {
  toKeep(ask.actor)
  const row = await lockRow(trx, table, ask.id)
  if (!row) throw notFound(table)
  demandVersion(ask, row as unknown as Versioned)
  return row
}

export async function keptToAddTo<T extends Exclude<Kept, Seen>>(
  trx: Trx,
  { actor, id }: AskToAdd,
  table: T,
): Promise<Row<T>> {
  toKeep(actor)
  const row = await lockRow(trx, table, id)
  if (!row) throw notFound(table)
  return row
}

function demandVersion(ask: Ask, { version, changed_by, changed_at }: Versioned): void {
  checkVersion(ask.version, version, { by: changed_by, at: changed_at })
}

/** Whether the actor is on the delegation of an inspection that is not concluded: the office's work on it is theirs too. */
export async function worksOn(db: AnyHandle, actor: Actor, inspectionId: number): Promise<boolean> {
  if (mayKeep(actor)) return true
  const { rows } = await sql`
    select from taskforce.inspection i
    where i.inspection_id = ${inspectionId} and i.state not in ('concluded', 'stopped') and ${isDelegate(actor)}`.execute(
    reading<TaskforceDb>(db),
  )
  return rows.length > 0
}

export async function toWorkOn(db: AnyHandle, actor: Actor, inspectionId: number): Promise<void> {
  if (await worksOn(db, actor, inspectionId)) return
  throw new Forbidden(
    'inspection.not_on_delegation',
    'Chỉ thành viên Đoàn kiểm tra hoặc Văn phòng mới làm được việc này.',
  )
}
