import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { formatDay } from '../platform/calendar.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { assignAll } from './assign.ts'
import { lockOpenParts, redirectRequests } from './open-parts.ts'
import type { Task } from './shapes.ts'
import { succeedAll, type TaskMove } from './succession.ts'
import { agenciesOf, aSource, aTask, FINANCE, given, HOME, PLANNING } from './task.fixture.ts'

const SYSTEM = systemActor('sắp xếp')
const DAY = '2021-02-01'

async function move(app: TestApp, moves: readonly TaskMove[]): Promise<void> {
  await app.db.transaction().execute((trx) => succeedAll(trx, SYSTEM, moves, app.clock.now()))
}

test('the lead passes on from the day of the reorganisation; state, percent and open requests stay', async (t) => {
  const app = await freshApp(t, { at: '2021-01-12' })
  const agencies = await agenciesOf(app)
  const follower = await app.as('followUp')
  const before = await app.as('officer', { agency: PLANNING })
  const after = await app.as('officer', { agency: FINANCE })
  const stranger = await app.as('officer', { agency: HOME })
  const id = await given(app, aSource(agencies), aTask('1', agencies.planning, '2021-06-30'))
  const read = async () => (await follower.send('GET', `/api/tasks/${id}`)).body as Task
  await before.send('POST', `/api/tasks/${id}/receive`, { body: {}, ifMatch: 1 })
  await before.send('POST', `/api/tasks/${id}/progress`, { body: { percent: 30, body: 'Đang làm' }, ifMatch: 2 })
  const extension = { newDueOn: '2021-09-30', reason: 'Cần thêm thời gian' }
  const request = await before.send('POST', `/api/tasks/${id}/requests/extension`, { body: extension, ifMatch: 3 })
  assert.equal(request.status, 200)

  app.clock.set('2021-02-28')
  const from = { id: agencies.planning, name: 'Bộ Kế hoạch và Đầu tư' }
  const leadTo = { id: agencies.finance, name: 'Bộ Tài chính' }
  await move(app, [{ taskId: id, from, leadTo, restTo: leadTo, on: DAY, reason: 'Nghị quyết mẫu' }])

  const task = await read()
  assert.equal(task.state, 'inProgress')
  assert.equal(task.percent, 30)
  assert.equal(task.version, 5)
  assert.equal(task.requests.length, 1)
  assert.equal(task.requests[0]?.decision, null)
  assert.deepEqual(
    task.parties.map(({ agencyId, isAccountable, sinceOn, endedOn }) => ({
      agencyId,
      isAccountable,
      sinceOn,
      endedOn,
    })),
    [
      { agencyId: agencies.planning, isAccountable: true, sinceOn: '2021-01-12', endedOn: DAY },
      { agencyId: agencies.finance, isAccountable: true, sinceOn: DAY, endedOn: null },
    ],
  )
  const { body: history } = await follower.send('GET', `/api/tasks/${id}/history`)
  const { entries } = history as { entries: { event: string; happenedOn: string; detail: unknown }[] }
  const entry = entries.find(({ event }) => event === 'task.movedBySuccession')
  assert.equal(entry?.happenedOn, DAY)
  assert.deepEqual(entry.detail, { reason: 'Nghị quyết mẫu', from: 'Bộ Kế hoạch và Đầu tư', to: 'Bộ Tài chính' })

  const leadOn = async (asOf: string, knownOn?: string) => {
    const { body } = await follower.send('GET', `/api/tasks?asOf=${asOf}${knownOn ? `&knownOn=${knownOn}` : ''}`)
    return (body as { rows: { leadAgencyId: number }[] }).rows[0]?.leadAgencyId
  }
  assert.equal(await leadOn('2021-01-31'), agencies.planning, `${formatDay('2021-01-31')} is before the reorganisation`)
  assert.equal(await leadOn('2021-02-10'), agencies.planning, 'as known then')
  assert.equal(await leadOn('2021-02-10', '2021-02-28'), agencies.finance, 'as known now')
  assert.equal(await leadOn('2021-02-28'), agencies.finance)
  assert.equal((await after.send('GET', `/api/tasks/${id}`)).status, 200)
  assert.equal((await stranger.send('GET', `/api/tasks/${id}`)).status, 404)
})

test('a task assigned after that day passes on the day it was assigned', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const source = aSource(agencies, { assignedOn: '2021-02-15' })
  const id = await given(app, source, aTask('1', agencies.planning, null))
  const from = { id: agencies.planning, name: 'Cũ' }
  const leadTo = { id: agencies.finance, name: 'Mới' }
  await move(app, [{ taskId: id, from, leadTo, on: DAY, reason: 'Mẫu' }])
  const { rows } = await sql<{ since: string }>`
    select since_on as since from tasks.party where task_id = ${id} and ended_on is null`.execute(app.db)
  assert.deepEqual(rows, [{ since: '2021-02-15' }])
})

test('parts merge: no agency has the same part twice, and a lead has no other part', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const part = (role: 'lead' | 'coordinating', agencyId: number) => ({
    role,
    agencyId,
    namedAs: 'Cơ quan',
    scope: null,
    isAccountable: false,
  })
  const lead = { ...part('lead', agencies.home), isAccountable: true }
  const one = await given(
    app,
    aSource(agencies),
    aTask('1', agencies.home, null, {
      parties: [lead, part('coordinating', agencies.planning), part('coordinating', agencies.finance)],
    }),
  )
  const two = await given(
    app,
    aSource(agencies),
    aTask('2', agencies.planning, null, {
      parties: [{ ...part('lead', agencies.planning), isAccountable: true }, part('lead', agencies.finance)],
    }),
  )
  const three = await given(
    app,
    aSource(agencies),
    aTask('3', agencies.home, null, { parties: [lead, part('coordinating', agencies.planning)] }),
  )
  const from = { id: agencies.planning, name: 'Cũ' }
  const heir = { id: agencies.finance, name: 'Mới' }
  await move(app, [
    { taskId: one, from, restTo: heir, on: DAY, reason: 'Mẫu' },
    { taskId: two, from, leadTo: heir, restTo: heir, on: DAY, reason: 'Mẫu' },
    { taskId: three, from, restTo: null, on: DAY, reason: 'Mẫu' },
  ])
  const { rows } = await sql<{ task_id: number; agency_id: number; role: string; is_accountable: boolean }>`
    select task_id, agency_id, role, is_accountable from tasks.party where ended_on is null
    order by task_id, position`.execute(app.db)
  assert.deepEqual(rows, [
    { task_id: one, agency_id: agencies.home, role: 'lead', is_accountable: true },
    { task_id: one, agency_id: agencies.finance, role: 'coordinating', is_accountable: false },
    { task_id: two, agency_id: agencies.finance, role: 'lead', is_accountable: true },
    { task_id: three, agency_id: agencies.home, role: 'lead', is_accountable: true },
  ])
})

test('open parts of an agency are found, closed tasks are not; transfer requests name the successor', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const officer = await app.as('officer', { agency: HOME })
  const led = await given(app, aSource(agencies), aTask('1', agencies.planning, null))
  const ended = await given(app, aSource(agencies), aTask('2', agencies.planning, null))
  const asking = await given(app, aSource(agencies), aTask('3', agencies.home, null))
  const follower = await app.as('followUp')
  await follower.send('POST', `/api/tasks/${ended}/cancel`, { body: { reason: 'Không còn' }, ifMatch: 1 })
  const request = await officer.send('POST', `/api/tasks/${asking}/requests/transfer`, {
    body: { agencyId: agencies.planning, reason: 'Thuộc lĩnh vực khác' },
    ifMatch: 1,
  })
  assert.equal(request.status, 200)
  await app.db.transaction().execute(async (trx) => {
    assert.deepEqual(await lockOpenParts(trx, agencies.planning), [
      { taskId: led, isLead: true, isFollowUp: false, hasPart: false },
    ])
    assert.equal(await redirectRequests(trx, agencies.planning, agencies.finance), 1)
    assert.equal(await redirectRequests(trx, agencies.planning, agencies.finance), 0)
  })
})

test('a reopened task of an ended agency passes to its successor', async (t) => {
  const app = await freshApp(t, { at: '2025-01-15' })
  const agencies = await agenciesOf(app)
  const officer = await app.as('officer', { agency: PLANNING })
  const follower = await app.as('followUp')
  const source = aSource(agencies, { assignedOn: '2025-01-10' })
  const [ended, living] = [
    await given(app, source, aTask('1', agencies.planning, '2025-03-31')),
    await given(app, source, aTask('2', agencies.finance, '2025-03-31')),
  ]
  const finance = await app.as('officer', { agency: FINANCE })
  for (const [id, by] of [
    [ended, officer],
    [living, finance],
  ] as const) {
    const done = { completedOn: '2025-01-15', body: 'Xong' }
    await by.send('POST', `/api/tasks/${id}/receive`, { body: {}, ifMatch: 1 })
    await by.send('POST', `/api/tasks/${id}/done`, { body: done, ifMatch: 2 })
    assert.equal((await follower.send('POST', `/api/tasks/${id}/confirm`, { body: {}, ifMatch: 3 })).status, 200)
  }
  app.clock.set('2025-06-01')
  const reopen = { completedOn: null, reason: 'Sản phẩm chưa có' }
  for (const [id, lead, version] of [
    [ended, agencies.finance, 6],
    [living, agencies.finance, 5],
  ] as const) {
    const answer = await follower.send('POST', `/api/tasks/${id}/correct`, { body: reopen, ifMatch: 4 })
    assert.deepEqual([answer.status, answer.body], [200, { version }])
    const { body } = await follower.send('GET', `/api/tasks/${id}`)
    const task = body as Task
    assert.equal(task.state, 'inProgress')
    assert.equal(task.parties.find(({ isAccountable, endedOn }) => isAccountable && endedOn === null)?.agencyId, lead)
  }
})

test('a reopened task whose lead was reorganised twice was with each successor in between, as the register shows', async (t) => {
  const app = await freshApp(t, { at: '2025-01-15' })
  const agencies = await agenciesOf(app)
  const officer = await app.as('officer', { agency: PLANNING })
  const follower = await app.as('followUp')
  const source = aSource(agencies, { assignedOn: '2025-01-10' })
  const id = await given(app, source, aTask('1', agencies.planning, '2025-03-31'))
  await officer.send('POST', `/api/tasks/${id}/receive`, { body: {}, ifMatch: 1 })
  const done = { completedOn: '2025-01-15', body: 'Xong' }
  await officer.send('POST', `/api/tasks/${id}/done`, { body: done, ifMatch: 2 })
  await follower.send('POST', `/api/tasks/${id}/confirm`, { body: {}, ifMatch: 3 })
  await sql`
    insert into registry.succession (old_agency_id, new_agency_id, kind, effective_on, source)
    values (${agencies.finance}, ${agencies.home}, 'main', '2025-05-01', 'Nghị quyết MẪU')`.execute(app.db)
  app.clock.set('2025-06-01')
  const reopen = { completedOn: null, reason: 'Sản phẩm chưa có' }
  const answer = await follower.send('POST', `/api/tasks/${id}/correct`, { body: reopen, ifMatch: 4 })
  assert.deepEqual([answer.status, answer.body], [200, { version: 7 }])
  const task = (await follower.send('GET', `/api/tasks/${id}`)).body as Task
  assert.deepEqual(
    task.parties
      .filter(({ isAccountable }) => isAccountable)
      .map(({ agencyId, sinceOn, endedOn }) => [agencyId, sinceOn, endedOn]),
    [
      [agencies.planning, '2025-01-10', '2025-03-01'],
      [agencies.finance, '2025-03-01', '2025-05-01'],
      [agencies.home, '2025-05-01', null],
    ],
  )
})

test('ten thousand tasks pass on in seconds', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const many = Array.from({ length: 10_000 }, (_, place) => aTask(String(place), agencies.planning, '2021-06-30'))
  const ids = await app.db.transaction().execute(async (trx) => {
    await sql`set local synchronous_commit = off`.execute(trx)
    return assignAll(trx, SYSTEM, aSource(agencies), many.slice(0, 10_000), app.clock.now())
  })
  const from = { id: agencies.planning, name: 'Cũ' }
  const leadTo = { id: agencies.finance, name: 'Mới' }
  const began = performance.now()
  await move(
    app,
    ids.map((taskId) => ({ taskId, from, leadTo, restTo: leadTo, on: DAY, reason: 'Mẫu' })),
  )
  const seconds = (performance.now() - began) / 1000
  t.diagnostic(`10.000 tasks in ${seconds.toFixed(1)} s`)
  assert.ok(seconds < 30, `${seconds} s`)
})
