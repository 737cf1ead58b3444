import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { house } from '../house.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { startMailServer } from '../test/mail.ts'
import { openPool } from './db.ts'
import { Invalid } from './errors.ts'
import { drain } from './jobs.ts'
import { quietLog } from './log.ts'
import { readMail } from './mail/settings.ts'
import { enqueueMail, isAllAccepted, mailState, type NewMessage } from './mail.ts'
import { APPLICATION } from './schema/grants.ts'

const MAIL_FROM = 'Điều Hành <dieuhanh@vpcp.example>'
const about = { kind: 'thử', id: 7 }

function message(address: string, more: Partial<NewMessage> = {}): NewMessage {
  return {
    key: `thử/${address}`,
    to: { name: 'Nguyễn Thị Ước', address },
    subject: 'Đôn đốc: 3 nhiệm vụ quá hạn của Bộ Y tế – tháng 02/2021',
    text: 'Kính gửi đồng chí,\n\nCòn 3 nhiệm vụ quá hạn: NV-2021-0001…\n',
    html: '<p>Kính gửi đồng chí,</p><p>Còn <b>3 nhiệm vụ</b> quá hạn: NV-2021-0001…</p>',
    about,
    ...more,
  }
}

const put = ({ db }: TestApp, one: NewMessage) => db.transaction().execute((trx) => enqueueMail(trx, one))
const rowOf = ({ db }: TestApp, id: number) =>
  db.selectFrom('platform.mail').selectAll().where('mail_id', '=', id).executeTakeFirstOrThrow()
const triesOf = ({ db }: TestApp, id: number) =>
  db.selectFrom('platform.mail_try').selectAll().where('mail_id', '=', id).orderBy('try_no').execute()

/** The app with a mail server of these settings; `work` runs what is due, as a worker would. */
async function post(t: TestContext, env: Record<string, string> = {}) {
  const app = await freshApp(t)
  const pool = openPool(app.url, { role: APPLICATION, max: 4 })
  t.after(() => pool.end())
  const config = { ...app.config, mail: readMail(env) }
  const work = () => drain({ pool, handlers: house.handlers, context: { ...app, config, log: quietLog } })
  return { ...app, config, work }
}

/** As if the pause before the next try were over. */
async function pass({ db }: TestApp): Promise<void> {
  await db.updateTable('platform.mail').set({ next_try_at: sql<string>`now()` }).where('state', '=', 'due').execute()
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db)
}

test('a message is sent once, in Vietnamese, plain and HTML, and the ledger keeps the server’s answer', async (t) => {
  const server = await startMailServer(t)
  const app = await post(t, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, SMTP_TLS: 'none', MAIL_FROM })
  const id = await put(app, message('uoc@boyte.example'))
  assert.equal(await put(app, message('uoc@boyte.example', { subject: 'Khác' })), id, 'the same key adds nothing')
  assert.deepEqual(await mailState(app.db, about), { due: 1, accepted: 0, bounced: 0, givenUp: 0, kept: 0 })
  assert.equal(isAllAccepted(await mailState(app.db, about)), false)
  await app.work()

  assert.equal(server.taken.length, 1)
  const { raw, to } = server.taken[0]!
  assert.deepEqual(to, ['uoc@boyte.example'])
  assert.equal(Buffer.byteLength(raw), raw.length, 'the transferred bytes are ASCII')
  const mail = await PostalMime.parse(raw)
  assert.equal(mail.subject, message('').subject)
  assert.deepEqual([mail.from?.name, mail.from?.address], ['Điều Hành', 'dieuhanh@vpcp.example'])
  assert.deepEqual([mail.to?.[0]?.name, mail.to?.[0]?.address], ['Nguyễn Thị Ước', 'uoc@boyte.example'])
  assert.equal(mail.text?.trim(), message('').text.trim())
  assert.equal(mail.html?.trim(), message('').html)
  const head = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]))
  assert.equal(head['auto-submitted'], 'auto-generated')

  const row = await rowOf(app, id)
  assert.deepEqual([row.state, row.message_id], ['accepted', mail.messageId])
  assert.match(row.message_id ?? '', new RegExp(`^<dieuhanh\\.${id}\\.[0-9a-f]{20}@vpcp\\.example>$`))
  assert.match(row.answer ?? '', /^250/)
  assert.equal(Date.parse(mail.date ?? ''), Math.floor(Date.parse(row.dated_at!) / 1000) * 1000)
  const tries = await triesOf(app, id)
  assert.deepEqual(
    tries.map(({ try_no, outcome, server: at }) => [try_no, outcome, at]),
    [[1, 'accepted', `127.0.0.1:${server.port}`]],
  )
  assert.ok(tries[0]!.began_at < tries[0]!.handed_over_at! && tries[0]!.handed_over_at! < tries[0]!.ended_at!)
  assert.equal(isAllAccepted(await mailState(app.db, about)), true)
  await app.work()
  assert.equal(server.taken.length, 1)
})

test('a message exists if its transaction commits', async (t) => {
  const app = await post(t)
  await assert.rejects(
    app.db.transaction().execute(async (trx) => {
      await enqueueMail(trx, message('uoc@boyte.example'))
      throw new Error('rolled back')
    }),
  )
  assert.deepEqual(await mailState(app.db, about), { due: 0, accepted: 0, bounced: 0, givenUp: 0, kept: 0 })
  assert.equal(isAllAccepted(await mailState(app.db, about)), false, 'nothing was sent')
})

for (const [address, why] of [
  ['uoc@boyte.example\nBcc: khac@boyte.example', /xuống dòng/],
  ['uoc@boyte.example\r\n', /xuống dòng/],
  ['uoc.boyte.example', /thiếu ký tự @/],
  ['uoc@boyte.example, an@boyte.example', /một địa chỉ/],
  ['uoc@boyte.example;an@boyte.example', /một địa chỉ/],
  ['Ước <uoc@boyte.example>', /không đúng dạng/],
  ['uoc@boyte', /không đúng dạng/],
  ['', /thiếu ký tự @/],
] as const) {
  test(`${JSON.stringify(address)} is refused on its field`, async (t) => {
    const app = await post(t)
    await assert.rejects(
      app.db.transaction().execute((trx) => enqueueMail(trx, message(address), 'receivers.0.address')),
      (error) =>
        error instanceof Invalid &&
        error.fields[0]?.path === 'receivers.0.address' &&
        why.test(error.fields[0].message),
    )
  })
}

test('line breaks in a name or a subject start no header line', async (t) => {
  const server = await startMailServer(t)
  const app = await post(t, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, SMTP_TLS: 'none', MAIL_FROM })
  await put(
    app,
    message('uoc@boyte.example', {
      to: { name: 'Ước\r\nBcc: khac@boyte.example', address: 'uoc@boyte.example' },
      subject: 'Một\nBcc: khac@boyte.example',
    }),
  )
  await app.work()
  const mail = await PostalMime.parse(server.taken[0]!.raw)
  assert.equal(mail.bcc?.length ?? 0, 0)
  assert.equal(mail.subject, 'Một Bcc: khac@boyte.example')
})

test('5xx for the receiver or the content bounces immediately; 4xx, and 5xx for the sender, are tried again and given up', async (t) => {
  const server = await startMailServer(t)
  const env = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, SMTP_TLS: 'none' }
  const app = await post(t, { ...env, MAIL_FROM })
  const unknown = await put(app, message('khong.co@boyte.example'))
  const unwanted = await put(app, message('day.ap@boyte.example'))
  const later = await put(app, message('tam.hoan@boyte.example'))
  const good = await put(app, message('uoc@boyte.example'))
  await app.work()
  assert.deepEqual(
    await Promise.all([unknown, unwanted, later, good].map(async (id) => (await rowOf(app, id)).state)),
    ['bounced', 'bounced', 'due', 'accepted'],
  )
  assert.match((await rowOf(app, unknown)).answer ?? '', /^550 5\.1\.1/)
  assert.match((await rowOf(app, unwanted)).answer ?? '', /^554/)
  assert.match((await rowOf(app, later)).answer ?? '', /^451/)
  assert.deepEqual(await mailState(app.db, about), { due: 1, accepted: 1, bounced: 2, givenUp: 0, kept: 0 })
  assert.equal((await triesOf(app, unknown))[0]?.handed_over_at, null, 'its content never left')

  const pauses: number[] = []
  for (let round = 2; round <= 7; round++) {
    const { next_try_at } = await rowOf(app, later)
    pauses.push(Math.round((Date.parse(next_try_at!) - Date.now()) / 60_000))
    await app.work()
    assert.equal((await triesOf(app, later)).length, round - 1, 'nothing is tried before its time')
    await pass(app)
    await app.work()
  }
  assert.deepEqual(pauses, [1, 5, 15, 60, 240, 720])
  assert.deepEqual([(await rowOf(app, later)).state, (await triesOf(app, later)).length], ['givenUp', 7])

  const wrongSender = await post(t, { ...env, MAIL_FROM: 'khong.duoc@vpcp.example' })
  const ours = await put(wrongSender, message('an@boyte.example'))
  await wrongSender.work()
  assert.deepEqual(
    [(await rowOf(wrongSender, ours)).state, (await triesOf(wrongSender, ours))[0]?.outcome],
    ['due', 'failed'],
  )
})

test('no server, a wrong password, no encryption although required: tried again, and the reason is kept', async (t) => {
  const closed = await post(t, { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_TLS: 'none', MAIL_FROM })
  const one = await put(closed, message('uoc@boyte.example'))
  await closed.work()
  assert.match((await triesOf(closed, one))[0]?.answer ?? '', /ECONNREFUSED/)
  assert.equal((await rowOf(closed, one)).state, 'due')

  const server = await startMailServer(t, { MAIL_SERVER_PASSWORD: 'đúng' })
  const plain = await post(t, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM })
  const two = await put(plain, message('uoc@boyte.example'))
  await plain.work()
  assert.deepEqual(
    (await triesOf(plain, two)).map(({ outcome, handed_over_at }) => [outcome, handed_over_at]),
    [['failed', null]],
    'nothing leaves unencrypted',
  )

  const url = (password: string) => `smtp://dieuhanh:${encodeURIComponent(password)}@127.0.0.1:${server.port}`
  const wrong = await post(t, { SMTP_URL: url('sai'), SMTP_TLS: 'none', MAIL_FROM })
  const three = await put(wrong, message('uoc@boyte.example'))
  await wrong.work()
  assert.match((await triesOf(wrong, three))[0]?.answer ?? '', /^535/)
  assert.equal((await rowOf(wrong, three)).state, 'due')

  const right = await post(t, { SMTP_URL: url('đúng'), SMTP_TLS: 'none', MAIL_FROM })
  const four = await put(right, message('uoc@boyte.example'))
  await right.work()
  assert.equal((await rowOf(right, four)).state, 'accepted')
})

test('without a mail server messages are kept here, shown as kept, and are sent when someone resends them', async (t) => {
  const app = await post(t)
  const id = await put(app, message('uoc@boyte.example'))
  await app.work()
  assert.equal((await rowOf(app, id)).state, 'kept')
  assert.equal((await triesOf(app, id)).length, 0)
  assert.deepEqual(await mailState(app.db, about), { due: 0, accepted: 0, bounced: 0, givenUp: 0, kept: 1 })
  assert.equal(isAllAccepted(await mailState(app.db, about)), false)

  const admin = await app.as('administrator')
  const shown = (await admin.send('GET', `/api/mail/${id}`)).body as { html: string; version: number; state: string }
  assert.deepEqual([shown.state, shown.html], ['kept', message('').html])
  const status = (await admin.send('GET', '/api/mail/status')).body as { server: null; counts: { kept: number } }
  assert.deepEqual([status.server, status.counts.kept], [null, 1])

  const server = await startMailServer(t)
  app.config.mail = readMail({ SMTP_URL: `smtp://127.0.0.1:${server.port}`, SMTP_TLS: 'none', MAIL_FROM })
  await app.work()
  assert.equal(server.taken.length, 0, 'a letter of last month is not sent automatically')
  assert.equal((await admin.send('POST', `/api/mail/${id}/send-again`, { ifMatch: shown.version })).status, 200)
  await app.work()
  assert.equal((await rowOf(app, id)).state, 'accepted')
  assert.equal(server.taken.length, 1)
})

test('a secret of a message reaches its receiver and nobody who keeps the ledger, and is gone once accepted', async (t) => {
  const server = await startMailServer(t)
  const app = await post(t, { SMTP_URL: `smtp://127.0.0.1:${server.port}`, SMTP_TLS: 'none', MAIL_FROM })
  const words = 'QELB49fEzBAO5D0lSLxTyZdDEShja3OzExFXnGdFkCU'
  const id = await put(app, {
    ...message('uoc@boyte.example'),
    text: `Mở https://dieuhanh.test/loi-moi#${words}`,
    html: `<p>https://dieuhanh.test/loi-moi#${words}</p>`,
    secret: { words, config: app.config },
  })
  const told = async () =>
    JSON.stringify([await rowOf(app, id), (await (await app.as('administrator')).send('GET', `/api/mail/${id}`)).body])
  assert.ok(!(await told()).includes(words))
  assert.ok((await rowOf(app, id)).sealed_secret)
  await app.work()
  const mail = await PostalMime.parse(server.taken[0]!.raw)
  assert.ok(mail.text?.includes(`#${words}`) && mail.html?.includes(`#${words}`))
  assert.deepEqual([(await rowOf(app, id)).sealed_secret, (await told()).includes(words)], [null, false])

  // It came back later: what was handed over once cannot be sent again.
  await app.db.updateTable('platform.mail').set({ state: 'bounced' }).where('mail_id', '=', id).execute()
  const admin = await app.as('administrator')
  const { version } = await rowOf(app, id)
  const again = await admin.send('POST', `/api/mail/${id}/send-again`, { ifMatch: version })
  assert.deepEqual([again.status, (again.body as { code: string }).code], [409, 'mail.secret_gone'])
})
