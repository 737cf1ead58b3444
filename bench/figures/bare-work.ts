import type { Statement } from './bare.ts'

/** Hand-written SQL of the desk of an agency, the queue of the follow-up side, and the page of one task. */

const SHOWN = 8

/** Groups of a desk or queue, each with the number of all its rows: columns of `t`, the task, and extra columns. */
const group = (name: string, from: string, order: string, values: readonly unknown[], extra = ''): Statement => ({
  name,
  text: `
    select g.*, n.name as lead_name from (
      select t.task_id, t.version, t.code, t.title, t.lead_agency_id, t.due_on, t.first_due_on, t.deadline_kind, t.state,
             t.percent, ${order} as urgent_on ${extra && `, ${extra}`}, count(*) over () as all_rows
      from ${from} order by urgent_on nulls last, t.task_id limit ${SHOWN}
    ) g
    left join lateral (
      select p.name from registry.agency_period p where p.agency_id = g.lead_agency_id order by p.valid desc limit 1
    ) n on true
    order by g.urgent_on nulls last, g.task_id`,
  values,
})

/** The same groups, only counted. */
export const counted: typeof group = (name, from, _order, values) => ({
  name: `${name}-count`,
  text: `select count(*) as all_rows from ${from}`,
  values,
})

const LAST_HEARD = `greatest(t.assigned_on,
  (select max(r.reported_on) from tasks.progress_report r where r.task_id = t.task_id),
  (select max(w.since_on) from tasks.party w where w.task_id = t.task_id and w.is_accountable and w.ended_on is null),
  (select max(f.effective_on) from tasks.fact f where f.task_id = t.task_id and f.dimension = 'state'))`
const SILENT = `t.state in ('received', 'inProgress')
  and not exists (select from tasks.rhythm y where y.task_id = t.task_id and y.cadence <> 'none')`
const OPEN = `t.state in ('assigned', 'received', 'inProgress')`
const LAST = `left join lateral (
  select r.* from tasks.progress_report r where r.task_id = t.task_id
  order by r.reported_on desc, r.progress_report_id desc limit 1
) last_report on true`
const BACK = (event: string) => `left join lateral (
  select a.happened_on, a.detail ->> 'reason' as reason, a.actor_name, a.recorded_at from platform.audit a
  where a.subject_kind = 'task' and a.subject_id = t.task_id::text and a.event = '${event}' order by a.id desc limit 1
) back on true`

/** The desk of some agencies, in the order of its groups. */
export function desk(
  own: readonly number[],
  today: string,
  silentDays: number,
  soonDays: number,
  shape = group,
): Statement[] {
  const isOwn = 't.lead_agency_id = any($1::bigint[])'
  const of = (name: string, from: string, order: string, values: readonly unknown[] = [], extra = '') =>
    shape(`desk-${name}`, from, order, [own, ...values], extra)
  return [
    of('toReceive', `tasks.task t where ${isOwn} and t.state = 'assigned'`, 't.due_on'),
    of(
      'toReport',
      `tasks.task t join (
         select p.task_id, p.due_on as urgent_on, p.starts_on, p.ends_on from tasks.period_due p
         where p.reported_on is null and p.ends_on < $2::date and p.lead_agency_id = any($1::bigint[])
         union all
         select t.task_id, ${LAST_HEARD}, null, null from tasks.task t
         where ${isOwn} and ${SILENT} and ${LAST_HEARD} <= $2::date - $3::integer
       ) s on s.task_id = t.task_id`,
      's.urgent_on',
      [today, silentDays],
      's.starts_on, s.ends_on',
    ),
    of(
      'sentBack',
      `tasks.task t ${BACK('task.sentBack')}
       where ${isOwn} and t.state = 'inProgress' and back.happened_on is not null and not exists (
         select from tasks.progress_report r where r.task_id = t.task_id and r.recorded_at > back.recorded_at)`,
      't.due_on',
      [],
      'back.happened_on, back.reason, back.actor_name',
    ),
    of('overdue', `tasks.task t where ${isOwn} and ${OPEN} and t.due_on < $2::date`, 't.due_on', [today]),
    of(
      'dueSoon',
      `tasks.task t where ${isOwn} and ${OPEN} and t.due_on between $2::date and $2::date + $3::integer`,
      't.due_on',
      [today, soonDays],
    ),
    of(
      'units',
      `tasks.subtask s join tasks.task t using (task_id)
       where t.state not in ('confirmed', 'cancelled') and s.agency_id = any($1::bigint[])
         and s.state in ('assigned', 'inProgress', 'sentBack')`,
      's.due_on',
      [],
      's.title as subtask_title, s.given_by',
    ),
    of(
      'toAccept',
      `tasks.subtask s join tasks.task t using (task_id)
       where t.state not in ('confirmed', 'cancelled') and s.by_agency_id = any($1::bigint[]) and s.state = 'done'`,
      's.due_on',
      [],
      's.title as subtask_title, s.given_by',
    ),
    of(
      'contributions',
      `tasks.contribution c join tasks.task t using (task_id)
       where c.agency_id = any($1::bigint[]) and c.given_on is null and t.state not in ('confirmed', 'cancelled')`,
      'c.requested_due_on',
      [],
      'c.requested_what, c.requested_by',
    ),
    of(
      'awaitingDecision',
      `tasks.request q join tasks.task t using (task_id) where q.decision is null and ${isOwn}`,
      'q.requested_on',
      [],
      'q.kind, q.reason, q.requested_by',
    ),
  ]
}

/** The queue of the follow-up side, in the order of its groups. */
export function queue(today: string, silentDays: number, shape = group): Statement[] {
  const of = (name: string, from: string, order: string, values: readonly unknown[] = [], extra = '') =>
    shape(`queue-${name}`, from, order, values, extra)
  return [
    of(
      'toConfirm',
      `tasks.task t ${LAST} where t.state = 'reportedDone'`,
      't.claimed_on',
      [],
      'last_report.body, last_report.product_number, last_report.recorded_by',
    ),
    of(
      'toDecide',
      'tasks.request q join tasks.task t using (task_id) where q.decision is null',
      'q.requested_on',
      [],
      'q.kind, q.reason, q.requested_by',
    ),
    of(
      'contradictions',
      `tasks.task t join (${CONTRADICTIONS}) c on c.task_id = t.task_id`,
      'c.urgent_on',
      [],
      'c.reason, c.words',
    ),
    of(
      'returned',
      `tasks.task t ${BACK('task.returned')} where t.state = 'returned'`,
      't.due_on',
      [],
      'back.happened_on, back.reason, back.actor_name',
    ),
    of(
      'missingPeriods',
      'tasks.period_due p join tasks.task t using (task_id) where p.reported_on is null and p.due_on < $1::date',
      'p.due_on',
      [today],
      'p.starts_on, p.ends_on',
    ),
    of('silent', `tasks.task t where ${SILENT} and ${LAST_HEARD} <= $1::date - $2::integer`, LAST_HEARD, [
      today,
      silentDays,
    ]),
  ]
}

const CONTRADICTIONS = `
  select t.task_id, 'claimWithoutProof' as reason, t.claimed_on as urgent_on, last_report.body as words
  from tasks.task t ${LAST}
  where t.state = 'reportedDone' and last_report.product_number is null
    and not exists (select from tasks.evidence e where e.task_id = t.task_id and e.withdrawn_on is null)
  union all
  select t.task_id, 'claimBelowTarget', t.claimed_on, below.literal
  from tasks.task t cross join lateral (
    select min(g.literal) as literal from tasks.target g cross join lateral (
      select m.value from tasks.measurement m where m.target_id = g.target_id
      order by m.measured_on desc, m.measurement_id desc limit 1
    ) m
    where g.task_id = t.task_id and not (case g.comparator
      when '=' then m.value = g.value when '<=' then m.value <= g.value when '>' then m.value > g.value
      when '<' then m.value < g.value when 'range' then m.value between g.value and g.max_value
      else m.value >= g.value end)
  ) below
  where t.state = 'reportedDone' and below.literal is not null
  union all
  select t.task_id, 'progressBack', last_report.reported_on, last_report.body
  from tasks.task t ${LAST} left join lateral (
    select r.percent from tasks.progress_report r
    where r.task_id = t.task_id and r.progress_report_id <> last_report.progress_report_id
    order by r.reported_on desc, r.progress_report_id desc limit 1
  ) earlier on true
  where t.state = 'inProgress' and last_report.percent < earlier.percent and not exists (
    select from tasks.fact f where f.task_id = t.task_id and f.dimension = 'state' and f.state = 'reportedDone'
      and f.recorded_at > last_report.recorded_at)`

/** Everything that belongs to one task, in one statement. */
export function taskPage(id: number): Statement {
  const list = (table: string, order: string) =>
    `(select coalesce(json_agg(x order by ${order}), '[]') from tasks.${table} x where x.task_id = t.task_id)`
  return {
    name: 'task-page',
    text: `
      select t.*, n.name as follow_up_name, ${list('deadline', 'x.position')} as deadlines,
             ${list('progress_report', 'x.progress_report_id desc')} as reports,
             ${list('request', 'x.request_id desc')} as requests, ${list('subtask', 'x.position')} as subtasks,
             ${list('contribution', 'x.contribution_id desc')} as contributions,
             ${list('evidence', 'x.evidence_id desc')} as evidence, ${list('rhythm', 'x.task_id')} as rhythm,
             ${list('period', 'x.starts_on desc')} as periods,
             (select coalesce(json_agg(json_build_object('party', p, 'name', b.name) order by p.position), '[]')
              from tasks.party p left join registry.agency_latest b on b.agency_id = p.agency_id
              where p.task_id = t.task_id) as parties,
             (select coalesce(json_agg(json_build_object('target', g, 'measurements', (
                select coalesce(json_agg(m order by m.measurement_id desc), '[]')
                from tasks.measurement m where m.target_id = g.target_id))), '[]')
              from tasks.target g where g.task_id = t.task_id) as targets
      from tasks.task t left join lateral (
        select p.name from registry.agency_period p where p.agency_id = t.follow_up_agency_id order by p.valid desc limit 1
      ) n on true
      where t.task_id = $1`,
    values: [id],
  }
}
