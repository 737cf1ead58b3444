import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { isDay } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { type CursorKey, decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { daysLate, mayDo, nameOn, standing, tasksToRead } from '../tasks/index.ts'
import type { WorklistsDb } from './db.ts'
import type { WorkRow } from './shapes.ts'

/**
 * The rows of one group: `select task_id, reason, about_id, urgent_on, about_on, words, detail, by`. The most urgent has
 * the earliest `urgent_on`; rows without one come last. A task may be in a group twice, for two reasons or about two things.
 */
export type GroupSource = RawBuilder<unknown>

/** A number of days, or SQL that reads it. */
export type Days = number | RawBuilder<number>

export interface GroupPage {
  count: number
  rows: WorkRow[]
  nextCursor: string | null
}

interface Found {
  task_id: number
  reason: WorkRow['reason']
  about_id: number | null
  about_on: string | null
  words: string | null
  detail: string | null
  by: string | null
  key: [string, string, number, number]
  code: string
  title: string
  lead_agency_id: number
  lead_name: string
  due_on: string | null
  first_due_on: string | null
  deadline_kind: WorkRow['deadlineKind']
  state: WorkRow['state']
  percent: number
  report_called_for: string | null
}

/** Urgent day, reason, what it is about, task: together they are unique. */
const isKey = (key: CursorKey): key is Found['key'] =>
  key.length === 4 &&
  typeof key[0] === 'string' &&
  (key[0] === 'infinity' || isDay(key[0])) &&
  typeof key[1] === 'string' &&
  Number.isSafeInteger(key[2]) &&
  Number.isSafeInteger(key[3])

/** A page of a group with the number of all its rows; each row has the acts the actor may do now. */
export async function pageOfGroup(
  db: Handle<WorklistsDb>,
  actor: Actor,
  source: GroupSource,
  { query, cursor, limit, today }: { query: object; cursor?: string | undefined; limit: number; today: string },
): Promise<GroupPage> {
  const after = decodeCursor(query, cursor, isKey)
  // The group is queried once, for the number of its rows and for the page.
  const { rows } = await prepared(sql<Found & { count: number }>`
    with g as materialized (${source}),
    page as (
      select * from (
        select g.*, coalesce(g.urgent_on, 'infinity'::date) as k0, g.reason as k1, coalesce(g.about_id, 0) as k2 from g
      ) keyed
      ${after ? sql`where (k0, k1, k2, task_id) > (${after[0]}::date, ${after[1]}, ${after[2]}::bigint, ${after[3]}::bigint)` : sql``}
      order by k0, k1, k2, task_id limit ${sql.lit(limit + 1)}
    )
    select (select count(*)::integer from g) as count, p.task_id, p.reason, p.about_id, p.about_on, p.words, p.detail, p.by,
           jsonb_build_array(p.k0::text, p.k1, p.k2, p.task_id) as key,
           t.code, t.title, t.lead_agency_id, coalesce(${nameOn(sql`t.lead_agency_id`, today)}, '') as lead_name, t.due_on,
           t.first_due_on, t.deadline_kind, t.state, t.percent, c.due_on as report_called_for
    from (select 1) one
    left join (page p join tasks.task_card t on t.task_id = p.task_id
               left join tasks.report_call_card c on c.task_id = p.task_id) on true
    order by p.k0, p.k1, p.k2, p.task_id`).execute(db)
  const { count } = rows[0]!
  const found = rows.filter(({ task_id }) => task_id !== null)
  const page = pageOf(query, found, limit, ({ key }) => key)
  const ids = [...new Set(page.items.map(({ task_id }) => task_id))]
  const tasks = ids.length === 0 ? [] : await tasksToRead(db, actor, ids)
  const readable = new Map(tasks.map((task) => [task.task_id, task]))
  return {
    count,
    nextCursor: page.next,
    rows: page.items.flatMap((row) => {
      const task = readable.get(row.task_id)
      return task === undefined
        ? []
        : {
            taskId: row.task_id,
            version: task.version,
            code: row.code,
            title: row.title,
            leadAgencyId: row.lead_agency_id,
            leadAgencyName: row.lead_name,
            dueOn: row.due_on,
            firstDueOn: row.first_due_on,
            deadlineKind: row.deadline_kind,
            standing: standing(row.due_on, null, today),
            daysLate: daysLate(row.due_on, null, today),
            state: row.state,
            percent: row.percent,
            reportCalledFor: row.report_called_for,
            reason: row.reason,
            aboutId: row.about_id,
            aboutOn: row.about_on,
            words: row.words,
            detail: row.detail,
            by: row.by,
            may: mayDo(actor, task),
          }
    }),
  }
}

/** The columns of a group row, with defaults. */
export function about({
  reason,
  id = sql`null::bigint`,
  urgentOn,
  on,
  words = sql`null::text`,
  detail = sql`null::text`,
  by = sql`null::text`,
}: {
  reason: WorkRow['reason'] | RawBuilder<unknown>
  id?: RawBuilder<unknown>
  urgentOn: RawBuilder<unknown>
  on: RawBuilder<unknown>
  words?: RawBuilder<unknown>
  detail?: RawBuilder<unknown>
  by?: RawBuilder<unknown>
}): RawBuilder<unknown> {
  return sql`${typeof reason === 'string' ? sql`${reason}::text` : reason} as reason, ${id} as about_id,
    ${urgentOn} as urgent_on, ${on} as about_on, ${words} as words, ${detail} as detail, ${by} as by`
}

/** Of a task `t`: the last act of this kind on it. */
export const lastAct = (event: string) => sql`
  select a.happened_on, a.detail, a.actor_name, a.recorded_at from platform.audit_entry a
  where a.subject_kind = 'task' and a.subject_id = t.task_id::text and a.event = ${event}
  order by a.audit_id desc limit 1`

/** Of `tasks.open_task t` and the act `back` by which it was sent back or returned: who did it and why. */
export const givenBack = (reason: 'sentBack' | 'returned') =>
  about({
    reason,
    urgentOn: sql`t.due_on`,
    on: sql`back.happened_on`,
    words: sql`back.detail ->> 'reason'`,
    by: sql`back.actor_name`,
  })

/** For `tasks.period_due t`: the row of a period. */
export const PERIOD = about({
  reason: 'period',
  id: sql`t.period_id`,
  urgentOn: sql`t.due_on`,
  on: sql`t.due_on`,
  words: sql`to_char(t.starts_on, 'DD/MM/YYYY') || ' – ' || to_char(t.ends_on, 'DD/MM/YYYY')`,
})

/** For `tasks.open_task t`: the lead has to act next. */
export const TO_BE_DONE = sql`t.state in ('assigned', 'received', 'inProgress')`

/** Tasks `t` in progress that meet a condition and had no news for a number of days. */
export function silentFor(days: Days, today: string, which: RawBuilder<unknown>): GroupSource {
  return sql`
    select t.task_id, ${about({ reason: 'silent', urgentOn: sql`t.heard_on`, on: sql`t.heard_on` })}
    from tasks.last_news t
    where t.heard_on <= ${today}::date - ${days}::integer and ${which}`
}

/** Undecided requests of the tasks `t` that meet a condition. */
export function undecided(which: RawBuilder<unknown>): GroupSource {
  return sql`
    select t.task_id, ${about({
      reason: sql`q.kind`,
      id: sql`q.request_id`,
      urgentOn: sql`q.requested_on`,
      on: sql`q.requested_on`,
      words: sql`q.reason`,
      detail: sql`coalesce(q.new_due_on::text, w.name)`,
      by: sql`q.requested_by`,
    })}
    from tasks.request_card q
    join tasks.task_card t on t.task_id = q.task_id
    left join registry.agency_latest w on w.agency_id = q.new_agency_id
    where q.decision is null and ${which}`
}
