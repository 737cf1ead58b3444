/** What a person's bell shows of the ledger: a line for each day, reason, agency and letter. */
import { sql } from 'kysely'
import { type AnyHandle, type AnyTransaction, reading, within } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import type { UrgingDb } from './db.ts'
import type { ABOUT } from './shapes.ts'

/** Tasks named in one line; the count covers all of them. */
const NAMED = 5

export interface NoticeLine {
  onDay: string
  madeAt: string
  event: (typeof ABOUT)[number]
  agencyId: number
  agencyName: string
  /** The agency has no one to notify, so those who follow it up are. */
  isGap: boolean
  letterId: number | null
  notation: string | null
  count: number
  /** Notices of the line that are not read. */
  unread: number[]
  tasks: { id: number; code: string; title: string }[]
}

const inBell = (personId: number, unread: boolean) =>
  sql`n.person_id = ${personId} and 'inApp' = any(n.channels) ${unread ? sql`and n.read_at is null` : sql``}`

/** A person's notices of some days, newest first. */
export async function noticeLines(
  db: AnyHandle,
  personId: number,
  { days, unread }: { days: readonly string[]; unread: boolean },
): Promise<NoticeLine[]> {
  const { rows } = await prepared(sql<NoticeLine>`
    select n.on_day as "onDay", max(n.made_at) as "madeAt", n.event, n.agency_id as "agencyId", a.name as "agencyName",
           n.is_gap as "isGap", n.letter_id as "letterId", l.notation, count(*)::integer as count,
           coalesce(array_agg(n.notice_id) filter (where n.read_at is null), '{}') as unread,
           coalesce((jsonb_agg(jsonb_build_object('id', t.task_id, 'code', t.code, 'title', t.title)
                      order by n.due_on, t.code) filter (where t.task_id is not null)), '[]') as tasks
    from urging.notice n
    join registry.agency_latest a on a.agency_id = n.agency_id
    left join tasks.task_card t on t.task_id = n.task_id
    left join urging.letter l on l.letter_id = n.letter_id
    where ${inBell(personId, unread)} and n.on_day = any(${[...days]}::date[])
    group by n.on_day, n.event, n.agency_id, a.name, n.is_gap, n.letter_id, l.notation
    order by n.on_day desc, n.is_gap, max(n.notice_id) desc`).execute(reading<UrgingDb>(db))
  return rows.map((row) => ({ ...row, tasks: row.tasks.slice(0, NAMED) }))
}

/** Marks a person's own notices as read, all if none are named. Returns how many were not read before. */
export async function readNotices(
  trx: AnyTransaction,
  personId: number,
  ids: readonly number[] | undefined,
  at: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update urging.notice n set read_at = ${at}
    where ${inBell(personId, true)} ${ids === undefined ? sql`` : sql`and n.notice_id = any(${[...ids]}::bigint[])`}`.execute(
    within<UrgingDb>(trx),
  )
  return Number(numAffectedRows ?? 0n)
}
