/**
 * The worker is killed (SIGKILL) at every moment of sending a message that leaves a different state behind, and at
 * random moments. Worker, mail server and database are real processes.
 */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { freshApp } from '../../test/app.ts'
import { type MailServer, startMailServer, startWorkerProcess, until } from '../../test/mail.ts'
import { enqueueMail, isAllAccepted, mailState } from '../mail.ts'
import { showMail } from './ledger.ts'

const about = { kind: 'thử', id: 1 }

async function post(t: TestContext) {
  const app = await freshApp(t)
  const server = await startMailServer(t)
  const env = {
    DATABASE_URL: app.url,
    DATA_DIR: app.config.dataDir,
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    SMTP_TLS: 'none',
    MAIL_FROM: 'dieuhanh@vpcp.example',
  }
  const put = (name: string) =>
    app.db.transaction().execute((trx) =>
      enqueueMail(trx, {
        key: `thử/${name}`,
        to: { name, address: `${name}@boyte.example` },
        subject: `Thư ${name}`,
        text: 'Nội dung.',
        html: '<p>Nội dung.</p>',
        about,
      }),
    )
  const isAccepted = async () => isAllAccepted(await mailState(app.db, about))
  return { ...app, server, put, isAccepted, work: () => startWorkerProcess(t, env) }
}

const copiesOf = ({ taken }: MailServer) => new Map(Object.entries(Object.groupBy(taken, ({ messageId }) => messageId)))

for (const { stop, moment, outcome, copies } of [
  { stop: 'greeting', moment: 'before the server has greeted', outcome: 'failed', copies: 1 },
  { stop: 'rcpt', moment: 'before the content goes out', outcome: 'failed', copies: 1 },
  { stop: 'answer', moment: 'when the content has arrived and is not answered', outcome: 'lost', copies: 2 },
] as const) {
  test(`killed ${moment}: the message arrives, and the ledger shows how far the try came`, async (t) => {
    const { db, server, put, isAccepted, work } = await post(t)
    server.hold(stop)
    const id = await put('uoc')
    const first = await work()
    await server.reached(stop)
    if (stop === 'answer')
      await until(async () => (await showMail(db, id)).tryRows[0]?.handedOverAt !== null, 'the answer is recorded')
    await first.kill()
    const left = await showMail(db, id)
    assert.equal(left.state, 'sending')
    assert.deepEqual(
      left.tryRows.map(({ outcome: of, endedAt }) => [of, endedAt]),
      [[null, null]],
      'the try was recorded before it was made',
    )
    assert.equal(await isAccepted(), false)

    server.hold(null)
    await work()
    await until(isAccepted, 'the message is accepted')
    const mail = await showMail(db, id)
    assert.deepEqual(
      mail.tryRows.map((row) => row.outcome),
      [outcome, 'accepted'],
    )
    assert.equal(mail.maybeTwice, copies > 1)
    const arrived = copiesOf(server)
    assert.deepEqual([...arrived.keys()], [mail.messageId], 'counted by Message-ID there is one')
    assert.equal(arrived.get(mail.messageId!)?.length, copies)
    if (copies > 1) assert.equal(server.taken[0]?.raw, server.taken[1]?.raw, 'the copies are the same, byte for byte')
  })
}

test('killed when the server has accepted and the row is not written: a second copy, one Message-ID, and the ledger says so', async (t) => {
  const { db, server, put, isAccepted, work } = await post(t)
  server.hold('answer')
  const id = await put('uoc')
  const first = await work()
  await server.reached('answer')
  // A lock on the row of the try keeps its outcome from being written.
  const freed = Promise.withResolvers<void>()
  const holding = db.transaction().execute(async (trx) => {
    await sql`select from platform.mail_try where mail_id = ${id} for update`.execute(trx)
    server.hold(null)
    await until(async () => {
      const { rows } = await sql<{ waits: boolean }>`
        select exists (select from pg_locks l
                       where not l.granted and pg_backend_pid() = any(pg_blocking_pids(l.pid))) as waits`.execute(trx)
      return rows[0]!.waits
    }, 'the worker waits to write the answer')
    await first.kill()
    await freed.promise
  })
  freed.resolve()
  await holding
  assert.equal((await showMail(db, id)).state, 'sending')
  await work()
  await until(isAccepted, 'the message is accepted')
  const mail = await showMail(db, id)
  assert.deepEqual(
    mail.tryRows.map((row) => row.outcome),
    ['lost', 'accepted'],
  )
  assert.equal(mail.maybeTwice, true)
  assert.deepEqual(
    [...copiesOf(server)].map(([messageId, all]) => [messageId, all?.length]),
    [[mail.messageId, 2]],
  )
})

test('two concurrent workers send a message once', async (t) => {
  const { db, server, put, isAccepted, work } = await post(t)
  await Promise.all([work(), work()])
  const ids: number[] = []
  for (let n = 0; n < 20; n++) ids.push(await put(`nguoi${n}`))
  await until(isAccepted, 'all are accepted')
  assert.deepEqual([server.taken.length, copiesOf(server).size], [20, 20])
  for (const id of ids) assert.equal((await showMail(db, id)).tries, 1)
})

test('killed again and again at random moments: none lost, duplicates only under the same Message-ID', async (t) => {
  const { db, server, put, isAccepted, work } = await post(t)
  const COUNT = 60
  const ids: number[] = []
  for (let n = 0; n < COUNT; n++) ids.push(await put(`nguoi${n}`))
  for (const after of [0, 15, 40, 90, 150]) {
    const worker = await work()
    await pause(after)
    await worker.kill()
  }
  await work()
  await until(isAccepted, 'all are accepted', { seconds: 60 })
  const arrived = copiesOf(server)
  assert.equal(arrived.size, COUNT)
  for (const id of ids) {
    const { messageId, maybeTwice } = await showMail(db, id)
    const copies = arrived.get(messageId ?? '')?.length ?? 0
    assert.ok(
      copies === 1 || (copies > 1 && maybeTwice),
      `${copies} copies of ${messageId}, and the ledger shows ${maybeTwice}`,
    )
  }
})
