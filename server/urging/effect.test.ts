import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgencyRow, Effect } from './shapes.ts'
import { submitted, urgingDesk } from './urging.fixture.ts'

test('counts how many urged tasks were reported on and done, and each figure opens its rows', async (t) => {
  const desk = await urgingDesk(t)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  const follower = await desk.as('taskForce', { follows: ['bo-noi-vu'] })
  const [quick, slow] = await desk.give(desk.agencies.finance, ['2021-03-01', '2021-03-01', '2021-03-01'])
  const [late] = await desk.give(desk.agencies.home, ['2021-02-01'])
  assert.ok(late)
  await desk.officer.send('POST', '/api/urging/run')
  const { id, version } = await submitted(desk, desk.agencies.home)
  await desk.leader.send('POST', `/api/urging/letters/${id}/sign`, { ifMatch: version })
  const report = async (taskId: number, percent: number) => {
    await officer.send('POST', `/api/tasks/${taskId}/receive`, { ifMatch: 1, body: {} })
    const answer = await officer.send('POST', `/api/tasks/${taskId}/progress`, {
      ifMatch: 2,
      body: { percent, body: 'Tiến độ' },
    })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  desk.clock.set('2021-03-04')
  await report(quick!, 50)
  desk.clock.set('2021-03-09')
  await officer.send('POST', `/api/tasks/${quick}/done`, {
    ifMatch: 3,
    body: { completedOn: '2021-03-09', body: 'Xong', productNumber: '1/BC', productDate: '2021-03-09' },
  })
  desk.clock.set('2021-03-22')
  await report(slow!, 10)

  const effect = async (query: string, who = desk.officer) =>
    (await who.send('GET', `/api/urging/effect?from=2021-03-01&to=2021-03-01${query}`)).body as Effect
  const found = await effect('')
  assert.equal(found.total.urged, 4)
  const finance = found.agencies.find(({ agencyId }) => agencyId === desk.agencies.finance)!
  assert.deepEqual(finance.within, [
    { days: 5, reported: 1, done: 0 },
    { days: 10, reported: 1, done: 1 },
    { days: 30, reported: 2, done: 1 },
  ])
  assert.equal(
    (await effect('&asOf=2021-03-03')).agencies.find(({ agencyId }) => agencyId === desk.agencies.finance)!.within[2]!
      .reported,
    0,
  )
  assert.deepEqual(
    found.by.map(({ kind, urged }) => [kind, urged]),
    [
      ['letter', 1],
      ['rule', 3],
      // Overdue for 20 working days: the member who follows the agency was notified.
      ['rule', 1],
    ],
  )
  for (const row of [found.total, ...found.by, ...found.agencies]) {
    for (const { days, reported, done } of row.within) {
      for (const [outcome, count] of [
        ['reported', reported],
        ['done', done],
      ] as const) {
        const query = new URLSearchParams({
          from: found.from,
          to: found.to,
          asOf: found.asOf,
          within: String(days),
          outcome,
        })
        if (row.agencyId !== null) query.set('agencyId', String(row.agencyId))
        if (row.ruleId !== null) query.set('ruleId', String(row.ruleId))
        if (row.kind === 'letter') query.set('kind', 'letter')
        const { rows } = (await desk.officer.send('GET', `/api/urging/effect/rows?${query}`)).body as {
          rows: unknown[]
        }
        assert.equal(rows.length, count, `${row.kind} ${days} ${outcome}`)
      }
    }
  }
  assert.deepEqual(
    (await effect('', follower)).agencies.map(({ agencyId }) => agencyId),
    [desk.agencies.home],
  )
  assert.equal((await officer.send('GET', '/api/urging/effect')).status, 403)
})

test('lists agencies by most overdue first, each with its figures, people and letter', async (t) => {
  const desk = await urgingDesk(t)
  await desk.as('officer', { agency: 'bo-noi-vu' })
  await desk.give(desk.agencies.finance, ['2021-03-05'])
  await desk.give(desk.agencies.home, ['2021-02-01', '2021-02-02', null])
  await submitted(desk, desk.agencies.home)
  const { agencies } = (await desk.officer.send('GET', '/api/urging/agencies')).body as { agencies: AgencyRow[] }
  assert.deepEqual(
    agencies.map(({ agencyId, overdue, dueSoon, silent, people, openLetterId }) => [
      agencyId,
      overdue,
      dueSoon,
      silent,
      people,
      openLetterId !== null,
    ]),
    [
      [desk.agencies.home, 2, 0, 3, 1, true],
      [desk.agencies.finance, 0, 1, 1, 0, false],
    ],
  )
  const silent = await desk.officer.send('GET', `/api/urging/agencies/${desk.agencies.home}/tasks?kind=silent`)
  assert.equal((silent.body as { tasks: unknown[] }).tasks.length, 3, 'the figure opens its rows')
})
