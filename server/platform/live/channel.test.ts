import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { agenciesOf, aSource, aTask, FINANCE, given, HOME, PLANNING } from '../../tasks/task.fixture.ts'
import { freshApp, type TestApp } from '../../test/app.ts'
import { bareEnv } from '../../test/bare-env.ts'
import { openDatabase } from '../db.ts'

interface Stream {
  status: number
  headers: Headers
  /** What was received so far, without heartbeats and without the person's own notifications of the same acts. */
  received: () => { event: string; data: unknown }[]
  /** Resolves once this many events have come; throws if they do not come in time. */
  until: (events: number) => Promise<{ event: string; data: unknown }[]>
  ended: () => boolean
  leave: () => void
}

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms))
/** Long enough for what is on its way to arrive. */
const SETTLE = 600

async function waitFor(isSo: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (waited > 30_000) throw new Error(`waited in vain: ${what}`)
    await pause(20)
  }
}

async function listen(address: string, headers: Record<string, string>): Promise<Stream> {
  const leaving = new AbortController()
  const response = await fetch(`${address}/api/live`, { headers, signal: leaving.signal })
  let text = ''
  let isOver = response.body === null
  if (response.ok && response.body) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    const read = async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        text += value
      }
    }
    read()
      .catch(() => {})
      .finally(() => {
        isOver = true
      })
  }
  const received = () =>
    text
      .split('\n\n')
      .slice(0, -1)
      .flatMap((part) => {
        const event = /^event: (.*)$/m.exec(part)?.[1]
        return event === undefined ? [] : [{ event, data: JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? 'null') }]
      })
      .filter(({ data }) => (data as { kind?: string }).kind !== 'notification')
  return {
    status: response.status,
    headers: response.headers,
    received,
    until: async (events) => {
      await waitFor(() => received().length >= events, `${events} events, ${received().length} came`)
      return received()
    },
    ended: () => isOver,
    leave: () => leaving.abort(),
  }
}

async function world(t: TestContext) {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  await app.app.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`
  const officer = await app.as('officer', { agency: FINANCE })
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const receive = async (id: number) => {
    const answer = await officer.send('POST', `/api/tasks/${id}/receive`, { body: {}, ifMatch: 1 })
    assert.equal(answer.status, 200)
  }
  return { ...app, agencies, address, officer, bearer, receive }
}

test('users who may read a task are notified that it changed; others hear nothing', async (t) => {
  const { as, agencies, address, bearer, receive, officer, ...app } = await world(t)
  const own = await given(app as TestApp, aSource(agencies), aTask('1', agencies.finance, '2021-06-30'))
  const shared = await given(
    app as TestApp,
    aSource(agencies),
    aTask('2', agencies.finance, '2021-06-30', {
      parties: [
        { role: 'lead', agencyId: agencies.finance, namedAs: 'Bộ Tài chính', scope: null },
        { role: 'coordinating', agencyId: agencies.home, namedAs: 'Bộ Nội vụ', scope: null },
      ],
    }),
  )
  const streams = {
    officer: await listen(address, bearer(officer.token)),
    steer: await listen(address, bearer((await as('followUp')).token)),
    helper: await listen(address, bearer((await as('officer', { agency: HOME })).token)),
    stranger: await listen(address, bearer((await as('officer', { agency: PLANNING })).token)),
  }
  assert.equal((await listen(address, {})).status, 401)
  const { headers } = streams.officer
  assert.match(headers.get('content-type') ?? '', /^text\/event-stream/)
  assert.match(headers.get('cache-control') ?? '', /no-store/)
  assert.equal(headers.get('x-accel-buffering'), 'no')
  assert.equal(headers.get('content-encoding'), null, 'events are held back while buffered')

  await receive(own)
  assert.deepEqual(await streams.officer.until(1), [{ event: 'changed', data: { kind: 'task', ids: [own] } }])
  assert.deepEqual(await streams.steer.until(1), [{ event: 'changed', data: { kind: 'task', ids: [own] } }])
  await receive(shared)
  assert.deepEqual(await streams.helper.until(1), [{ event: 'changed', data: { kind: 'task', ids: [shared] } }])
  await pause(SETTLE)
  assert.deepEqual(streams.stranger.received(), [])
  assert.equal(streams.helper.received().length, 1)
})

test('of an internal comment only those who see every agency are notified; of a shared one everyone who may read', async (t) => {
  const { agencies, address, bearer, officer, ...app } = await world(t)
  const id = await given(app as TestApp, aSource(agencies), aTask('1', agencies.finance, '2021-06-30'))
  const [writer, reader] = [await app.as('followUp'), await app.as('followUp')]
  const streams = {
    officer: await listen(address, bearer(officer.token)),
    reader: await listen(address, bearer(reader.token)),
  }
  const say = (audience: string) =>
    writer.send('POST', `/api/tasks/${id}/comments`, { body: { audience, body: 'Đã gửi' } })
  assert.equal((await say('internal')).status, 201)
  assert.deepEqual(await streams.reader.until(1), [{ event: 'changed', data: { kind: 'taskInternal', ids: [id] } }])
  await pause(SETTLE)
  assert.deepEqual(streams.officer.received(), [])
  assert.equal((await say('shared')).status, 201)
  assert.deepEqual(await streams.officer.until(1), [{ event: 'changed', data: { kind: 'task', ids: [id] } }])
})

test('what is rolled back is sent to no one, and concurrent changes are sent together', async (t) => {
  const { agencies, address, bearer, officer, ...app } = await world(t)
  const ids: number[] = []
  for (const ref of ['1', '2', '3']) {
    ids.push(await given(app as TestApp, aSource(agencies), aTask(ref, agencies.finance, '2021-06-30')))
  }
  const stream = await listen(address, bearer(officer.token))
  const items = ids.map((id) => ({ id, version: 1 }))
  const broken = { act: 'receive', items: [...items, { id: 999_999, version: 1 }], mode: 'all' }
  await officer.send('POST', '/api/tasks/bulk', { body: broken })
  await pause(SETTLE)
  assert.deepEqual(stream.received(), [])
  await officer.send('POST', '/api/tasks/bulk', { body: { act: 'receive', items, mode: 'all' } })
  assert.deepEqual(await stream.until(1), [{ event: 'changed', data: { kind: 'task', ids } }])
})

test('two server processes on one database hear each other, and stop cleanly while a client listens', async (t) => {
  const { url, agencies, address, bearer, officer, receive, ...app } = await world(t)
  const dataDir = mkdtempSync(join(tmpdir(), 'dieuhanh-live-'))
  const other = spawn(process.execPath, [join(import.meta.dirname, '../../main.ts')], {
    env: {
      ...bareEnv(),
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      PORT: '0',
      WORKER: 'none',
      DIEUHANH_LANG: 'en',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  other.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const exit = new Promise<number | null>((done) => other.once('close', done))
  t.after(async () => {
    if (other.exitCode === null) other.kill('SIGTERM')
    await exit
    rmSync(dataDir, { recursive: true, force: true })
  })
  await waitFor(() => /running at http:\S+/.test(output) || other.exitCode !== null, 'the second server starts')
  const there = /running at (http:\S+)/.exec(output)?.[1] ?? assert.fail(output)

  const id = await given(app as TestApp, aSource(agencies), aTask('1', agencies.finance, '2021-06-30'))
  const [here, remote] = [await listen(address, bearer(officer.token)), await listen(there, bearer(officer.token))]
  await receive(id)
  const event = { event: 'changed', data: { kind: 'task', ids: [id] } }
  assert.deepEqual([await here.until(1), await remote.until(1)], [[event], [event]])

  const started = await fetch(`${there}/api/tasks/${id}/start`, {
    method: 'POST',
    headers: { ...bearer(officer.token), 'content-type': 'application/json', 'if-match': '"2"' },
    body: '{}',
  })
  assert.equal(started.status, 200)
  assert.deepEqual([(await here.until(2))[1], (await remote.until(2))[1]], [event, event])

  other.kill('SIGTERM')
  assert.equal(await exit, 0)
  await waitFor(remote.ended, 'the stream ends with its server')
  assert.equal(here.ended(), false)
})

test('a broken listening connection is replaced, and every client reloads', async (t) => {
  const { db, agencies, address, bearer, officer, receive, url, ...app } = await world(t)
  const stream = await listen(address, bearer(officer.token))
  const owner = openDatabase(url)
  const { rows } = await sql<{ ended: boolean }>`
    select pg_terminate_backend(pid) as ended from pg_stat_activity
    where datname = current_database() and query ilike 'listen dieuhanh_live'`.execute(owner)
  await owner.destroy()
  assert.deepEqual(rows, [{ ended: true }])
  assert.deepEqual(await stream.until(1), [{ event: 'again', data: {} }])
  const id = await given({ ...app, db } as TestApp, aSource(agencies), aTask('1', agencies.finance, '2021-06-30'))
  await receive(id)
  assert.deepEqual((await stream.until(2))[1]?.data, { kind: 'task', ids: [id] })
})

test('rights are checked again before an event is sent: a session that ended, and a post that was left', async (t) => {
  const { db, clock, as, agencies, address, bearer, officer, receive, email, ...app } = {
    email: '',
    ...(await world(t)),
  }
  const reader = await as('followUp')
  const signedIn = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: reader.email, password: reader.password }),
  })
  assert.equal(signedIn.status, 200, await signedIn.text())
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const session = await listen(address, { cookie })
  const mover = await as('officer', { agency: FINANCE })
  const moving = await listen(address, bearer(mover.token))
  const staying = await listen(address, bearer(officer.token))
  assert.deepEqual([session.status, moving.status], [200, 200])

  await db.deleteFrom('platform.session').where('user_id', '=', reader.actor.userId).execute()
  await db
    .updateTable('registry.post')
    .set({ agency_id: agencies.home })
    .where('person_id', '=', mover.actor.personId)
    .execute()
  clock.set('2021-02-28T05:01:00Z')
  const id = await given(
    { ...app, db, clock } as unknown as TestApp,
    aSource(agencies),
    aTask('1', agencies.finance, '2021-06-30'),
  )
  await receive(id)
  await staying.until(1)
  await waitFor(session.ended, 'a session that ended hears nothing')
  await pause(SETTLE)
  assert.deepEqual([session.received(), moving.received(), moving.ended()], [[], [], false])
})

test('the number of streams per user is limited; closing one makes room', async (t) => {
  const { address, bearer, officer } = await world(t)
  const streams: Stream[] = []
  for (let opened = 0; opened < 8; opened += 1) streams.push(await listen(address, bearer(officer.token)))
  assert.deepEqual(new Set(streams.map(({ status }) => status)), new Set([200]))
  const refused = await listen(address, bearer(officer.token))
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '30'])
  streams[0]?.leave()
  let status = 429
  for (let tried = 0; status === 429 && tried < 50; tried += 1) {
    await pause(20)
    status = (await listen(address, bearer(officer.token))).status
  }
  assert.equal(status, 200)
})
