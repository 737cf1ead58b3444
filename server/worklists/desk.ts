import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import type { WorklistsDb } from './db.ts'
import {
  about,
  type Days,
  type GroupSource,
  givenBack,
  lastAct,
  PERIOD,
  pageOfGroup,
  silentFor,
  TO_BE_DONE,
  undecided,
} from './groups.ts'
import { DESK_GROUPS, type Desk, type DeskGroup, type DeskQuery } from './shapes.ts'
import { showThresholds } from './thresholds.ts'

/** Rows shown of each group; a single group is paged. */
const SHOWN = 8
const PAGE = 50

/** What the agencies the actor works for have to do: all groups, or one of them page by page. */
export async function showDesk(
  db: Handle<WorklistsDb>,
  actor: Actor,
  deskQuery: DeskQuery,
  today: string,
): Promise<Desk> {
  const thresholds = await showThresholds(db)
  const { group, cursor, silentDays = thresholds.silentDays, limit = group === undefined ? SHOWN : PAGE } = deskQuery
  const { soonDays } = thresholds
  const groups: Desk['groups'] = []
  for (const name of group === undefined ? DESK_GROUPS : [group]) {
    const source = sourceOf(name, actor, { silentDays, soonDays, today })
    const query = { list: 'desk', name, silentDays, soonDays, today }
    groups.push({ name, ...(await pageOfGroup(db, actor, source, { query, cursor, limit, today })) })
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
  const led = sql`t.lead_agency_id = ${own}`
  switch (group) {
    case 'toReceive':
      return sql`
        select t.task_id, ${about({ reason: 'assigned', urgentOn: sql`t.due_on`, on: sql`t.assigned_on` })}
        from tasks.open_task t where ${led} and t.state = 'assigned'`
    case 'calledFor':
      return sql`
        select t.task_id, ${about({
          reason: 'reportCall',
          id: sql`c.report_call_id`,
          urgentOn: sql`c.due_on`,
          on: sql`c.due_on`,
          words: sql`c.words`,
          by: sql`c.called_by`,
        })}
        from tasks.report_call_card c
        join tasks.open_task t on t.task_id = c.task_id
        where ${led} and ${TO_BE_DONE}`
    case 'toReport':
      // A period is reported once it has ended; a task without periods is silent after a number of days.
      return sql`
        select t.task_id, ${PERIOD}
        from tasks.period_due t
        where ${led} and t.reported_on is null and t.ends_on < ${today}::date
        union all
        ${silentFor(silentDays, today, led)}`
    case 'sentBack':
      return sql`
        select t.task_id, ${givenBack('sentBack')}
        from tasks.open_task t
        join lateral (${lastAct('task.sentBack')}) back on true
        where ${led} and t.state = 'inProgress'
          and not exists (select from tasks.report_card r
                          where r.task_id = t.task_id and r.recorded_at > back.recorded_at)`
    case 'overdue':
      return sql`
        select t.task_id, ${about({ reason: 'overdue', urgentOn: sql`t.due_on`, on: sql`t.due_on` })}
        from tasks.open_task t where ${led} and ${TO_BE_DONE} and t.due_order < ${today}::date`
    case 'dueSoon':
      return sql`
        select t.task_id, ${about({ reason: 'dueSoon', urgentOn: sql`t.due_on`, on: sql`t.due_on` })}
        from tasks.open_task t
        where ${led} and ${TO_BE_DONE} and t.due_order between ${today}::date and ${today}::date + ${soonDays}::integer`
    case 'units':
    case 'toAccept':
      return sql`
        select s.task_id, ${about({
          reason: 'subtask',
          id: sql`s.subtask_id`,
          urgentOn: sql`s.due_on`,
          on: sql`s.due_on`,
          words: sql`s.title`,
          detail: sql`u.name`,
          by: sql`s.given_by`,
        })}
        from tasks.subtask_card s
        join tasks.task_card t on t.task_id = s.task_id
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
          urgentOn: sql`c.requested_due_on`,
          on: sql`c.requested_due_on`,
          words: sql`c.requested_what`,
          detail: sql`k.name`,
          by: sql`c.requested_by`,
        })}
        from tasks.contribution_card c
        join tasks.task_card t on t.task_id = c.task_id
        left join registry.agency_latest k on k.agency_id = c.requested_by_agency_id
        where c.agency_id = ${own} and c.given_on is null and t.state not in ('confirmed', 'cancelled')`
    case 'awaitingDecision':
      return undecided(sql`t.lead_agency_id = ${own}`)
  }
}
