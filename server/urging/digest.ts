import { sql } from 'kysely'
import { formatDay, formatNumber } from '../platform/calendar.ts'
import type { AnyTransaction, Transaction } from '../platform/db.ts'
import { within } from '../platform/db.ts'
import { enqueueMail } from '../platform/mail.ts'
import type { UrgingDb } from './db.ts'
import type { RuleEvent } from './shapes.ts'

/** Rows listed under one heading of a message; the rest are counted and linked. */
const LISTED = 40

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

/**
 * Composes a person's single message for a day from every notice not mailed yet, and enqueues it. A second run does
 * nothing.
 */
export async function composeDigest(
  trx: Transaction<UrgingDb>,
  { personId, on }: { personId: number; on: string },
  origin: string,
  now: Temporal.Instant,
): Promise<void> {
  const order = await trx
    .selectFrom('urging.digest')
    .select('composed_at')
    .where('person_id', '=', personId)
    .where('on_day', '=', on)
    .forUpdate()
    .executeTakeFirst()
  if (!order || order.composed_at !== null) return
  const rows = await pendingNotices(trx, personId, on)
  const person = await addressOf(trx, personId, on)
  const mailId = rows.length > 0 && person ? await send(trx, { personId, on, person, rows, origin }) : null
  await trx
    .updateTable('urging.digest')
    .set({ composed_at: now.toString(), mail_id: mailId })
    .where('person_id', '=', personId)
    .where('on_day', '=', on)
    .execute()
  if (mailId === null) return
  const ids = rows.map(({ notice_id }) => notice_id)
  await sql`update urging.notice set mail_id = ${mailId} where notice_id = any(${ids}::bigint[])`.execute(trx)
}

interface Address {
  name: string
  email: string
}

async function send(
  trx: AnyTransaction,
  message: { personId: number; on: string; person: Address; rows: readonly PendingNotice[]; origin: string },
): Promise<number> {
  const { personId, on, person, rows, origin } = message
  const written = writeDigest({ name: person.name, on, rows, origin })
  return enqueueMail(trx, {
    key: `urging/digest/${on}/${personId}`,
    to: { name: person.name, address: person.email },
    ...written,
    about: { kind: 'urgingDigest', id: `${on}/${personId}` },
  })
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

/** The text of a message in Vietnamese: subject, plain text and HTML. */
export function writeDigest({
  name,
  on,
  rows,
  origin,
}: {
  name: string
  on: string
  rows: readonly Omit<PendingNotice, 'notice_id'>[]
  origin: string
}): { subject: string; text: string; html: string } {
  const groups = grouped(rows)
  const summary = groups.map(
    ({ heading, tasks }) => `${formatNumber(tasks.length)} ${HEADINGS[heading].toLocaleLowerCase('vi')}`,
  )
  const subject = `[Điều Hành] Nhắc việc ngày ${formatDay(on)}: ${summary.join(', ')}`
  const link = (id: number) => `${origin}/nhiem-vu/${id}`
  const text = [
    `Kính gửi ${name},`,
    '',
    `Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao cần chú ý tới ngày ${formatDay(on)}:`,
    ...groups.flatMap(({ heading, tasks }) => [
      '',
      `${HEADINGS[heading].toLocaleUpperCase('vi')} (${formatNumber(tasks.length)})`,
      ...tasks.slice(0, LISTED).flatMap((task) => [`- ${lineOf(task)}`, `  ${link(task.task_id)}`]),
      ...rest(tasks.length),
    ]),
    '',
    `Xem tất cả: ${origin}/viec-cua-toi`,
    '',
    'Thư do hệ thống Điều Hành gửi theo quy tắc đôn đốc đang áp dụng; không cần trả lời thư này.',
  ].join('\n')
  return { subject, text, html: htmlOf({ name, on, groups, origin, link }) }
}

interface Group {
  heading: Heading
  tasks: Omit<PendingNotice, 'notice_id'>[]
}

function grouped(rows: readonly Omit<PendingNotice, 'notice_id'>[]): Group[] {
  const headingOf = (row: Omit<PendingNotice, 'notice_id'>): Heading => (row.is_gap ? 'gap' : UNDER[row.event])
  return (Object.keys(HEADINGS) as Heading[]).flatMap((heading) => {
    const seen = new Set<number>()
    const tasks = rows.filter((row) => {
      if (headingOf(row) !== heading || seen.has(row.task_id)) return false
      seen.add(row.task_id)
      return true
    })
    return tasks.length > 0 ? [{ heading, tasks }] : []
  })
}

function lineOf(task: Omit<PendingNotice, 'notice_id'>): string {
  return `${task.code}: ${task.title}. ${task.agency_name}; ${whenText(task)}`
}

/** "hạn 28/02/2021, quá hạn 12 ngày" */
function whenText({ event, due_on, days }: Omit<PendingNotice, 'notice_id'>): string {
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

function rest(count: number): string[] {
  return count > LISTED ? [`- … và ${formatNumber(count - LISTED)} nhiệm vụ khác trên hệ thống`] : []
}

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITY[mark] ?? mark)

function htmlOf({
  name,
  on,
  groups,
  origin,
  link,
}: {
  name: string
  on: string
  groups: readonly Group[]
  origin: string
  link: (id: number) => string
}): string {
  const list = ({ heading, tasks }: Group) => `
<h2 style="font-size:16px;margin:20px 0 6px">${escaped(HEADINGS[heading])} (${formatNumber(tasks.length)})</h2>
<ul style="margin:0;padding-left:20px">${tasks
    .slice(0, LISTED)
    .map(
      (task) =>
        `<li style="margin:0 0 6px"><a href="${escaped(link(task.task_id))}">${escaped(task.code)}</a>: ${escaped(task.title)}<br><span style="color:#555">${escaped(task.agency_name)}; ${escaped(whenText(task))}</span></li>`,
    )
    .join('')}${rest(tasks.length)
    .map((words) => `<li>${escaped(words.slice(2))}</li>`)
    .join('')}</ul>`
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Nhắc việc</title></head>
<body style="font:15px/1.45 Arial,sans-serif;color:#1c2430;max-width:720px;margin:0 auto;padding:16px">
<p>Kính gửi ${escaped(name)},</p>
<p>Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao cần chú ý tới ngày ${formatDay(on)}:</p>${groups.map(list).join('')}
<p style="margin-top:20px"><a href="${escaped(origin)}/viec-cua-toi">Xem tất cả trên hệ thống</a></p>
<p style="color:#555;font-size:13px">Thư do hệ thống Điều Hành gửi theo quy tắc đôn đốc đang áp dụng; không cần trả lời thư này.</p>
</body></html>`
}
