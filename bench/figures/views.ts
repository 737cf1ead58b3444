import assert from 'node:assert/strict'
import { page, type Statement } from './bare.ts'
import { type Row, type Setup, timesBare } from './row.ts'

const LIMIT = 50
const PER_DAY = 4

/** The views of a filter and its newer conditions, as of today, seen by a person who sees all. */
export async function views(setup: Setup): Promise<Row[]> {
  const { bare, today } = setup
  const first = `${today.slice(0, 7)}-01`
  const last = `${today.slice(0, 7)}-28`
  const { rows } = await bare.pool.query<{ agency_id: string }>(
    `select p.agency_id from tasks.party p where p.role = 'coordinating' and p.agency_id is not null
     group by p.agency_id order by count(*) desc limit 1`,
  )
  const coordinating = Number(rows[0]!.agency_id)
  const member = await bare.pool.query<{ person_id: string; agencies: string[] }>(
    `select person_id, array_agg(agency_id::text) as agencies from registry.following
     where valid @> current_date group by person_id order by count(*) desc limit 1`,
  )
  const { person_id: follower, agencies } = member.rows[0]!
  const list = (name: string, query: string, where: string, values: readonly unknown[] = []) =>
    compared<{ rows: { id: number }[] }>(
      setup,
      `list of 50 ${name}`,
      `/api/tasks?${query}`,
      page({ name, sort: 'urgency', limit: LIMIT, table: 'tasks.task', where: `and ${where}`, values }),
      (found) => found.rows.map(({ id }) => id),
      (row) => Number(row.task_id),
    )
  return [
    compared<{ rows: { id: number }[] }>(
      setup,
      'timeline of 50',
      '/api/tasks/timeline',
      timelineBare(),
      (found) => found.rows.map(({ id }) => id),
      (row) => Number(row.task_id),
    ),
    compared<{ days: { day: string; tasks: number }[] }>(
      setup,
      'calendar of a month',
      `/api/tasks/calendar?first=${first}&last=${last}`,
      calendarBare(first, last),
      ({ days }) => days.map(({ day, tasks }) => `${day} ${tasks}`),
      (row) => `${row.day} ${row.tasks}`,
    ),
    list(
      'of an urgent directive',
      'urgency=express',
      "t.urgency is not null and platform.fold(t.urgency) like '%hoa toc%'",
    ),
    list(
      'that an agency coordinates',
      `coordinatingId=${coordinating}`,
      `exists (select from tasks.party c where c.task_id = t.task_id and c.role = 'coordinating' and c.ended_on is null
                 and c.agency_id = $1)`,
      [coordinating],
    ),
    list(
      'of a follow-up officer',
      `followerId=${follower}`,
      't.lead_agency_id = any(registry.reach($1::bigint[], current_date))',
      [agencies],
    ),
    compared<{ rows: { key: string; partition: { assigned: number } }[] }>(
      setup,
      'partition by agency, today, of a follow-up officer',
      `/api/statistics?by=agency&followerId=${follower}`,
      {
        name: 'count-followed',
        text: `select t.lead_agency_id, count(*) from tasks.task t
          where t.state <> 'cancelled' and t.lead_agency_id = any(registry.reach($1::bigint[], current_date))
          group by t.lead_agency_id order by t.lead_agency_id`,
        values: [agencies],
      },
      (found) =>
        found.rows
          .map(({ key, partition }) => `${key} ${partition.assigned}`)
          .sort((a, b) => Number(a.split(' ')[0]) - Number(b.split(' ')[0])),
      (row) => `${row.lead_agency_id} ${row.count}`,
    ),
    list(
      'of a day of the calendar',
      `anyDueOn=${today}`,
      `t.task_id in (
         select d.task_id from tasks.task d where d.due_on = $1::date
         union select d.task_id from tasks.deadline d where d.is_milestone and d.replaced_on is null and d.due_on = $1::date
         union select r.task_id from tasks.period r where r.dropped_at is null and r.due_on = $1::date)`,
      [today],
    ),
  ]
}

function timelineBare(): Statement {
  const { text } = page({ name: 'timeline', sort: 'urgency', limit: LIMIT })
  return {
    name: 'timeline',
    text: `
      select t.*, line.* from (${text}) t
      left join lateral (
        select json_agg(json_build_object('dueOn', d.due_on, 'literal', d.literal, 'doneOn', d.done_on) order by d.due_on)
                 filter (where d.is_milestone and d.replaced_on is null) as milestones,
               json_agg(json_build_object('dueOn', d.due_on, 'replacedOn', d.replaced_on) order by d.due_on)
                 filter (where not d.is_milestone and d.replaced_on is not null) as earlier
        from tasks.deadline d where d.task_id = t.task_id and d.due_on is not null
      ) line on true
      order by (t.completed_on is not null), t.due_on, t.task_id`,
  }
}

function calendarBare(first: string, last: string): Statement {
  return {
    name: 'calendar',
    text: `
      with mark as (
        select t.due_on as day, 'due' as kind, null as literal, t.completed_on is not null as is_done, t.task_id
        from tasks.task t where t.due_on between $1::date and $2::date and t.state <> 'cancelled'
        union all
        select d.due_on, 'milestone', d.literal, d.done_on is not null, d.task_id
        from tasks.deadline d join tasks.task t on t.task_id = d.task_id and t.state <> 'cancelled'
        where d.is_milestone and d.replaced_on is null and d.due_on between $1::date and $2::date
        union all
        select r.due_on, 'period', null, r.reported_on is not null, r.task_id
        from tasks.period r join tasks.task t on t.task_id = r.task_id and t.state <> 'cancelled'
        where r.dropped_at is null and r.due_on between $1::date and $2::date
      ),
      placed as (
        select day, task_id, array_agg(distinct kind) as kinds, array_agg(literal) as literals,
               count(*) over (partition by day) as tasks,
               row_number() over (partition by day order by bool_and(is_done), task_id) as place
        from mark group by day, task_id
      )
      select p.*, t.code, t.title, n.name from placed p join tasks.task t on t.task_id = p.task_id
      left join lateral (
        select a.name from registry.agency_period a where a.agency_id = t.lead_agency_id order by a.valid desc limit 1
      ) n on true
      where p.place <= ${PER_DAY} order by p.day, p.place`,
    values: [first, last],
  }
}

function compared<Answer>(
  { http, bare, followers }: Setup,
  work: string,
  path: string,
  statement: Statement,
  ours: (answer: Answer) => readonly unknown[],
  theirs: (row: Record<string, unknown>) => unknown,
): Row {
  const { tokens } = followers
  return {
    work,
    clients: tokens.length,
    contenders: {
      ours: (client) => http.ask({ path, token: tokens[client]! }),
      bare: bare.work(() => statement),
    },
    async check() {
      const answer = await http.read<Answer>({ path, token: tokens[0]! })
      const rows = await bare.rows(statement)
      assert.deepEqual(ours(answer), [...new Set(rows.map(theirs))], `${work}: not the same`)
    },
    aims: [timesBare(3)],
  }
}
