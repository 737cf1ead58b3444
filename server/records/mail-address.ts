/** To which addresses mail is taken for a body: its clerks say. */
import { sql } from 'kysely'
import { type Actor, type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd, AskToMake } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { checkVersion } from '../platform/version.ts'
import { bodyOf, demand } from './access.ts'
import type { RecordsDb } from './db.ts'
import type { MailAddresses, NewMailAddress } from './mail-shapes.ts'
import { changeRow, lockRow, marked, notFound } from './store.ts'

type Trx = Transaction<RecordsDb>
const subjectOf = (agencyId: number) => ({ kind: 'agency', id: agencyId })

/** The addresses of the actor's body, those that ended last. */
export async function listMailAddresses(
  db: AnyHandle,
  actor: Actor,
  { today, isOpen }: { today: string; isOpen: boolean },
): Promise<MailAddresses> {
  demand(actor, 'records.register')
  const { rows } = await sql<MailAddresses['rows'][number]>`
    select a.mail_address_id as id, a.address, a.added_at as "addedAt", a.added_by as "addedBy", a.ended_at as "endedAt",
      a.ended_by as "endedBy", a.version
    from records.mail_address a where a.agency_id = ${await bodyOf(db, actor, today)}
    order by a.ended_at is not null, a.address, a.mail_address_id desc`.execute(reading<RecordsDb>(db))
  return { isOpen, rows }
}

/** Throws 409 where the address is in use. Returns its id. */
export async function addMailAddress(
  trx: Trx,
  ask: AskToMake<KnownActor>,
  { address }: NewMailAddress,
): Promise<number> {
  demand(ask.actor, 'records.register')
  const agencyId = await bodyOf(trx, ask.actor, dayInVietnam(ask.now))
  const written = address.trim().toLowerCase()
  await endOfGone(trx, ask, written)
  const { mail_address_id: id } = await trx
    .insertInto('records.mail_address')
    .values({
      address: written,
      agency_id: agencyId,
      added_at: ask.now.toString(),
      added_by: signatureOf(ask.actor),
      ...marked(ask),
    })
    .returning('mail_address_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'mailAddress.added', {
    subject: subjectOf(agencyId),
    at: ask.now.toString(),
    after: { address: written },
  })
  return id
}

/** The clerks of a body that is no more cannot end its address: whoever takes it over does so by adding it. */
async function endOfGone(trx: Trx, ask: AskToMake<KnownActor>, address: string): Promise<void> {
  const { rows } = await sql<{ id: number; agencyId: number }>`
    select a.mail_address_id as id, a.agency_id as "agencyId" from records.mail_address a
    where a.address = ${address} and a.ended_at is null and not exists (
      select from registry.agency_card c where c.agency_id = a.agency_id and c.valid @> ${dayInVietnam(ask.now)}::date)
    for update of a`.execute(trx)
  for (const { id, agencyId } of rows) await end(trx, { ...ask, id }, { address, agencyId })
}

/** Mail to it is not taken any more. What came stays. */
export async function endMailAddress(trx: Trx, ask: Ask<number, KnownActor>): Promise<number> {
  demand(ask.actor, 'records.register')
  const row = await lockRow(trx, 'records.mail_address', ask.id)
  if (!row || row.agency_id !== (await bodyOf(trx, ask.actor, dayInVietnam(ask.now))))
    throw notFound('records.mail_address')
  checkVersion(ask.version, row.version, { by: row.changed_by, at: row.changed_at })
  if (row.ended_at !== null)
    throw new Conflict('mail_address.ended', 'Địa chỉ này đã ngừng nhận. Hãy thêm lại nếu cần.')
  return end(trx, ask, { address: row.address, agencyId: row.agency_id })
}

async function end(
  trx: Trx,
  ask: AskToAdd<number, KnownActor>,
  { address, agencyId }: { address: string; agencyId: number },
): Promise<number> {
  const version = await changeRow(trx, 'records.mail_address', ask, {
    ended_at: ask.now.toString(),
    ended_by: signatureOf(ask.actor),
  })
  await record(trx, ask.actor, 'mailAddress.ended', {
    subject: subjectOf(agencyId),
    at: ask.now.toString(),
    before: { address },
  })
  return version
}
