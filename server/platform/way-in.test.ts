import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { freshApp } from '../test/app.ts'
import { openBrowser } from '../test/browser.ts'

/** Every statement sent to PostgreSQL from this process; the driver itself is unchanged. */
const statements: string[] = []
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [first] = given
  statements.push(typeof first === 'string' ? first : String((first as { text?: string }).text))
  return query.apply(this, given)
} as typeof pg.Client.prototype.query

test('a request costs one statement before its own: by token, by session, by the key of an API client', async (t) => {
  const app = await freshApp(t)
  const lan = await app.as('taskForce')
  const browser = openBrowser(app)
  assert.equal((await browser.signIn(lan)).status, 200)
  const key = `dha_${'a'.repeat(43)}`
  const sha256 = createHash('sha256').update(key).digest()
  await sql`
    with client as (
      insert into registry.api_client (client_id, agency_id, name, scopes, secret_sha256, made_at, made_by, changed_at, changed_by)
      values ('dhc_thu', ${lan.actor.agencyId}, 'Thử', '{tasks.read}', ${sha256}, now(), 'thử', now(), 'thử'))
    insert into registry.client_token values (${sha256}, 'dhc_thu', '{tasks.read}', '2100-01-01')`.execute(app.db)
  const ways = {
    token: () => lan.send('GET', '/api/me'),
    session: () => browser.send('GET', '/api/me'),
    client: () => app.send('GET', '/api/me', { headers: { authorization: `Bearer ${key}` } }),
  }
  for (const [way, ask] of Object.entries(ways)) {
    // The first request of an hour also records that a token is in use, and leaves its connection planning each call: the
    // next one of a person does not pay for that.
    assert.equal((await ask()).status, 200)
    statements.length = 0
    assert.equal((await ask()).status, 200)
    assert.equal(statements.length, 1, `${way}: ${statements.join('\n')}`)
    assert.match(statements[0]!, /^\/\* prepared(, settled)? \*\//, way)
  }
  const strangers: [string, Record<string, string>, number][] = [
    ['nothing', {}, 0],
    ['no token of ours', { authorization: 'Bearer dh_short' }, 0],
    ['an unknown token', { authorization: `Bearer dh_${'a'.repeat(43)}` }, 1],
    ['a false cookie', { cookie: 'dieuhanh.session_token=false.cookie' }, 0],
    ['an unknown API client', { authorization: `Bearer dha_${'b'.repeat(43)}` }, 1],
  ]
  for (const [what, headers, count] of strangers) {
    statements.length = 0
    assert.equal((await app.send('GET', '/api/me', { headers })).status, 401, what)
    assert.equal(statements.length, count, what)
  }
})
