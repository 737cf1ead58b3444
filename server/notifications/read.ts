import { sql } from 'kysely'
import type { AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { announceChange } from '../platform/live/channel.ts'
import { readNotices } from '../urging/index.ts'
import { ownPerson } from './access.ts'
import type { NotificationsDb } from './db.ts'
import { unreadOf } from './lists.ts'
import type { Read, Unread } from './shapes.ts'

/**
 * Marks the actor's own as read; an id of another person's changes nothing. Their other devices are told, so that all show
 * the same number.
 */
export async function read(
  trx: Transaction<NotificationsDb>,
  ask: AskToMake,
  { acts, notices }: Read,
): Promise<Unread> {
  const personId = ownPerson(ask.actor)
  const at = ask.now.toString()
  const isAll = acts === undefined && notices === undefined
  const ids = acts ?? []
  const { numAffectedRows = 0n } = await sql`
    update notifications.notification set read_at = ${at}
    where person_id = ${personId} and in_bell and read_at is null
      ${isAll ? sql`` : sql`and audit_id = any(${[...ids]}::bigint[])`}`.execute(trx)
  const noticed = await readNotices(trx, personId, isAll ? undefined : (notices ?? []), at)
  if (Number(numAffectedRows) + noticed > 0) await announceChange(trx, 'notification', personId)
  return { unread: await unreadOf(trx, personId) }
}
