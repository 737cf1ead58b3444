import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { sql } from 'kysely'
import { formatDay } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { STATE_NAMES, type State } from '../tasks/index.ts'
import type { Reading } from './calendar-address.ts'
import type { WorklistsDb } from './db.ts'

/** One entry of the calendar: what is due on a day. */
interface Entry {
  /** Stays the same forever, even if the day moves. */
  uid: string
  kind: 'due' | 'milestone' | 'period' | 'subtask' | 'contribution'
  day: string
  what: string
  /** The text of the sub-task, the milestone or the period. */
  detail: string | null
  id: number
  code: string
  lead: string
  source: string | null
  state: State
  percent: number
  /** The agency coordinates and another leads. */
  helps: boolean
  version: number
  changedAt: string
}

const BEGINNINGS: Record<Entry['kind'], string> = {
  due: 'Hạn',
  milestone: 'Mốc',
  period: 'Báo cáo kỳ',
  subtask: 'Việc của đơn vị',
  contribution: 'Ý kiến phối hợp',
}

/** How far back a calendar goes; older entries are in the lists. */
const MONTHS_BACK = 12
const MOST = 3_000

/** What the agencies have to do, by day: final deadlines, milestones, period reports, sub-tasks, contributions. */
export async function entriesOf(
  db: Handle<WorklistsDb>,
  { scope, agencyIds }: Reading,
  today: string,
): Promise<Entry[]> {
  const own = sql`any(${agencyIds}::bigint[])`
  // For a followed agency, the tasks it is accountable for; for own agencies, all tasks they have a part in.
  const part = scope === 'agency' ? sql`p.is_accountable` : sql`true`
  const { rows } = await sql<Entry>`
    with held as (
      select p.task_id, not bool_or(p.role = 'lead') as helps
      from tasks.party_card p
      where p.agency_id = ${own} and ${part}
      group by p.task_id
    ),
    found as (
      select 'due' as kind, 'han-' || t.task_id as uid, t.task_id, t.due_on as day, null as detail, h.helps
      from held h join tasks.task_card t using (task_id)
      where t.due_on is not null
      union all
      select 'milestone', 'moc-' || d.deadline_id, d.task_id, d.due_on, d.literal, h.helps
      from held h join tasks.open_milestone d using (task_id)
      union all
      select 'period', 'ky-' || r.period_id, r.task_id, r.due_on,
             to_char(r.starts_on, 'DD/MM/YYYY') || ' – ' || to_char(r.ends_on, 'DD/MM/YYYY'), false
      from held h join tasks.period_card r using (task_id)
      where not h.helps and r.reported_on is null
      union all
      select 'subtask', 'viec-' || s.subtask_id, s.task_id, s.due_on, s.title, false
      from tasks.subtask_card s
      where s.agency_id = ${own} and s.state in ('assigned', 'inProgress', 'sentBack')
      union all
      select 'contribution', 'phoi-hop-' || c.contribution_id, c.task_id, c.requested_due_on, c.requested_what, true
      from tasks.contribution_card c
      where c.agency_id = ${own} and c.given_on is null
    )
    select f.uid, f.kind, f.day, t.title as what, f.detail, t.task_id as id, t.code, a.name as lead,
           t.source_number as source, t.state, t.percent, f.helps, t.version, t.changed_at as "changedAt"
    from found f
    join tasks.task_card t on t.task_id = f.task_id
    join registry.agency_latest a on a.agency_id = t.lead_agency_id
    where t.state not in ('confirmed', 'cancelled')
      and f.day >= ${today}::date - make_interval(months => ${MONTHS_BACK})
    order by f.day, f.uid limit ${MOST}`.execute(db)
  return rows
}

/**
 * The calendar as text (RFC 5545): one all-day event per due day, which is what calendar applications show; most of them
 * ignore the to-do entries of the format. Done and cancelled tasks are not in it.
 */
export function writeCalendar(name: string, entries: readonly Entry[], origin: string): string {
  const host = new URL(origin).hostname
  const calendar = ical({
    name,
    prodId: { company: 'Điều Hành', product: 'Lịch thời hạn', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const entry of entries) {
    const day = Temporal.PlainDate.from(entry.day)
    const changed = Temporal.Instant.from(entry.changedAt)
    const link = `${origin}/nhiem-vu/${entry.id}`
    calendar.createEvent({
      id: `${entry.uid}@${host}`,
      start: day,
      end: day.add({ days: 1 }),
      allDay: true,
      summary: summaryOf(entry),
      description: [
        ...(entry.detail === null ? [] : [entry.what]),
        `${entry.code} · ${entry.lead}${entry.source === null ? '' : ` · ${entry.source}`}`,
        `Hạn ${formatDay(entry.day)} · ${STATE_NAMES[entry.state]}, ${entry.percent}%`,
        link,
      ].join('\n'),
      url: link,
      stamp: changed,
      lastModified: changed,
      sequence: entry.version,
      // A deadline takes no time of the day.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

function summaryOf({ kind, what, detail, helps }: Entry): string {
  const words = kind === 'due' ? what : (detail ?? what)
  const beginning = kind === 'due' && helps ? 'Hạn (phối hợp)' : BEGINNINGS[kind]
  const phrase = kind === 'period' ? `${words}: ${what}` : words
  const line = `${beginning}: ${phrase}`.replace(/\s+/g, ' ')
  return line.length > 200 ? `${line.slice(0, 199).trimEnd()}…` : line
}
