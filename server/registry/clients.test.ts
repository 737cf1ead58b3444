import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import { type Answer, freshApp, type TestApp } from '../test/app.ts'

const code = ({ body }: Answer) => (body as { code?: string }).code

/** A ministry's focal point, an API client of the ministry, and a task of the ministry and of another one. */
async function desk(t: TestContext) {
  const app = await freshApp(t)
  const focal = await app.as('focalPoint', { agency: 'bo-y-te' })
  const [health, finance, office] = await Promise.all(
    ['bo-y-te', 'bo-tai-chinh', 'van-phong-chinh-phu'].map(app.agency),
  )
  const [own, other] = await app.db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        aSource({ office } as Parameters<typeof aSource>[0]),
        [aTask('1', health!, '2021-12-31'), aTask('2', finance!, '2021-12-31')],
        app.clock.now(),
      ),
    )
  const add = (body: object) => focal.send('POST', '/api/clients', { body })
  const made = await add({ agencyId: health, name: 'Quản lý nhiệm vụ', scopes: ['tasks.read', 'tasks.report'] })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const client = made.body as { clientId: string; secret: string; version: number }
  return { ...app, focal, add, client, health: health!, finance: finance!, own: own!, other: other! }
}

interface Given {
  access_token: string
  expires_in: number
  scope: string
  error: string
}

const FORM = 'application/x-www-form-urlencoded'
const ask = async (app: TestApp, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/oauth/token',
    headers: { 'content-type': FORM, ...headers },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(),
  })
  return { status: answer.statusCode, headers: answer.headers, ...(answer.json() as Given) }
}
const named = ({ clientId, secret }: { clientId: string; secret: string }) => ({
  client_id: clientId,
  client_secret: secret,
})
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

test('an API client gets a key and works for its agency only', async (t) => {
  const app = await desk(t)
  const { client, own, other } = app
  const given = await ask(app, named(client))
  assert.deepEqual([given.status, given.expires_in, given.scope], [200, 900, 'tasks.read tasks.report'])
  assert.equal(given.headers['cache-control'], 'no-store')
  const as = bearer(given.access_token)

  const list = (await app.send('GET', '/api/tasks?count=true', as)).body as { total: number; rows: { id: number }[] }
  assert.deepEqual([list.total, list.rows.map(({ id }) => id)], [1, [own]])
  assert.equal((await app.send('GET', `/api/tasks/${other}`, as)).status, 404)
  const received = await app.send('POST', `/api/tasks/${own}/receive`, { ...as, body: {}, ifMatch: 1 })
  assert.equal(received.status, 200, JSON.stringify(received.body))
  const { entries } = (await app.focal.send('GET', `/api/tasks/${own}/history`)).body as {
    entries: { actor: string }[]
  }
  assert.equal(entries.at(-1)?.actor, 'Quản lý nhiệm vụ (ứng dụng của Bộ Y tế)')
  for (const [method, url, body] of [
    ['POST', `/api/tasks/${own}/confirm`, {}],
    ['POST', '/api/clients', { agencyId: app.health, name: 'Khác', scopes: ['tasks.read'] }],
  ] as const) {
    assert.equal((await app.send(method, url, { ...as, body, ifMatch: 2 })).status, 403, url)
  }
  const { clients } = (await app.focal.send('GET', '/api/clients')).body as { clients: { usedAt: string | null }[] }
  assert.ok(clients[0]?.usedAt, 'last use is shown')
})

test('a key opens letters only if it was given for them', async (t) => {
  const app = await desk(t)
  const { access_token } = await ask(app, named(app.client))
  for (const url of ['/api/urging/letters', `/api/tasks/${app.own}/urgings`]) {
    const refused = await app.send('GET', url, bearer(access_token))
    assert.deepEqual([refused.status, code(refused)], [403, 'client.scope'], url)
  }
  const body = { agencyId: app.health, name: 'Công văn', scopes: ['letters.read'] }
  const reader = (await app.add(body)).body as { clientId: string; secret: string }
  const key = bearer((await ask(app, named(reader))).access_token)
  assert.equal((await app.send('GET', '/api/urging/letters', key)).status, 200)
  assert.deepEqual(code(await app.send('GET', '/api/tasks', key)), 'client.scope')
  // The search is open to a key for tasks, and finds no letters by it.
  const found = await app.send('GET', '/api/search?words=cong%20van', bearer(access_token))
  assert.equal(found.status, 200)
  assert.ok(!JSON.stringify(found.body).includes('"letter"'))
})

test('whatever refuses a key, the answer has the shape of the standard', async (t) => {
  const app = await desk(t)
  const wrong = { ...app.client, secret: 'dhs_sai' }
  const answers = []
  for (let time = 0; time < 11; time++) answers.push(await ask(app, named(wrong)))
  assert.deepEqual([answers[9]!.status, answers[9]!.error], [401, 'invalid_client'])
  assert.deepEqual([answers[10]!.status, answers[10]!.error], [429, 'temporarily_unavailable'])
  assert.ok(Number(answers[10]!.headers['retry-after']) > 800)
  const json = await app.send('POST', '/api/oauth/token', { body: { grant_type: 'client_credentials' } })
  assert.equal((json.body as Given).error, 'unsupported_grant_type')
  // Refused before the route, and with an id that no database takes.
  for (const [type, payload, status, error] of [
    ['text/xml', '<a/>', 415, 'invalid_request'],
    [FORM, 'a'.repeat(3_000_000), 413, 'invalid_request'],
    [FORM, 'grant_type=client_credentials&client_id=%00&client_secret=x', 401, 'invalid_client'],
  ] as const) {
    const headers = { 'content-type': type }
    const refused = await app.app.inject({ method: 'POST', url: '/api/oauth/token', headers, payload })
    assert.deepEqual([refused.statusCode, (refused.json() as Given).error], [status, error], payload.slice(0, 60))
  }
})

test('a key has the requested scopes, by form or by HTTP Basic', async (t) => {
  const app = await desk(t)
  const { client, own } = app
  const basic = `Basic ${Buffer.from(`${client.clientId}:${client.secret}`).toString('base64')}`
  const given = await ask(app, { scope: 'tasks.read' }, { authorization: basic })
  assert.deepEqual([given.status, given.scope], [200, 'tasks.read'])
  const refused = await app.send('POST', `/api/tasks/${own}/receive`, {
    ...bearer(given.access_token),
    body: {},
    ifMatch: 1,
  })
  assert.deepEqual([refused.status, code(refused)], [403, 'task.not_allowed'])
})

test('no key: wrong secret, unknown client, scope not given, another grant type', async (t) => {
  const app = await desk(t)
  const { client } = app
  const unknown = await ask(app, named({ clientId: 'dhc_aaaaaaaaaaaaaaaa', secret: client.secret }))
  const wrong = await ask(app, named({ ...client, secret: `${client.secret}x` }))
  assert.deepEqual([wrong.status, wrong.error], [401, 'invalid_client'])
  assert.deepEqual(
    { ...unknown, headers: 0 },
    { ...wrong, headers: 0 },
    'the answer does not reveal which clients exist',
  )
  assert.deepEqual((await ask(app, { ...named(client), scope: 'everything' })).error, 'invalid_scope')
  assert.deepEqual((await ask(app, { ...named(client), grant_type: 'password' })).error, 'unsupported_grant_type')
  assert.deepEqual((await ask(app, {})).error, 'invalid_client')
  assert.equal((await app.send('GET', '/api/tasks', bearer(`dha_${'x'.repeat(43)}`))).status, 401)
})

test('keys end when they expire, when scopes change, and with the client', async (t) => {
  const app = await desk(t)
  const { client, focal } = app
  const url = `/api/clients/${client.clientId}`
  const works = async (token: string) => (await app.send('GET', '/api/me', bearer(token))).status
  const key = async () => (await ask(app, named(client))).access_token

  const first = await key()
  assert.equal(await works(first), 200)
  app.clock.set('2021-03-01')
  assert.equal(await works(first), 401)
  const second = await key()
  const edit = { name: 'Quản lý nhiệm vụ', scopes: ['tasks.read'] }
  const changed = await focal.send('PUT', url, { body: edit, ifMatch: 1 })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  assert.equal(await works(second), 401, 'it was issued with scopes that are gone')
  const stale = await focal.send('PUT', url, { body: edit, ifMatch: 1 })
  assert.deepEqual([stale.status, code(stale)], [409, 'request.stale'])
  const third = await key()
  assert.equal((await focal.send('POST', `${url}/revoke`, { ifMatch: 2 })).status, 200)
  assert.equal(await works(third), 401)
  assert.equal((await ask(app, named(client))).error, 'invalid_client')
})

test('after a new secret there is a day to switch over', async (t) => {
  const app = await desk(t)
  const { client, focal } = app
  const renewed = await focal.send('POST', `/api/clients/${client.clientId}/secret`, { ifMatch: 1 })
  const { secret } = renewed.body as { secret: string }
  assert.notEqual(secret, client.secret)
  for (const one of [secret, client.secret])
    assert.equal((await ask(app, named({ ...client, secret: one }))).status, 200)
  app.clock.set('2021-03-02')
  assert.equal((await ask(app, named({ ...client, secret: client.secret }))).status, 401)
  assert.equal((await ask(app, named({ ...client, secret }))).status, 200)
})

test('beyond its rate limit a client waits, and no other does', async (t) => {
  const app = await desk(t)
  const body = { agencyId: app.health, name: 'Chậm', scopes: ['tasks.read'], perMinute: 3 }
  const slow = (await app.add(body)).body as { clientId: string; secret: string }
  const token = (await ask(app, named(slow))).access_token
  const statuses = []
  for (let time = 0; time < 4; time++) statuses.push((await app.send('GET', '/api/me', bearer(token))).status)
  assert.deepEqual(statuses, [200, 200, 200, 429])
  const answer = await app.send('GET', '/api/me', bearer(token))
  assert.deepEqual([code(answer), Number(answer.headers['retry-after']) <= 60], ['client.too_many', true])
  const other = (await ask(app, named(app.client))).access_token
  assert.equal((await app.send('GET', '/api/me', bearer(other))).status, 200)
})

test('who manages API clients, and of which agencies', async (t) => {
  const app = await desk(t)
  const { client, health, finance } = app
  const url = `/api/clients/${client.clientId}`
  const refused = await app.add({ agencyId: finance, name: 'Của người khác', scopes: ['tasks.read'] })
  assert.equal(refused.status, 400)
  assert.deepEqual((refused.body as { fields: { path: string }[] }).fields[0]?.path, 'agencyId')
  const twice = await app.add({ agencyId: health, name: 'quản lý nhiệm vụ', scopes: ['tasks.read'] })
  assert.deepEqual([twice.status, code(twice)], [409, 'client.name_taken'])

  const others = await app.as('focalPoint', { agency: 'bo-tai-chinh' })
  assert.deepEqual((await others.send('GET', '/api/clients')).body, { clients: [] })
  const hidden = await others.send('POST', `${url}/revoke`, { ifMatch: 1 })
  assert.deepEqual([hidden.status, code(hidden)], [404, 'client.not_found'])
  const officer = await app.as('officer', { agency: 'bo-y-te' })
  assert.equal((await officer.send('GET', '/api/clients')).status, 403)
  const administrator = await app.as('administrator')
  assert.equal(((await administrator.send('GET', '/api/clients')).body as { clients: object[] }).clients.length, 1)
  const { rows } = await app.db
    .selectFrom('registry.api_client')
    .selectAll()
    .execute()
    .then((rows) => ({ rows }))
  assert.ok(!JSON.stringify(rows).includes(client.secret), 'the secret is stored nowhere')
})
