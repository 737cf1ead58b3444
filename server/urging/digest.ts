import { sql } from 'kysely'
import { formatDay, formatNumber } from '../platform/calendar.ts'
import type { AnyTransaction, Transaction } from '../platform/db.ts'
import { within } from '../platform/db.ts'
import { type DigestPart, type MessageGroup, type MessagePart, summaryOf, writeMessage } from '../platform/digest.ts'
import { addJob } from '../platform/jobs.ts'
import { enqueueMail } from '../platform/mail.ts'
import type { UrgingDb } from './db.ts'
import { quietUntil } from './quiet.ts'
import type { RuleEvent } from './shapes.ts'

export const DIGEST_JOB = 'urging.digest'

interface PendingNotice {
  notice_id: number
  event: RuleEvent
  is_gap: boolean
  agency_id: number
  agency_name: string
  task_id: number
  code: string
  title: string
  due_on: string
  days: number
}
export type NoticeToSend = Omit<PendingNotice, 'notice_id'>

type Heading = 'overdue' | 'dueSoon' | 'silent' | 'period' | 'milestone' | 'gap'

const HEADINGS: Record<Heading, string> = {
  overdue: 'Quá hạn',
  dueSoon: 'Sắp đến hạn',
  milestone: 'Mốc đã qua',
  silent: 'Chưa có báo cáo tiến độ',
  period: 'Thiếu báo cáo định kỳ',
  gap: 'Cơ quan chưa có người nhận nhắc việc',
}

const UNDER: Record<RuleEvent, Heading> = {
  after: 'overdue',
  before: 'dueSoon',
  on: 'dueSoon',
  milestone: 'milestone',
  silence: 'silent',
  period: 'period',
}

/** Queues one message a day for each of these people, at the end of the quiet hours. Returns how many had none yet. */
export async function orderDigests(
  trx: AnyTransaction,
  people: readonly number[],
  on: string,
  now: Temporal.Instant,
): Promise<number> {
  if (people.length === 0) return 0
  const { rows } = await sql<{ person_id: number }>`
    insert into urging.digest (person_id, on_day)
    select distinct p, ${on}::date from unnest(${[...people]}::bigint[]) p
    on conflict on constraint digest_pk do nothing
    returning person_id`.execute(within<UrgingDb>(trx))
  const runAt = (await quietUntil(trx, now)).toString()
  for (const { person_id: personId } of rows) {
    await addJob(trx, DIGEST_JOB, { personId, on }, { jobKey: `urging.digest/${personId}/${on}`, runAt })
  }
  return rows.length
}

/**
 * Composes a person's single message for a day from what every room has for them and no message brought yet, and
 * enqueues it. A second run does nothing.
 */
export async function composeDigest(
  trx: Transaction<UrgingDb>,
  whose: { personId: number; on: string },
  digests: readonly DigestPart[],
  { origin, now }: { origin: string; now: Temporal.Instant },
): Promise<void> {
  const { personId, on } = whose
  const order = await trx
    .selectFrom('urging.digest')
    .select('composed_at')
    .where('person_id', '=', personId)
    .where('on_day', '=', on)
    .forUpdate()
    .executeTakeFirst()
  if (!order || order.composed_at !== null) return
  const person = await addressOf(trx, personId, on)
  const parts = []
  if (person) for (const { compose } of digests) parts.push((await compose(trx, whose)) ?? [])
  const composed = parts.flat()
  let mailId: number | null = null
  if (person && composed.length > 0) {
    mailId = await enqueueMail(trx, {
      key: `urging/digest/${on}/${personId}`,
      to: { name: person.name, address: person.email },
      ...writeDigest({ name: person.name, on, parts: composed, origin }),
      about: { kind: 'urgingDigest', id: `${on}/${personId}` },
    })
    for (const part of composed) await part.sent(mailId)
  }
  await trx
    .updateTable('urging.digest')
    .set({ composed_at: now.toString(), mail_id: mailId })
    .where('person_id', '=', personId)
    .where('on_day', '=', on)
    .execute()
}

/** What this room adds: reminders of the rules. */
export const remindersDigest: DigestPart = {
  people: async (trx, on) => {
    const { rows } = await sql<{ person_id: number }>`
      select distinct n.person_id from urging.notice n
      where n.on_day <= ${on}::date and n.mail_id is null and n.person_id is not null and n.letter_id is null
        and 'email' = any(n.channels)`.execute(within<UrgingDb>(trx))
    return rows.map(({ person_id }) => person_id)
  },
  compose: async (handle, { personId, on }) => {
    const trx = within<UrgingDb>(handle)
    const rows = await pendingNotices(trx, personId, on)
    if (rows.length === 0) return undefined
    const ids = rows.map(({ notice_id }) => notice_id)
    return {
      ...remindersPart(rows, on),
      sent: async (mailId) => {
        await sql`update urging.notice set mail_id = ${mailId} where notice_id = any(${ids}::bigint[])`.execute(trx)
      },
    }
  },
}

interface Address {
  name: string
  email: string
}

/** Several rules may remind of one task; it is listed once under each heading. */
async function pendingNotices(trx: Transaction<UrgingDb>, personId: number, on: string): Promise<PendingNotice[]> {
  const { rows } = await sql<PendingNotice>`
    select n.notice_id, n.event, n.is_gap, n.agency_id, a.name as agency_name, n.task_id, t.code, t.title, n.due_on, n.days
    from urging.notice n
    join tasks.task_card t on t.task_id = n.task_id
    join registry.agency_latest a on a.agency_id = n.agency_id
    where n.person_id = ${personId} and n.on_day <= ${on}::date and n.mail_id is null and 'email' = any(n.channels)
    order by n.due_on, t.code, n.notice_id`.execute(trx)
  return rows
}

/** Undefined for a person who no longer has an open sign-in: no mail goes to an address that no one owns. */
async function addressOf(trx: Transaction<UrgingDb>, personId: number, on: string): Promise<Address | undefined> {
  const { rows } = await sql<Address>`
    select c.full_name as name, u.email
    from registry.person_card c join platform.user_card u on u.user_id = c.user_id and u.deactivated_at is null
    where c.person_id = ${personId} and c.valid @> ${on}::date limit 1`.execute(within<UrgingDb>(trx))
  return rows[0]
}

/** The message of a day: subject, plain text and HTML. */
export function writeDigest({
  name,
  on,
  parts,
  origin,
}: {
  name: string
  on: string
  parts: readonly MessagePart[]
  origin: string
}): { subject: string; text: string; html: string } {
  const subject = `[Điều Hành] Nhắc việc ngày ${formatDay(on)}: ${summaryOf(parts)}`
  const foot =
    'Thư do hệ thống Điều Hành gửi mỗi ngày làm việc một lần, theo quy tắc đôn đốc đang áp dụng và lựa chọn của bạn; không cần trả lời thư này.'
  return { subject, ...writeMessage({ name, title: 'Nhắc việc', parts, origin, foot }) }
}

export function remindersPart(rows: readonly NoticeToSend[], on: string): MessagePart {
  return {
    opening: `Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao cần chú ý tới ngày ${formatDay(on)}:`,
    groups: grouped(rows),
    noun: 'nhiệm vụ',
    all: { words: 'Xem tất cả', to: '/viec-cua-toi' },
  }
}

function grouped(rows: readonly NoticeToSend[]): MessageGroup[] {
  const headingOf = (row: NoticeToSend): Heading => (row.is_gap ? 'gap' : UNDER[row.event])
  return (Object.keys(HEADINGS) as Heading[]).flatMap((heading) => {
    const seen = new Set<number>()
    const tasks = rows.filter((row) => {
      if (headingOf(row) !== heading || seen.has(row.task_id)) return false
      seen.add(row.task_id)
      return true
    })
    const lines = tasks.map((task) => ({
      code: task.code,
      title: task.title,
      detail: `${task.agency_name}; ${whenText(task)}`,
      to: `/nhiem-vu/${task.task_id}`,
    }))
    return lines.length > 0 ? [{ heading: HEADINGS[heading], lines }] : []
  })
}

/** "hạn 28/02/2021, quá hạn 12 ngày" */
function whenText({ event, due_on, days }: NoticeToSend): string {
  const day = formatDay(due_on)
  switch (event) {
    case 'before':
      return `hạn ${day}, còn ${days} ngày làm việc`
    case 'on':
      return days === 0 ? `đến hạn hôm nay, ${day}` : `hạn ${day}`
    case 'after':
      return `hạn ${day}, quá hạn ${formatNumber(days)} ngày`
    case 'silence':
      return `${formatNumber(days)} ngày chưa có báo cáo, lần cuối ${day}`
    case 'period':
      return `báo cáo định kỳ hạn ${day} chưa có`
    case 'milestone':
      return `mốc ${day} đã qua ${formatNumber(days)} ngày`
  }
}
