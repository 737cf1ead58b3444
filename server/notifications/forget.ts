import type { Announcement } from '../platform/audit.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { NotificationsDb } from './db.ts'

const GONE = 'Văn bản đã gỡ vì mang dấu mật'

/** A mark of secrecy was found in a document: what it said of itself is taken out of everything that people were told of it. */
export async function forgetMarked(trx: AnyTransaction, { subject }: Announcement): Promise<void> {
  await within<NotificationsDb>(trx)
    .updateTable('notifications.message')
    .set({ title: GONE, code: null, note: null })
    .where('path', '=', `/van-ban-den/${subject.id}`)
    .where('event', '<>', 'incoming.refused')
    .execute()
}
