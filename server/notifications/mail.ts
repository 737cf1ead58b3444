import { sql } from 'kysely'
import { announcedEvents } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, type Transaction, within } from '../platform/db.ts'
import { type DigestPart, type MessagePart, summaryOf, writeMessage } from '../platform/digest.ts'
import { enqueueMail } from '../platform/mail.ts'
import type { NotificationsDb } from './db.ts'

interface Waiting {
  audit_id: number
  event: string
  code: string | null
  title: string
  path: string
  note: string | null
  by_name: string
}

/** What no mail to a person has brought yet, locked: two jobs of one person never take the same. */
async function waiting(
  trx: Transaction<NotificationsDb>,
  personId: number,
  way: 'in_digest' | 'by_mail',
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select n.audit_id, n.event, m.code, m.title, m.path, m.note, m.by_name
    from notifications.notification n join notifications.message m on m.message_id = n.message_id
    where n.person_id = ${personId} and n.mail_id is null and n.${sql.ref(way)}
    order by n.audit_id for update of n`.execute(trx)
  return rows
}

/** A group for each event, in the order in which the events were first told. */
function partOf(trx: AnyTransaction, rows: readonly Waiting[], opening: string): MessagePart {
  const words = new Map(announcedEvents(trx).map(({ name, vi }) => [name, vi]))
  return {
    opening,
    groups: [...Map.groupBy(rows, ({ event }) => event)].map(([event, told]) => ({
      heading: words.get(event) ?? event,
      lines: told.map(({ code, title, path, note, by_name }) => ({
        code,
        title,
        detail: [note ?? [], by_name].flat().join('; '),
        to: path,
      })),
    })),
    noun: 'thông báo',
    all: { words: 'Xem tất cả thông báo', to: '/thong-bao' },
  }
}

async function markSent(
  trx: Transaction<NotificationsDb>,
  personId: number,
  rows: readonly Waiting[],
  mailId: number,
): Promise<void> {
  await trx
    .updateTable('notifications.notification')
    .set({ mail_id: mailId })
    .where('person_id', '=', personId)
    .where(
      'audit_id',
      'in',
      rows.map(({ audit_id }) => audit_id),
    )
    .execute()
}

/** What this room adds to the message of a day: what was told since the last one and no mail has brought. */
export const toldDigest: DigestPart = {
  // Of an earlier day: what is told after the hour of the messages waits for those of the next working day.
  people: async (trx, on) => {
    const { rows } = await sql<{ person_id: number }>`
      select distinct n.person_id from notifications.notification n
      where n.mail_id is null and n.in_digest and n.on_day < ${on}::date`.execute(within<NotificationsDb>(trx))
    return rows.map(({ person_id }) => person_id)
  },
  compose: async (handle, { personId }) => {
    const trx = within<NotificationsDb>(handle)
    const rows = await waiting(trx, personId, 'in_digest')
    if (rows.length === 0) return undefined
    return {
      ...partOf(trx, rows, 'Từ bản tin trước tới nay:'),
      sent: (mailId) => markSent(trx, personId, rows, mailId),
    }
  },
}

/** One message with all that a person wants to know at once. A second run finds nothing left. */
export async function mailAtOnce(
  trx: Transaction<NotificationsDb>,
  { personId }: { personId: number },
  { origin, now }: { origin: string; now: Temporal.Instant },
): Promise<void> {
  const { rows: people } = await sql<{ name: string; address: string }>`
    select c.full_name as name, u.email as address
    from registry.person_card c join platform.user_card u on u.user_id = c.user_id and u.deactivated_at is null
    where c.person_id = ${personId} and c.valid @> ${dayInVietnam(now)}::date limit 1`.execute(trx)
  const [person] = people
  if (!person) return
  const rows = await waiting(trx, personId, 'by_mail')
  const last = rows.at(-1)
  if (!last) return
  const part = partOf(trx, rows, 'Bạn vừa có thông báo:')
  const title = rows.length === 1 ? `${part.groups[0]!.heading}: ${last.code ?? last.title}` : summaryOf([part])
  const foot =
    'Thư do hệ thống Điều Hành gửi theo lựa chọn của bạn tại trang Tài khoản, mục Thông báo; không cần trả lời thư này.'
  const mailId = await enqueueMail(trx, {
    key: `notifications/${personId}/${last.audit_id}`,
    to: person,
    subject: `[Điều Hành] ${title}`,
    ...writeMessage({ name: person.name, title: 'Thông báo', parts: [part], origin, foot }),
    about: { kind: 'notification', id: `${personId}/${last.audit_id}` },
  })
  await markSent(trx, personId, rows, mailId)
}
