import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { buildApp } from '../../app.ts'
import { house } from '../../house.ts'
import { open } from '../../opening.ts'
import { freshApp } from '../../test/app.ts'
import { openBrowser } from '../../test/browser.ts'
import { CLUSTER_VARIABLE, startTestCluster } from '../../test/cluster.ts'
import { addReference } from '../../test/reference.ts'
import { openDatabase } from '../db.ts'
import { homeOf } from '../embedded/home.ts'
import { APPLICATION } from '../schema/grants.ts'
import { RequestScope, runInScope } from './request-scope.ts'

// A cluster of this file's own: it is frozen and stopped, while others use the shared one of the run.
const skip = process.env.TEST_DATABASE_URL !== undefined || process.platform === 'win32'
const cluster = skip ? undefined : await startTestCluster(addReference)
if (cluster) process.env[CLUSTER_VARIABLE] = cluster.url
let restarted: number | undefined
after(async () => {
  if (restarted !== undefined) process.kill(restarted, 'SIGQUIT')
  await pause(restarted === undefined ? 0 : 500)
  await cluster?.stop()
})

const ORIGIN = 'http://localhost:8080'

/** The whole server with its real pools, and a user with a token and a session. */
async function served(t: TestContext) {
  const place = await freshApp(t)
  const officer = await place.as('officer')
  const opened = open(place.url, APPLICATION, place.config, house.audit)
  const app = await buildApp({ ...place, db: opened.db, authPool: opened.authPool })
  t.after(async () => {
    await app.close()
    await opened.close()
  })
  const browser = openBrowser(place, { origin: ORIGIN })
  assert.equal((await browser.signIn(officer)).status, 200)
  const cookie = `dieuhanh.session_token=${browser.cookie('dieuhanh.session_token')}`
  const ask = {
    health: () => app.inject('/api/health'),
    token: () => app.inject({ url: '/api/me', headers: { authorization: `Bearer ${officer.token}` } }),
    session: () => app.inject({ url: '/api/me', headers: { cookie, origin: ORIGIN } }),
    signIn: () =>
      app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        headers: { origin: ORIGIN },
        payload: { email: officer.email, password: officer.password },
      }),
  }
  return { url: place.url, db: opened.db, ask }
}

type Ask = Awaited<ReturnType<typeof served>>['ask']

/** Every kind of request ends in 503 with a code and a time to retry, within `mostMs`. */
async function assertAway(ask: Ask, mostMs: number): Promise<void> {
  const begun = performance.now()
  await Promise.all(
    Object.entries(ask).map(async ([name, send]) => {
      const response = await send()
      const took = performance.now() - begun
      assert.deepEqual([name, response.statusCode, response.json().code], [name, 503, 'server.database_away'])
      assert.equal(response.headers['retry-after'], '5')
      assert.ok(took < mostMs, `${name} took ${took} ms`)
      if (name === 'health') assert.ok(took < 2_500, `health took ${took} ms`)
    }),
  )
}

async function assertServed(ask: Ask, withinMs = 5_000): Promise<void> {
  const begun = performance.now()
  for (const [name, send] of Object.entries(ask)) {
    let response = await send()
    while (response.statusCode !== 200 && performance.now() - begun < withinMs) {
      await pause(100)
      response = await send()
    }
    assert.equal(response.statusCode, 200, `${name}: ${response.body}`)
  }
}

/** Postmaster first, then its children. */
async function processesOf(url: string): Promise<number[]> {
  const owner = openDatabase(url, { max: 1 })
  const { rows } = await sql<{ pid: number }>`
    select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::integer as pid
    union all select pid from pg_stat_activity where pid <> pg_backend_pid()`.execute(owner)
  await owner.destroy()
  return rows.map(({ pid }) => pid)
}

test('a frozen PostgreSQL is reported within seconds, and requests work again when it resumes', { skip }, async (t) => {
  const { ask, url } = await served(t)
  await assertServed(ask)
  const all = await processesOf(url)
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  try {
    await assertAway(ask, 5_500)
    // By now no connection is left from before the freeze.
    await assertAway(ask, 5_500)
  } finally {
    for (const pid of all) process.kill(pid, 'SIGCONT')
  }
  await assertServed(ask)
})

test('a slow statement on a PostgreSQL that answers is not mistaken for a frozen one', { skip }, async (t) => {
  const { db } = await served(t)
  const scope = new RequestScope({ isAct: false })
  const { rows } = await runInScope(scope, () => sql`select pg_sleep(5), 1 as one`.execute(db))
  assert.equal((rows[0] as { one: number }).one, 1)
})

test('requests fail while PostgreSQL is stopped and work after it restarts', { skip }, async (t) => {
  const { ask, url } = await served(t)
  await assertServed(ask)
  const [postmaster] = await processesOf(url)
  const command = readFileSync(`/proc/${postmaster}/cmdline`, 'utf8').split('\0').slice(0, -1)
  const home = homeOf(dirname(command[command.indexOf('-D') + 1]!))
  process.kill(postmaster!, 'SIGINT')
  await until(() => !isAlive(postmaster!))
  await assertAway(ask, 1_000)
  restarted = spawn(command[0]!, command.slice(1), { ...home.owner, cwd: '/', env: {}, stdio: 'ignore' }).pid
  await assertServed(ask, 10_000)
})

async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !isSo(); round++) await pause(50)
  assert.ok(isSo())
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
