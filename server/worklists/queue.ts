import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { demandRight, hasRight } from '../platform/rights.ts'
import { isFollowed, isVisible } from '../tasks/index.ts'
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
  undecided,
} from './groups.ts'
import { QUEUE_GROUPS, type Queue, type QueueGroup, type QueueQuery } from './shapes.ts'
import { showThresholds } from './thresholds.ts'

const SHOWN = 8
const PAGE = 50

/** For those who act for the giver; those who run the system read it, and set its days. */
export function demandQueue(actor: Actor): void {
  if (hasRight(actor, 'system.keep')) return
  demandRight(
    actor,
    'task.steer',
    'task.not_allowed',
    'Mục này dành cho cán bộ theo dõi, người quyết định thay cơ quan giao.',
  )
}

/** What the officers who follow up for the giver have to do: all groups, or one of them page by page. */
export async function showQueue(
  db: Handle<WorklistsDb>,
  actor: Actor,
  queueQuery: QueueQuery,
  today: string,
): Promise<Queue> {
  demandQueue(actor)
  const thresholds = await showThresholds(db)
  const { group, cursor, agencyId, followerId, silentDays = thresholds.silentDays } = queueQuery
  const limit = queueQuery.limit ?? (group === undefined ? SHOWN : PAGE)
  const groups: Queue['groups'] = []
  for (const name of group === undefined ? QUEUE_GROUPS : [group]) {
    const source = sourceOf(name, visibleOf(actor, { agencyId, followerId }, today), silentDays, today)
    const query = { list: 'queue', name, silentDays, agencyId, followerId, today }
    groups.push({ name, ...(await pageOfGroup(db, actor, source, { query, cursor, limit, today })) })
  }
  return { silentDays, soonDays: thresholds.soonDays, today, groups }
}

/** For a task `t`: the actor may read it, and the agency in question leads it, or one that the person in question follows. */
export function visibleOf(
  actor: Actor,
  { agencyId, followerId }: { agencyId?: number | undefined; followerId?: number | undefined },
  today: string,
): RawBuilder<unknown> {
  const conditions = [
    isVisible(actor),
    ...(agencyId === undefined ? [] : [sql`t.lead_agency_id = ${agencyId}`]),
    ...(followerId === undefined ? [] : [isFollowed(sql`t.lead_agency_id`, followerId, sql`${today}::date`)]),
  ]
  return sql`(${sql.join(conditions, sql` and `)})`
}

/** The rows of a group; the days are numbers, or SQL that gives them. */
export function sourceOf(
  group: QueueGroup,
  isListed: RawBuilder<unknown>,
  silentDays: Days,
  today: string,
): GroupSource {
  switch (group) {
    case 'toConfirm':
      return sql`
        select t.task_id, ${about({
          reason: 'claim',
          urgentOn: sql`t.claimed_on`,
          on: sql`t.claimed_on`,
          words: sql`last.body`,
          detail: sql`last.product_number`,
          by: sql`last.recorded_by`,
        })}
        from tasks.open_task t ${LAST_REPORT}
        where t.state = 'reportedDone' and ${isListed}`
    case 'toDecide':
      return undecided(isListed)
    case 'contradictions':
      return contradictions(isListed)
    case 'returned':
      return sql`
        select t.task_id, ${givenBack('returned')}
        from tasks.open_task t
        left join lateral (${lastAct('task.returned')}) back on true
        where t.state = 'returned' and ${isListed}`
    case 'missingPeriods':
      return sql`
        select t.task_id, ${PERIOD}
        from tasks.period_due t
        where t.reported_on is null and t.due_on < ${today}::date and ${isListed}`
    case 'silent':
      return silentFor(silentDays, today, isListed)
  }
}

/** The last report of a task, as `last`. */
const LAST_REPORT = sql`
  left join lateral (
    select r.body, r.product_number, r.recorded_by
    from tasks.report_card r where r.task_id = t.task_id
    order by r.reported_on desc, r.progress_report_id desc limit 1
  ) last on true`
/** The last report as `last` and the one before as `earlier`, from columns of their index, because every open task is read. */
const LAST_TWO = sql`
  cross join lateral (
    select r.percent, r.reported_on, r.progress_report_id, r.recorded_at
    from tasks.report_card r where r.task_id = t.task_id
    order by r.reported_on desc, r.progress_report_id desc limit 1
  ) last
  cross join lateral (
    select r.percent from tasks.report_card r where r.task_id = t.task_id
    order by r.reported_on desc, r.progress_report_id desc offset 1 limit 1
  ) earlier`

/**
 * Contradictions: claimed done without the product's number or any evidence; claimed done with a target below its goal
 * (the rule of `target.ts`); progress that went back. Each kind is listed once per task.
 */
function contradictions(isListed: RawBuilder<unknown>): GroupSource {
  return sql`
    select t.task_id, ${about({
      reason: 'claimWithoutProof',
      urgentOn: sql`t.claimed_on`,
      on: sql`t.claimed_on`,
      words: sql`last.body`,
      by: sql`last.recorded_by`,
    })}
    from tasks.open_task t ${LAST_REPORT}
    where t.state = 'reportedDone' and last.product_number is null and ${isListed}
      and not exists (select from tasks.evidence_card e where e.task_id = t.task_id)
    union all
    select t.task_id, ${about({
      reason: 'claimBelowTarget',
      urgentOn: sql`t.claimed_on`,
      on: sql`t.claimed_on`,
      words: sql`below.goal`,
      detail: sql`below.measured`,
    })}
    from tasks.open_task t
    cross join lateral (
      select min(g.goal) as goal, min(g.measured) as measured from tasks.missed_target g where g.task_id = t.task_id
    ) below
    where t.state = 'reportedDone' and below.goal is not null and ${isListed}
    union all
    select t.task_id, ${about({
      reason: 'progressBack',
      urgentOn: sql`last.reported_on`,
      on: sql`last.reported_on`,
      words: sql`(select r.body from tasks.report_card r where r.progress_report_id = last.progress_report_id)`,
      detail: sql`earlier.percent || '% → ' || last.percent || '%'`,
      by: sql`(select r.recorded_by from tasks.report_card r where r.progress_report_id = last.progress_report_id)`,
    })}
    from tasks.open_task t ${LAST_TWO}
    where t.state = 'inProgress' and last.percent < earlier.percent and ${isListed}
      and not exists (select from tasks.state_fact f where f.task_id = t.task_id and f.state = 'reportedDone' and f.recorded_at > last.recorded_at)`
}
