import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { type Answer, freshApp, type Visitor } from '../test/app.ts'
import { assignAll } from './assign.ts'
import type { Changes } from './change-feed.ts'
import { agenciesOf, aSource, aTask, FINANCE, HOME } from './task.fixture.ts'

async function desk(t: TestContext) {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const ids = await app.db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        aSource(agencies),
        [aTask('1', agencies.finance, '2021-12-31'), aTask('2', agencies.home, '2021-12-31')],
        app.clock.now(),
      ),
    )
  const [finance, home] = [await app.as('officer', { agency: FINANCE }), await app.as('officer', { agency: HOME })]
  return { ...app, finance, home, own: ids[0]!, other: ids[1]! }
}

async function read(visitor: Visitor, query = ''): Promise<Changes> {
  const { status, body } = await visitor.send('GET', `/api/tasks/changes${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const after = ({ cursor }: Changes, limit = 100) => `?limit=${limit}&after=${encodeURIComponent(cursor)}`
const eventsIn = ({ changes }: Changes) => changes.map(({ taskId, event }) => [taskId, event])
const code = ({ body }: Answer) => (body as { code: string }).code

test('lists each act on the visible tasks once, from the cursor on', async (t) => {
  const { finance, home, own, other } = await desk(t)
  const first = await read(finance)
  assert.deepEqual([eventsIn(first), first.more], [[[own, 'task.assigned']], false])
  assert.deepEqual(eventsIn(await read(finance, after(first))), [])

  await home.send('POST', `/api/tasks/${other}/receive`, { body: {}, ifMatch: 1 })
  await finance.send('POST', `/api/tasks/${own}/receive`, { body: {}, ifMatch: 1 })
  await finance.send('POST', `/api/tasks/${own}/start`, { body: {}, ifMatch: 2 })
  const second = await read(finance, after(first, 1))
  assert.deepEqual([eventsIn(second), second.more], [[[own, 'task.received']], true])
  assert.deepEqual([second.changes[0]?.version, second.changes[0]?.state], [3, 'inProgress'], 'as the task is now')
  const third = await read(finance, after(second))
  assert.deepEqual([eventsIn(third), third.more], [[[own, 'task.started']], false])
})

test('an act committed late is not skipped', async (t) => {
  const { db, finance, own, send } = await desk(t)
  const start = await read(finance)
  const slow = await db.startTransaction().execute()
  await slow
    .insertInto('platform.audit')
    .values({ actor_name: 'chậm', event: 'task.started', subject_kind: 'task', subject_id: String(own) })
    .execute()
  // Recorded after it and committed before it.
  await finance.send('POST', `/api/tasks/${own}/receive`, { body: {}, ifMatch: 1 })
  const between = await read(finance, after(start))
  assert.deepEqual(eventsIn(between), [[own, 'task.received']])
  await slow.commit().execute()
  assert.deepEqual(eventsIn(await read(finance, after(between))), [[own, 'task.started']])
  assert.equal((await send('GET', '/api/tasks/changes')).status, 401)
})

test('a cursor works for its owner only, and does not reveal how much is done elsewhere', async (t) => {
  const { finance, home } = await desk(t)
  const { cursor } = await read(finance)
  for (const wrong of [cursor.slice(1), `${cursor}AAAA`, 'AAAA', Buffer.from('[1]').toString('base64url')]) {
    const answer = await finance.send('GET', `/api/tasks/changes?after=${wrong}`)
    assert.deepEqual([answer.status, code(answer)], [400, 'changes.cursor_unknown'], wrong)
  }
  assert.equal(code(await home.send('GET', `/api/tasks/changes?after=${cursor}`)), 'changes.cursor_unknown')
  assert.notEqual((await read(finance)).cursor, cursor, 'the same position looks different each time')
})

test('an act sent again under the same key is done once', async (t) => {
  const { finance, own } = await desk(t)
  const send = () => finance.send('POST', `/api/tasks/${own}/receive`, { body: {}, ifMatch: 1, key: 'nhan-1' })
  const [first, second] = [await send(), await send()]
  assert.deepEqual([first.status, second.status, second.body], [200, 200, first.body])
  assert.equal(second.headers.etag, first.headers.etag)
  const reused = await finance.send('POST', `/api/tasks/${own}/start`, { body: {}, ifMatch: 2, key: 'nhan-1' })
  assert.deepEqual([reused.status, code(reused)], [409, 'request.idempotency_key_reused'])
})
