import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { isDay } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { type CursorKey, decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { mayDo, tasksToRead } from './access.ts'
import type { TasksDb } from './db.ts'
import { nameOn } from './filter.ts'
import { daysLate, standing } from './standing.ts'
import type { WorkRow } from './work-shapes.ts'

/**
 * The rows of one group: `select task_id, reason, about_id, hurts_on, about_on, words, detail, by`. What hurts first has
 * the earliest `hurts_on`; none comes last. A task may stand in a group twice, for two reasons or about two things.
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
}

/** Day, reason, what it is about, task: together they are unique. */
const isKey = (key: CursorKey): key is Found['key'] =>
  key.length === 4 &&
  typeof key[0] === 'string' &&
  (key[0] === 'infinity' || isDay(key[0])) &&
  typeof key[1] === 'string' &&
  Number.isSafeInteger(key[2]) &&
  Number.isSafeInteger(key[3])

/** A page of a group with the number of all its rows; each row says what the actor may do to its task now. */
export async function pageOfGroup(
  db: Handle<TasksDb>,
  actor: Actor,
  source: GroupSource,
  { asked, cursor, limit, today }: { asked: object; cursor?: string | undefined; limit: number; today: string },
): Promise<GroupPage> {
  const after = decodeCursor(asked, cursor, isKey)
  // The group is found once, for the number of its rows and for the page.
  const { rows } = await prepared(sql<Found & { count: number }>`
    with g as materialized (${source}),
    page as (
      select * from (
        select g.*, coalesce(g.hurts_on, 'infinity'::date) as k0, g.reason as k1, coalesce(g.about_id, 0) as k2 from g
      ) keyed
      ${after ? sql`where (k0, k1, k2, task_id) > (${after[0]}::date, ${after[1]}, ${after[2]}::bigint, ${after[3]}::bigint)` : sql``}
      order by k0, k1, k2, task_id limit ${sql.lit(limit + 1)}
    )
    select (select count(*)::integer from g) as count, p.task_id, p.reason, p.about_id, p.about_on, p.words, p.detail, p.by,
           jsonb_build_array(p.k0::text, p.k1, p.k2, p.task_id) as key,
           t.code, t.title, t.lead_agency_id, coalesce(${nameOn(sql`t.lead_agency_id`, today)}, '') as lead_name, t.due_on,
           t.first_due_on, t.deadline_kind, t.state, t.percent
    from (select 1) one
    left join (page p join tasks.task t on t.task_id = p.task_id) on true
    order by p.k0, p.k1, p.k2, p.task_id`).execute(db)
  const { count } = rows[0]!
  const found = rows.filter(({ task_id }) => task_id !== null)
  const page = pageOf(asked, found, limit, ({ key }) => key)
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

/** The columns of a group row that are the same for most. */
export function about({
  reason,
  id = sql`null::bigint`,
  hurtsOn,
  on,
  words = sql`null::text`,
  detail = sql`null::text`,
  by = sql`null::text`,
}: {
  reason: WorkRow['reason'] | RawBuilder<unknown>
  id?: RawBuilder<unknown>
  hurtsOn: RawBuilder<unknown>
  on: RawBuilder<unknown>
  words?: RawBuilder<unknown>
  detail?: RawBuilder<unknown>
  by?: RawBuilder<unknown>
}): RawBuilder<unknown> {
  return sql`${typeof reason === 'string' ? sql`${reason}::text` : reason} as reason, ${id} as about_id,
    ${hurtsOn} as hurts_on, ${on} as about_on, ${words} as words, ${detail} as detail, ${by} as by`
}

/** Open tasks as they stand: `v` finds them (`task_version_open_idx`), `t` is the row, left alone where no column of it is named. */
export const OPEN_TASKS = sql`
  (select * from tasks.task_version v where v.reported_to = 'infinity' and not v.is_done) v
  left join tasks.task t on t.task_id = v.task_id`

/** Of those: the lead has the next word. */
export const TO_BE_DONE = sql`v.state in ('assigned', 'received', 'inProgress')`

/**
 * Open tasks that a condition means, under way, of which nothing has been said for so many days. What is reported in a rhythm
 * has its periods for that. A report is heard on its day, a handover and a task sent back are news as well.
 */
export function silentFor(days: Days, today: string, which: RawBuilder<unknown>): GroupSource {
  return sql`
    select v.task_id, ${about({ reason: 'silent', hurtsOn: sql`h.heard_on`, on: sql`h.heard_on` })}
    from ${OPEN_TASKS}
    -- Worked out once a task: it is compared, shown and sorted by.
    cross join lateral (select ${HEARD_ON} as heard_on offset 0) h
    where v.state in ('received', 'inProgress')
      and not exists (select from tasks.rhythm y where y.task_id = v.task_id and y.cadence <> 'none')
      and h.heard_on <= ${today}::date - ${days}::integer and ${which}`
}

const HEARD_ON = sql`greatest(v.assigned_on,
  (select max(r.reported_on) from tasks.progress_report r where r.task_id = v.task_id),
  (select max(w.since_on) from tasks.party w where w.task_id = v.task_id and w.is_accountable and w.ended_on is null),
  (select max(f.effective_on) from tasks.fact f where f.task_id = v.task_id and f.dimension = 'state'))`

/** What is asked of the giver and not decided, of the tasks `t` that a condition means. */
export function undecided(which: RawBuilder<unknown>): GroupSource {
  return sql`
    select t.task_id, ${about({
      reason: sql`q.kind`,
      id: sql`q.request_id`,
      hurtsOn: sql`q.asked_on`,
      on: sql`q.asked_on`,
      words: sql`q.reason`,
      detail: sql`coalesce(q.new_due_on::text, w.name)`,
      by: sql`q.asked_by`,
    })}
    from tasks.request q
    join tasks.task t on t.task_id = q.task_id
    left join registry.agency_latest w on w.agency_id = q.new_agency_id
    where q.decision is null and ${which}`
}
