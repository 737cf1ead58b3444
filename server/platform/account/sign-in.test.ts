import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshApp, type TestApp, type Visitor } from '../../test/app.ts'
import { issueToken, revokeToken } from '../token.ts'

const OWN = 'http://127.0.0.1:8080'

async function signIn({ send }: TestApp, { email, password }: Visitor): Promise<string> {
  const answer = await send('POST', '/api/auth/sign-in/email', { body: { email, password }, headers: { origin: OWN } })
  assert.equal(answer.status, 200)
  const cookie = [answer.headers['set-cookie']].flat().find((line) => line?.startsWith('dieuhanh.session_token='))
  assert.match(cookie ?? '', /HttpOnly/)
  assert.match(cookie ?? '', /SameSite=Lax/)
  return cookie?.split(';')[0] ?? ''
}

test('a browser signs in, is recognised, changes things from our own pages only, and signs out', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp', { name: 'Trần Thị Lan Mẫu' })
  const cookie = await signIn(app, lan)
  const me = await app.send('GET', '/api/me', { headers: { cookie } })
  assert.deepEqual(me.body, {
    userId: lan.actor.userId,
    personId: lan.actor.personId,
    name: 'Trần Thị Lan Mẫu',
    role: 'followUp',
    rights: [...lan.actor.rights],
    seesAll: true,
    followerId: null,
    onBehalfOf: null,
    agencyId: lan.actor.agencyId,
    agencyName: 'Văn phòng Chính phủ',
    isUnit: false,
    title: 'Chuyên viên',
    sample: false,
    secondFactor: { state: 'none', factors: [] },
    today: '2021-02-28',
  })
  const foreign: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const answer = await app.send('POST', '/api/auth/sign-out', { body: {}, headers: { cookie, ...headers } })
    assert.equal(answer.status, 403, JSON.stringify(headers))
  }
  const out = await app.send('POST', '/api/auth/sign-out', { body: {}, headers: { cookie, origin: OWN } })
  assert.equal(out.status, 200)
  assert.equal((await app.send('GET', '/api/me', { headers: { cookie } })).status, 401)
})

test('where people come by https, a page of the same name that came by http is a stranger', async (t) => {
  const app = await freshApp(t, { env: { ORIGIN: 'https://dieuhanh.mau' } })
  const lan = await app.as('followUp')
  const body = { email: lan.email, password: lan.password }
  const from = (origin: string) =>
    app.send('POST', '/api/auth/sign-in/email', { body, headers: { origin, host: 'dieuhanh.mau' } })
  assert.equal((await from('http://dieuhanh.mau')).status, 403)
  assert.equal((await from('https://dieuhanh.mau')).status, 200)
})

test('sign-in works with a user name too', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const answer = await app.send('POST', '/api/auth/sign-in/username', {
    body: { username: 'nguoi_thu_1', password: lan.password },
  })
  assert.equal(answer.status, 200)
})

test('a wrong password and an unknown address get the same answer, and guessing is stopped', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const guess = (email: string) =>
    app.send('POST', '/api/auth/sign-in/email', {
      body: { email, password: 'doan-mo-mat-khau' },
      headers: { 'x-forwarded-for': `10.0.0.${Math.random()}` },
    })
  const wrong = await guess(lan.email)
  const unknown = await guess('khong.co@mau.gov.vn')
  assert.deepEqual([wrong.status, (wrong.body as { code: string }).code], [401, 'auth.wrong_credentials'])
  assert.equal((unknown.body as { detail: string }).detail, (wrong.body as { detail: string }).detail)
  for (let attempt = 2; attempt <= 10; attempt++) assert.equal((await guess(lan.email)).status, 401)
  const stopped = await guess(` ${lan.email.toUpperCase()}`)
  assert.deepEqual([stopped.status, (stopped.body as { code: string }).code], [429, 'auth.too_many'])
  assert.ok(Number(stopped.headers['retry-after']) > 800)
  const right = { email: lan.email, password: lan.password }
  assert.equal((await app.send('POST', '/api/auth/sign-in/email', { body: right })).status, 429, 'the correct one too')
  const others = await app.as('officer')
  await signIn(app, others)
  await sql`update platform.sign_in_failure set since = since - interval '15 minutes'`.execute(app.db)
  await signIn(app, lan)
})

test('sixty guesses at the same time are checked no more often than sixty in turn', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('followUp')
  const guess = () =>
    app.send('POST', '/api/auth/sign-in/email', { body: { email: lan.email, password: 'doan-mo-mat-khau' } })
  const answers = await Promise.all(Array.from({ length: 60 }, guess))
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  assert.deepEqual([count(401), count(429)], [10, 50])
})

test('sign-up is closed, and only those parts of better-auth that the product uses are reachable', async (t) => {
  const app = await freshApp(t)
  const body = { name: 'X', email: 'x@mau.gov.vn', password: 'mat-khau-dai-lam' }
  for (const path of [
    'get-session',
    'change-password',
    'two-factor/enable',
    'sign-up/email',
    'delete-user',
    'update-user',
    'is-username-available',
    'error',
    'ok',
  ]) {
    assert.equal((await app.send('POST', `/api/auth/${path}`, { body })).status, 404, path)
  }
  const { rows } = await sql`select 1 from platform.user`.execute(app.db)
  assert.equal(rows.length, 0)
})

test('a token may do what its user may until it expires or is revoked', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer', { agency: 'bo-cong-an' })
  const me = (token: string) => app.send('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })
  assert.match(lan.token, /^dh_[\w-]{43}$/)
  assert.equal((await me(lan.token)).status, 200)
  for (const token of ['', 'dh_', `${lan.token}x`, lan.token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))]) {
    assert.equal((await me(token)).status, 401, token)
  }
  const kept = await app.db
    .selectFrom('platform.api_token')
    .select(['id', 'sha256', 'used_at'])
    .executeTakeFirstOrThrow()
  assert.ok(!kept.sha256.toString('latin1').includes(lan.token))
  assert.ok(kept.used_at)

  const short = await app.db.transaction().execute((trx) =>
    issueToken(trx, lan.actor.userId, 'ngắn', {
      expiresAt: Temporal.Now.instant().add({ milliseconds: 150 }).toString(),
    }),
  )
  assert.equal((await me(short)).status, 200)
  await new Promise((done) => setTimeout(done, 200))
  assert.equal((await me(short)).status, 401)

  const revoke = (userId: string) => app.db.transaction().execute((trx) => revokeToken(trx, userId, kept.id))
  assert.equal(await revoke('someone-else'), undefined)
  assert.equal((await me(lan.token)).status, 200)
  assert.equal(await revoke(lan.actor.userId), 'thử')
  assert.equal((await me(lan.token)).status, 401)
})

test('a user without a post gets no further than sign-in', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  await app.db.transaction().execute((trx) => trx.deleteFrom('registry.post').execute())
  const answer = await lan.send('GET', '/api/me')
  assert.deepEqual([answer.status, (answer.body as { code: string }).code], [403, 'auth.no_post'])
})

test('every route under /api except the open ones requires sign-in', async (t) => {
  const { app, send } = await freshApp(t)
  const paths = Object.entries(
    (app.swagger() as { paths: Record<string, Record<string, { security?: unknown[] }>> }).paths,
  )
  const closedOnes = paths.flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.security?.length !== 0)
      .map(([method]) => [method.toUpperCase() as 'GET', path.replaceAll(/\{\w+\}/g, '1')] as const),
  )
  assert.ok(closedOnes.length >= 2)
  for (const [method, path] of closedOnes) {
    const answer = await send(method, path, method === 'GET' ? {} : { body: {} })
    assert.equal(answer.status, 401, `${method} ${path}`)
  }
  assert.equal((await send('GET', '/api/health')).status, 200)
  assert.equal((await send('GET', '/api/openapi.json')).status, 200)
})

test('the key that signs sessions is readable by its owner only', async (t) => {
  const { config } = await freshApp(t)
  assert.equal(statSync(join(config.dataDir, 'secret')).mode & 0o777, 0o600)
})
