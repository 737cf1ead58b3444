import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { bareEnv } from './test/bare-env.ts'

interface Run {
  child: ChildProcess
  /** All its output so far. */
  output: () => string
  /** Resolves with the match once it is printed; rejects if the process ends first. */
  until: (pattern: RegExp) => Promise<RegExpExecArray>
  exit: Promise<number | null>
}

function run(t: TestContext, file: string, env: Record<string, string>): Run {
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], {
    env: { ...bareEnv(), SAMPLE: 'none', DIEUHANH_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const exit = new Promise<number | null>((done) => child.once('close', done))
  t.after(async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await exit
  })
  return {
    child,
    output: () => text,
    exit,
    until: async (pattern) => {
      for (;;) {
        const found = pattern.exec(text)
        if (found) return found
        if (child.exitCode !== null) throw new Error(`it ended first:\n${text}`)
        await new Promise((wake) => setTimeout(wake, 50))
      }
    },
  }
}

function dataDir(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-main-'))
  chmodSync(folder, 0o755)
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('the server starts from nothing, serves requests, runs jobs with a separate worker, and stops cleanly', async (t) => {
  const DATA_DIR = dataDir(t)
  const env = { DATA_DIR, PORT: '0', WORKER: 'none' }
  const server = run(t, 'main.ts', env)
  const [, address] = await server.until(/running at (http:\S+)/)
  assert.match(server.output(), /Creating the database/)
  const health = await fetch(`${address}/api/health`)
  assert.equal(health.status, 200)
  // Jobs added by a first start may be waiting for the worker.
  const { jobs, ...state } = (await health.json()) as { jobs: { isLate: boolean; failed: number } }
  assert.deepEqual(state, { status: 'ok', version: '0.1.0', sample: false, database: 'ok' })
  assert.deepEqual([jobs.isLate, jobs.failed], [false, 0])
  assert.equal((await fetch(`${address}/api/me`)).status, 401)

  const [, code] = await server.until(/one-time code \(good for 24 hours\): {2}(\S+)/)
  const send = (path: string, body: object) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address! },
      body: JSON.stringify(body),
    })
  const who = { email: 'an.mau@mau.example', password: 'con meo den ngu tren ghe' }
  const first = { ...who, name: 'Nguyễn An Mẫu', title: 'Quản trị hệ thống', agency: 'Văn phòng Chính phủ' }
  assert.equal((await send('/api/auth/sign-in/email', who)).status, 401, 'there is no default user')
  assert.equal((await send('/api/first-administrator', { ...first, code })).status, 204)
  assert.equal((await send('/api/first-administrator', { ...first, code })).status, 400)
  assert.equal((await send('/api/auth/sign-in/email', who)).status, 200)

  const worker = run(t, 'worker.ts', env)
  await worker.until(/Taking jobs/)
  worker.child.kill('SIGTERM')
  assert.equal(await worker.exit, 0, worker.output())

  server.child.kill('SIGINT')
  assert.equal(await server.exit, 0, server.output())
  assert.ok(!existsSync(join(DATA_DIR, 'postgres/postmaster.pid')), 'PostgreSQL has closed its files')

  const again = run(t, 'main.ts', env)
  await again.until(/running at/)
  assert.doesNotMatch(again.output(), /Creating the database|migrations run|one-time code/)
  again.child.kill('SIGTERM')
  assert.equal(await again.exit, 0)
})

test('a request under way when the server is stopped gets its answer; a later one is told to go', async (t) => {
  const server = run(t, 'main.ts', { DATA_DIR: dataDir(t), PORT: '0' })
  const [, address] = await server.until(/running at (http:\S+)/)
  const { port } = new URL(address!)
  const body = JSON.stringify({ email: 'an.mau@mau.example', password: 'con meo den ngu tren ghe' })
  const head = (path: string, length: number) =>
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`
  const open = async () => {
    const socket = connect(Number(port), '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString()
    })
    const ended = new Promise<string>((done) => socket.once('close', () => done(heard)))
    await new Promise<void>((done) => socket.once('connect', () => done()))
    return { socket, ended, heard: () => heard }
  }
  const slow = await open()
  slow.socket.write(head('/api/auth/sign-in/email', body.length) + body.slice(0, 10))
  // Its headers have arrived once a request that came after them is answered.
  assert.equal((await fetch(`${address}/api/health`)).status, 200)
  server.child.kill('SIGTERM')
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${address}/api/health`, { headers: { connection: 'close' } }).then(
        (a) => a.status !== 200,
        () => true,
      )
    )
      break
    await new Promise((wake) => setTimeout(wake, 20))
  }
  slow.socket.write(body.slice(10))
  assert.match(await slow.ended, /^HTTP\/1\.1 401 /)
  assert.equal(await server.exit, 0, server.output())
})

test('a server whose database is killed serves again, and one whose database is lost ends with a code', async (t) => {
  const DATA_DIR = dataDir(t)
  const server = run(t, 'main.ts', { DATA_DIR, PORT: '0' })
  const [, address] = await server.until(/running at (http:\S+)/)
  const postmaster = () => Number(readFileSync(join(DATA_DIR, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(postmaster(), 'SIGKILL')
  await server.until(/started again/)
  // Connections that died with it are found out one by one.
  let status = 0
  for (let tries = 0; tries < 100 && status !== 200; tries++) {
    status = (await fetch(`${address}/api/health`)).status
    if (status !== 200) await new Promise((wake) => setTimeout(wake, 100))
  }
  assert.equal(status, 200, server.output())

  rmSync(join(DATA_DIR, 'postgres/global'), { recursive: true })
  process.kill(postmaster(), 'SIGKILL')
  assert.equal(await server.exit, 75, server.output())
  assert.match(server.output(), /PostgreSQL did not start/)
})

test('a reason not to start is one sentence, and exit code 1', async (t) => {
  const taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  t.after(() => taken.close())
  const { port } = taken.address() as { port: number }
  const DATA_DIR = dataDir(t)
  for (const [env, sentence] of [
    [{ PORT: 'eighty' }, /^PORT is "eighty"; it must be a number from 0 to 65535\.\n$/],
    [
      { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/d' },
      /^The database of DATABASE_URL cannot be reached \(ECONNREFUSED\)/,
    ],
    [{ PORT: String(port) }, new RegExp(`Port ${port} on 127.0.0.1 is in use by another program`)],
  ] as const) {
    const server = run(t, 'main.ts', { DATA_DIR, PORT: '0', ...env })
    assert.equal(await server.exit, 1, server.output())
    assert.match(server.output(), sentence)
    assert.doesNotMatch(server.output(), /\n {4}at /, 'no stack')
  }
  assert.ok(!existsSync(join(DATA_DIR, 'postgres/postmaster.pid')), 'PostgreSQL is not left running')
})

test('a worker without a server reports it', async (t) => {
  const worker = run(t, 'worker.ts', { DATA_DIR: dataDir(t) })
  assert.equal(await worker.exit, 1)
  assert.match(worker.output(), /^No server runs on/)
})
