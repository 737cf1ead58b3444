/** The worker is killed (SIGKILL) while it delivers. Worker, receiver and database are real. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startWorkerProcess, until } from '../test/mail.ts'
import { startReceiver } from './receiver.fixture.ts'
import { openWebhooks } from './webhooks.fixture.ts'

async function open(t: TestContext) {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  await app.add(await app.as('administrator'), 'bo-tai-chinh', receiver.url)
  const env = { DATABASE_URL: app.url, DATA_DIR: app.config.dataDir, WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' }
  const states = async () =>
    (await app.db.selectFrom('webhooks.delivery').select('state').orderBy('sequence').execute()).map(
      ({ state }) => state,
    )
  const tries = async () =>
    (await app.db.selectFrom('webhooks.delivery_try').select('outcome').orderBy('try_no').execute()).map(
      ({ outcome }) => outcome,
    )
  return { ...app, receiver, states, tries, work: () => startWorkerProcess(t, env) }
}

test('killed before the answer: the same delivery is sent again with the same id', async (t) => {
  const { receiver, give, states, tries, work } = await open(t)
  const letGo = receiver.hold()
  await give('bo-tai-chinh')
  const first = await work()
  await until(() => receiver.received.length === 1, 'the first request is there')
  await first.kill()
  assert.deepEqual([await states(), await tries()], [['delivering'], [null]])
  letGo()
  await work()
  await until(async () => (await states())[0] === 'delivered', 'it is delivered')
  assert.deepEqual(await tries(), ['lost', 'delivered'])
  assert.deepEqual(
    receiver.received.map(({ raw }) => raw),
    [receiver.received[0]!.raw, receiver.received[0]!.raw],
  )
})

test('killed repeatedly, with two workers: none lost, order kept, duplicates only with the same id', async (t) => {
  const { receiver, give, states, work } = await open(t)
  const COUNT = 40
  for (let n = 0; n < COUNT; n++) await give('bo-tai-chinh')
  for (const after of [0, 30, 80]) {
    const [one, two] = await Promise.all([work(), work()])
    await pause(after)
    await Promise.all([one.kill(), two.kill()])
  }
  await Promise.all([work(), work()])
  await until(async () => (await states()).every((state) => state === 'delivered'), 'all are delivered', {
    seconds: 60,
  })
  const sequences = receiver.received.map(({ body }) => body.sequence!)
  assert.deepEqual(
    sequences.filter((sequence, place) => sequence !== sequences[place - 1]),
    Array.from({ length: COUNT }, (_, n) => n + 1),
    'a duplicate follows its original directly, and nothing overtakes',
  )
})
