import { sql } from 'kysely'
import { announcedEvents, type EventDescription } from '../platform/audit.ts'
import type { Handle } from '../platform/db.ts'
import { type CursorKey, decodeCursor, encodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { type NoticeLine, noticeLines } from '../urging/index.ts'
import type { NotificationsDb } from './db.ts'
import type { Line, LineList, LinesQuery, Row, RowList, RowsQuery } from './shapes.ts'

/** A page of the list is so many days on which the person was told of something. */
const DAYS = 7
/** Things named in a line. */
const NAMED = 3
const ROWS = 50

/** What a person was told, newest first, a line for each day and event; where they were mentioned, one of its own. */
export async function linesOf(db: Handle<NotificationsDb>, personId: number, query: LinesQuery): Promise<LineList> {
  const { unread = false, cursor } = query
  const before = decodeCursor({ unread }, cursor, onlyDay)?.[0]
  const found = await daysOf(db, personId, before, unread)
  const page = found.slice(0, DAYS)
  const days = page.map(({ day }) => day)
  if (days.length === 0) return { rows: [], nextCursor: null }
  const events = new Map(announcedEvents(db).map((event) => [event.name, event]))
  const acts = (await actLines(db, personId, days, unread)).map((line) => fromActs(line, events))
  const noticed = page.filter(({ hasNotices }) => hasNotices).map(({ day }) => day)
  const lines = noticed.length > 0 ? await noticeLines(db, personId, { days: noticed, unread }) : []
  const notices = lines.map(fromNotices)
  const rows = [...acts, ...notices].sort(
    (a, b) => order(b.onDay, a.onDay) || order(b.at, a.at) || newest(b) - newest(a),
  )
  return { rows, nextCursor: found.length > DAYS ? encodeCursor({ unread }, [days.at(-1)!]) : null }
}

const onlyDay = (key: CursorKey): key is readonly [string] =>
  key.length === 1 && /^\d{4}-\d\d-\d\d$/.test(String(key[0]))
const newest = ({ rows }: Line) => rows[0]?.id ?? 0
const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

const inBell = (personId: number, unread: boolean) =>
  sql`n.person_id = ${personId} and n.in_bell ${unread ? sql`and n.read_at is null` : sql``}`

interface ToldDay {
  day: string
  hasNotices: boolean
}

/**
 * The last days on which a person was told of anything, before a day if one is given: one more than a page. Found one by
 * one through the indexes, of acts and of notices, so that the cost does not grow with the years.
 */
async function daysOf(
  db: Handle<NotificationsDb>,
  personId: number,
  before: string | undefined,
  unread: boolean,
): Promise<ToldDay[]> {
  const read = unread ? sql`and n.read_at is null` : sql``
  const acts = sql`notifications.notification n where n.person_id = ${personId} and n.in_bell ${read}`
  const notices = sql`urging.bell_notice n where n.person_id = ${personId} ${read}`
  const bound = sql`coalesce(${before ?? null}::date, 'infinity'::date)`
  const last = (from: typeof acts, than: typeof bound) =>
    sql`(select max(n.on_day) from ${from} and n.on_day < ${than})`
  const { rows } = await prepared(sql<ToldDay>`
    with recursive act as (
      select ${last(acts, bound)} as day, 1 as place
      union all
      select ${last(acts, sql`d.day`)}, d.place + 1 from act d where d.day is not null and d.place <= ${sql.lit(DAYS)}
    ),
    notice as (
      select ${last(notices, bound)} as day, 1 as place
      union all
      select ${last(notices, sql`d.day`)}, d.place + 1 from notice d where d.day is not null and d.place <= ${sql.lit(DAYS)}
    )
    select day, bool_or(is_notice) as "hasNotices"
    from (select day, false as is_notice from act union all select day, true from notice) d
    where day is not null group by day order by day desc limit ${sql.lit(DAYS + 1)}`).execute(db)
  return rows
}

interface ActLine {
  onDay: string
  event: string
  isMention: boolean
  at: string
  count: number
  unread: number[]
  rows: Row[]
}

const ROW = sql`
  n.audit_id as id, m.code, m.title, m.path as "to", m.note, m.by_name as "by", m.made_at as "at",
  a.name as "agencyName", n.why, n.read_at is not null as "isRead"`
const ROW_FROM = sql`
  notifications.notification n
  join notifications.message m on m.message_id = n.message_id
  left join registry.agency_latest a on a.agency_id = n.agency_id`

async function actLines(
  db: Handle<NotificationsDb>,
  personId: number,
  days: readonly string[],
  unread: boolean,
): Promise<ActLine[]> {
  // Whole lines are counted through the index; what they are about is looked up for the newest of each.
  const { rows } = await prepared(sql<ActLine>`
    with line as (
      select n.on_day, n.event, n.is_mention, count(*)::integer as count,
             coalesce(array_agg(n.audit_id) filter (where n.read_at is null), '{}') as unread,
             (array_agg(n.audit_id order by n.audit_id desc))[1:${sql.lit(NAMED)}] as newest
      from notifications.notification n
      where ${inBell(personId, unread)} and n.on_day = any(${[...days]}::date[])
      group by n.on_day, n.event, n.is_mention
    )
    select l.on_day as "onDay", l.event, l.is_mention as "isMention", l.count, l.unread, x.at, x.rows
    from line l
    cross join lateral (
      select max(r."at") as at, jsonb_agg(r order by r.id desc) as rows
      from (select ${ROW} from ${ROW_FROM} where n.person_id = ${personId} and n.audit_id = any(l.newest)) r
    ) x`).execute(db)
  return rows
}

const MENTIONED = { vi: 'Nhắc tên bạn trong trao đổi', en: 'You were mentioned' }

function fromActs(line: ActLine, events: ReadonlyMap<string, EventDescription>): Line {
  const { vi = line.event, en = line.event } = line.isMention ? MENTIONED : (events.get(line.event) ?? {})
  const key = `act/${line.onDay}/${line.event}${line.isMention ? '/mention' : ''}`
  return { ...line, key, source: 'act', vi, en, more: null, isGap: false }
}

const NOTICES: Record<NoticeLine['event'], { vi: string; en: string }> = {
  before: { vi: 'Sắp đến hạn', en: 'Due soon' },
  on: { vi: 'Đến hạn', en: 'Due' },
  after: { vi: 'Quá hạn', en: 'Overdue' },
  silence: { vi: 'Chưa có báo cáo tiến độ', en: 'No progress report' },
  period: { vi: 'Thiếu báo cáo định kỳ', en: 'Period report missing' },
  milestone: { vi: 'Mốc đã qua', en: 'Milestone passed' },
  letter: { vi: 'Công văn đôn đốc', en: 'Urging letter' },
}

function fromNotices(line: NoticeLine): Line {
  const { onDay, event, agencyId, agencyName, isGap, letterId, madeAt: at, count, unread, tasks } = line
  const common = { id: null, note: null, by: null, at, agencyName, why: null, isRead: unread.length === 0 }
  const rows: Row[] =
    letterId === null
      ? tasks.slice(0, NAMED).map(({ id, code, title }) => ({ ...common, code, title, to: `/nhiem-vu/${id}` }))
      : [{ ...common, code: line.notation, title: `Gửi ${agencyName}`, to: `/don-doc/${letterId}` }]
  return {
    key: `notice/${onDay}/${event}/${agencyId}/${isGap}/${letterId ?? ''}`,
    source: 'notice',
    isMention: false,
    onDay,
    event,
    ...NOTICES[event],
    at,
    count,
    unread,
    rows,
    more: letterId === null && count > rows.length ? `/nhiem-vu?agencyId=${agencyId}&standing=open` : null,
    isGap,
  }
}

/** Everything in one line of acts, newest first. */
export async function rowsOf(db: Handle<NotificationsDb>, personId: number, query: RowsQuery): Promise<RowList> {
  const { cursor, isMention = false, onDay, event } = query
  const line = { onDay, event, isMention }
  const after = decodeCursor(line, cursor, onlyId)
  const { rows } = await prepared(sql<Row & { id: number }>`
    select ${ROW} from ${ROW_FROM}
    where ${inBell(personId, false)} and n.on_day = ${line.onDay}::date and n.event = ${line.event} and n.is_mention = ${line.isMention}
      ${after ? sql`and n.audit_id < ${after[0]}` : sql``}
    order by n.audit_id desc limit ${sql.lit(ROWS + 1)}`).execute(db)
  const page = pageOf(line, rows, ROWS, ({ id }) => [id])
  return { rows: page.items, nextCursor: page.next }
}

/** How many lines a person has not read. */
export async function unreadOf(db: Handle<NotificationsDb>, personId: number): Promise<number> {
  const { rows } = await prepared(sql<{ count: number }>`
    select ((select count(*) from (
               select from notifications.notification n where ${inBell(personId, true)} group by n.on_day, n.event, n.is_mention) a)
          + (select count(*) from (
               select from urging.bell_notice n where n.person_id = ${personId} and n.read_at is null
               group by n.on_day, n.event, n.agency_id, n.is_gap, n.letter_id) r))::integer as count`).execute(db)
  return rows[0]!.count
}
