import assert from 'node:assert/strict'
import { addDays, addMonths, monthEnd, monthStart } from '../../server/platform/calendar.ts'
import { currentCounts, onceCounts, trendCounts, versionCounts, versionCountsOfThree } from './bare.ts'
import { type Aim, ofBare, type Row, type Setup, timesDirectus } from './row.ts'

/** The aims for a past day apply from this many tasks on. */
const MILLION = 900_000
const LATER_BY_DAYS = 180
const MONTHS = 12
const TODAY = 'partition by agency, today'

/** As published for February 2021; the four add up to 10.527. */
const FEBRUARY = { doneOnTime: 6185, doneLate: 769, openInTerm: 3230, openOverdue: 343 }

interface Four {
  doneOnTime: number
  doneLate: number
  openInTerm: number
  openOverdue: number
}

interface Statistics {
  total: Four & { assigned: number }
  rows: { key: string; partition: Four }[]
}

/**
 * The days in question. They are late enough to have a history before, and early enough to have later knowledge after.
 */
export interface Days {
  /** Not the end of a month. */
  ordinary: string
  monthEnd: string
  later: string
}

/** Three fifths of the tasks were assigned before these days. */
export async function daysOf({ bare, today }: Pick<Setup, 'bare' | 'today'>): Promise<Days> {
  const [found] = await bare.rows<{ day: string }>({
    name: 'day',
    text: 'select percentile_disc(0.6) within group (order by t.assigned_on) as day from tasks.task t',
  })
  const day = found!.day
  const ordinary = day === monthEnd(day) ? addDays(day, -1) : day
  const later = addDays(ordinary, LATER_BY_DAYS)
  return { ordinary, monthEnd: addDays(monthStart(ordinary), -1), later: later < today ? later : today }
}

/** The four states of all tasks by agency, seen by a person who sees all, on several days. */
export async function counts(setup: Setup, days: Days, isNational: boolean): Promise<Row[]> {
  const half = { ...ofBare(0.5), text: 'at least 50% of a bare count of current rows' }
  const scanned: Aim = {
    text: 'at most 2× one scan of the versions, at 1 M',
    isMet: ({ ours, scan }) => (setup.tasks < MILLION ? undefined : scan && ours.median <= 2 * scan.median),
  }
  const quick: Aim = {
    text: 'at most 50 ms, at 1 M',
    isMet: ({ ours }) => (setup.tasks < MILLION ? undefined : ours.median <= 50),
  }
  const rows = [
    today(setup, half),
    past(setup, `partition by agency, ${days.ordinary}`, { asOf: days.ordinary }, [half, scanned]),
    past(setup, `partition by agency, month-end ${days.monthEnd}`, { asOf: days.monthEnd }, [half, quick]),
    past(
      setup,
      `partition by agency, ${days.ordinary} as known on ${days.later}`,
      { asOf: days.ordinary, knownOn: days.later },
      [half, scanned],
    ),
    trend(setup),
    await once(setup),
  ]
  if (isNational) {
    const february = { from: '2020-01-01', asOf: '2021-02-28' }
    rows.push(past(setup, 'partition by agency, February 2021', february, [half], FEBRUARY))
  }
  return rows
}

function today(setup: Setup, half: Aim): Row {
  const { http, bare, directus, followers } = setup
  const path = '/api/statistics?by=agency'
  return {
    work: TODAY,
    clients: followers.tokens.length,
    contenders: {
      ours: (client) => http.ask({ path, token: followers.tokens[client]! }),
      bare: bare.work(() => currentCounts),
      directus: directus && (() => directus.counts()),
    },
    async check() {
      const ours = await byAgency(setup, path)
      assert.deepEqual(ours, fromRows(await bare.rows(currentCounts)), 'today: not the same sums by agency')
      if (!directus) return
      const counted = await directus.readCounts()
      assert.equal(
        counted.reduce((sum, { count }) => sum + Number(count), 0),
        [...ours.values()].flat().reduce((sum, count) => sum + count, 0),
      )
    },
    aims: [half, timesDirectus(5)],
  }
}

/** One task in a hundred, as if given to 22 agencies together, where the data have none of their own. */
const TOGETHER = `
  with made as (
    insert into tasks.collective (form, named_as, title, members_on, source_kind, source_id, source_ref, made_at, made_by)
    select 'each', 'Các bộ, cơ quan ngang bộ', 'Đo tải', current_date, t.source_kind, t.task_id, 'bench', now(), 'đo tải'
    from tasks.task t where t.task_id % 2200 = 0 and t.state <> 'cancelled'
    returning collective_id
  ),
  numbered as (select collective_id, row_number() over () as place, count(*) over () as size from made)
  update tasks.task t set collective_id = n.collective_id
  from numbered n
  where t.task_id % 100 = 0 and t.collective_id is null and n.place = 1 + (t.task_id / 100) % n.size`

async function once(setup: Setup): Promise<Row> {
  const { http, bare, followers } = setup
  const { rows: given } = await bare.pool.query(
    'select from (select from tasks.task where collective_id is not null limit 100) t having count(*) = 100',
  )
  if (given.length === 0) await bare.pool.query(TOGETHER)
  const path = '/api/statistics?by=agency&counting=once'
  return {
    work: 'partition by agency, today, collective tasks once',
    clients: followers.tokens.length,
    contenders: {
      ours: (client) => http.ask({ path, token: followers.tokens[client]! }),
      bare: bare.work(() => onceCounts),
    },
    async check() {
      const { total } = await http.read<Statistics>({ path, token: followers.tokens[0]! })
      const whole = (await bare.rows<Record<string, string>>(onceCounts)).find((row) => row.lead_agency_id === null)
      assert.deepEqual(
        [total.doneOnTime, total.doneLate, total.openInTerm, total.openOverdue],
        fourOf(whole!),
        'collective tasks once: not the same sums',
      )
    },
    aims: [
      {
        text: 'at most 2× the partition that counts each',
        isMet: ({ ours }, earlier) => {
          const each = earlier.get(TODAY)
          return each && ours.median <= 2 * each.ours.median
        },
      },
    ],
  }
}

function past(
  setup: Setup,
  work: string,
  query: { from?: string; asOf: string; knownOn?: string },
  aims: readonly Aim[],
  published?: Four,
): Row {
  const { http, bare, scan, followers } = setup
  const { asOf, knownOn = asOf } = query
  const path = `/api/statistics?by=agency&${new URLSearchParams(query)}`
  const versions = versionCounts(asOf, knownOn)
  // Not answered from kept points: the day, the end of the month before and the same day last year are each counted.
  const before = [addDays(monthStart(asOf), -1), addMonths(asOf, -12)] as const
  const known = versionCountsOfThree([asOf, ...before], knownOn)
  return {
    work,
    clients: followers.tokens.length,
    contenders: {
      ours: (client) => http.ask({ path, token: followers.tokens[client]! }),
      bare: bare.work(() => (query.knownOn === undefined ? currentCounts : known)),
      scan: setup.hasVersions ? scan.work(() => versions) : undefined,
    },
    async check() {
      const ours = await byAgency(setup, path)
      const expected = await bare.rows({
        name: 'as-of',
        text: `
          select lead_agency_id, count(*) filter (where standing = 'doneOnTime') as done_on_time,
                 count(*) filter (where standing = 'doneLate') as done_late,
                 count(*) filter (where standing = 'openInTerm') as open_in_term,
                 count(*) filter (where standing = 'openOverdue') as open_overdue
          from tasks.as_of($1::date, $2::timestamptz) group by lead_agency_id`,
        values: [asOf, `${knownOn}T24:00:00+07:00`],
      })
      assert.deepEqual(ours, fromRows(expected), `${work}: not the same sums by agency`)
      if (setup.hasVersions) assert.deepEqual(ours, fromRows(await scan.rows(versions)), `${work}: the scan differs`)
      if (published) {
        const { total } = await http.read<Statistics>({ path, token: followers.tokens[0]! })
        const { doneOnTime, doneLate, openInTerm, openOverdue } = total
        assert.deepEqual({ doneOnTime, doneLate, openInTerm, openOverdue }, published)
        assert.equal(total.assigned, 10_527)
      }
    },
    aims,
  }
}

function trend({ http, bare, followers, today: day }: Setup): Row {
  const path = `/api/statistics/trend?months=${MONTHS}`
  const days = Array.from({ length: MONTHS }, (_, place) =>
    place === MONTHS - 1 ? day : monthEnd(addMonths(monthStart(day), place + 1 - MONTHS)),
  )
  const statement = trendCounts(days)
  return {
    work: 'trend of 12 months',
    clients: followers.tokens.length,
    contenders: {
      ours: (client) => http.ask({ path, token: followers.tokens[client]! }),
      bare: bare.work(() => statement),
    },
    async check() {
      const token = followers.tokens[0]!
      const { months } = await http.read<{ months: { asOf: string; partition: Four }[] }>({ path, token })
      const bareMonths = await bare.rows<Record<string, string>>(statement)
      // For earlier days current rows differ from what was known then; for today they agree.
      const { doneOnTime, doneLate, openInTerm, openOverdue } = months.at(-1)!.partition
      assert.deepEqual([doneOnTime, doneLate, openInTerm, openOverdue], fourOf(bareMonths.at(-1)!))
      assert.deepEqual(
        months.map(({ asOf }) => asOf),
        bareMonths.map((row) => row.day),
      )
    },
    aims: [
      {
        text: 'at most 1.5× one partition',
        isMet: ({ ours }, earlier) => {
          const partition = earlier.get(TODAY)
          return partition && ours.median <= 1.5 * partition.ours.median
        },
      },
    ],
  }
}

/** Four counts by agency, of agencies that have any. */
type ByAgency = Map<number, number[]>

async function byAgency({ http, followers }: Setup, path: string): Promise<ByAgency> {
  const { total, rows } = await http.read<Statistics>({ path, token: followers.tokens[0]! })
  const found = rows.map(({ key, partition: { doneOnTime, doneLate, openInTerm, openOverdue } }) => [
    Number(key),
    [doneOnTime, doneLate, openInTerm, openOverdue],
  ])
  const sum = rows.reduce((all, { partition: p }) => all + p.doneOnTime + p.doneLate + p.openInTerm + p.openOverdue, 0)
  assert.equal(sum, total.assigned, `${path}: the rows do not add up to the total`)
  return new Map(found as [number, number[]][])
}

function fromRows(rows: readonly Record<string, string>[]): ByAgency {
  return new Map(rows.map((row) => [Number(row.lead_agency_id), fourOf(row)]))
}

function fourOf(row: Record<string, string>): number[] {
  return [row.done_on_time, row.done_late, row.open_in_term, row.open_overdue].map(Number)
}
