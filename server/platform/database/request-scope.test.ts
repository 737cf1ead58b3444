import assert from 'node:assert/strict'
import { request as ask, type ClientRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { freshDatabase } from '../../test/database.ts'
import { type Db, openDatabase } from '../db.ts'
import { type App, buildHttp } from '../http/server.ts'
import { APPLICATION } from '../schema/grants.ts'
import { mountRequestScope, RequestScope, runInScope } from './request-scope.ts'

interface Place {
  app: App
  /** Of the server, with limits. */
  db: Db
  /** Address of the database as owner. */
  url: string
  port: number
  /** Statements of the server that run or wait for a lock, as PostgreSQL sees them. */
  running: () => Promise<number>
  /** Connections of the server. */
  connections: () => Promise<number>
}

/** A small server over a real socket, with the real pool but a statement limit of one second. */
async function place(t: TestContext, { statementSeconds = 1, max = 6 } = {}): Promise<Place> {
  const { url } = await freshDatabase(t)
  // PostgreSQL shows the statements of sessions only to their owner.
  const watching = openDatabase(url, { max: 1 })
  const db = openDatabase(url, { role: APPLICATION, max, name: 'requests', limits: { statementSeconds } })
  const app = await buildHttp({ logLevel: 'silent', version: '1.2.3' })
  mountRequestScope(app)
  app.get('/api/slow/:seconds', async ({ params }) => {
    const { seconds } = params as { seconds: string }
    await sql`select pg_sleep(${Number(seconds)})`.execute(db)
    return { slept: seconds }
  })
  app.get('/api/slow-inside', async () =>
    db.transaction().execute(async (trx) => {
      await sql`select set_config('dieuhanh.left_behind', 'yes', true), pg_sleep(0.9)`.execute(trx)
      return { done: true }
    }),
  )
  app.get('/api/quick', async () => (await sql`select 1 as one`.execute(db)).rows[0])
  app.post('/api/act/:seconds', async ({ params }) => {
    const { seconds } = params as { seconds: string }
    await db.transaction().execute(async (trx) => {
      await sql`select pg_sleep(${Number(seconds)})`.execute(trx)
      await sql`insert into platform.rate_limit (id, key, count, last_request) values (gen_random_uuid()::text, ${seconds}, 1, 1)`.execute(
        trx,
      )
    })
    return { done: true }
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.after(async () => {
    await app.close()
    await db.destroy()
    await watching.destroy()
  })
  const counted = async (condition: string) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where application_name = 'requests' and datname = current_database() and ${sql.raw(condition)}`.execute(watching)
    return rows[0]!.n
  }
  return {
    app,
    db,
    url,
    port: (app.server.address() as AddressInfo).port,
    running: () => counted(`state <> 'idle'`),
    connections: () => counted('true'),
  }
}

/** A request over its own socket, which can be destroyed. */
function send(port: number, path: string, method = 'GET'): ClientRequest {
  const request = ask({ port, path, method, host: '127.0.0.1', agent: false })
  request.on('error', () => {})
  request.end()
  return request
}

async function get(port: number, path: string, method = 'GET') {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
  return { status: response.status, headers: response.headers, body: (await response.json()) as { code?: string } }
}

async function until(what: string, isSo: () => Promise<boolean>, withinMs = 1_000): Promise<void> {
  const begun = performance.now()
  while (!(await isSo())) {
    assert.ok(performance.now() - begun < withinMs, `${what} within ${withinMs} ms`)
    await pause(20)
  }
}

test('when forty clients go away PostgreSQL is quiet within a second, and others are served', async (t) => {
  const { port, running, connections } = await place(t, { statementSeconds: 30 })
  const leaving = Array.from({ length: 40 }, () => send(port, '/api/slow/20'))
  await until('the pool is full of them', async () => (await running()) === 6, 3_000)
  await pause(200)
  for (const request of leaving) request.destroy()
  const begun = performance.now()
  assert.equal((await get(port, '/api/quick')).status, 200)
  assert.ok(performance.now() - begun < 1_000, 'a client that stays is served immediately')
  await until('quiet', async () => (await running()) === 0)
  assert.equal(await connections(), 6, 'the connections are kept')
  await pause(300)
  assert.equal(await running(), 0, 'those that waited for a connection do not run later')
})

test('a cancellation affects no other request, whenever the client leaves', async (t) => {
  const { port, running } = await place(t, { statementSeconds: 30, max: 3 })
  const staying = (async () => {
    for (let round = 0; round < 60; round++) {
      const { status, body } = await get(port, '/api/slow/0.01')
      assert.deepEqual([status, body.code], [200, undefined])
    }
  })()
  for (let round = 0; round < 150; round++) {
    const request = send(port, round % 3 === 0 ? '/api/slow-inside' : '/api/slow/0.02')
    setTimeout(() => request.destroy(), Math.random() * 30)
    await pause(8)
  }
  await staying
  await until('quiet', async () => (await running()) === 0)
})

test('a connection is reused only after the cancellation has been accepted', async (t) => {
  const { db } = await place(t, { statementSeconds: 30, max: 1 })
  const sleep = (scope: RequestScope, seconds: number) =>
    runInScope(scope, () => sql`select pg_sleep(${seconds})`.execute(db)).then(
      () => 'slept',
      (error: { code?: string }) => error.code,
    )
  let cancelled = 0
  for (let round = 0; round < 150; round++) {
    const leaving = new RequestScope({ isAct: false })
    const first = sleep(leaving, 0.004)
    const next = sleep(new RequestScope({ isAct: false }), 0.01)
    // Around the moment at which the statement ends on its own.
    setTimeout(() => leaving.leave(), 3 + (round % 4))
    if ((await first) !== 'slept') cancelled += 1
    assert.equal(await next, 'slept')
  }
  t.diagnostic(`${cancelled} of 150 cancelled`)
})

test('a transaction of a client that left is rolled back and its connection is clean', async (t) => {
  const { port, running, db } = await place(t, { max: 1 })
  const request = send(port, '/api/slow-inside')
  await until('it runs', async () => (await running()) === 1)
  request.destroy()
  await until('quiet', async () => (await running()) === 0)
  assert.deepEqual((await get(port, '/api/quick')).body, { one: 1 })
  const { rows } = await sql`select current_setting('dieuhanh.left_behind', true) as left`.execute(db)
  assert.notDeepEqual(rows, [{ left: 'yes' }])
})

test('an act that was sent is carried out although the client is gone', async (t) => {
  const { port, running, db } = await place(t, { statementSeconds: 30 })
  const request = send(port, '/api/act/0.4', 'POST')
  await until('it runs', async () => (await running()) === 1)
  request.destroy()
  await until('it ends', async () => (await running()) === 0)
  const { rows } = await sql`select key from platform.rate_limit`.execute(db)
  assert.deepEqual(rows, [{ key: '0.4' }])
})

test('a reading statement past its limit is stopped, with a clear answer', async (t) => {
  const { port, running } = await place(t)
  const { status, body, headers } = await get(port, '/api/slow/20')
  assert.deepEqual([status, body.code, headers.get('retry-after')], [503, 'server.too_slow', '30'])
  assert.match((body as { detail: string }).detail, /thu hẹp phạm vi/)
  assert.equal(await running(), 0)
  assert.equal((await get(port, '/api/slow/0.2')).status, 200)
})

test('acts have their own longer limit, and statements outside requests have none', async (t) => {
  const { port, db } = await place(t)
  assert.equal((await get(port, '/api/act/1.4', 'POST')).status, 200)
  const settings = sql`select current_setting('statement_timeout') as work, current_setting('lock_timeout') as lock`
  const { rows } = await sql`select pg_sleep(1.4), s.* from (${settings}) s`.execute(db)
  assert.deepEqual(rows, [{ pg_sleep: '', work: '0', lock: '0' }])
  const found = await runInScope(new RequestScope({ isAct: false }), () => settings.execute(db))
  assert.deepEqual(found.rows, [{ work: '1s', lock: '10s' }])
  assert.equal((await get(port, '/api/slow/20')).body.code, 'server.too_slow', 'the limit of the act ended with it')
})

test('a full pool is reported as busy, not as an unavailable database', async (t) => {
  const { port } = await place(t, { statementSeconds: 10, max: 1 })
  const holding = send(port, '/api/slow/6')
  await pause(200)
  const { status, body } = await get(port, '/api/quick')
  assert.deepEqual([status, body.code], [503, 'server.busy'])
  holding.destroy()
  await until('served', async () => (await get(port, '/api/quick')).status === 200)
})

test('PostgreSQL without a free connection is reported as unavailable', async (t) => {
  const { url } = await freshDatabase(t)
  const owner = openDatabase(url, { max: 1 })
  const role = new URL(url).pathname.replace('/test', 'narrow')
  await sql.raw(`create role ${role} login password 'narrow' connection limit 0`).execute(owner)
  const narrow = Object.assign(new URL(url), { username: role, password: 'narrow' })
  const db = openDatabase(narrow.href, { max: 1, limits: { statementSeconds: 1 } })
  const app = await buildHttp({ logLevel: 'silent', version: '1.2.3' })
  mountRequestScope(app)
  app.get('/api/quick', async () => (await sql`select 1 as one`.execute(db)).rows[0])
  const response = await app.inject('/api/quick')
  await app.close()
  await db.destroy()
  await sql.raw(`drop role ${role}`).execute(owner)
  await owner.destroy()
  assert.deepEqual([response.statusCode, response.json().code], [503, 'server.database_away'])
  assert.equal(response.headers['retry-after'], '5')
})
