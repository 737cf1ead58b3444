import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import type { WorklistsDb } from './db.ts'
import { demandQueue, visibleOf } from './queue.ts'
import type { ChangesSince, QueueChanges } from './shapes.ts'

const PAGE = 20

/** Events of the calendar, not acts of a person: the queue shows their consequences. */
const OF_THE_CALENDAR = ['period.opened', 'period.missed']

/** Acts of people and of agencies' systems on tasks since yesterday, latest first. */
export async function showChanges(
  db: Handle<WorklistsDb>,
  actor: Actor,
  query: ChangesSince,
  today: string,
): Promise<QueueChanges> {
  demandQueue(actor)
  const { from = addDays(today, -1), agencyId, followerId, cursor, limit = PAGE } = query
  const cursorQuery = { from, agencyId, followerId }
  const before = decodeCursor(cursorQuery, cursor, onlyId)
  const done = sql`
    from platform.audit_entry a
    join tasks.task_card t on t.task_id = case when a.subject_kind = 'task' then a.subject_id::bigint end
    where a.subject_kind = 'task' and a.recorded_at >= tasks.end_of_day(${addDays(from, -1)}::date)
      and a.event <> all(${OF_THE_CALENDAR}::text[]) and ${visibleOf(actor, { agencyId, followerId }, today)}`
  const [{ rows: counts }, { rows }] = await Promise.all([
    sql<QueueChanges['counts'][number]>`
      select a.event, count(*) as count ${done} group by a.event order by count(*) desc, a.event`.execute(db),
    sql<QueueChanges['rows'][number]>`
      select a.audit_id as id, a.event, a.recorded_at as "recordedAt", a.actor_name as actor, a.on_behalf_of_name as "onBehalfOf",
             t.task_id as "taskId", t.code, t.title, l.name as "leadAgencyName",
             case when jsonb_typeof(a.after -> 'percent') = 'number' then (a.after ->> 'percent')::integer end as percent,
             left(a.detail ->> 'reason', 300) as reason
      from (select a.*, t.task_id ${done} ${before ? sql`and a.audit_id < ${before[0]}` : sql``} order by a.audit_id desc limit ${limit + 1}) a
      join tasks.task_card t on t.task_id = a.task_id
      join registry.agency_latest l on l.agency_id = t.lead_agency_id
      order by a.audit_id desc`.execute(db),
  ])
  const page = pageOf(cursorQuery, rows, limit, ({ id }) => [id])
  return { from, counts, rows: page.items, nextCursor: page.next }
}
