import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyRequest } from 'fastify'
import { freshDatabase } from '../test/database.ts'
import { Conflict } from './errors.ts'
import { idempotencyKey, idempotent } from './idempotency.ts'

const actor = { userId: 'u1' }
const key = (name: string, content = 'a') => ({ key: name, fingerprint: Buffer.from(content) })

test('a retry gets the first answer and does nothing', async (t) => {
  const { db } = await freshDatabase(t)
  let done = 0
  const create = (name: string, who = actor) =>
    db.transaction().execute((trx) => idempotent(trx, who, key(name), async () => ({ id: ++done })))
  assert.deepEqual(await create('k1'), { id: 1 })
  assert.deepEqual(await create('k1'), { id: 1 })
  assert.deepEqual(await create('k2'), { id: 2 })
  assert.deepEqual(await create('k1', { userId: 'u2' }), { id: 3 }, 'the same key of another user is a different key')
  assert.equal(done, 3)
})

test('two at the same time: one acts, both get its answer', async (t) => {
  const { db } = await freshDatabase(t)
  let done = 0
  const slow = () =>
    db.transaction().execute((trx) =>
      idempotent(trx, actor, key('k'), async () => {
        await new Promise((wake) => setTimeout(wake, 50))
        return ++done
      }),
    )
  assert.deepEqual(await Promise.all([slow(), slow(), slow()]), [1, 1, 1])
})

test('an act that fails releases its key', async (t) => {
  const { db } = await freshDatabase(t)
  const run = (act: () => Promise<string>) => db.transaction().execute((trx) => idempotent(trx, actor, key('k'), act))
  await assert.rejects(
    run(() => Promise.reject(new Error('no'))),
    /no/,
  )
  assert.equal(await run(async () => 'done'), 'done')
})

test('one key for two requests is refused; without a key every request is executed', async (t) => {
  const { db } = await freshDatabase(t)
  const run = (content: string) =>
    db.transaction().execute((trx) => idempotent(trx, actor, key('k', content), async () => null))
  assert.equal(await run('a'), null)
  await assert.rejects(
    run('b'),
    (error) => error instanceof Conflict && error.code === 'request.idempotency_key_reused',
  )
  let done = 0
  const keyless = () => db.transaction().execute((trx) => idempotent(trx, actor, undefined, async () => ++done))
  assert.deepEqual([await keyless(), await keyless()], [1, 2])
})

test('one key with another version is another request', () => {
  const keyOf = (version: string) =>
    idempotencyKey({
      method: 'PUT',
      url: '/api/things/1',
      headers: { 'idempotency-key': 'k', 'if-match': version },
      body: { name: 'a' },
    } as unknown as FastifyRequest)
  assert.deepEqual(keyOf('"1"'), keyOf('"1"'))
  assert.notDeepEqual(keyOf('"1"'), keyOf('"2"'))
})
