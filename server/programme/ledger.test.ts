import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { house } from '../house.ts'
import type { Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import type { Ledger, RecoveryAnswer, Summary, YearList } from './ledger-shapes.ts'
import type { DetailingList, PlanCall, PlanCallCard } from './plan-shapes.ts'
import {
  act,
  added,
  changed,
  codeOf,
  issuedProgramme,
  itemOf,
  listOf,
  ok,
  programmeWorld,
  submitted,
  type World,
} from './programme.fixture.ts'
import type { Week } from './week-shapes.ts'

const summaryOf = async (who: Visitor, query: string): Promise<Summary> =>
  ok(await who.send('GET', `/api/programme/summary?${query}`))
const ledgerOf = async (who: Visitor, query = ''): Promise<Ledger> =>
  ok(await who.send('GET', `/api/programme/ledger${query}`))

/** Four entries due in February: one submitted, one submitted late, one owed, one postponed after it was owed. */
async function february(t: Parameters<typeof programmeWorld>[0]) {
  const world = await programmeWorld(t)
  const ids = []
  for (const name of ['A', 'B', 'C', 'D']) {
    ids.push(
      await added(world, {
        name: `Đề án ${name} (MẪU)`,
        inCharge: name < 'C' ? 'Phó Thủ tướng 1 (MẪU)' : 'Phó Thủ tướng 2 (MẪU)',
      }),
    )
  }
  const [a, b, c, d] = ids as [number, number, number, number]
  const next = await added(world, { name: 'Đề án E (MẪU)', month: '2021-03', leadAgencyId: world.health })
  world.clock.set('2021-02-26')
  ok(await submitted(world.officer, a, { sentOn: '2021-02-26' }))
  world.clock.set('2021-03-08')
  ok(await submitted(world.officer, b, { sentOn: '2021-03-08' }))
  world.clock.set('2021-03-18')
  await changed(world, d, { body: { kind: 'postpone', newMonth: '2021-04' } }, { actOn: '2021-03-18' })
  world.clock.set('2021-03-20')
  return { ...world, a, b, c, d, next }
}

test('a period in the words of the report, as of any day and known on any day; each figure opens its rows', async (t) => {
  const world = await february(t)
  const { keeper } = world
  const period = 'from=2021-01-01&to=2021-02-28'
  const then = await summaryOf(keeper, `${period}&knownOn=2021-03-02`)
  assert.deepEqual(then.counts, { due: 4, submitted: 1, owed: 3, inTerm: 0, late: 0, stopped: 0 })
  assert.deepEqual([then.owedShare.printed, then.points, then.next.due], ['75,0%', '–', 1])
  // Of the body: the same, since it leads all four; of another, nothing.
  assert.equal((await summaryOf(world.other, period)).counts.due, 0)
  assert.equal((await summaryOf(world.officer, period)).counts.owed, 3)
  const now = await summaryOf(keeper, `${period}&asOf=2021-03-20`)
  // The postponed one is due in April now.
  assert.deepEqual(now.counts, { due: 3, submitted: 2, owed: 1, inTerm: 0, late: 1, stopped: 0 })

  const ask = {
    actor: keeper.actor as never,
    from: '2021-01-01',
    asOf: '2021-02-28',
    knownOn: null,
    today: '2021-03-20',
  }
  const figure = async (name: string, change: object = {}) => {
    const source = house.figures.get(`programme.${name}`)!
    return source.compute(world.db, { ...ask, ...change })
  }
  const printed = async (name: string, change: object = {}) => (await figure(name, change)).printed
  assert.deepEqual(
    [
      await printed('dueInPeriod'),
      await printed('submitted'),
      await printed('owed'),
      await printed('owedShare'),
      await printed('dueNextMonth'),
    ],
    ['4', '1', '3', '75,0%', '1'],
  )
  assert.deepEqual(
    [
      await printed('postponed'),
      await printed('postponed', { asOf: '2021-03-31' }),
      await printed('late', { asOf: '2021-03-20' }),
    ],
    ['0', '1', '1'],
  )
  assert.deepEqual(
    [(await figure('owedSharePoints')).value, await printed('owedSharePoints')],
    [null, 'không có đề án đến hạn trong cùng kỳ năm trước'],
  )
  for (const name of ['dueInPeriod', 'submitted', 'owed', 'dueNextMonth', 'late', 'postponed', 'stopped']) {
    const { value, rows } = await figure(name, { asOf: '2021-03-20' })
    const query = new URLSearchParams(rows!.split('?')[1])
    query.delete('tab')
    assert.equal((await listOf(keeper, `?${query}`)).total, value, `${name} ${rows}`)
  }
  assert.equal(house.figures.size >= 14, true)
})

test('a month that is not over is compared with the same day of the year before, and the points are of the shares shown', async (t) => {
  const world = await programmeWorld(t, '2020-01-06')
  const { keeper, officer } = world
  const of2020 = { actOn: '2020-01-06' }
  const x = await added(world, { ...of2020, name: 'X (MẪU)', day: '2020-02-05' })
  await added(world, { ...of2020, name: 'Y (MẪU)', month: '2020-02' })
  await added(world, { ...of2020, name: 'Z (MẪU)', month: '2020-02' })
  world.clock.set('2020-02-20')
  ok(await submitted(officer, x, { sentOn: '2020-02-20' }))
  world.clock.set('2021-01-04')
  const programmeId = await issuedProgramme(keeper, '2021', '2021-01-04')
  const of2021 = { ...world, programmeId }
  const p = await added(of2021, { name: 'P (MẪU)', day: '2021-02-05' })
  await added(of2021, { name: 'Q (MẪU)', month: '2021-02' })
  const seen = async (query: string) => {
    const { owedShare, before, points } = await summaryOf(keeper, `from=2021-02-01&to=2021-02-28${query}`)
    return [owedShare.printed, before.asOf, before.owedShare.printed, points]
  }
  // Of today, which is not over: what is due today is owed in neither year, for a report as for the page.
  world.clock.set('2021-02-05')
  assert.deepEqual(await seen(''), ['0,0%', '2020-02-05', '0,0%', '0,0'])
  const points = async (asOf: string) => {
    const ask = { actor: keeper.actor as never, from: '2021-02-01', asOf, knownOn: null, today: '2021-02-05' }
    const { value, rows } = await house.figures.get('programme.owedSharePoints')!.compute(world.db, ask)
    const query = new URLSearchParams(rows!.split('?')[1])
    query.delete('tab')
    return [value, (await listOf(keeper, `?${query}`)).total]
  }
  assert.deepEqual(await points('2021-02-05'), [0, 0])
  // A period that begins on the last day of February begins a year before on the 28th.
  const odd = await summaryOf(keeper, 'from=2021-02-28&to=2021-03-31&asOf=2021-02-05')
  assert.deepEqual([odd.before.from, odd.before.to], ['2020-02-28', '2020-03-31'])
  world.clock.set('2021-02-20')
  ok(await submitted(officer, p, { sentOn: '2021-02-20' }))
  world.clock.set('2021-03-02')
  assert.deepEqual(await seen('&asOf=2021-02-10'), ['50,0%', '2020-02-10', '33,3%', '+16,7'])
  assert.deepEqual(await seen(''), ['50,0%', '2020-02-29', '66,6%', '-16,6'])

  // All that is owed on a day, and what of it is of the year before: each opens its rows, together they are the ledger's.
  const owing = async (name: string, from: string, asOf: string) => {
    const ask = { actor: keeper.actor as never, from, asOf, knownOn: null, today: '2021-03-02' }
    const { value, rows, printed } = await house.figures.get(`programme.${name}`)!.compute(world.db, ask)
    if (rows === null) return printed
    const query = new URLSearchParams(rows.split('?')[1])
    query.delete('tab')
    assert.equal((await listOf(keeper, `?${query}`)).total, value, rows)
    return value
  }
  const all = (from: string, asOf: string) =>
    Promise.all(['owed', 'owedEarlier', 'owedAll'].map((name) => owing(name, from, asOf)))
  assert.deepEqual(await all('2021-01-01', '2021-02-28'), [1, 2, 3])
  assert.equal((await ledgerOf(keeper, '?asOf=2021-02-28')).owed, 3)
  assert.deepEqual(await all('2020-01-01', '2020-02-29'), [2, 'không có đề án nợ đọng từ trước ngày 01/01/2020', 2])
})

test('a filter by an agency that never was is refused; by one without entries it finds none', async (t) => {
  const { keeper, programmeId, health } = await programmeWorld(t)
  for (const path of [
    'programme/items?',
    'programme/ledger?',
    'programme/summary?from=2021-01-01&to=2021-02-28&',
    'programme/recovery?owedOn=2021-01-01&by=2021-01-04&',
    'programme/detailing?',
    'tasks?',
    'statistics?',
    'statistics/trend?',
    'taskforce/recommendations?',
    'taskforce/questions?',
    'taskforce/inspections?',
    'search/counts?words=tinh&',
  ]) {
    const refused = await keeper.send('GET', `/api/${path}agencyId=999999`)
    assert.deepEqual(codeOf(refused), [400, 'request.no_such_agency'], path)
    assert.match(JSON.stringify(refused.body), /"agencyId"/)
    assert.equal((await keeper.send('GET', `/api/${path}agencyId=${health}`)).status, 200, path)
  }
  assert.equal((await listOf(keeper, `?agencyId=${health}&programmeId=${programmeId}`)).total, 0)
})

test('what is due today is not owed today', async (t) => {
  const world = await programmeWorld(t)
  await added(world, { day: '2021-01-20' })
  world.clock.set('2021-01-20')
  assert.equal((await ledgerOf(world.keeper)).owed, 0)
  world.clock.set('2021-01-21')
  assert.equal((await ledgerOf(world.keeper)).owed, 1)
  assert.equal((await ledgerOf(world.keeper, '?asOf=2021-01-20')).owed, 1)
})

test('on the day of an act the debt is what its flow ends with', async (t) => {
  const world = await programmeWorld(t)
  const { keeper } = world
  const name = (n: number) => ({ name: `Nghị định số ${n} (MẪU)` })
  const ids = []
  for (const [n, day] of ['2021-02-01', '2021-02-10', '2021-02-15', '2021-02-20', '2021-02-28'].entries()) {
    ids.push(await added(world, { ...name(n), day }))
  }
  world.clock.set('2021-02-20')
  const figures = async (query = '') => {
    const { owed, flow } = await ledgerOf(keeper, query)
    const { owedAtStart, newlyOwed, cleared, moved, stopped, owedAtEnd, to } = flow!
    assert.equal(owedAtStart + newlyOwed - cleared - stopped, owedAtEnd)
    assert.equal(owedAtEnd, owed)
    return [to, owed, newlyOwed, cleared, moved, stopped]
  }
  assert.deepEqual(await figures(), ['2021-02-20', 3, 3, 0, 0, 0])
  ok(await submitted(world.officer, ids[0]!, { sentOn: '2021-02-20' }))
  assert.deepEqual(await figures(), ['2021-02-20', 2, 3, 1, 0, 0])
  // A later day, and one that is today: neither is owed today.
  await changed(world, ids[1]!, { body: { kind: 'postpone', newMonth: '2021-04' } })
  assert.deepEqual(await figures(), ['2021-02-20', 1, 3, 2, 1, 0])
  await changed(world, ids[2]!, { body: { kind: 'postpone', newDay: '2021-02-20' } })
  assert.deepEqual(await figures(), ['2021-02-20', 0, 3, 3, 2, 0])
  const recovery = ok<RecoveryAnswer>(
    await keeper.send('GET', '/api/programme/recovery?owedOn=2021-02-19&by=2021-02-20'),
  )
  assert.deepEqual([recovery.owed, recovery.submitted, recovery.gone, recovery.left], [3, 1, 2, 0])
  const { rows } = ok<YearList>(await keeper.send('GET', '/api/programme/years'))
  assert.deepEqual([rows[0]!.newlyOwed, rows[0]!.cleared, rows[0]!.owedAtEnd], [3, 3, 0])

  // Tomorrow what fell due today is owed.
  world.clock.set('2021-02-21')
  assert.deepEqual(await figures(), ['2021-02-21', 2, 4, 2, 1, 0])
})

test('postponed in the year: of the programme of the year, due or not, by a decision of that year; the figure opens its rows', async (t) => {
  const world = await february(t)
  const { keeper, programmeId, d, next } = world
  // Before it is due: no debt is cleared by it, and it is a postponement all the same.
  await changed(world, next, { by: keeper, body: { kind: 'postpone', newMonth: '2022-03' } }, { actOn: '2021-03-20' })
  const slipped = async (asOf: string) => {
    const { programmeId: of, items, moved, movedTwice, meanDays } = (await ledgerOf(keeper, `?asOf=${asOf}`)).slippage
    assert.equal(of, asOf < '2022' ? programmeId : null)
    if (of !== null) {
      const listed = `?asOf=${asOf}&programmeId=${of}&standing=counted`
      const rows = await listOf(keeper, `${listed}&actFrom=${asOf.slice(0, 4)}-01-01&actTo=${asOf}`)
      assert.deepEqual([rows.total, (await listOf(keeper, listed)).total], [moved, items])
    }
    return [items, moved, movedTwice, meanDays]
  }
  assert.deepEqual(await slipped('2021-03-17'), [5, 0, 0, null])
  assert.deepEqual(await slipped('2021-03-18'), [5, 1, 0, 61])
  assert.deepEqual(await slipped('2021-03-20'), [5, 2, 0, 213])
  await changed(world, d, { by: keeper, body: { kind: 'postpone', newMonth: '2021-05' } }, { actOn: '2021-03-20' })
  assert.deepEqual((await slipped('2021-03-20')).slice(0, 3), [5, 2, 1])
  // Of a year without a programme nothing is said.
  world.clock.set('2022-01-05')
  assert.deepEqual(await slipped('2022-01-05'), [0, 0, 0, null])
})

test('the ledger by body, level, deputy, age and times postponed; promises and recovery; slippage', async (t) => {
  const world = await february(t)
  const { keeper, officer, c } = world
  const whole = await ledgerOf(keeper, '?asOf=2021-03-02')
  assert.deepEqual(
    [whole.owed, whole.carried, whole.groups.map(({ label, owed, due }) => [label, owed, due])],
    [3, 0, [['Bộ Tài chính', 3, 4]]],
  )
  assert.deepEqual(whole.flow, {
    from: '2021-01-01',
    to: '2021-03-02',
    owedAtStart: 0,
    newlyOwed: 3,
    cleared: 0,
    moved: 0,
    stopped: 0,
    owedAtEnd: 3,
  })
  const by = async (name: string) =>
    (await ledgerOf(keeper, `?asOf=2021-03-02&by=${name}`)).groups.map(({ key, owed }) => [key, owed])
  assert.deepEqual(await by('inCharge'), [
    ['Phó Thủ tướng 2 (MẪU)', 2],
    ['Phó Thủ tướng 1 (MẪU)', 1],
  ])
  assert.deepEqual(
    [await by('level'), await by('age'), await by('moves')],
    [[['government', 3]], [['0-30', 3]], [['0', 3]]],
  )
  const now = await ledgerOf(keeper)
  assert.deepEqual(
    [now.owed, now.flow!.cleared, now.flow!.moved, now.slippage.moved, now.slippage.meanDays],
    [1, 2, 1, 1, 61],
  )

  const promise = { recoverBy: '2021-03-25', reason: 'Đang hoàn thiện hồ sơ', byWhom: 'Thứ trưởng (MẪU)' }
  assert.deepEqual(codeOf(await act(officer, world.a, 'promises', promise)), [409, 'programme.wrong_state'])
  assert.deepEqual(codeOf(await act(officer, world.d, 'promises', promise)), [409, 'programme.not_owed'])
  assert.deepEqual(codeOf(await act(officer, c, 'promises', { ...promise, recoverBy: '2021-03-01' })), [
    400,
    'programme.promise_in_past',
  ])
  ok(await act(officer, c, 'promises', promise))
  assert.deepEqual([(await ledgerOf(keeper)).promised, (await itemOf(keeper, c)).promises[0]!.outcome], [1, 'waiting'])
  const promisedOn = async (query: string) =>
    (await listOf(keeper, `${query}&standing=owed`)).rows.map(({ recoverBy }) => recoverBy)
  world.clock.set('2021-03-21')
  assert.deepEqual(
    [await promisedOn('?asOf=2021-03-20'), await promisedOn('?asOf=2021-03-20&knownOn=2021-03-19')],
    [['2021-03-25'], [null]],
  )
  assert.deepEqual(await promisedOn('?asOf=2021-03-20&knownBefore=2021-03-20T00:00:00Z'), [null])
  world.clock.set('2021-03-27')
  assert.deepEqual(
    [(await ledgerOf(keeper)).broken, (await itemOf(keeper, c)).promises[0]!.outcome, (await itemOf(keeper, c)).dueOn],
    [1, 'broken', '2021-02-28'],
  )
  const recovery: RecoveryAnswer = ok(
    await keeper.send('GET', '/api/programme/recovery?owedOn=2021-02-28&by=2021-03-10'),
  )
  assert.deepEqual([recovery.owed, recovery.submitted, recovery.gone, recovery.left], [3, 1, 0, 2])
  for (const [path, field] of [
    ['recovery?owedOn=2021-02-28&by=2021-01-09', 'by'],
    ['summary?from=2021-03-31&to=2021-01-01', 'to'],
  ] as const) {
    const backwards = await keeper.send('GET', `/api/programme/${path}`)
    assert.deepEqual(codeOf(backwards), [400, 'programme.ends_before'])
    assert.match(JSON.stringify(backwards.body), new RegExp(`"${field}"`))
  }
})

test('a year is closed once it is over; what is owed is carried over with its due days; the count balances in the database', async (t) => {
  const world = await february(t)
  const { keeper, c } = world
  const close = (year: number) => keeper.send('POST', `/api/programme/years/${year}/close`)
  assert.deepEqual(codeOf(await close(2021)), [409, 'programme.year_not_over'])
  world.clock.set('2022-01-10')
  assert.deepEqual(codeOf(await close(2021)), [409, 'programme.no_next_year'])
  const nextId = await issuedProgramme(keeper, '2022', '2022-01-05')
  assert.deepEqual(codeOf(await world.officer.send('POST', '/api/programme/years/2021/close')), [
    403,
    'programme.not_keeper',
  ])
  const closed = await changedOnce(keeper, 'POST', '/api/programme/years/2021/close')
  // C, the one that was postponed to April, and the health ministry's.
  assert.deepEqual(closed.body, { year: 2021, owedAtEnd: 3, carried: 3 })
  assert.deepEqual(codeOf(await close(2021)), [409, 'programme.year_closed'])
  const item = await itemOf(keeper, c)
  assert.deepEqual(
    [item.carriedSince, item.firstDueOn, item.programmes.map(({ title, carriedFrom }) => [title, carriedFrom])],
    [
      2021,
      '2021-02-28',
      [
        ['Chương trình công tác năm 2021', null],
        ['Chương trình công tác năm 2022', 'Chương trình công tác năm 2021'],
      ],
    ],
  )
  assert.equal((await listOf(keeper, `?programmeId=${nextId}`)).total, 3)
  const years: YearList = ok(await keeper.send('GET', '/api/programme/years'))
  const [running, past] = years.rows
  assert.deepEqual(
    [past!.owedAtStart, past!.newlyOwed, past!.cleared, past!.moved, past!.stopped, past!.owedAtEnd],
    [0, 5, 2, 1, 0, 3],
  )
  assert.equal(running!.owedAtStart, past!.owedAtEnd)
  // The database refuses a year that does not balance, and one that does not agree with its entries.
  const row = {
    year: 2019,
    owed_at_start: 0,
    newly_owed: 1,
    cleared: 0,
    moved: 0,
    stopped: 0,
    owed_at_end: 0,
    restated: 0,
    known_at: 'now',
    closed_at: 'now',
    closed_by: 'thử',
  }
  await assert.rejects(world.db.insertInto('programme.year_close').values(row).execute(), /year_balances/)
  await assert.rejects(
    world.db
      .insertInto('programme.year_close')
      .values({ ...row, owed_at_end: 1 })
      .execute(),
    /year_agrees|does not agree/,
  )
})

/** What closing writes, by hand: the year balances and carries over what it owes. */
const closedByHand = (db: World['db'], year: number) =>
  db.transaction().execute(async (trx) => {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`]
    await sql`
      insert into programme.year_close
      select ${year}::integer, f.owed_at_start, f.newly_owed, f.cleared, f.moved, f.stopped, f.owed_at_end, f.owed_at_start, now(), now(), 'thử'
      from programme.debt_flow(${first}::date, ${last}::date, now()) f`.execute(trx)
    await sql`
      insert into programme.carried (year, item_id, stems_from, owed_since)
      select ${year}::integer, s.item_id, extract(year from i.first_due_on)::integer, s.from_on
      from programme.debt_span(now(), ${last}::date, ${last}::date) s join programme.item i on i.item_id = s.item_id
      where s.from_on <= ${last}::date and s.to_on > ${last}::date`.execute(trx)
  })

test('without entries there is no year to close', async (t) => {
  const { keeper, db } = await programmeWorld(t)
  const years = ok<YearList>(await keeper.send('GET', '/api/programme/years'))
  assert.deepEqual(codeOf(await keeper.send('POST', '/api/programme/years/2020/close')), [
    409,
    'programme.nothing_to_close',
  ])
  assert.equal(
    years.rows.some(({ mayClose }) => mayClose),
    false,
  )
  await assert.rejects(closedByHand(db, 2020), /closed in their order/)
})

test('years are closed in their order; each begins with what the one before ended with and what was recorded since', async (t) => {
  const world = await february(t)
  const { keeper, db } = world
  const close = (year: number) => keeper.send('POST', `/api/programme/years/${year}/close`)
  const years = async () => ok<YearList>(await keeper.send('GET', '/api/programme/years')).rows
  const shown = async () =>
    (await years()).map(({ year, owedAtStart, restated, owedAtEnd, mayClose }) => [
      year,
      owedAtStart,
      restated,
      owedAtEnd,
      mayClose,
    ])
  world.clock.set('2024-01-10')
  // Nothing is offered that would be refused: 2021 has debts, and no programme of 2022 takes them.
  assert.deepEqual(await shown(), [
    [2024, 3, 0, 3, false],
    [2023, 3, 0, 3, false],
    [2022, 3, 0, 3, false],
    [2021, 0, 0, 3, false],
  ])
  assert.deepEqual(codeOf(await close(2021)), [409, 'programme.no_next_year'])
  await issuedProgramme(keeper, '2022', '2022-01-05')
  const of2023 = await issuedProgramme(keeper, '2023', '2023-01-05')
  const early = await close(2022)
  assert.deepEqual([codeOf(early), (early.body as { year: number }).year], [[409, 'programme.year_not_next'], 2021])
  assert.deepEqual((await shown()).at(-1), [2021, 0, 0, 3, true])
  ok(await close(2021))
  // What is recorded after the close of its year is shown as such, and carried over with the next.
  await added(world, { name: 'Đề án ghi muộn (MẪU)', month: '2021-06', actOn: '2021-01-05' })
  assert.deepEqual((await shown()).slice(2), [
    [2022, 4, 1, 4, true],
    [2021, 0, 0, 3, false],
  ])
  // The database holds the order too, both ways: 2023 not before 2022, and 2020 not after 2021.
  for (const year of [2020, 2023]) await assert.rejects(closedByHand(db, year), /closed in their order/, `${year}`)
  world.clock.set('2024-01-11')
  ok(await close(2022))
  assert.equal((await listOf(keeper, `?programmeId=${of2023}`)).total, 4)
  assert.deepEqual((await shown()).slice(0, 2), [
    [2024, 4, 0, 4, false],
    [2023, 4, 0, 4, false],
  ])
  assert.deepEqual(codeOf(await close(2021)), [409, 'programme.year_closed'])
})

test('a year that ends without debt needs no next programme', async (t) => {
  const world = await programmeWorld(t)
  const id = await added(world)
  world.clock.set('2021-02-20')
  ok(await submitted(world.officer, id, { sentOn: '2021-02-20' }))
  world.clock.set('2023-01-10')
  const close = (year: number) => world.keeper.send('POST', `/api/programme/years/${year}/close`)
  assert.deepEqual(codeOf(await close(2022)), [409, 'programme.year_not_next'])
  assert.deepEqual(ok(await close(2021)), { year: 2021, owedAtEnd: 0, carried: 0 })
  assert.deepEqual(ok(await close(2022)), { year: 2022, owedAtEnd: 0, carried: 0 })
})

test('a list of a past day has the requests that waited on it, as known then', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer, leader } = world
  const id = await added(world, { month: '2021-06' })
  const requested = async (query: string) => {
    const { total } = await listOf(keeper, `?only=requested${query}`)
    assert.equal((await listOf(keeper, `?limit=1${query}`)).rows[0]!.hasRequest, total === 1, query)
    return total
  }
  world.clock.set('2021-03-10')
  ok(await act(officer, id, 'changes', { kind: 'postpone', reason: 'Chờ Luật', newMonth: '2021-09' }))
  world.clock.set('2021-03-20')
  const { id: changeId } = (await itemOf(leader, id)).changes[0]!
  const granted = { decision: 'granted', decider: 'x', actNumber: '1', actOn: '2021-03-20' }
  ok(await act(leader, id, `changes/${changeId}/decide`, granted))
  assert.deepEqual(
    [
      await requested('&asOf=2021-03-09'),
      await requested('&asOf=2021-03-10'),
      await requested('&asOf=2021-03-19'),
      await requested('&asOf=2021-03-20'),
      await requested('&asOf=2021-03-20&knownOn=2021-03-19'),
      await requested('&asOf=2021-03-19&knownOn=2021-03-09'),
      // Asked and granted at noon.
      await requested('&asOf=2021-03-10&knownBefore=2021-03-10T04:00:00Z'),
      await requested('&asOf=2021-03-20&knownBefore=2021-03-20T04:00:00Z'),
    ],
    [0, 1, 1, 0, 1, 0, 0, 1],
  )
})

test('action plans: who must, by when, who has, with which document, on any day', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer } = world
  const body = {
    number: '02/NQ-CP',
    title: 'Cải thiện môi trường kinh doanh (MẪU)',
    calledOn: '2021-01-01',
    dueOn: '2021-01-20',
    ministries: true,
    provinces: true,
  }
  assert.deepEqual(codeOf(await officer.send('POST', '/api/programme/plan-calls', { body })), [
    403,
    'programme.not_keeper',
  ])
  const none = await keeper.send('POST', '/api/programme/plan-calls', {
    body: { ...body, ministries: false, provinces: false },
  })
  assert.deepEqual(codeOf(none), [400, 'planCall.no_one'])
  const { id } = ok<{ id: number }>(await keeper.send('POST', '/api/programme/plan-calls', { body }))
  const twice = await keeper.send('POST', '/api/programme/plan-calls', { body })
  assert.deepEqual(codeOf(twice), [409, 'planCall.known'])
  const call = async (who: Visitor, query = ''): Promise<PlanCall> =>
    ok(await who.send('GET', `/api/programme/plan-calls/${id}${query}`))
  const whole = await call(keeper)
  assert.deepEqual(
    [whole.ministries, whole.provinces],
    [
      { due: 22, issued: 0, late: 0 },
      { due: 63, issued: 0, late: 0 },
    ],
  )
  const own = await call(officer)
  assert.deepEqual(
    own.duties.map(({ agencyName, may }) => [agencyName, may]),
    [['Bộ Tài chính', ['issue']]],
  )
  const duty = own.duties[0]!.id
  const issue = (who: Visitor, issuedOn: string) =>
    who.send('POST', `/api/programme/plan-duties/${duty}/issue`, {
      body: { plan: JSON.stringify({ number: '90/QĐ-BTC', issuedOn }) },
    })
  assert.equal((await issue(world.other, '2021-01-04')).status, 404)
  assert.deepEqual(codeOf(await issue(officer, '2020-12-01')), [400, 'plan.before_call'])
  world.clock.set('2021-01-25')
  ok(await issue(officer, '2021-01-22'))
  assert.deepEqual(codeOf(await issue(officer, '2021-01-22')), [409, 'plan.known'])
  const list = ok<{ rows: PlanCallCard[] }>(
    await keeper.send('GET', '/api/programme/plan-calls?asOf=2021-01-22&knownOn=2021-01-25'),
  )
  assert.deepEqual(list.rows[0]!.ministries, { due: 22, issued: 1, late: 1 })
  assert.equal((await call(keeper, '?asOf=2021-01-21')).ministries.issued, 0)
  assert.equal((await call(keeper, '?group=ministry&plan=owed')).duties.length, 21)
  const ask = {
    actor: keeper.actor as never,
    from: '2021-01-01',
    asOf: '2021-01-25',
    knownOn: null,
    today: '2021-01-25',
  }
  const figure = async (name: string) => (await house.figures.get(`programme.${name}`)!.compute(world.db, ask)).value
  assert.deepEqual(
    [
      await figure('plansIssuedMinistries'),
      await figure('plansDueMinistries'),
      await figure('plansIssuedProvinces'),
      await figure('plansDueProvinces'),
    ],
    [1, 22, 0, 63],
  )
  world.clock.set('2021-01-26')
  ok(await officer.send('POST', `/api/programme/plan-duties/${duty}/withdraw`, { body: { reason: 'Ghi nhầm số' } }))
  assert.equal((await call(keeper)).ministries.issued, 0)
  assert.equal((await call(keeper, '?asOf=2021-01-25&knownOn=2021-01-25')).ministries.issued, 1)

  // A resolution that was recorded later is in no list of what was known before, nor opened from one.
  const calls = async (query: string) =>
    ok<{ rows: PlanCallCard[] }>(await keeper.send('GET', `/api/programme/plan-calls?${query}`)).rows.length
  for (const query of ['knownOn=2021-01-03', 'knownBefore=2021-01-04T04:00:00Z', 'asOf=2020-12-31']) {
    assert.equal(await calls(query), 0, query)
    assert.equal((await keeper.send('GET', `/api/programme/plan-calls/${id}?${query}`)).status, 404, query)
  }
  assert.equal(await calls('knownOn=2021-01-04'), 1)
})

test('the second debt: texts of laws in force that are not issued', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer } = world
  const duty = {
    lawNumber: '64/2020/QH14',
    lawTitle: 'Luật MẪU',
    lawEffectOn: '2021-01-01',
    clause: 'Điều 5 khoản 3',
    name: 'Nghị định quy định chi tiết (MẪU)',
    textKind: 'decree',
    leadAgencyId: world.agencies.finance,
  }
  const { id } = ok<{ id: number }>(await keeper.send('POST', '/api/programme/detailing', { body: duty }))
  ok(
    await keeper.send('POST', '/api/programme/detailing', {
      body: { ...duty, clause: 'Điều 9', lawEffectOn: '2021-07-01' },
    }),
  )
  assert.deepEqual(codeOf(await keeper.send('POST', '/api/programme/detailing', { body: duty })), [
    409,
    'detailing.known',
  ])
  const list = async (query = ''): Promise<DetailingList> =>
    ok(await officer.send('GET', `/api/programme/detailing${query}`))
  assert.deepEqual([(await list()).owed, (await list()).rows.map(({ standing }) => standing)], [1, ['owed', 'coming']])
  const laws = async (asOf: string) => [(await list(`?asOf=${asOf}`)).laws, (await list(`?asOf=${asOf}`)).rows.length]
  assert.deepEqual(
    [await laws('2019-12-31'), await laws('2020-01-01')],
    [
      [0, 0],
      [1, 2],
    ],
    'a law of 2020 was none before',
  )
  world.clock.set('2021-02-15')
  const body = { number: '20/2021/NĐ-CP', issuedOn: '2021-02-10', effectOn: '2021-03-01' }
  assert.deepEqual(codeOf(await officer.send('POST', `/api/programme/detailing/${id}/issue`, { ifMatch: 1, body })), [
    403,
    'programme.not_keeper',
  ])
  await changedOnce(keeper, 'POST', `/api/programme/detailing/${id}/issue`, { ifMatch: 1, body })
  const now = await list('?detailing=late')
  assert.deepEqual([now.owed, now.issuedLate, now.rows[0]!.daysLate, now.rows[0]!.effectOn], [0, 1, 40, '2021-03-01'])
  assert.equal((await list('?asOf=2021-02-09')).owed, 1)

  // A slip is annulled: the text never was, as known from then on; and what cannot be is refused.
  world.clock.set('2021-02-20')
  const annul = { ifMatch: 2, body: { reason: 'Ghi nhầm văn bản' } }
  assert.equal((await officer.send('POST', `/api/programme/detailing/${id}/annul`, annul)).status, 403)
  await changedOnce(keeper, 'POST', `/api/programme/detailing/${id}/annul`, annul)
  assert.deepEqual(
    [
      (await list()).owed,
      (await list('?asOf=2021-02-15')).owed,
      (await list('?asOf=2021-02-15&knownOn=2021-02-19')).owed,
    ],
    [1, 1, 0],
  )
  // A figure computed again counts what its list shows, whatever was annulled since.
  const figure = async (known: { knownOn: string | null; knownBefore?: string }) => {
    const ask = { actor: keeper.actor as never, from: '2021-01-01', asOf: '2021-02-15', today: '2021-02-20' }
    const { value, rows } = await house.figures.get('programme.detailingOwed')!.compute(world.db, { ...ask, ...known })
    const query = new URLSearchParams(rows!.split('?')[1])
    query.delete('tab')
    assert.equal((await list(`?${query}`)).rows.length, value, rows!)
    return value
  }
  assert.deepEqual(
    [
      await figure({ knownOn: null }),
      await figure({ knownOn: '2021-02-19' }),
      await figure({ knownOn: null, knownBefore: '2021-02-19T00:00:00Z' }),
    ],
    [1, 0, 0],
  )
  const issue = (input: object, to = id, version = 3) =>
    keeper.send('POST', `/api/programme/detailing/${to}/issue`, { ifMatch: version, body: { ...body, ...input } })
  const again = await keeper.send('POST', `/api/programme/detailing/${id}/annul`, { ...annul, ifMatch: 3 })
  assert.deepEqual(codeOf(again), [409, 'detailing.nothing_to_annul'])
  assert.deepEqual(codeOf(await issue({ issuedOn: '1950-01-01' })), [400, 'detailing.before_law'])
  ok(await issue({ issuedOn: '2021-02-11' }))
  assert.equal((await list('?asOf=2021-02-15')).owed, 0)
  const other = (await list()).rows.find(({ standing }) => standing === 'coming')!.id
  assert.deepEqual(codeOf(await issue({ issuedOn: '2021-02-12' }, other, 1)), [400, 'detailing.number_used'])
  // One decree details both clauses.
  ok(await issue({ issuedOn: '2021-02-11' }, other, 1))
})

test('the week, also as a calendar that ends with a change of password', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer } = world
  const item = await added(world, { day: '2021-01-06' })
  const body = {
    on: '2021-01-05',
    from: '08:00',
    to: '11:30',
    title: 'Phiên họp Chính phủ (MẪU)',
    place: 'Trụ sở Chính phủ',
    chair: 'Thủ tướng (MẪU)',
    itemId: item,
  }
  assert.deepEqual(codeOf(await officer.send('POST', '/api/programme/sittings', { body })), [
    403,
    'programme.not_keeper',
  ])
  assert.deepEqual(codeOf(await keeper.send('POST', '/api/programme/sittings', { body: { ...body, to: '07:00' } })), [
    400,
    'sitting.ends_first',
  ])
  const { id } = ok<{ id: number }>(await keeper.send('POST', '/api/programme/sittings', { body }))
  await changedOnce(keeper, 'PUT', `/api/programme/sittings/${id}`, { ifMatch: 1, body: { ...body, from: '09:00' } })
  const week: Week = ok(await officer.send('GET', '/api/programme/week?on=2021-01-08'))
  assert.deepEqual(
    [week.firstOn, week.lastOn, week.sittings[0]!.startsAt, week.due.length, week.mayKeep],
    ['2021-01-04', '2021-01-10', '2021-01-05T02:00:00Z', 1, false],
  )
  // The line is everyone's; the entry is named to those who may read it.
  const ofOther: Week = ok(await world.other.send('GET', '/api/programme/week?on=2021-01-08'))
  assert.deepEqual(
    [week, ofOther].map(({ sittings }) => [sittings[0]!.title, sittings[0]!.item?.id]),
    [
      ['Phiên họp Chính phủ (MẪU)', item],
      ['Phiên họp Chính phủ (MẪU)', undefined],
    ],
  )
  const made = ok<{ id: number; address: string }>(
    await officer.send('POST', '/api/programme/feeds', { body: { scope: 'week' } }),
  )
  const path = new URL(made.address).pathname
  const feed = await world.send('GET', path)
  const [event] = new ICAL.Component(ICAL.parse(String(feed.body))).getAllSubcomponents('vevent')
  assert.deepEqual([feed.status, event!.getFirstPropertyValue('summary')], [200, 'Phiên họp Chính phủ (MẪU)'])
  assert.equal((await world.send('GET', path, { headers: { 'if-none-match': String(feed.headers.etag) } })).status, 304)
  const due = ok<{ address: string }>(await officer.send('POST', '/api/programme/feeds', { body: { scope: 'due' } }))
  assert.match(String((await world.send('GET', new URL(due.address).pathname)).body), /Hạn trình: Nghị định về phí/)
  ok(await keeper.send('POST', `/api/programme/sittings/${id}/withdraw`, { ifMatch: 2 }))
  assert.doesNotMatch(String((await world.send('GET', path)).body), /VEVENT/)
  ok(await officer.send('DELETE', `/api/programme/feeds/${made.id}`))
  assert.equal((await world.send('GET', path)).status, 404)
})

test('a day to come is refused by its field: of it nothing is owed or submitted yet', async (t) => {
  const { keeper, clock } = await programmeWorld(t)
  clock.set('2021-03-02')
  for (const [path, field] of [
    ['items?asOf=2021-03-03&standing=owed', 'asOf'],
    ['ledger?asOf=2030-01-01', 'asOf'],
    ['summary?from=2021-01-01&to=2021-12-31&asOf=2021-12-31', 'asOf'],
    ['recovery?owedOn=2021-01-01&by=2021-03-03', 'by'],
    ['recovery?owedOn=2021-04-01&by=2021-04-02', 'by'],
  ] as const) {
    const refused = await keeper.send('GET', `/api/programme/${path}`)
    assert.deepEqual(codeOf(refused), [400, 'request.day_ahead'], path)
    assert.equal((refused.body as { fields: { path: string }[] }).fields[0]!.path, field, path)
  }
  assert.equal((await keeper.send('GET', '/api/programme/ledger?asOf=2021-03-02')).status, 200)
  const turned = await keeper.send('GET', '/api/programme/items?from=2021-03-01&to=2021-02-01')
  assert.deepEqual(codeOf(turned), [400, 'request.range'])
})
