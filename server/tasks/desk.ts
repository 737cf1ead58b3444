import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import { showWatch } from './watch.ts'
import {
  about,
  type Days,
  type GroupSource,
  OPEN_TASKS,
  pageOfGroup,
  silentFor,
  TO_BE_DONE,
  undecided,
} from './work-list.ts'
import { DESK_GROUPS, type Desk, type DeskGroup, type DeskQuery } from './work-shapes.ts'

/** Rows of each group shown at once; a group asked for by itself is paged. */
const SHOWN = 8
const PAGE = 50

/** What waits for the bodies the actor works for: all groups, or one of them page by page. */
export async function showDesk(db: Handle<TasksDb>, actor: Actor, query: DeskQuery, today: string): Promise<Desk> {
  const watch = await showWatch(db)
  const { group, cursor, silentDays = watch.silentDays, limit = group === undefined ? SHOWN : PAGE } = query
  const { soonDays } = watch
  const groups: Desk['groups'] = []
  for (const name of group === undefined ? DESK_GROUPS : [group]) {
    const source = sourceOf(name, actor, { silentDays, soonDays, today })
    const asked = { list: 'desk', name, silentDays, soonDays, today }
    groups.push({ name, ...(await pageOfGroup(db, actor, source, { asked, cursor, limit, today })) })
  }
  return { silentDays, soonDays, today, groups }
}

/** The rows of a group; the days are numbers, or SQL that gives them. */
export function sourceOf(
  group: DeskGroup,
  actor: Actor,
  { silentDays, soonDays, today }: { silentDays: Days; soonDays: Days; today: string },
): GroupSource {
  const own = sql`any(${[...actor.own]}::bigint[])`
  const mine = sql`v.lead_agency_id = ${own}`
  switch (group) {
    case 'toReceive':
      return sql`
        select t.task_id, ${about({ reason: 'assigned', hurtsOn: sql`t.due_on`, on: sql`t.assigned_on` })}
        from ${OPEN_TASKS} where ${mine} and v.state = 'assigned'`
    case 'toReport':
      // A period is reported once it has ended; what is asked for in none is silent after so many days.
      return sql`
        select t.task_id, ${about({
          reason: 'period',
          id: sql`p.period_id`,
          hurtsOn: sql`p.due_on`,
          on: sql`p.due_on`,
          words: sql`to_char(p.starts_on, 'DD/MM/YYYY') || ' – ' || to_char(p.ends_on, 'DD/MM/YYYY')`,
        })}
        from tasks.period_due p join tasks.task t on t.task_id = p.task_id
        where t.lead_agency_id = ${own} and p.reported_on is null and p.ends_on < ${today}::date
        union all
        ${silentFor(silentDays, today, mine)}`
    case 'sentBack':
      return sql`
        select t.task_id, ${about({
          reason: 'sentBack',
          hurtsOn: sql`t.due_on`,
          on: sql`back.happened_on`,
          words: sql`back.detail ->> 'reason'`,
          by: sql`back.actor_name`,
        })}
        from ${OPEN_TASKS}
        cross join lateral (
          select a.happened_on, a.detail, a.actor_name, a.recorded_at from platform.audit_entry a
          where a.subject_kind = 'task' and a.subject_id = t.task_id::text and a.event = 'task.sentBack'
          order by a.audit_id desc limit 1
        ) back
        where ${mine} and v.state = 'inProgress'
          and not exists (select from tasks.progress_report r
                          where r.task_id = t.task_id and r.recorded_at > back.recorded_at)`
    case 'overdue':
      return sql`
        select t.task_id, ${about({ reason: 'overdue', hurtsOn: sql`t.due_on`, on: sql`t.due_on` })}
        from ${OPEN_TASKS} where ${mine} and ${TO_BE_DONE} and v.due_order < ${today}::date`
    case 'dueSoon':
      return sql`
        select t.task_id, ${about({ reason: 'dueSoon', hurtsOn: sql`t.due_on`, on: sql`t.due_on` })}
        from ${OPEN_TASKS}
        where ${mine} and ${TO_BE_DONE} and v.due_order between ${today}::date and ${today}::date + ${soonDays}::integer`
    case 'units':
    case 'toAccept':
      return sql`
        select s.task_id, ${about({
          reason: 'subtask',
          id: sql`s.subtask_id`,
          hurtsOn: sql`s.due_on`,
          on: sql`s.due_on`,
          words: sql`s.title`,
          detail: sql`u.name`,
          by: sql`s.given_by`,
        })}
        from tasks.subtask s
        join tasks.task t on t.task_id = s.task_id
        join registry.agency_latest u on u.agency_id = s.agency_id
        where t.state not in ('confirmed', 'cancelled') and ${
          group === 'units'
            ? sql`s.agency_id = ${own} and s.state in ('assigned', 'inProgress', 'sentBack')`
            : sql`s.by_agency_id = ${own} and s.state = 'done'`
        }`
    case 'contributions':
      return sql`
        select c.task_id, ${about({
          reason: 'contribution',
          id: sql`c.contribution_id`,
          hurtsOn: sql`c.asked_due_on`,
          on: sql`c.asked_due_on`,
          words: sql`c.asked_what`,
          detail: sql`k.name`,
          by: sql`c.asked_by`,
        })}
        from tasks.contribution c
        join tasks.task t on t.task_id = c.task_id
        left join registry.agency_latest k on k.agency_id = c.asked_by_agency_id
        where c.agency_id = ${own} and c.given_on is null and t.state not in ('confirmed', 'cancelled')`
    case 'awaitingDecision':
      return undecided(sql`t.lead_agency_id = ${own}`)
  }
}
