import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { demandRight } from '../platform/rights.ts'
import type { TasksDb } from './db.ts'
import { isVisible } from './sight.ts'
import { showWatch } from './watch.ts'
import { about, type Days, type GroupSource, OPEN_TASKS, pageOfGroup, silentFor, undecided } from './work-list.ts'
import { QUEUE_GROUPS, type Queue, type QueueGroup, type QueueQuery } from './work-shapes.ts'

const SHOWN = 8
const PAGE = 50

/** Only who acts for the giver has something to decide here. */
export function demandQueue(actor: Actor): void {
  demandRight(
    actor,
    'task.steer',
    'task.not_allowed',
    'Mục này dành cho cán bộ theo dõi, người quyết định thay cơ quan giao.',
  )
}

/** What waits for whoever follows up for the giver: all groups, or one of them page by page. */
export async function showQueue(db: Handle<TasksDb>, actor: Actor, query: QueueQuery, today: string): Promise<Queue> {
  demandQueue(actor)
  const watch = await showWatch(db)
  const { group, cursor, agencyId, silentDays = watch.silentDays } = query
  const limit = query.limit ?? (group === undefined ? SHOWN : PAGE)
  const groups: Queue['groups'] = []
  for (const name of group === undefined ? QUEUE_GROUPS : [group]) {
    const source = sourceOf(name, theirs(actor, agencyId), silentDays, today)
    const asked = { list: 'queue', name, silentDays, agencyId, today }
    groups.push({ name, ...(await pageOfGroup(db, actor, source, { asked, cursor, limit, today })) })
  }
  return { silentDays, soonDays: watch.soonDays, today, groups }
}

/** Of `tasks.task t`: the actor may read it, and the body asked for leads it. */
export function theirs(actor: Actor, agencyId: number | undefined): RawBuilder<unknown> {
  return agencyId === undefined ? isVisible(actor) : sql`(${isVisible(actor)} and t.lead_agency_id = ${agencyId})`
}

/** The rows of a group; the days are numbers, or SQL that gives them. */
export function sourceOf(
  group: QueueGroup,
  isTheirs: RawBuilder<unknown>,
  silentDays: Days,
  today: string,
): GroupSource {
  switch (group) {
    case 'toConfirm':
      return sql`
        select t.task_id, ${about({
          reason: 'claim',
          hurtsOn: sql`t.claimed_on`,
          on: sql`t.claimed_on`,
          words: sql`said.body`,
          detail: sql`said.product_number`,
          by: sql`said.recorded_by`,
        })}
        from ${OPEN_TASKS} ${LAST_REPORT}
        where v.state = 'reportedDone' and ${isTheirs}`
    case 'toDecide':
      return undecided(isTheirs)
    case 'contradictions':
      return contradictions(isTheirs)
    case 'returned':
      return sql`
        select t.task_id, ${about({
          reason: 'returned',
          hurtsOn: sql`t.due_on`,
          on: sql`back.happened_on`,
          words: sql`back.detail ->> 'reason'`,
          by: sql`back.actor_name`,
        })}
        from ${OPEN_TASKS}
        left join lateral (
          select a.happened_on, a.detail, a.actor_name from platform.audit_entry a
          where a.subject_kind = 'task' and a.subject_id = t.task_id::text and a.event = 'task.returned'
          order by a.audit_id desc limit 1
        ) back on true
        where v.state = 'returned' and ${isTheirs}`
    case 'missingPeriods':
      return sql`
        select t.task_id, ${about({
          reason: 'period',
          id: sql`p.period_id`,
          hurtsOn: sql`p.due_on`,
          on: sql`p.due_on`,
          words: sql`to_char(p.starts_on, 'DD/MM/YYYY') || ' – ' || to_char(p.ends_on, 'DD/MM/YYYY')`,
        })}
        from tasks.period_due p join tasks.task t on t.task_id = p.task_id
        where p.reported_on is null and p.due_on < ${today}::date and ${isTheirs}`
    case 'silent':
      return silentFor(silentDays, today, isTheirs)
  }
}

/** The last report of a task, as `said`. */
const LAST_REPORT = sql`
  left join lateral (
    select r.body, r.product_number, r.recorded_by
    from tasks.progress_report r where r.task_id = t.task_id
    order by r.reported_on desc, r.progress_report_id desc limit 1
  ) said on true`
/** The last report as `said` and the one before as `earlier`, by what their index holds: every open task is looked at. */
const LAST_TWO = sql`
  cross join lateral (
    select r.percent, r.reported_on, r.progress_report_id, r.recorded_at
    from tasks.progress_report r where r.task_id = v.task_id
    order by r.reported_on desc, r.progress_report_id desc limit 1
  ) said
  cross join lateral (
    select r.percent from tasks.progress_report r where r.task_id = v.task_id
    order by r.reported_on desc, r.progress_report_id desc offset 1 limit 1
  ) earlier`

/**
 * What does not fit together: claimed done without the product's number or any evidence; claimed done with a target below
 * its goal (the rule of `target.ts`); progress that went back. Each is told once, however many of its kind there are.
 */
function contradictions(isTheirs: RawBuilder<unknown>): GroupSource {
  return sql`
    select t.task_id, ${about({
      reason: 'claimWithoutProof',
      hurtsOn: sql`t.claimed_on`,
      on: sql`t.claimed_on`,
      words: sql`said.body`,
      by: sql`said.recorded_by`,
    })}
    from ${OPEN_TASKS} ${LAST_REPORT}
    where v.state = 'reportedDone' and said.product_number is null and ${isTheirs}
      and not exists (select from tasks.evidence e where e.task_id = t.task_id and e.withdrawn_on is null)
    union all
    select t.task_id, ${about({
      reason: 'claimBelowTarget',
      hurtsOn: sql`t.claimed_on`,
      on: sql`t.claimed_on`,
      words: sql`below.literal`,
      detail: sql`below.measured`,
    })}
    from ${OPEN_TASKS}
    cross join lateral (
      select min(g.measure || ': ' || g.literal) as literal, min(m.value::text || ' ' || g.unit) as measured
      from tasks.target g
      cross join lateral (
        select m.value from tasks.measurement m where m.target_id = g.target_id
        order by m.measured_on desc, m.measurement_id desc limit 1
      ) m
      where g.task_id = t.task_id and not (case g.comparator
        when '=' then m.value = g.value
        when '<=' then m.value <= g.value
        when '>' then m.value > g.value
        when '<' then m.value < g.value
        when 'range' then m.value between g.value and g.max_value
        else m.value >= g.value end)
    ) below
    where v.state = 'reportedDone' and below.literal is not null and ${isTheirs}
    union all
    select v.task_id, ${about({
      reason: 'progressBack',
      hurtsOn: sql`said.reported_on`,
      on: sql`said.reported_on`,
      words: sql`(select r.body from tasks.progress_report r where r.progress_report_id = said.progress_report_id)`,
      detail: sql`earlier.percent || '% → ' || said.percent || '%'`,
      by: sql`(select r.recorded_by from tasks.progress_report r where r.progress_report_id = said.progress_report_id)`,
    })}
    from ${OPEN_TASKS} ${LAST_TWO}
    where v.state = 'inProgress' and said.percent < earlier.percent and ${isTheirs}
      and not exists (select from tasks.fact f where f.task_id = v.task_id and f.dimension = 'state'
                        and f.state = 'reportedDone' and f.recorded_at > said.recorded_at)`
}
