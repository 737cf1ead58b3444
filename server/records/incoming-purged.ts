/** What happens to documents with a file in which a mark of secrecy was found. */
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { type Announcement, record } from '../platform/audit.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { RecordsDb } from './db.ts'
import { type IncomingState, moveIncoming } from './incoming-state.ts'
import { about } from './incoming-store.ts'

const GUARD = systemActor('kiểm tra dấu mật')
const REASON =
  'Văn bản mang dấu mật nên không được đưa vào hệ thống này. Tệp đã gỡ; hãy xử lý theo quy định về bảo vệ bí mật nhà nước.'
const GONE = '(đã gỡ: văn bản mang dấu mật)'

/**
 * Each such document is refused, whatever its state: its row keeps the reason and its number, if it had one, and nothing of what
 * the document said. Whoever had a part has it no more.
 */
export async function refuseMarked(anyTrx: AnyTransaction, { subject }: Announcement): Promise<void> {
  const trx = within<RecordsDb>(anyTrx)
  const hash = Buffer.from(String(subject.id), 'hex')
  await trx
    .updateTable('records.file_text')
    .set({ state: 'unreadable', text: null, head: null, note: REASON, percent: 100 })
    .where('sha256', '=', hash)
    .execute()
  const { rows } = await sql<{ id: number; state: IncomingState }>`
    select i.incoming_id as id, i.state from records.incoming i
    where i.state <> 'refused' and exists (
      select from records.incoming_file f where f.incoming_id = i.incoming_id and f.sha256 = ${hash})
    order by i.incoming_id for update`.execute(trx)
  for (const { id, state } of rows) {
    const to = moveIncoming(state, 'refuse')
    await sql`
      update records.handling set state = 'withdrawn', ended_at = now(), ended_by = ${GUARD.name}, result = ${REASON},
        version = version + 1, changed_at = now(), changed_by = ${GUARD.name}
      where incoming_id = ${id} and state in ('assigned', 'underway')`.execute(trx)
    await sql`
      update records.incoming set state = ${to}, refused_at = now(), refused_reason = ${REASON},
        done_at = null, returned_at = null, returned_reason = null, notation = null, signer_name = null, addressed_to = null,
        about = case when registered_at is null then null else ${GONE} end,
        version = version + 1, changed_at = now(), changed_by = ${GUARD.name}
      where incoming_id = ${id}`.execute(trx)
    await sql`update records.incoming_mail set subject = null, words = null where incoming_id = ${id}`.execute(trx)
    await record(trx, GUARD, 'incoming.refused', {
      subject: about(id),
      before: { state },
      after: { state: to },
      detail: { reason: REASON },
    })
  }
}
