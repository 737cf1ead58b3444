import pg from 'pg'
import type { Work } from './load.ts'

/** One hand-written statement. The name keeps it prepared on its connection. */
export interface Statement {
  name: string
  text: string
  values?: readonly unknown[]
}

const DATE = 1082
/** Days stay text, as ours do: parsing them into dates would cost the bare side more than its query. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === DATE ? (text: string) => text : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** The database queried through `pg` alone: one pool, one connection for each client. */
export class Bare {
  readonly pool: pg.Pool

  /** @param options settings of each session, as `-c name=value` */
  constructor(database: string, clients: number, options?: string) {
    this.pool = new pg.Pool({ connectionString: database, max: clients, types, ...(options ? { options } : {}) })
    quiet(this.pool)
  }

  async rows<Row extends pg.QueryResultRow>({ name, text, values }: Statement): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values: values && [...values] })
    return rows
  }

  /** One statement, or several on one connection. */
  work(statementsOf: (client: number, turn: number) => Statement | readonly Statement[]): Work {
    return async (client, turn) => {
      const statements = statementsOf(client, turn)
      if ('text' in statements) return this.rows(statements)
      const connection = await this.pool.connect()
      try {
        for (const { name, text, values } of statements) {
          await connection.query({ name, text, values: values && [...values] })
        }
      } finally {
        connection.release()
      }
    }
  }

  close(): Promise<void> {
    return this.pool.end()
  }
}

/** Ignores errors of idle connections when PostgreSQL stops: the next statement would report the same. */
export function quiet(pool: pg.Pool): void {
  pool.on('error', () => {})
}

/** Settings that make one process scan a table from beginning to end. */
export const SCAN_ONLY = [
  'enable_indexscan=off',
  'enable_indexonlyscan=off',
  'enable_bitmapscan=off',
  'max_parallel_workers_per_gather=0',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

/** The columns of a list row that are columns of the task. */
const COLUMNS = `t.task_id, t.code, t.title, t.group_title, t.source_kind, t.source_id, t.source_number,
  t.assigned_on, t.lead_agency_id, t.deadline_kind, t.first_due_on, t.due_on, t.completed_on, t.state, t.percent`

const STANDING = (row: string, day: string) => `case
  when ${row}.completed_on is not null and (${row}.due_on is null or ${row}.completed_on <= ${row}.due_on) then 'doneOnTime'
  when ${row}.completed_on is not null then 'doneLate'
  when ${row}.due_on is null or ${row}.due_on >= ${day} then 'openInTerm'
  else 'openOverdue' end`

/** Orders of lists, as columns of `t`. */
export const SORTS = {
  urgency: '(t.completed_on is not null), t.due_on, t.task_id',
  dueOn: 't.due_on, t.task_id',
  assignedOn: 't.assigned_on desc, t.task_id desc',
  code: 't.code, t.task_id',
} as const

/** A copy of what a page shows, with an index for each order: the least that a page can cost. */
export const COPY = `
  drop schema if exists bench cascade;
  create schema bench;
  create table bench.page as select ${COLUMNS} from tasks.task t where t.state <> 'cancelled';
  ${Object.values(SORTS)
    .map((order) => `create index on bench.page (${order.replaceAll('t.', '')});`)
    .join('\n')}
  analyze bench.page`

export interface Page {
  name: string
  sort: keyof typeof SORTS | 'agency'
  limit: number
  /** Further conditions on `t`. */
  where?: string
  table?: 'bench.page' | 'tasks.task'
  values?: readonly unknown[]
  /** What the rows are ordered by before `sort`: a number. */
  tier?: string
}

/** Words that begin a word of a folded text, as `$1`, `$2` …: a condition, and how well the text holds them. */
export function wordsIn(folded: string, words: readonly string[]): { where: string; tier: string } {
  const all = words.map((_, place) => `platform.fold($${place + 1}::text)`)
  const where = all
    .map((word) => `${folded} like '%' || ${word} || '%' and ${folded} ~ ('(^|[^[:alnum:]])' || ${word})`)
    .join(' and ')
  const phrase = all.join(` || ' ' || `)
  const asTyped = words.map((_, place) => `lower($${place + 1}::text)`).join(` || ' ' || `)
  const begins = (text: string, sought: string) => `${text} ~ ('(^|[^[:alnum:]])' || ${sought})`
  const tier = `case when ${begins("lower(t.title || ' ' || t.content)", asTyped)} then 0
                     when ${begins(folded, phrase)} then 1 else 2 end`
  return { where, tier }
}

/** A page of current tasks: the columns of the task, and the name of the lead. */
export function slimPage({ name, sort, limit, where = '', table = 'bench.page', values, tier }: Page): Statement {
  if (sort === 'agency') {
    // The names come first, and no index of the tasks has them.
    const text = `
      select ${COLUMNS}, n.name as lead_name, ${STANDING('t', 'current_date')} as standing
      from ${table} t join registry.agency_latest n on n.agency_id = t.lead_agency_id
      where t.state <> 'cancelled' ${where}
      order by n.name collate "vi-x-icu", t.due_on, t.task_id limit ${limit}`
    return { name: `slim-${name}`, text, values }
  }
  const order = orderOf(sort, tier)
  const text = `
    select t.*, n.name as lead_name, ${STANDING('t', 'current_date')} as standing
    from (
      select ${COLUMNS}${tier ? `, ${tier} as tier` : ''} from ${table} t
      where t.state <> 'cancelled' ${where} order by ${order.replace('t.tier', 'tier')} limit ${limit}
    ) t
    left join lateral (
      select p.name from registry.agency_period p where p.agency_id = t.lead_agency_id order by p.valid desc limit 1
    ) n on true
    order by ${order}`
  return { name: `slim-${name}`, text, values }
}

const orderOf = (sort: keyof typeof SORTS, tier?: string): string => `${tier ? 't.tier, ' : ''}${SORTS[sort]}`

/** The same with everything that a row of our list shows: other leads, coordinating agencies, the number of targets. */
export function page(wanted: Page): Statement {
  const { text, values } = slimPage(wanted)
  const order =
    wanted.sort === 'agency' ? 't.lead_name collate "vi-x-icu", t.due_on, t.task_id' : orderOf(wanted.sort, wanted.tier)
  return {
    name: `page-${wanted.name}`,
    text: `
      select t.*, parts.other_leads, parts.coordinating,
             (select count(*) from tasks.target g where g.task_id = t.task_id) as target_count
      from (${text}) t
      left join lateral (
        select array_agg(p.named_as order by p.position) filter (where p.role = 'lead' and not p.is_accountable) as other_leads,
               array_agg(p.named_as order by p.position) filter (where p.role = 'coordinating') as coordinating
        from tasks.party p where p.task_id = t.task_id and p.ended_on is null
      ) parts on true
      order by ${order}`,
    values,
  }
}

const FOUR = (row: string, day: string) => `
  count(*) filter (where ${row}.completed_on is not null and (${row}.due_on is null or ${row}.completed_on <= ${row}.due_on)) as done_on_time,
  count(*) filter (where ${row}.completed_on > ${row}.due_on) as done_late,
  count(*) filter (where ${row}.completed_on is null and (${row}.due_on is null or ${row}.due_on >= ${day})) as open_in_term,
  count(*) filter (where ${row}.completed_on is null and ${row}.due_on < ${day}) as open_overdue`

/** The four states by lead, of current tasks. */
export const currentCounts: Statement = {
  name: 'count-current',
  text: `
    select t.lead_agency_id, ${FOUR('t', 'current_date')}
    from tasks.task t where t.state <> 'cancelled' group by t.lead_agency_id`,
}

/** The same by lead, and in a row without a lead the whole, in which works given to several agencies count once. */
export const onceCounts: Statement = {
  name: 'count-once',
  text: `
    with each as (
      select t.lead_agency_id, ${FOUR('t', 'current_date')}
      from tasks.task t where t.state <> 'cancelled' group by t.lead_agency_id
    ),
    placed as (
      select t.completed_on, t.due_on, row_number() over (
               partition by t.collective_id
               order by array_position(array['openOverdue', 'openInTerm', 'doneLate', 'doneOnTime'], ${STANDING('t', 'current_date')}),
                        coalesce(t.due_on, 'infinity'), t.task_id) as place
      from tasks.task t where t.collective_id is not null and t.state <> 'cancelled'
    ),
    without as (select ${FOUR('t', 'current_date')} from placed t where t.place > 1)
    select * from each
    union all
    select null, sum(e.done_on_time) - min(w.done_on_time), sum(e.done_late) - min(w.done_late),
           sum(e.open_in_term) - min(w.open_in_term), sum(e.open_overdue) - min(w.open_overdue)
    from each e, without w`,
}

/** The four states of versions in force on a day (`$n`) as known at an instant (`$2`), by an expression. */
const ofVersions = (day: string, by: string) => `
  select ${by} as lead_agency_id, ${FOUR('v', `${day}::date`)}
  from tasks.task_version v
  where v.valid_from <= ${day}::date and v.valid_to > ${day}::date and v.known_from < $2 and v.known_to >= $2`
const BY_LEAD = `${ofVersions('$1', 'v.lead_agency_id')} group by v.lead_agency_id`

/** The same as of a day, as known at the end of another, from the versions. */
export function versionCounts(asOf: string, knownOn: string): Statement {
  return { name: 'count-versions', text: BY_LEAD, values: [asOf, `${knownOn}T24:00:00+07:00`] }
}

/** The same, and two earlier days as a whole: what a figure compares itself with. */
export function versionCountsOfThree(
  [asOf, ...earlier]: readonly [string, string, string],
  knownOn: string,
): Statement {
  return {
    name: 'count-versions-three',
    text: `${BY_LEAD} union all ${ofVersions('$3', 'null')} union all ${ofVersions('$4', 'null')}`,
    values: [asOf, `${knownOn}T24:00:00+07:00`, ...earlier],
  }
}

/** The four states on each of some days, computed from current rows: corrections and transfers are lost. */
export function trendCounts(days: readonly string[]): Statement {
  return {
    name: 'count-trend',
    text: `
      select d.day,
             count(*) filter (where t.completed_on <= d.day and (t.due_on is null or t.completed_on <= t.due_on)) as done_on_time,
             count(*) filter (where t.completed_on <= d.day and t.completed_on > t.due_on) as done_late,
             count(*) filter (where (t.completed_on is null or t.completed_on > d.day) and (t.due_on is null or t.due_on >= d.day)) as open_in_term,
             count(*) filter (where (t.completed_on is null or t.completed_on > d.day) and t.due_on < d.day) as open_overdue
      from unnest($1::date[]) d(day) join tasks.task t on t.assigned_on <= d.day and t.state <> 'cancelled'
      group by d.day order by d.day`,
    values: [days],
  }
}
