import { type RawBuilder, sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { TasksDb } from './db.ts'
import { deadlineInForce, isMilestoneDone, nameOn, periodInForce, rowsLink, type Scope, scopeOf } from './filter.ts'
import { aheadOf, ofVersions } from './lists.ts'
import type { DueCalendar, DueCalendarQuery } from './shapes.ts'

/** Two months: six weeks of a page of a calendar, or a month of a list with what is near it. */
const MOST_DAYS = 62

type Mark = DueCalendar['days'][number]['marks'][number]
interface Row extends Mark {
  day: string
  tasks: number
}

/**
 * What is due on each day of a range: final deadlines, milestones, period reports of the tasks of a filter, and how many
 * tasks that is. Asked once, by the conditions of the list: the filter `anyDueOn` opens the tasks of a day.
 */
export async function dueCalendar(
  handle: AnyHandle,
  actor: Actor | SystemActor,
  query: DueCalendarQuery,
  today: string,
): Promise<DueCalendar> {
  const { first, last, perDay = 4, standing: figure, ...filter } = query
  if (last < first) throw wrong('last', 'request.range', 'Ngày cuối phải bằng hoặc sau ngày đầu.')
  if (last >= addDays(first, MOST_DAYS)) {
    throw wrong(
      'last',
      'task.calendar_too_long',
      `Lịch chỉ xem được nhiều nhất ${MOST_DAYS} ngày. Hãy chọn ngày cuối gần hơn.`,
    )
  }
  const scope = scopeOf(query, today)
  const question = { actor, scope, filter, figure, isToday: scope.asOf === today }
  const { rows } = await sql<Row>`
    with ${aheadOf(scope)},
    mark as (${ofVersions(question, (source) => marksOf(source, scope, first, last))}),
    -- One row for each task and day, whatever is due on it.
    task_day as (
      select day, task_id, standing, due_on, lead_agency_id, bool_and(is_done) as is_done,
             array_agg(distinct kind) as kinds,
             coalesce(array_agg(literal order by literal) filter (where literal is not null), '{}') as milestones
      from mark group by day, task_id, standing, due_on, lead_agency_id
    ),
    placed as (
      select d.*, count(*) over (partition by day)::integer as tasks,
             row_number() over (partition by day order by is_done, standing desc, task_id) as place
      from task_day d
    )
    select p.day, p.tasks, p.task_id as "taskId", t.code, t.title, p.kinds, p.milestones, p.is_done as "isDone", p.standing,
           p.due_on as "dueOn", coalesce(${nameOn(sql`p.lead_agency_id`, scope.asOf)}, p.lead_agency_id::text) as "leadAgencyName"
    from placed p join tasks.task t on t.task_id = p.task_id
    where p.place <= ${sql.lit(perDay)}
    order by p.day, p.place`.execute(reading<TasksDb>(handle))
  const days: DueCalendar['days'] = []
  for (const { day, tasks, ...mark } of rows) {
    if (days.at(-1)?.day !== day) {
      days.push({ day, tasks, rows: rowsLink(scope, { ...filter, anyDueOn: day }, figure), marks: [] })
    }
    days.at(-1)!.marks.push(mark)
  }
  return { ...scope, first, last, days }
}

/** What is due between two days, of the tasks of `source`. The days of milestones and periods find their tasks, not the reverse. */
function marksOf(source: RawBuilder<unknown>, scope: Scope, first: string, last: string): RawBuilder<unknown> {
  const between = sql`between ${first}::date and ${last}::date`
  return sql`
    select a.due_order as day, 'due' as kind, null::text as literal, a.is_done, a.task_id, a.standing, a.due_on, a.lead_agency_id
    ${source} and a.due_order ${between}
    union all
    select d.due_on, 'milestone', d.literal, ${isMilestoneDone(scope)}, a.task_id, a.standing, a.due_on, a.lead_agency_id
    from tasks.deadline d
    cross join lateral (select a.* ${source} and a.task_id = d.task_id) a
    where d.is_milestone and d.due_on ${between} and ${deadlineInForce(scope)}
    union all
    select r.due_on, 'period', null, coalesce(r.reported_on <= ${scope.asOf}::date, false), a.task_id, a.standing, a.due_on,
           a.lead_agency_id
    from tasks.period r
    cross join lateral (select a.* ${source} and a.task_id = r.task_id) a
    where r.due_on ${between} and ${periodInForce(scope)}`
}
