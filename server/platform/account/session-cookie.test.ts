import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeSignature } from 'better-auth/crypto'
import { sql } from 'kysely'
import { freshApp } from '../../test/app.ts'
import { openBrowser } from '../../test/browser.ts'
import { openAuth, userOfSession } from '../auth.ts'
import { openPool } from '../db.ts'
import { sessionTokenIn } from './session-cookie.ts'

const NAME = 'dieuhanh.session_token'

test('a session cookie is read as better-auth reads it', async (t) => {
  const app = await freshApp(t)
  const pool = openPool(app.url, { max: 1 })
  t.after(() => pool.end())
  const auth = openAuth(app.config, pool)
  const lan = await app.as('officer')
  assert.equal((await openBrowser(app).signIn(lan)).status, 200)
  const { token } = await app.db.selectFrom('platform.session').select('token').executeTakeFirstOrThrow()
  const { secret } = await auth.$context
  const signed = async (text: string, key = secret) => encodeURIComponent(`${text}.${await makeSignature(text, key)}`)
  const ours = await signed(token)
  const forged = await signed(token, 'another secret, long enough to be one')

  const cases: [string, string, boolean][] = [
    ['ours', `${NAME}=${ours}`, true],
    ['among others', `a=b; dieuhanh.device=x; ${NAME}=${ours}; c="d"`, true],
    ['without a space', `a=b;${NAME}=${ours}`, true],
    ['signed by another', `${NAME}=${forged}`, false],
    ['unsigned', `${NAME}=${token}`, false],
    ['an empty signature', `${NAME}=${token}.`, false],
    ['a signature cut short', `${NAME}=${ours.slice(0, -6)}`, false],
    ['the signature of another text', `${NAME}=${encodeURIComponent(`x${token}`)}${ours.slice(token.length)}`, false],
    ['ours, then another with the name', `${NAME}=${ours}; ${NAME}=${forged}`, true],
    ['another with the name, then ours', `${NAME}=${forged}; ${NAME}=${ours}`, false],
    ['a name that only ends so', `x${NAME}=${ours}`, false],
    ['broken percent-encoding', `${NAME}=%E0%A4%A; a=b`, false],
    ['empty', `${NAME}=`, false],
    ['no value', NAME, false],
  ]
  for (const [what, cookie, isKnown] of cases) {
    assert.equal(await sessionTokenIn(auth, cookie), isKnown ? token : undefined, what)
    assert.equal((await userOfSession(auth, { cookie })) !== undefined, isKnown, `better-auth: ${what}`)
    assert.equal((await app.send('GET', '/api/me', { headers: { cookie } })).status, isKnown ? 200 : 401, what)
  }
  const unknown = await signed('a-session-that-never-was')
  assert.equal((await app.send('GET', '/api/me', { headers: { cookie: `${NAME}=${unknown}` } })).status, 401)
})

test('a session is extended when that is due and not before, never by a quiet request; an expired one is removed', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('officer')
  const browser = openBrowser(app)
  assert.equal((await browser.signIn(lan)).status, 200)
  const age = (minutes: number) =>
    sql`update platform.session set expires_at = now() + interval '12 hours' - make_interval(mins => ${minutes})`.execute(
      app.db,
    )
  const left = async () => {
    const { rows } = await sql<{ minutes: number }>`
      select round(extract(epoch from expires_at - now()) / 60)::int as minutes from platform.session`.execute(app.db)
    return rows[0]?.minutes
  }
  await age(4)
  const early = await browser.send('GET', '/api/me')
  assert.deepEqual([early.headers['set-cookie'], await left()], [undefined, 716])
  await age(6)
  const quiet = await browser.send('GET', '/api/live', { endless: true })
  assert.deepEqual([quiet.status, quiet.headers['set-cookie'], await left()], [200, undefined, 714])
  const due = await browser.send('GET', '/api/me')
  assert.match(String(due.headers['set-cookie']), /Max-Age=43200/)
  assert.equal(await left(), 720)
  await age(721)
  assert.equal((await browser.send('GET', '/api/me')).status, 401)
  assert.equal(await left(), undefined)
})
