import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '../platform/actor.ts'
import { freshApp } from '../test/app.ts'
import { assignAll } from './assign.ts'
import { agenciesOf, aSource, aTask, FINANCE } from './task.fixture.ts'

test('an act on an invisible task does not wait for its lock: the wait would reveal that it exists', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const [id] = await app.db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        aSource(agencies),
        [aTask('1', agencies.finance, '2021-12-31')],
        app.clock.now(),
      ),
    )
  const [finance, stranger] = [
    await app.as('officer', { agency: FINANCE }),
    await app.as('officer', { agency: 'bo-y-te' }),
  ]
  const receive = (visitor: typeof finance) =>
    visitor.send('POST', `/api/tasks/${id}/receive`, { body: {}, ifMatch: 1 })

  const holder = await app.db.startTransaction().execute()
  await holder.selectFrom('tasks.task').select('task_id').where('task_id', '=', id!).forUpdate().execute()
  const waiting = receive(finance)
  const first = await Promise.race([
    waiting.then(() => 'lead'),
    receive(stranger).then(({ status }) => status),
    pause(3_000),
  ])
  assert.equal(first, 404)
  await holder.rollback().execute()
  assert.equal((await waiting).status, 200)
})
