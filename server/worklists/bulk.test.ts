import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/assign.ts'
import { agenciesOf, aSource, aTask, FINANCE, HOME, PLANNING } from '../tasks/task.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import type { BulkResult, BulkRun } from './bulk-shapes.ts'

async function world(t: TestContext, many = 4) {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const ids = await app.db.transaction().execute((trx) =>
    assignAll(
      trx,
      systemActor('thử'),
      aSource(agencies),
      Array.from({ length: many }, (_, place) => aTask(String(place + 1), agencies.finance, '2021-06-30')),
      app.clock.now(),
    ),
  )
  const officer = await app.as('officer', { agency: FINANCE })
  const steer = await app.as('followUp')
  const stateOf = async () =>
    (await app.db.selectFrom('tasks.task').select(['task_id', 'state', 'version']).orderBy('task_id').execute()).map(
      ({ state, version }) => `${state} ${version}`,
    )
  return { ...app, agencies, ids, officer, steer, stateOf }
}

const itemsOf = (ids: readonly number[], version = 1) => ids.map((id) => ({ id, version }))
const bulk = async (who: Visitor, body: object) => {
  const answer = await who.send('POST', '/api/tasks/bulk', { body })
  return { status: answer.status, body: answer.body as BulkResult }
}

test('the same act on many: all of them in one transaction', async (t) => {
  const { ids, officer, stateOf, db } = await world(t)
  const answer = await bulk(officer, { act: 'receive', items: itemsOf(ids), mode: 'all' })
  assert.equal(answer.status, 200)
  assert.deepEqual(answer.body, { applied: true, done: ids.map((id) => ({ id, version: 2 })), failed: [] })
  assert.deepEqual(await stateOf(), Array(4).fill('received 2'))
  const entries = await db.selectFrom('platform.audit').select('id').where('event', '=', 'task.received').execute()
  assert.equal(entries.length, 4, 'each is in the log separately')
})

test('all or none: one refusal undoes the others, and every reason is returned', async (t) => {
  const { ids, officer, stateOf } = await world(t)
  const [first, second, third] = ids as [number, number, number]
  await officer.send('POST', `/api/tasks/${second}/receive`, { body: {}, ifMatch: 1 })
  const items = [...itemsOf(ids), { id: 987_654, version: 1 }]
  const all = await bulk(officer, { act: 'receive', items, mode: 'all' })
  assert.deepEqual([all.status, all.body.applied, all.body.done], [200, false, []])
  assert.deepEqual(
    all.body.failed.map(({ id, problem }) => [id, problem.status, problem.code]),
    [
      [second, 409, 'request.stale'],
      [987_654, 404, 'task.not_found'],
    ],
  )
  assert.match(all.body.failed[0]!.problem.detail, /đã sửa lúc/)
  assert.deepEqual(await stateOf(), ['assigned 1', 'received 2', 'assigned 1', 'assigned 1'])

  const each = await bulk(officer, { act: 'receive', items, mode: 'each' })
  assert.deepEqual(
    each.body.done.map(({ id }) => id),
    [first, third, ids[3]],
  )
  assert.equal(each.body.failed.length, 2)
  assert.deepEqual(await stateOf(), Array(4).fill('received 2'))
})

test('input for all is checked once, input for one at its place', async (t) => {
  const { ids, officer, stateOf } = await world(t, 2)
  await bulk(officer, { act: 'receive', items: itemsOf(ids), mode: 'all' })
  const wrong = await bulk(officer, {
    act: 'report',
    items: [
      { id: ids[0], version: 2 },
      { id: ids[1], version: 2, body: { percent: 140 } },
      { id: ids[1], version: 2 },
    ],
    body: { percent: 20, body: ' ' },
    mode: 'each',
  })
  assert.equal(wrong.status, 400)
  assert.deepEqual((wrong.body as unknown as { fields: { path: string }[] }).fields.map(({ path }) => path).sort(), [
    'body.body',
    'items.1.body.percent',
    'items.2.id',
  ])
  const stray = await bulk(officer, { act: 'start', items: [{ id: ids[0], version: 2, requestId: 1 }], mode: 'each' })
  assert.equal(stray.status, 400)
  assert.equal((stray.body as unknown as { fields: { path: string }[] }).fields[0]?.path, 'items.0.requestId')
  assert.deepEqual(await stateOf(), ['received 2', 'received 2'])
  const right = await bulk(officer, {
    act: 'report',
    items: [
      { id: ids[0], version: 2 },
      { id: ids[1], version: 2, body: { percent: 70, body: 'Đã trình Chính phủ' } },
    ],
    body: { percent: 20, body: 'Đang soạn thảo' },
    mode: 'all',
  })
  assert.equal(right.body.done.length, 2)
  const second = (await officer.send('GET', `/api/tasks/${ids[1]}`)).body as {
    percent: number
    progress: { body: string }[]
  }
  assert.deepEqual([second.percent, second.progress[0]?.body], [70, 'Đã trình Chính phủ'])
})

test('the giver decides many requests together', async (t) => {
  const { ids, officer, steer } = await world(t, 3)
  for (const id of ids) {
    const request = await officer.send('POST', `/api/tasks/${id}/requests/extension`, {
      body: { newDueOn: '2021-09-30', reason: 'Chờ ý kiến các bộ' },
      ifMatch: 1,
    })
    assert.equal(request.status, 200)
  }
  const acts = (await steer.send('GET', `/api/tasks/acts?ids=${ids.join(',')}`)).body as {
    tasks: { id: number; version: number; may: string[]; requests: { id: number; kind: string }[] }[]
  }
  assert.deepEqual(
    acts.tasks.map(({ version, may, requests }) => [version, may.includes('decide'), requests[0]?.kind]),
    Array(3).fill([2, true, 'extension']),
  )
  const withoutRequest = await bulk(steer, {
    act: 'decide',
    items: itemsOf(ids, 2),
    body: { decision: 'refused' },
    mode: 'all',
  })
  assert.equal(withoutRequest.status, 400)
  const granted = await bulk(steer, {
    act: 'decide',
    items: acts.tasks.map(({ id, version, requests }) => ({ id, version, requestId: requests[0]!.id })),
    body: { decision: 'granted', approvedBy: '12/VPCP-MẪU' },
    mode: 'all',
  })
  assert.deepEqual([granted.status, granted.body.done.length], [200, 3])
  const task = (await officer.send('GET', `/api/tasks/${ids[0]}`)).body as { dueOn: string }
  assert.equal(task.dueOn, '2021-09-30')
})

test('a bulk act gives no one a right they do not have', async (t) => {
  const { ids, officer, as, stateOf } = await world(t, 2)
  const refusalsIn = ({ body }: { body: BulkResult }) =>
    body.failed.map(({ code, title, problem }) => [code === null, title === null, problem.status, problem.code])
  const stranger = await as('officer', { agency: PLANNING })
  const hidden = await bulk(stranger, { act: 'receive', items: itemsOf(ids), mode: 'each' })
  assert.deepEqual(refusalsIn(hidden), Array(2).fill([true, true, 404, 'task.not_found']))
  const absent = await bulk(stranger, { act: 'receive', items: itemsOf([987_654, 987_655]), mode: 'each' })
  assert.deepEqual(
    hidden.body.failed.map(({ problem }) => problem),
    absent.body.failed.map(({ problem }) => problem),
    'an invisible task is refused like a missing one',
  )
  const reader = await as('taskForce')
  assert.deepEqual(
    refusalsIn(await bulk(reader, { act: 'cancel', items: itemsOf(ids), body: { reason: 'Thử' }, mode: 'all' })),
    Array(2).fill([false, false, 403, 'task.not_allowed']),
  )
  assert.equal((await bulk(officer, { act: 'confirm', items: itemsOf(ids), mode: 'each' })).body.failed.length, 2)
  const acts = (await stranger.send('GET', `/api/tasks/acts?ids=${ids.join(',')}`)).body as { tasks: unknown[] }
  assert.deepEqual(acts.tasks, [])
  assert.deepEqual(await stateOf(), ['assigned 1', 'assigned 1'])
})

test('more than five hundred become a run with a progress bar; refusals are listed, and each act is done once', async (t) => {
  const { ids, officer, as, drain, db } = await world(t, 503)
  await officer.send('POST', `/api/tasks/${ids[7]}/receive`, { body: {}, ifMatch: 1 })
  const first = await officer.send('POST', '/api/tasks/bulk', {
    body: { act: 'receive', items: itemsOf(ids), mode: 'each' },
    key: 'một lần',
  })
  assert.equal(first.status, 202)
  const { runId } = first.body as { runId: number }
  const again = await officer.send('POST', '/api/tasks/bulk', {
    body: { act: 'receive', items: itemsOf(ids), mode: 'each' },
    key: 'một lần',
  })
  assert.deepEqual(again.body, { runId }, 'sent again under the same key, it is the same run')
  const waiting = (await officer.send('GET', `/api/bulk-runs/${runId}`)).body as BulkRun
  assert.deepEqual([waiting.state, waiting.tried, waiting.total, waiting.result], ['waiting', 0, 503, null])

  await drain()
  const ended = (await officer.send('GET', `/api/bulk-runs/${runId}`)).body as BulkRun
  assert.deepEqual([ended.state, ended.tried], ['ended', 503])
  assert.equal(ended.result?.done.length, 502)
  assert.deepEqual(
    ended.result?.failed.map(({ id, problem }) => [id, problem.code]),
    [[ids[7], 'request.stale']],
  )
  const { count } = await db
    .selectFrom('platform.audit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('event', '=', 'task.received')
    .executeTakeFirstOrThrow()
  assert.equal(count, 503)
  const other = await as('officer', { agency: HOME })
  assert.equal((await other.send('GET', `/api/bulk-runs/${runId}`)).status, 404)
})

test('an all-or-none run with one refusal changes nothing', async (t) => {
  const { ids, officer, drain, stateOf } = await world(t, 501)
  await officer.send('POST', `/api/tasks/${ids[500]}/receive`, { body: {}, ifMatch: 1 })
  const started = await officer.send('POST', '/api/tasks/bulk', {
    body: { act: 'receive', items: itemsOf(ids), mode: 'all' },
  })
  await drain()
  const { runId } = started.body as { runId: number }
  const ended = (await officer.send('GET', `/api/bulk-runs/${runId}`)).body as BulkRun
  assert.deepEqual([ended.state, ended.result?.applied, ended.result?.failed.length], ['ended', false, 1])
  assert.deepEqual(new Set((await stateOf()).slice(0, 500)), new Set(['assigned 1']))
})
