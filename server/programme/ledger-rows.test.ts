import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../house.ts'
import type { Visitor } from '../test/app.ts'
import type { Ledger, LedgerQuery, RecoveryAnswer, YearList } from './ledger-shapes.ts'
import {
  act,
  added,
  changed,
  checked,
  codeOf,
  issuedProgramme,
  itemOf,
  listOf,
  ok,
  programmeWorld,
  submitted,
} from './programme.fixture.ts'

const promise = (recoverBy: string) => ({ recoverBy, reason: 'Đang hoàn thiện', byWhom: 'Thứ trưởng (MẪU)' })

/**
 * Two years with what moves a debt: a file returned and sent again, a year closed and an entry recorded after it, a stop, two
 * postponements of one entry, a submission annulled, promises moved and broken, a text issued before a reorganisation that its lead does not outlive.
 */
async function twoYears(t: Parameters<typeof programmeWorld>[0]) {
  const world = await programmeWorld(t, '2020-01-06')
  const { keeper, officer, clock, agencies, health } = world
  const of2020 = { actOn: '2020-01-06' }
  const entry = (name: string, day: string, change = {}) =>
    added(world, { ...of2020, name: `${name} (MẪU)`, day, inCharge: 'Phó Thủ tướng (MẪU)', ...change })
  const a = await entry('A', '2020-02-05')
  const b = await entry('B', '2020-05-15', { inCharge: undefined })
  const c = await entry('C', '2020-06-15', { level: 'primeMinister' })
  const d = await entry('D', '2020-10-15', { leadAgencyId: health })
  clock.set('2020-02-20')
  ok(await submitted(officer, a, { sentOn: '2020-02-20' }))
  clock.set('2020-03-02')
  ok(await checked(keeper, a, { outcome: 'returned', reasons: ['Thiếu báo cáo'], there: [], registryNumber: '1201' }))
  clock.set('2020-03-10')
  ok(await submitted(officer, a, { number: 'A2/TTr-BTC', sentOn: '2020-03-10' }))
  clock.set('2021-01-05')
  const programmeId = await issuedProgramme(keeper, '2021', '2021-01-05')
  ok(await keeper.send('POST', '/api/programme/years/2020/close'))
  clock.set('2021-01-06')
  await entry('E', '2020-11-20')
  const of2021 = { ...world, programmeId }
  const next = (name: string, day: string) =>
    added(of2021, { name: `${name} (MẪU)`, day, actOn: '2021-01-06', inCharge: 'Phó Thủ tướng (MẪU)' })
  const f = await next('F', '2021-02-10')
  const g = await next('G', '2021-01-15')
  await next('H', '2021-12-15')
  ok(await act(officer, b, 'promises', promise('2021-02-01')))
  clock.set('2021-01-16')
  ok(await submitted(officer, g, { sentOn: '2021-01-16' }))
  ok(await checked(keeper, g, { registryNumber: '1207' }))
  ok(await act(keeper, g, 'consider', { on: '2021-01-16' }))
  ok(await act(keeper, g, 'sign', { number: '20/2021/NĐ-CP', signedOn: '2021-01-16' }))
  ok(await act(keeper, g, 'issue', { issuedOn: '2021-01-16', effectOn: '2021-05-01' }))
  const stands = { ...of2021, officer: world.other }
  clock.set('2021-01-20')
  ok(await act(officer, c, 'promises', promise('2021-01-25')))
  await changed(stands, d, { body: { kind: 'postpone', newDay: '2021-02-15' } }, { actOn: '2021-01-20' })
  clock.set('2021-01-31')
  ok(await act(officer, b, 'promises', promise('2021-03-20')))
  clock.set('2021-02-05')
  await changed(of2021, c, { by: keeper, body: { kind: 'stop' } }, { actOn: '2021-02-05' })
  clock.set('2021-02-20')
  ok(await submitted(officer, f, { sentOn: '2021-02-20' }))
  clock.set('2021-02-25')
  ok(await act(world.other, d, 'promises', promise('2021-03-31')))
  await changed(stands, d, { body: { kind: 'postpone', newDay: '2021-03-03' } }, { actOn: '2021-02-25' })
  clock.set('2021-03-01')
  await sql`
    insert into registry.succession (old_agency_id, new_agency_id, kind, effective_on, source)
    values (${agencies.finance}, ${agencies.home}, 'main', '2021-03-01', 'Nghị quyết MẪU')`.execute(world.db)
  await world.db.transaction().execute((trx) =>
    house.succeed(trx, keeper.actor, {
      from: { id: agencies.finance, name: 'Bộ Tài chính' },
      to: agencies.home,
      on: '2021-03-01',
      source: 'Nghị quyết MẪU',
      now: clock.now(),
    }),
  )
  clock.set('2021-03-05')
  ok(await act(keeper, f, 'annul', { reason: 'Ghi nhầm đề án' }))
  ok(await act(keeper, b, 'promises', promise('2021-03-30')))
  ok(await act(keeper, f, 'promises', promise('2021-03-06')))
  ok(await act(keeper, f, 'promises', promise('2021-03-25')))
  clock.set('2021-03-08')
  // Due today by the decision of today: owed no more, and not yet again.
  await changed(stands, d, { by: keeper, body: { kind: 'postpone', newDay: '2021-03-08' } }, { actOn: '2021-03-08' })
  return world
}

type Search = Record<string, string | number>
type Row = { figure: string; count: number; rows: Search }

/** What each figure of the ledger counts and the list that its address opens, as the page has them. */
const ledgerRows = (ledger: Ledger, by: NonNullable<LedgerQuery['by']>, day: Search): Row[] => {
  const year = Number(ledger.asOf.slice(0, 4))
  const owed = { ...day, standing: 'owed' }
  const listed = { ...day, programmeId: ledger.slippage.programmeId ?? 0, standing: 'counted' }
  const act = { actFrom: `${year}-01-01`, actTo: ledger.asOf }
  const group = (key: string): Search =>
    by === 'agency' ? { agencyId: key, agencyBy: 'lead' } : { [by === 'inCharge' ? 'inCharge' : by]: key }
  const { flow, slippage } = ledger
  const of = (figure: string, count: number, rows: Search) => ({ figure, count, rows })
  return [
    of('owed', ledger.owed, owed),
    of('carried', ledger.carried, { ...owed, to: `${year - 1}-12-31` }),
    of('returned', ledger.returned, { ...owed, only: 'returned' }),
    of('promised', ledger.promised, { ...owed, only: 'promised' }),
    of('broken', ledger.broken, { ...owed, only: 'promiseBroken' }),
    of('promiseMoved', ledger.promiseMoved, { ...owed, only: 'promiseMoved' }),
    of('start', flow!.owedAtStart, { ...day, flow: 'start' }),
    of('new', flow!.newlyOwed, { ...day, flow: 'new' }),
    of('cleared', flow!.cleared, { ...day, flow: 'cleared' }),
    of('moved', flow!.moved, { ...day, flow: 'moved' }),
    of('stopped', flow!.stopped, { ...day, flow: 'stopped' }),
    of('end', flow!.owedAtEnd, { ...day, flow: 'end' }),
    ...(slippage.programmeId === null
      ? []
      : [
          of('slipped', slippage.moved, { ...listed, ...act }),
          of('slipped again', slippage.movedTwice, { ...listed, ...act, only: 'postponedAgain' }),
          of('listed', slippage.items, listed),
        ]),
    ...ledger.groups.flatMap(({ key, owed: count, due }) => [
      of(`${by} ${key}`, count, { ...owed, ...group(key) }),
      of(`${by} ${key} due`, due, {
        ...day,
        standing: 'counted',
        from: `${year}-01-01`,
        to: ledger.asOf,
        ...group(key),
      }),
    ]),
  ]
}

const query = (search: Search) =>
  `?${new URLSearchParams(Object.entries(search).map(([name, of]) => [name, String(of)]))}`

/** Every row of a list, over its pages. */
async function rowsOf(who: Visitor, search: Search) {
  const rows = []
  let cursor: string | null = null
  do {
    const page = await listOf(who, query({ ...search, limit: 2, ...(cursor === null ? {} : { cursor }) }))
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}

async function opens(who: Visitor, { figure, count, rows }: Row) {
  const { total } = await listOf(who, query(rows))
  assert.equal(total, count, `${figure}: ${query(rows)}`)
  assert.equal((await rowsOf(who, rows)).length, count, `${figure}: pages of ${query(rows)}`)
}

const MOMENTS = [
  {},
  { map: 'today' },
  { asOf: '2021-03-07' },
  { asOf: '2021-03-01', knownOn: '2021-03-02' },
  { asOf: '2021-02-28', map: 'today' },
  { asOf: '2021-02-20', knownOn: '2021-03-04' },
  { asOf: '2021-01-31' },
  { asOf: '2020-12-31' },
  { asOf: '2020-12-31', knownOn: '2021-01-05' },
  { asOf: '2020-03-05' },
] as const

test('each figure of the ledger opens as many rows as it counts, as of any day and as known on any day', async (t) => {
  const world = await twoYears(t)
  const { keeper } = world
  const seen = new Map<string, number>()
  for (const moment of MOMENTS) {
    for (const by of ['agency', 'level', 'inCharge', 'age', 'moves'] as const) {
      const ledger = ok<Ledger>(await keeper.send('GET', `/api/programme/ledger${query({ ...moment, by })}`))
      const { flow, owed } = ledger
      assert.equal(flow!.owedAtStart + flow!.newlyOwed - flow!.cleared - flow!.stopped, flow!.owedAtEnd)
      assert.equal(flow!.owedAtEnd, owed)
      for (const row of ledgerRows(ledger, by, moment)) {
        await opens(keeper, row)
        seen.set(row.figure, Math.max(seen.get(row.figure) ?? 0, row.count))
      }
    }
  }
  // Nothing here holds because it counts nothing.
  assert.deepEqual(
    [...seen].filter(([, count]) => count === 0).map(([figure]) => figure),
    [],
  )
  for (const figure of ['inCharge ', 'age 0-30', 'age 91-365', 'moves 0', 'moves 1', 'slipped again'])
    assert.ok(seen.has(figure), `${figure} of ${[...seen.keys()].join(', ')}`)

  // Of the year whose file was returned: one entry was owed, cleared and owed anew, and each time is a row with its days.
  const times = await rowsOf(keeper, { asOf: '2020-12-31', flow: 'cleared' })
  assert.deepEqual(
    times.map(({ name, time }) => [name, time]),
    [
      ['A (MẪU)', { from: '2020-02-05', to: '2020-02-20', began: 'passed', ended: 'submitted' }],
      ['A (MẪU)', { from: '2020-03-02', to: '2020-03-10', began: 'returned', ended: 'submitted' }],
    ],
  )
  assert.deepEqual(
    (await rowsOf(keeper, { flow: 'end' })).map(({ time }) => time?.to),
    Array.from({ length: 3 }, () => null),
  )
  assert.equal((await listOf(keeper, '')).rows[0]!.time, null)
})

test('each figure of the years opens its rows, of a closed year as it was known when it was closed', async (t) => {
  const { keeper } = await twoYears(t)
  const { rows } = ok<YearList>(await keeper.send('GET', '/api/programme/years'))
  assert.deepEqual(
    rows.map(({ year, owedAtStart, restated, closedAt }) => [year, owedAtStart, restated, closedAt !== null]),
    [
      [2021, 4, 1, false],
      [2020, 0, 0, true],
    ],
  )
  for (const { year, closedAt, ...of } of rows) {
    const day = { ...(year === 2021 ? {} : { asOf: `${year}-12-31` }), ...(closedAt ? { knownBefore: closedAt } : {}) }
    const parts = {
      start: of.owedAtStart,
      new: of.newlyOwed,
      cleared: of.cleared,
      moved: of.moved,
      stopped: of.stopped,
      end: of.owedAtEnd,
    }
    for (const [flow, count] of Object.entries(parts))
      await opens(keeper, { figure: `${year} ${flow}`, count, rows: { ...day, flow } })
  }
})

test('what was recovered opens its rows; what it is asked with is checked', async (t) => {
  const world = await twoYears(t)
  const { keeper } = world
  const parts = ['submitted', 'gone', 'left', 'kept', 'broken', 'running'] as const
  const seen = new Map<string, number>()
  for (const [owedOn, by, more] of [
    ['2020-12-31', '2021-03-08', {}],
    ['2020-12-31', '2021-01-22', {}],
    ['2020-12-31', '2021-02-28', { knownOn: '2021-01-25' }],
    ['2020-12-31', '2021-02-28', { level: 'government', agencyId: world.agencies.finance }],
    ['2021-02-15', '2021-02-28', { knownOn: '2021-03-01' }],
    ['2021-03-06', '2021-03-08', {}],
    ['2020-03-05', '2020-03-31', {}],
  ] as const) {
    const recovery = ok<RecoveryAnswer>(
      await keeper.send('GET', `/api/programme/recovery${query({ owedOn, by, ...more })}`),
    )
    assert.equal(recovery.submitted + recovery.gone + recovery.left, recovery.owed)
    const rows = { owedOn, asOf: by, ...more }
    await opens(keeper, { figure: 'owed', count: recovery.owed, rows })
    for (const recovered of parts) {
      await opens(keeper, { figure: recovered, count: recovery[recovered], rows: { ...rows, recovered } })
      seen.set(recovered, Math.max(seen.get(recovered) ?? 0, recovery[recovered]))
    }
  }
  assert.deepEqual(
    [...seen].filter(([, count]) => count === 0).map(([name]) => name),
    ['kept'],
  )
  for (const [path, code] of [
    ['recovered=left', 'programme.owed_on_missing'],
    ['owedOn=2021-03-02&asOf=2021-03-01', 'programme.ends_before'],
  ] as const) {
    const refused = await keeper.send('GET', `/api/programme/items?${path}`)
    assert.deepEqual(codeOf(refused), [400, code])
    assert.match(JSON.stringify(refused.body), /"owedOn"/)
  }
})

test('a promise is not wiped out by another: it stays broken, and how often the day moved is told', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer, clock } = world
  const id = await added(world, { day: '2021-02-01' })
  clock.set('2021-02-10')
  const far = await act(officer, id, 'promises', promise('2023-01-01'))
  assert.deepEqual(codeOf(far), [400, 'programme.promise_too_far'])
  assert.match(JSON.stringify(far.body), /"recoverBy"/)
  ok(await act(officer, id, 'promises', promise('2022-12-31')))
  ok(await act(officer, id, 'promises', promise('2021-02-20')))
  const told = async () => {
    const { promised, broken, promiseMoved } = ok<Ledger>(await keeper.send('GET', '/api/programme/ledger'))
    const { recoverBy, promiseMoves, promises } = await itemOf(keeper, id)
    return [promised, broken, promiseMoved, recoverBy, promiseMoves, promises.map(({ outcome }) => outcome)]
  }
  const recovery = async () => {
    const path = '/api/programme/recovery?owedOn=2021-02-10'
    const { kept, broken, running } = ok<RecoveryAnswer>(
      await keeper.send('GET', `${path}&by=${clock.now().toString().slice(0, 10)}`),
    )
    return [kept, broken, running]
  }
  assert.deepEqual(await told(), [1, 0, 1, '2021-02-20', 1, ['waiting', 'replaced']])
  // Neither is broken while neither day has passed.
  assert.deepEqual(await recovery(), [0, 0, 1])
  clock.set('2021-02-19')
  ok(await act(officer, id, 'promises', promise('2021-02-28')))
  clock.set('2021-02-21')
  assert.deepEqual(await told(), [1, 1, 1, '2021-02-28', 2, ['waiting', 'broken', 'replaced']])
  assert.deepEqual(await recovery(), [0, 1, 0])
  ok(await submitted(officer, id, { sentOn: '2021-02-21' }))
  // Submitted by the day named last, after the one named before.
  assert.deepEqual(await recovery(), [0, 1, 0])
  assert.deepEqual(await told(), [0, 0, 0, null, 0, ['kept', 'broken', 'kept']])
  // A debt that begins anew has promises of its own.
  clock.set('2021-03-10')
  ok(await checked(keeper, id, { outcome: 'returned', reasons: ['Thiếu báo cáo'], there: [], registryNumber: '1201' }))
  clock.set('2021-03-11')
  assert.deepEqual((await told()).slice(0, 5), [0, 0, 0, null, 0])
})
