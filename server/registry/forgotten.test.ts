import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { openBodies } from '../platform/mail.ts'
import { type Answer, freshApp, type Visitor } from '../test/app.ts'
import type { Person, PersonRow } from './person-shapes.ts'

const PASSWORD = 'ngua-xanh-bay-qua-song'
/** No one listens there: messages wait, and the test reads them. */
const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_TLS: 'none', MAIL_FROM: 'Điều Hành <dieuhanh@mau.gov.vn>' }

const codeOf = ({ body }: Answer) => (body as { code: string }).code

async function door(t: TestContext, env: Record<string, string> = MAIL) {
  const app = await freshApp(t, { env })
  const leader = await app.as('leader', { agency: 'bo-y-te' })
  let asked = 0
  /** From a place of its own, unless said otherwise. */
  const ask = (account: string, from?: string) => {
    asked += 1
    const remoteAddress = from ?? `10.0.0.${asked}`
    return app.send('POST', '/api/forgotten-password', { body: { account }, remoteAddress })
  }
  const letters = async (subject: string) => {
    const mails = await app.db.selectFrom('platform.mail').selectAll().orderBy('mail_id').execute()
    return mails
      .filter((mail) => mail.subject.includes(subject))
      .map((mail) => ({ to: mail.to_address, ...openBodies(mail, app.config) }))
  }
  const codes = async () => (await letters('đặt lại mật khẩu')).map(({ text }) => /loi-moi#([\w-]{43})/.exec(text)![1]!)
  const accept = (code: string, password = PASSWORD) =>
    app.send('POST', '/api/invitation/accept', { body: { code, password } })
  const signIn = async (password: string, { email } = leader) => {
    const answer = await app.send('POST', '/api/auth/sign-in/email', { body: { email, password } })
    const cookie = [answer.headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
    return { status: answer.status, headers: { cookie: cookie.join('; '), host: 'dieuhanh.test' } }
  }
  const jobs = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs
        where task_identifier = 'registry.forgottenPassword'`.execute(app.db)
    ).rows[0]!.n
  const events = async (subject: Visitor) =>
    (
      await app.db
        .selectFrom('platform.audit_entry')
        .select(['event', 'actor_name'])
        .where('subject_kind', '=', 'person')
        .where('subject_id', '=', String(subject.actor.personId))
        .orderBy('audit_id')
        .execute()
    ).map(({ event, actor_name }) => `${event}: ${actor_name}`)
  return { ...app, leader, ask, letters, codes, accept, signIn, jobs, events }
}

test('a link goes to the own address, serves once, ends sessions and tokens, and its owner is told', async (t) => {
  const { leader, ask, drain, codes, accept, letters, signIn, send, events, db } = await door(t)
  const before = await signIn(leader.password)
  await sql`insert into platform.totp (user_id, secret, confirmed_at) values (${leader.actor.userId}, '\\x00', now())`.execute(
    db,
  )
  const answer = await ask(` ${leader.email.toUpperCase()} `)
  assert.deepEqual([answer.status, answer.body], [202, { isMailed: true, minutes: 30 }])
  await drain()
  const [code, ...more] = await codes()
  assert.deepEqual([(await letters('đặt lại'))[0]!.to, more], [leader.email, []])
  const look = await send('POST', '/api/invitation', { body: { code } })
  assert.equal((look.body as { hasPassword: boolean }).hasPassword, true)
  // Until it is used, nothing changed.
  assert.equal((await send('GET', '/api/me', { headers: before.headers })).status, 200)

  const weak = await accept(code!, '1234567890')
  assert.equal(weak.status, 400)
  const both = await Promise.all([accept(code!), accept(code!)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, both.map(({ status }) => status).sort()[1]])
  assert.ok([404, 409].includes(Math.max(...both.map(({ status }) => status))), 'used twice at the same time')
  assert.deepEqual([(await accept(code!)).status, codeOf(await accept(code!))], [404, 'invitation.not_open'])
  assert.equal((await send('GET', '/api/me', { headers: before.headers })).status, 401)
  assert.equal((await leader.send('GET', '/api/me')).status, 401, 'the token')
  assert.equal((await signIn(leader.password)).status, 401)
  const after = await signIn(PASSWORD)
  const me = (await send('GET', '/api/me', { headers: after.headers })).body as { secondFactor: { state: string } }
  assert.equal(me.secondFactor.state, 'toProve', 'the second factor stays')
  const told = await letters('đã được đổi')
  assert.deepEqual([told.length, told[0]!.to], [1, leader.email])
  const log = (await events(leader)).slice(1)
  assert.deepEqual(log, ['person.forgot: trang Quên mật khẩu', `person.passwordSet: ${leader.actor.name}`])
})

test('whether an account exists is seen neither in the answer nor in the work it makes', async (t) => {
  const { leader, ask, jobs, drain, letters, db } = await door(t)
  const shape = ({ status, headers, body }: Answer) => [status, Object.keys(headers).sort(), body]
  const spent: number[][] = [[], []]
  for (let round = 0; round < 5; round += 1) {
    const shapes = []
    for (const [index, account] of [leader.email, 'khong.co.ai@mau.gov.vn'].entries()) {
      const [had, since] = [await jobs(), performance.now()]
      shapes.push(shape(await ask(account)))
      spent[index]!.push(performance.now() - since)
      assert.equal((await jobs()) - had, 1)
    }
    assert.deepEqual(shapes[0], shapes[1])
  }
  const [known, unknown] = spent.map((times) => times.toSorted((a, b) => a - b)[2]!)
  assert.ok(Math.abs(known! - unknown!) < 25, `${known} ms and ${unknown} ms`)
  // The sixth of either: the same refusal, and the sign-in name of the account is counted by itself.
  const sixth = await Promise.all([leader.email, 'khong.co.ai@mau.gov.vn'].map((account) => ask(account)))
  assert.deepEqual(
    sixth.map((answer) => [answer.status, codeOf(answer)]),
    [
      [429, 'auth.too_many'],
      [429, 'auth.too_many'],
    ],
  )
  const { username } = await db
    .selectFrom('platform.user')
    .select('username')
    .where('id', '=', leader.actor.userId)
    .executeTakeFirstOrThrow()
  assert.equal((await ask(username!)).status, 202)
  await drain()
  assert.equal((await letters('đặt lại')).length, 1)
  const { rows } = await sql<{ text: string }>`
    select coalesce(string_agg(payload::text, ''), '') as text from graphile_worker._private_jobs`.execute(db)
  assert.ok(!rows[0]!.text.includes('khong.co.ai'))
})

test('many requests at the same time make one valid link, and are counted before they are looked at', async (t) => {
  const { leader, ask, drain, codes, send, clock, db } = await door(t)
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(leader.email)))
  assert.equal(answers.filter(({ status }) => status === 202).length, 5)
  await drain()
  assert.equal((await codes()).length, 1)
  const others = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(`nguoi.${n}@mau.gov.vn`, '10.9.9.9')))
  assert.equal(others.filter(({ status }) => status === 202).length, 30)

  // A later one ends the first; the fourth within an hour is not sent.
  for (let hour = 0; hour < 4; hour += 1) {
    clock.set(`2021-02-28T05:1${hour}:00Z`)
    await sql`delete from platform.sign_in_failure`.execute(db)
    await ask(leader.email)
    await drain()
  }
  const all = await codes()
  assert.equal(all.length, 3)
  const open = await Promise.all(all.map((code) => send('POST', '/api/invitation', { body: { code } })))
  assert.deepEqual(
    open.map(({ status }) => status),
    [404, 404, 200],
  )
})

test('a link expires after its minutes', async (t) => {
  const { leader, ask, drain, codes, accept, clock } = await door(t, { ...MAIL, RESET_MINUTES: '10' })
  const from = clock.now()
  await ask(leader.email)
  await drain()
  const [code] = await codes()
  clock.set(from.add({ minutes: 10 }).toString())
  assert.deepEqual([(await accept(code!)).status, codeOf(await accept(code!))], [404, 'invitation.not_open'])
})

test('no link for a closed sign-in, one without a password, a person without a post', async (t) => {
  const { as, ask, drain, letters, db } = await door(t)
  const [closed, identity, ended] = [await as('officer'), await as('officer'), await as('officer')]
  await sql`update platform.user set deactivated_at = now() where id = ${closed.actor.userId}`.execute(db)
  await sql`delete from platform.account where user_id = ${identity.actor.userId}`.execute(db)
  await sql`update registry.post set valid = daterange(lower(valid), '2021-02-01') where person_id = ${ended.actor.personId}`.execute(
    db,
  )
  for (const { email } of [closed, identity, ended]) {
    assert.deepEqual((await ask(email)).body, { isMailed: true, minutes: 30 })
  }
  await drain()
  assert.deepEqual(await letters('mật khẩu'), [])
})

test('at an address that another set, and without mail, two who manage all people decide', async (t) => {
  for (const env of [MAIL, {}]) {
    const { leader, as, ask, drain, letters, events, clock } = await door(t, env)
    const [first, second, focal] = [
      await as('administrator'),
      await as('administrator'),
      await as('focalPoint', { agency: 'bo-y-te' }),
    ]
    const url = `/api/people/${leader.actor.personId}`
    const look = async () => (await first.send('GET', url)).body as Person
    let address = leader.email
    if (env === MAIL) {
      address = 'moi@mau.gov.vn'
      const moved = await first.send('PATCH', url, {
        body: { fullName: leader.actor.name, email: address },
        ifMatch: (await look()).version,
      })
      assert.equal(moved.status, 200)
    }
    assert.equal((await ask(address)).status, 202)
    await ask(address)
    await drain()
    assert.deepEqual(await letters('liên kết'), [])
    const { reset } = await look()
    assert.deepEqual([reset?.requestedBy, reset?.isFromDoor], ['trang Quên mật khẩu', true])
    assert.equal((await events(leader)).at(-1), 'person.resetRequested: trang Quên mật khẩu')
    const listed = (await second.send('GET', '/api/people?access=reset')).body as { rows: PersonRow[] }
    assert.deepEqual(
      listed.rows.map(({ id }) => id),
      [leader.actor.personId],
    )
    const settle = async (visitor: Visitor, isApproved: boolean) =>
      visitor.send('POST', `${url}/reset`, { body: { isApproved }, ifMatch: (await look()).version })
    assert.equal(codeOf(await settle(focal, true)), 'person.reset_needs_another')
    if (env === MAIL) {
      assert.equal(codeOf(await settle(first, true)), 'person.reset_needs_another', 'who set the address')
      assert.equal((await settle(second, false)).status, 200)
      // Refused, it does not come back on the same day.
      await ask(address)
      await drain()
      assert.equal((await look()).reset, null)
      clock.set('2021-03-02')
      await ask(address)
      await drain()
      assert.equal((await look()).reset?.isFromDoor, true)
      continue
    }
    // A stranger typed the name: one administrator is not enough, and typing it again ends no link.
    const supported = await settle(first, true)
    assert.deepEqual((supported.body as { waits: boolean }).waits, true)
    const given = (await settle(second, true)).body as { invitation: { link: string } }
    await ask(address)
    await drain()
    assert.equal((await look()).invitation === null, false)
    assert.match(given.invitation.link, /loi-moi#/)
  }
})
