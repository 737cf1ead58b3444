import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { assignArchive, type PastAct, type PastTask } from './archive.ts'
import type { Partition, Statistics, Trend } from './figure-shapes.ts'
import { FIGURES, type Figure, type TaskList } from './shapes.ts'
import { type Agencies, agenciesOf, aSource, aTask } from './task.fixture.ts'

const importAll = (app: TestApp, past: PastTask[]) =>
  app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))

/** A task of an archive: done on a day, claimed (and not confirmed), or open. */
function past(
  agencies: Agencies,
  ref: string,
  { lead = agencies.finance, assignedOn = '2020-06-01', dueOn = '2020-12-31' as string | null, ...rest }: PastShape,
): PastTask {
  const acts: PastAct[] = [{ act: 'receive', on: assignedOn }]
  const day = rest.doneOn ?? rest.claimedOn
  if (day !== undefined) acts.push({ act: 'reportDone', on: day, completedOn: day, body: 'Đã trình' })
  if (rest.doneOn !== undefined) acts.push({ act: 'confirm', on: rest.doneOn })
  const { kind = 'archive', id = null, number = '01/NQ-MẪU', group = 'Cải cách' } = rest
  return {
    source: aSource(agencies, { kind, id, number, title: null, assignedOn }),
    task: aTask(ref, lead, dueOn, { groupTitle: group }),
    acts,
  }
}
interface PastShape {
  lead?: number
  assignedOn?: string
  dueOn?: string | null
  doneOn?: string
  claimedOn?: string
  kind?: string
  id?: number | null
  number?: string | null
  group?: string | null
}

test('figures and the rows they open', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const leads = [agencies.finance, agencies.planning, agencies.home]
  const numbers = ['01/NQ-MẪU', '02/NQ-MẪU', null, 'số: 3 & 4/CT']
  const groups = ['Cải cách', null, 'Nhóm “A & B”; 100%', 'Đầu tư']
  const entered = Array.from({ length: 96 }, (_, n) => {
    const assignedOn = addDays('2020-01-15', n * 4)
    const dueOn = n % 7 === 0 ? null : addDays(assignedOn, 30)
    const end = n % 3 === 0 ? addDays(assignedOn, 20 + (n % 5) * 5) : undefined
    const inDirective = n % 4 === 1
    return past(agencies, `${n}`, {
      lead: leads[n % 3]!,
      assignedOn,
      dueOn,
      doneOn: end !== undefined && end <= '2021-02-28' ? end : undefined,
      claimedOn: n % 11 === 1 && addDays(assignedOn, 9) <= '2021-02-28' ? addDays(assignedOn, 9) : undefined,
      kind: inDirective ? 'directive' : 'archive',
      id: inDirective ? 1 + (n % 3) : null,
      number: inDirective ? '12/QĐ-MẪU' : numbers[n % 4]!,
      group: groups[n % 4]!,
    })
  })
  await importAll(app, entered)
  const get = async (query: string): Promise<Statistics> => {
    const { status, body } = await follow.send('GET', `/api/statistics?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body
  }
  const opens = async (link: string, figure?: Figure): Promise<number> => {
    const { status, body } = await follow.send(
      'GET',
      `${link}${figure ? `&standing=${figure}` : ''}&limit=500&count=true`,
    )
    assert.equal(status, 200, JSON.stringify(body))
    const { rows, total } = body as TaskList
    assert.equal(rows.length, total)
    return rows.length
  }
  const countsIn = (partition: Partition) =>
    FIGURES.flatMap((figure) => (figure in partition ? [[figure, partition[figure as keyof Partition]] as const] : []))

  for (const query of [
    'from=2020-01-01&asOf=2021-02-28',
    'from=2020-03-01&to=2020-11-30&asOf=2020-12-31&knownOn=2021-02-28',
  ]) {
    for (const by of ['agency', 'group', 'source', 'month']) {
      await t.test(`${query} by ${by}: every figure opens as many rows as it counts, and the rows add up`, async () => {
        const figures = await get(`${query}&by=${by}`)
        assert.equal(await opens(figures.link), figures.total.assigned)
        for (const [figure, count] of countsIn(figures.total))
          assert.equal(await opens(figures.link, figure), count, figure)
        const sum = (name: keyof Partition) => figures.rows.reduce((all, row) => all + row.partition[name], 0)
        for (const name of Object.keys(figures.total) as (keyof Partition)[])
          assert.equal(sum(name), figures.total[name], name)
        assert.ok(figures.rows.length > 1)
        for (const row of figures.rows) {
          assert.equal(await opens(row.rows), row.partition.assigned, row.label)
          for (const [figure, count] of countsIn(row.partition)) {
            assert.equal(await opens(row.rows, figure), count, `${row.label}: ${figure}`)
          }
        }
      })
    }
  }

  await t.test('the filter of the list is the filter of the figures', async () => {
    for (const filter of [
      'search=nhiem vu 1',
      'state=reportedDone',
      'deadlineKind=standing',
      'dueTo=2020-12-31&dueFrom=2020-06-01',
    ]) {
      const figures = await get(`asOf=2021-02-28&${filter}`)
      assert.equal(await opens(figures.link), figures.total.assigned, filter)
      assert.ok(figures.total.assigned > 0, filter)
    }
  })

  await t.test('an agency is shown by the name it had on the day', async () => {
    const names = (await get('asOf=2021-02-28&by=agency')).rows.map(({ label }) => label)
    assert.deepEqual(names.sort(), ['Bộ Kế hoạch và Đầu tư', 'Bộ Nội vụ', 'Bộ Tài chính'])
  })

  await t.test('an empty result is not an error', async () => {
    const figures = await get('from=2019-01-01&to=2019-12-31&asOf=2021-02-28&by=agency')
    assert.equal(figures.total.assigned, 0)
    assert.deepEqual(
      [figures.shares.overdueOfAssigned.printed, figures.shares.overdueOfAssigned.exact, figures.rows],
      ['–', null, []],
    )
    assert.equal(figures.previousMonth!.overdueSharePoints, '–')
  })
})

test('change since the previous month and since last year', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  await importAll(app, [
    // Overdue at the end of January, done late in February.
    past(agencies, '1', { assignedOn: '2021-01-05', dueOn: '2021-01-20', doneOn: '2021-02-10' }),
    past(agencies, '2', { assignedOn: '2021-01-05', dueOn: '2021-02-20' }),
    past(agencies, '3', { assignedOn: '2021-02-05', dueOn: '2021-02-25' }),
    past(agencies, '4', { assignedOn: '2021-02-05', dueOn: null }),
    // A year earlier: of two tasks one was overdue at the end of February 2020.
    past(agencies, '5', { assignedOn: '2020-01-05', dueOn: '2020-01-31', doneOn: '2020-04-01' }),
    past(agencies, '6', { assignedOn: '2020-01-05', dueOn: '2020-02-10', doneOn: '2020-02-01' }),
  ])
  const get = async (query: string): Promise<Statistics> => (await follow.send('GET', `/api/statistics?${query}`)).body

  await t.test(
    'compared with what was known at the end of January, and with the end of that month of 2020',
    async () => {
      const figures = await get('from=2021-01-01&asOf=2021-02-28&rounding=round1')
      assert.deepEqual([figures.total.assigned, figures.total.openOverdue, figures.total.doneLate], [4, 2, 1])
      assert.deepEqual(
        [
          figures.previousMonth!.asOf,
          figures.previousMonth!.from,
          figures.previousMonth!.overdueShare.printed,
          figures.previousMonth!.overdueSharePoints,
        ],
        ['2021-01-31', '2021-01-01', '50,0%', '0,0'],
      )
      const year = figures.samePeriodLastYear!
      assert.deepEqual(
        [year.asOf, year.from, year.partition.assigned, year.partition.openOverdue],
        ['2020-02-29', '2020-01-01', 2, 1],
      )
    },
  )

  await t.test('a period that had not begun has no previous month', async () => {
    assert.equal((await get('from=2021-02-01&asOf=2021-02-28')).previousMonth, null)
  })

  await t.test('the rounding is stated on every share', async () => {
    const figures = await get('asOf=2021-02-28&by=agency&rounding=round2')
    const shares = [
      ...Object.values(figures.shares),
      figures.previousMonth!.overdueShare,
      figures.rows[0]!.overdueShare,
    ]
    for (const { rounding } of shares) assert.equal(rounding, 'round2')
  })

  await t.test('the trend ends on the day itself', async () => {
    const { months } = (await follow.send('GET', '/api/statistics/trend?from=2021-01-01&asOf=2021-02-15&months=3'))
      .body as Trend
    assert.deepEqual(
      months.map(({ month, asOf, partition }) => [month, asOf, partition.assigned, partition.openOverdue]),
      [
        ['2020-12', '2020-12-31', 0, 0],
        ['2021-01', '2021-01-31', 2, 1],
        ['2021-02', '2021-02-15', 4, 0],
      ],
    )
  })
})

test('the report of February 2021 over 10.527 tasks', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const leads = [agencies.finance, agencies.planning, agencies.home]
  const entered = Array.from({ length: 10_527 }, (_, n) => {
    const assignedOn = addDays('2020-01-01', (n * 7) % 400)
    const dueOn = n >= 6954 && n < 10_184 ? addDays('2021-03-01', n % 200) : addDays(assignedOn, 10)
    return past(agencies, `${n}`, {
      lead: leads[n % 3]!,
      assignedOn,
      dueOn,
      doneOn: n < 6185 ? dueOn : n < 6954 ? addDays(dueOn, 1) : undefined,
      number: `${n % 40}/NQ-MẪU`,
    })
  })
  await importAll(app, entered)
  await t.test('gives the figures of the source from rows', async () => {
    const began = performance.now()
    const { body } = await follow.send('GET', '/api/statistics?from=2020-01-01&asOf=2021-02-28&by=agency')
    const took = performance.now() - began
    const { total, shares } = body as Statistics
    assert.deepEqual(
      [total.assigned, total.done, total.doneOnTime, total.doneLate, total.openInTerm, total.openOverdue],
      [10_527, 6954, 6185, 769, 3230, 343],
    )
    assert.equal(shares.overdueOfAssigned.printed, '3,2%')
    // It usually takes a tenth of that; a wrong plan takes minutes.
    assert.ok(took < 3000, `${Math.round(took)} ms`)
    t.diagnostic(`statistics by agency with both comparisons: ${Math.round(took)} ms`)
  })
  await t.test('reads the versions once', async () => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from tasks.as_of('2021-02-28', tasks.end_of_day('2021-02-28'))`.execute(app.db)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    assert.equal(plan.match(/ on task_version /g)?.length, 1, plan)
    assert.doesNotMatch(plan, /Nested Loop|CTE Scan|Sort/)
  })
  await t.test('a page from the middle of the list costs no more than the first', async () => {
    let cursor = ''
    const took: number[] = []
    const seen = new Set<number>()
    for (let page = 0; page < 6; page++) {
      // The fastest of three, because other work on the machine slows some of them.
      let fastest = Number.POSITIVE_INFINITY
      let list: TaskList | undefined
      for (let again = 0; again < 3; again++) {
        const began = performance.now()
        list = (await follow.send('GET', `/api/tasks?asOf=2021-02-28&limit=500${cursor}`)).body as TaskList
        fastest = Math.min(fastest, performance.now() - began)
      }
      took.push(fastest)
      assert.ok(list)
      for (const { id } of list.rows) seen.add(id)
      cursor = `&cursor=${list.nextCursor}`
    }
    assert.equal(seen.size, 3000)
    t.diagnostic(`pages of 500: ${took.map(Math.round).join(', ')} ms`)
    assert.ok(took.at(-1)! < 3 * took[0]! + 100, took.join(', '))
  })
})
