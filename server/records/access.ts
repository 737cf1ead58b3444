import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { demandRight, type Right } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { RecordsDb } from './db.ts'
import { ownOutgoing, seesIncoming, seesOutgoing } from './sight.ts'
import { findRow, lockRow, notFound, type Row } from './store.ts'

type Trx = Transaction<RecordsDb>

const REFUSALS: Partial<Record<Right, [code: string, sentence: string]>> = {
  'records.register': ['records.may_not_register', 'Chỉ văn thư của cơ quan mới làm được việc này.'],
  'records.assign': ['records.may_not_assign', 'Chỉ lãnh đạo cơ quan, đơn vị mới làm được việc này.'],
  'records.draft': ['records.may_not_draft', 'Chỉ cán bộ của cơ quan mới soạn thảo, xử lý văn bản.'],
  'records.sign': ['records.may_not_sign', 'Chỉ người có thẩm quyền của cơ quan mới ký văn bản.'],
  'records.archive': ['records.may_not_archive', 'Chỉ người làm lưu trữ của cơ quan mới làm được việc này.'],
}

/** Throws 403 to those without the right. */
export function demand(actor: Actor, right: Right): void {
  const [code, sentence] = REFUSALS[right]!
  demandRight(actor, right, code, sentence)
}

/** The body whose books the actor works with: the agency of their post, or the one its unit belongs to. */
export async function bodyOf(db: AnyHandle, actor: Actor, on: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce((select p.parent_id from registry.agency_card p
      where p.agency_id = ${actor.agencyId} and p.kind = 'unit' and p.valid @> ${on}::date), ${actor.agencyId}) as id`.execute(
    reading<RecordsDb>(db),
  )
  return rows[0]!.id
}

/** Throws 403 to a right that the actor has, but not for this body. */
export function demandFor(actor: Actor, right: Right, agencyId: number): void {
  demand(actor, right)
  if (actor.own.includes(agencyId)) return
  throw new Forbidden(
    'records.not_your_body',
    'Văn bản này của cơ quan khác. Chỉ cơ quan giữ sổ mới làm được việc này.',
  )
}

/** An incoming document the actor may read; the same 404 whether there is none or it is not theirs to see. */
export async function incomingToRead(db: AnyHandle, actor: Actor, id: number): Promise<Row<'records.incoming'>> {
  const { rows } = await sql`
    select from records.incoming i where i.incoming_id = ${id} and ${seesIncoming(actor)}`.execute(
    reading<RecordsDb>(db),
  )
  const row = rows.length > 0 ? await findRow(db, 'records.incoming', id) : undefined
  if (!row) throw notFound('records.incoming')
  return row
}

/** Locks an incoming document for an act of those with the right in its body, at the version seen. */
export async function incomingToChange(trx: Trx, ask: Ask | AskToAdd, right: Right): Promise<Row<'records.incoming'>> {
  const row = await lockRow(trx, 'records.incoming', ask.id)
  await incomingToRead(trx, ask.actor, ask.id)
  demandFor(ask.actor, right, row!.agency_id)
  if ('version' in ask) checkVersion(ask.version, row!.version, { by: row!.changed_by, at: row!.changed_at })
  return row!
}

export const outgoingToRead = (db: AnyHandle, actor: Actor, id: number) => outgoingWhere(db, id, seesOutgoing(actor))

/** An outgoing document whose making the actor may read: not of those that only received it. */
export const ownOutgoingToRead = (db: AnyHandle, actor: Actor, id: number) => outgoingWhere(db, id, ownOutgoing(actor))

async function outgoingWhere(db: AnyHandle, id: number, isSeen: RawBuilder<boolean>): Promise<Row<'records.outgoing'>> {
  const { rows } = await sql`
    select from records.outgoing o where o.outgoing_id = ${id} and ${isSeen}`.execute(reading<RecordsDb>(db))
  const row = rows.length > 0 ? await findRow(db, 'records.outgoing', id) : undefined
  if (!row) throw notFound('records.outgoing')
  return row
}

/** Locks an outgoing document that the actor may see, at the version seen; the act decides who may do it. */
export async function outgoingToChange(trx: Trx, ask: Ask | AskToAdd): Promise<Row<'records.outgoing'>> {
  const row = await lockRow(trx, 'records.outgoing', ask.id)
  await outgoingToRead(trx, ask.actor, ask.id)
  if ('version' in ask) checkVersion(ask.version, row!.version, { by: row!.changed_by, at: row!.changed_at })
  return row!
}
