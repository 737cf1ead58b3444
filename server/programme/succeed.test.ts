import assert from 'node:assert/strict'
import { test } from 'node:test'
import { house } from '../house.ts'
import { aSource, aTask, given } from '../tasks/task.fixture.ts'
import type { Visitor } from '../test/app.ts'
import type { Ledger } from './ledger-shapes.ts'
import type { DetailingList, PlanCall, PlanCallCard } from './plan-shapes.ts'
import {
  act,
  added,
  changed,
  checked,
  codeOf,
  itemOf,
  listOf,
  ok,
  programmeWorld,
  submitted,
  type World,
} from './programme.fixture.ts'

test('at a reorganisation open entries pass to the successor from that day', async (t) => {
  const world = await programmeWorld(t)
  const open = await added(world)
  world.clock.set('2021-02-20')
  const passed = await world.db.transaction().execute((trx) =>
    house.succeed(trx, world.keeper.actor, {
      from: { id: world.agencies.finance, name: 'Bộ Tài chính' },
      to: world.agencies.planning,
      on: '2021-02-20',
      source: 'Nghị quyết MẪU',
      now: world.clock.now(),
    }),
  )
  assert.equal(passed.programmeItems, 1)
  assert.equal((await itemOf(world.keeper, open)).leadAgencyId, world.agencies.planning)
  assert.equal((await listOf(world.keeper, '?asOf=2021-02-19')).rows[0]!.leadAgencyId, world.agencies.finance)
})

test('an end by hand passes nothing on; the reorganisation with that succession passes entries, plans and texts', async (t) => {
  const world = await programmeWorld(t, '2026-02-02')
  const { keeper, leader, agencies } = world
  const justice = await world.agency('bo-tu-phap')
  const administrator = await world.as('administrator')
  const open = await added(world, { month: '2026-03', actOn: '2026-02-02', leadAgencyId: justice })
  const call = { number: '02/NQ-MẪU', title: 'Kế hoạch (MẪU)', calledOn: '2026-02-02', dueOn: '2026-02-28' }
  const body = { ...call, ministries: true, provinces: false }
  const { id: plans } = ok<{ id: number }>(await keeper.send('POST', '/api/programme/plan-calls', { body }))
  world.clock.set('2026-02-10')
  const source = 'Nghị quyết MẪU'
  const { version } = ok<{ version: number }>(await administrator.send('GET', `/api/agencies/${justice}`))
  ok(
    await administrator.send('POST', `/api/agencies/${justice}/end`, {
      ifMatch: version,
      body: { on: '2026-02-10', source, heirId: agencies.home, withUnits: true },
    }),
  )
  const holders = async () => {
    const { duties } = ok<PlanCall>(await keeper.send('GET', `/api/programme/plan-calls/${plans}`))
    const item = await itemOf(keeper, open)
    return [item.leadAgencyId, duties.some(({ agencyId }) => agencyId === justice)]
  }
  assert.deepEqual(await holders(), [justice, true])
  // Recorded now, an entry joins those that the ended agency has still: its debt is not under two names.
  const late = await added(world, {
    name: 'Đề án ghi sau (MẪU)',
    month: '2026-04',
    actOn: '2026-02-02',
    leadAgencyId: justice,
  })
  assert.equal((await itemOf(keeper, late)).leadAgencyId, justice)

  const line = { old: 'Bộ Tư pháp', new: 'Bộ Nội vụ', kind: 'main', subject: '', source: '', founding: null }
  const { id } = ok<{ id: number }>(
    await administrator.send('POST', '/api/reorganisations', {
      body: { title: 'Sắp xếp (MẪU)', source, lines: [{ ...line, effectiveOn: '2026-02-10' }] },
    }),
  )
  const run = async (who: Visitor, path: string, options = {}) => {
    const { runId } = ok<{ runId: number }>(await who.send('POST', `/api/reorganisations/${id}/${path}`, options))
    await world.drain()
    return runId
  }
  const rehearsalId = await run(administrator, 'rehearse')
  const plan = ok<{ version: number }>(await leader.send('GET', `/api/reorganisations/${id}`))
  await run(leader, 'apply', { ifMatch: plan.version, body: { rehearsalId } })
  assert.deepEqual(await holders(), [agencies.home, false])
  assert.equal((await itemOf(keeper, late)).leadAgencyId, agencies.home)
  const after = await added(world, {
    name: 'Đề án ghi sau cùng (MẪU)',
    month: '2026-04',
    actOn: '2026-02-02',
    leadAgencyId: justice,
  })
  assert.equal((await itemOf(keeper, after)).leadAgencyId, agencies.home)
})

/** What the reorganisation of a day does with one agency. */
const passOn = (world: World, [id, name]: readonly [number, string], to: number, on: string) =>
  world.db.transaction().execute((trx) =>
    house.succeed(trx, world.keeper.actor, {
      from: { id, name },
      to,
      on,
      source: 'Nghị quyết MẪU',
      now: world.clock.now(),
    }),
  )

/** 19 of 22 ministries and 35 of 63 provinces have issued their plan; the planning ministry and one province have not. */
async function plansOf2021(world: World, owing: readonly number[]): Promise<number> {
  const { id } = ok<{ id: number }>(
    await world.keeper.send('POST', '/api/programme/plan-calls', {
      body: {
        number: '02/NQ-CP',
        title: 'Cải thiện môi trường kinh doanh (MẪU)',
        calledOn: '2021-01-01',
        dueOn: '2021-01-20',
        ministries: true,
        provinces: true,
      },
    }),
  )
  world.clock.set('2021-02-24')
  const left = { ministry: 19, province: 35, other: 0 }
  const { duties } = ok<PlanCall>(await world.keeper.send('GET', `/api/programme/plan-calls/${id}`))
  for (const duty of duties) {
    if (owing.includes(duty.agencyId) || left[duty.group] === 0) continue
    left[duty.group] -= 1
    const plan = JSON.stringify({ number: `${duty.id}/KH`, issuedOn: '2021-01-15' })
    ok(await world.keeper.send('POST', `/api/programme/plan-duties/${duty.id}/issue`, { body: { plan } }))
  }
  return id
}

test('who owes a plan passes to the successor; counts of a day before stay, by that day or by today', async (t) => {
  const world = await programmeWorld(t)
  const { finance, planning } = world.agencies
  const [haGiang, tuyenQuang] = [await world.agency('ubnd-ha-giang'), await world.agency('ubnd-tuyen-quang')]
  const id = await plansOf2021(world, [planning, haGiang])
  const detailing = ok<{ id: number }>(
    await world.keeper.send('POST', '/api/programme/detailing', {
      body: {
        lawNumber: '61/2020/QH14',
        lawTitle: 'Luật Đầu tư',
        lawEffectOn: '2021-01-01',
        clause: 'Điều 7',
        name: 'Nghị định quy định chi tiết (MẪU)',
        textKind: 'decree',
        leadAgencyId: planning,
      },
    }),
  )
  const call = async (query: string, who: Visitor = world.keeper): Promise<PlanCall> =>
    ok(await who.send('GET', `/api/programme/plan-calls/${id}${query}`))
  const counts = ({ ministries, provinces }: PlanCallCard) =>
    [ministries, provinces].map(({ issued, due }) => `${issued}/${due}`).join(' ')
  const holders = ({ duties }: PlanCall, of: number) =>
    duties
      .filter(({ id: duty }) => duty === of)
      .map(({ agencyId, agencyName, takenOverFrom }) => [agencyId, agencyName, takenOverFrom])
  const before = await call('?asOf=2021-02-24')
  assert.equal(counts(before), '19/22 35/63')
  const planned = before.duties.find(({ agencyId }) => agencyId === planning)!.id
  const mountain = before.duties.find(({ agencyId }) => agencyId === haGiang)!.id

  world.clock.set('2025-03-01')
  const passed = await passOn(world, [planning, 'Bộ Kế hoạch và Đầu tư'], finance, '2025-03-01')
  assert.deepEqual([passed.planDuties, passed.detailingDuties], [1, 1])
  assert.equal((await passOn(world, [planning, 'Bộ Kế hoạch và Đầu tư'], finance, '2025-03-01')).planDuties, 0)
  world.clock.set('2025-07-02')
  assert.equal((await passOn(world, [haGiang, 'Hà Giang'], tuyenQuang, '2025-07-01')).planDuties, 1)

  // Whichever day and whichever map: the same sums.
  for (const query of [
    '?asOf=2021-02-24',
    '?asOf=2021-02-24&knownOn=2021-02-24',
    '?asOf=2021-02-24&map=today',
    '?asOf=2025-02-28',
    '?asOf=2025-03-01',
    '?asOf=2025-07-01',
    '',
  ])
    assert.equal(counts(await call(query)), '19/22 35/63', query)
  const ministry = [planning, 'Bộ Kế hoạch và Đầu tư', null]
  const successor = [finance, 'Bộ Tài chính', 'Bộ Kế hoạch và Đầu tư']
  assert.deepEqual(holders(await call('?asOf=2021-02-24'), planned), [ministry])
  assert.deepEqual(holders(await call('?asOf=2025-02-28'), planned), [ministry])
  assert.deepEqual(holders(await call('?asOf=2025-03-01'), planned), [successor])
  assert.deepEqual(holders(await call('?asOf=2021-02-24&map=today'), planned), [successor])
  // As known before it was recorded, nothing had passed on.
  assert.deepEqual(holders(await call('?asOf=2025-03-01&knownOn=2025-02-28'), planned), [ministry])
  assert.equal(holders(await call('?asOf=2025-06-30'), mountain)[0]![0], haGiang)
  assert.equal(holders(await call('?asOf=2025-07-01'), mountain)[0]![0], tuyenQuang)
  assert.equal((await call('?asOf=2025-07-01')).mapOn, null)
  assert.equal((await call('?asOf=2021-02-24&map=today')).mapOn, '2025-07-02')

  // Figures count what the list shows, for the agency of the day.
  const figure = async (name: string, asOf: string, agencyId: number) => {
    const { value, rows } = await house.figures.get(`programme.${name}`)!.compute(world.db, {
      actor: world.keeper.actor as never,
      from: '2021-01-01',
      asOf,
      knownOn: null,
      today: '2025-07-02',
      agencyId,
    })
    if (rows === null) return value
    const query = new URLSearchParams(rows.split('?')[1])
    const isPlan = query.get('tab') === 'plans'
    for (const key of ['tab', 'call', 'year']) query.delete(key)
    const list = isPlan
      ? (await call(`?${query}`)).duties
      : ok<DetailingList>(await world.keeper.send('GET', `/api/programme/detailing?${query}`)).rows
    assert.equal(list.length, value, rows)
    return value
  }
  assert.deepEqual(
    [
      await figure('plansDueMinistries', '2021-02-24', planning),
      await figure('plansDueMinistries', '2025-03-01', planning),
      await figure('plansDueMinistries', '2025-03-01', finance),
      await figure('detailingOwed', '2025-02-28', planning),
      await figure('detailingOwed', '2025-03-01', planning),
      await figure('detailingOwed', '2025-03-01', finance),
    ],
    // A body that owes no plan has no such figure.
    [1, null, 2, 1, 0, 1],
  )
  const texts = ok<DetailingList>(await world.officer.send('GET', '/api/programme/detailing')).rows
  assert.deepEqual(
    texts.map((row) => [row.id, row.leadAgencyName]),
    [[detailing.id, 'Bộ Tài chính']],
  )

  // A list of the past offers nothing, whatever it shows: what is recorded since is not in it.
  for (const query of ['?asOf=2025-07-01', '?knownOn=2025-07-02', '?knownBefore=2025-07-02T01:00:00Z'])
    assert.deepEqual(
      (await call(query, world.officer)).duties.flatMap(({ may }) => may),
      [],
      query,
    )
  // The successor issues what it took over; nobody else may.
  const issue = (who: Visitor) =>
    who.send('POST', `/api/programme/plan-duties/${planned}/issue`, {
      body: { plan: JSON.stringify({ number: '90/QĐ-BTC', issuedOn: '2025-06-30' }) },
    })
  assert.deepEqual((await call('', world.officer)).duties.map(({ may }) => may[0]).sort(), ['issue', 'withdraw'])
  assert.equal((await issue(world.other)).status, 404)
  ok(await issue(world.officer))
  assert.equal(counts(await call('')), '20/22 35/63')
  assert.equal(counts(await call('?asOf=2025-06-29')), '19/22 35/63')
})

test('the ledger by agency: of that day, or by today’s map, and each figure opens its rows', async (t) => {
  const world = await programmeWorld(t)
  const { finance, planning } = world.agencies
  await added(world, { name: 'Đề án của Bộ Tài chính (MẪU)' })
  await added(world, { name: 'Đề án của Bộ Kế hoạch và Đầu tư (MẪU)', leadAgencyId: planning })
  world.clock.set('2025-03-01')
  await passOn(world, [planning, 'Bộ Kế hoạch và Đầu tư'], finance, '2025-03-01')
  world.clock.set('2025-03-05')
  const groups = async (query: string) => {
    const { groups: found, owed } = ok<Ledger>(
      await world.keeper.send('GET', `/api/programme/ledger?by=agency${query}`),
    )
    assert.equal(owed, 2, 'the sum is the same')
    for (const { key, owed: n } of found)
      assert.equal((await listOf(world.keeper, `?standing=owed&agencyId=${key}${query}`)).total, n, `${key}${query}`)
    return found.map(({ key, label, owed: n }) => [Number(key), label, n])
  }
  const ofThen = [
    [finance, 'Bộ Tài chính', 1],
    [planning, 'Bộ Kế hoạch và Đầu tư', 1],
  ]
  const ofToday = [[finance, 'Bộ Tài chính', 2]]
  const sorted = async (query: string) => (await groups(query)).sort((a, b) => Number(a[0]) - Number(b[0]))
  const expected = ofThen.toSorted((a, b) => Number(a[0]) - Number(b[0]))
  assert.deepEqual(await sorted('&asOf=2021-02-28'), expected)
  assert.deepEqual(await sorted('&asOf=2025-02-28'), expected)
  assert.deepEqual(await groups('&asOf=2025-03-01'), ofToday)
  assert.deepEqual(await groups('&asOf=2021-02-28&map=today'), ofToday)
  assert.deepEqual(await groups('&asOf=2025-02-28&map=today'), ofToday)
})

/** The planning ministry passes to the finance ministry on 01/03/2025; an entry of the planning ministry, and its task. */
async function reorganised2025(t: Parameters<typeof programmeWorld>[0]) {
  const world = await programmeWorld(t, '2025-01-06')
  const { finance, planning } = world.agencies
  const of2025 = { actOn: '2025-01-06', month: '2025-02', leadAgencyId: planning }
  const pass = () => {
    world.clock.set('2025-03-01')
    return passOn(world, [planning, 'Bộ Kế hoạch và Đầu tư'], finance, '2025-03-01')
  }
  const leadsOf = async (id: number) => [
    (await itemOf(world.keeper, id)).leadAgencyId,
    ...(await Promise.all(
      ['2025-02-28', '2025-03-01'].map(
        async (day) => (await listOf(world.keeper, `?asOf=${day}`)).rows.find((row) => row.id === id)!.leadAgencyId,
      ),
    )),
  ]
  return { ...world, finance, planning, of2025, pass, leadsOf }
}

test('an entry whose issue or stop is annulled after a reorganisation is the successor’s from that day', async (t) => {
  const world = await reorganised2025(t)
  const { keeper, leader, finance, planning, of2025, pass, leadsOf } = world
  const issued = await added(world, of2025)
  const stopped = await added(world, { ...of2025, name: 'Đề án dừng (MẪU)' })
  world.clock.set('2025-02-20')
  ok(await submitted(keeper, issued, { sentOn: '2025-02-20' }))
  ok(await checked(keeper, issued))
  ok(await act(keeper, issued, 'sign', { number: '20/2025/NĐ-CP', signedOn: '2025-02-20' }))
  ok(await act(keeper, issued, 'issue', { issuedOn: '2025-02-20', effectOn: '2025-05-01' }))
  await changed(
    world,
    stopped,
    { by: keeper, body: { kind: 'stop', reason: 'Không còn cần thiết' } },
    { actOn: '2025-02-20' },
  )
  assert.equal((await pass()).programmeItems, 0)
  world.clock.set('2025-03-05')
  assert.deepEqual(await leadsOf(issued), [planning, planning, planning])
  ok(await act(keeper, issued, 'annul', { reason: 'Nhầm văn bản' }))
  ok(await act(leader, stopped, 'annul', { reason: 'Nhầm đề án' }))
  for (const id of [issued, stopped]) assert.deepEqual(await leadsOf(id), [finance, planning, finance])
  // The ledger names no agency that has ended.
  const { groups } = ok<Ledger>(await keeper.send('GET', '/api/programme/ledger?by=agency'))
  assert.deepEqual(
    groups.map(({ key, owed }) => [Number(key), owed]),
    [[finance, 1]],
  )
})

test('an entry recorded after its lead has ended is the successor’s from that day, and not added again under its name', async (t) => {
  const world = await reorganised2025(t)
  const { keeper, finance, planning, of2025, pass, leadsOf } = world
  await pass()
  world.clock.set('2025-03-05')
  const id = await added(world, { ...of2025, month: '2025-04' })
  assert.deepEqual(await leadsOf(id), [finance, planning, finance])
  const again = {
    programmeId: world.programmeId,
    name: 'Nghị định về phí  (MẪU).',
    level: 'government',
    month: '2025-04',
    actNumber: '02/QĐ-TTg',
    actOn: '2025-03-05',
    leadAgencyId: finance,
  }
  const refused = await keeper.send('POST', '/api/programme/items', { body: again })
  assert.deepEqual(codeOf(refused), [400, 'programme.item_known'])
})

test('a task that is open again with its returned file is the successor’s from the reorganisation, and was not transferred', async (t) => {
  const world = await reorganised2025(t)
  const { keeper, finance, planning, of2025, pass } = world
  const id = await added(world, of2025)
  const source = { ...aSource(world.agencies), assignedOn: '2025-01-06' }
  const taskId = await given(world, source, aTask('II.1', planning, '2025-02-28'))
  ok(await act(keeper, id, 'task', { taskId }))
  world.clock.set('2025-02-20')
  ok(await submitted(keeper, id, { sentOn: '2025-02-20' }))
  await pass()
  world.clock.set('2025-03-05')
  ok(await checked(keeper, id, { outcome: 'returned', reasons: ['Thiếu dự thảo'] }))
  const task = ok<{
    state: string
    parties: { agencyId: number; isAccountable: boolean; sinceOn: string; endedOn: string | null }[]
  }>(await keeper.send('GET', `/api/tasks/${taskId}`))
  assert.equal(task.state, 'inProgress')
  const lead = task.parties.find(({ isAccountable, endedOn }) => isAccountable && endedOn === null)!
  assert.deepEqual([lead.agencyId, lead.sinceOn], [finance, '2025-03-01'])
  const { entries } = ok<{ entries: { event: string }[] }>(await keeper.send('GET', `/api/tasks/${taskId}/history`))
  const events = entries.map(({ event }) => event)
  assert.deepEqual(
    ['task.movedBySuccession', 'task.transferred'].map((event) => events.includes(event)),
    [true, false],
  )
})
