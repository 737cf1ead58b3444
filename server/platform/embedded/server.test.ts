import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import { CannotStart } from '../errors.ts'
import { asCannotStart } from './sentences.ts'
import { findEmbedded, startEmbedded } from './server.ts'

function dataDir(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-embedded-'))
  // Otherwise only ours; the account PostgreSQL runs as under root must be able to enter.
  chmodSync(folder, 0o755)
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function ask(url: string, query: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

/** A server in its own process, which can be killed; resolves with its address once it runs. */
async function serverOn(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))}
    const { url } = await startEmbedded(${JSON.stringify(folder)}, { settings: { fsync: 'off' } })
    console.log(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  assert.ok(child.stdout)
  for await (const line of createInterface(child.stdout)) return { child, url: line }
  throw new Error('the server ended before it ran')
}

const refused = (pattern: RegExp) => (error: unknown) => error instanceof CannotStart && pattern.test(error.sentence.en)

test('the first start makes the database, the second finds its data', async (t) => {
  const folder = dataDir(t)
  const first = await startEmbedded(folder)
  assert.equal(first.fresh, true)
  assert.equal(await findEmbedded(folder), first.url)
  const [about] = await ask(
    first.url,
    `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
      current_setting('server_version_num')::int / 10000 as major, lower('ĐIỀU HÀNH') as lower,
      (select string_agg(w, ' ' order by w) from unnest(array['đa', 'da', 'ba', 'ơn', 'on', 'ăn', 'an']) w) as ordered
     from pg_database where datname = current_database()`,
  )
  assert.deepEqual(about, {
    provider: 'i',
    locale: 'vi-VN',
    encoding: 'UTF8',
    major: 18,
    lower: 'điều hành',
    ordered: 'an ăn ba da đa on ơn',
  })
  await ask(
    first.url,
    'create extension unaccent; create extension pg_trgm; create extension btree_gist; create table kept (x int)',
  )
  await first.stop()
  assert.equal(await findEmbedded(folder), undefined)
  const second = await startEmbedded(folder)
  assert.equal(second.fresh, false)
  assert.equal((await ask(second.url, 'select * from kept')).length, 0)
  await second.stop()
  await second.stop()
})

test('the password is readable by the owner only, and no one connects without it', async (t) => {
  const folder = dataDir(t)
  const database = await startEmbedded(folder, { settings: { fsync: 'off' } })
  t.after(() => database.stop())
  assert.equal(statSync(join(folder, 'postgres.password')).mode & 0o777, 0o600)
  assert.equal(statSync(join(folder, 'postgres')).mode & 0o077, 0)
  const url = new URL(database.url)
  assert.equal(url.hostname, '127.0.0.1')
  url.password = 'guessed'
  await assert.rejects(ask(url.href, 'select 1'), /password authentication failed/)
})

test('a killed server is recovered from; a running one is not disturbed', async (t) => {
  const folder = dataDir(t)
  const { child, url } = await serverOn(folder)
  await ask(url, 'create table kept as select 1 as x')
  await assert.rejects(startEmbedded(folder), refused(/already runs/))
  child.kill('SIGKILL')
  await new Promise((gone) => child.once('exit', gone))
  assert.ok(await findEmbedded(folder), 'PostgreSQL outlives the server that was killed')
  const next = await startEmbedded(folder)
  assert.deepEqual(await ask(next.url, 'select x from kept'), [{ x: 1 }])
  await next.stop()
})

/** The process number of the PostgreSQL on a folder, and of one of its connections. */
const postmaster = (folder: string): number =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isTrue().catch(() => false)) return
    await new Promise((wake) => setTimeout(wake, 50))
  }
  assert.fail('it did not become true within fifteen seconds')
}

test('PostgreSQL that is killed is started again where it was, and its data stays ours', async (t) => {
  const folder = dataDir(t)
  const revived: string[] = []
  const database = await startEmbedded(folder, { onRevived: ({ en }) => revived.push(en) })
  t.after(() => database.stop())
  await ask(database.url, 'create table kept as select 1 as x')
  for (let round = 1; round <= 2; round++) {
    const before = postmaster(folder)
    process.kill(before, 'SIGKILL')
    await until(async () => revived.length === round)
    assert.notEqual(postmaster(folder), before)
    assert.deepEqual(await ask(database.url, 'select x from kept'), [{ x: 1 }])
    await assert.rejects(startEmbedded(folder), refused(/already runs/))
  }
  assert.match(revived[0]!, /ended by itself \(SIGKILL\)/)
})

test('after one of its connections crashes, a second server still finds the data taken', async (t) => {
  const folder = dataDir(t)
  const database = await startEmbedded(folder)
  t.after(() => database.stop())
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  process.kill(rows[0].pid, 'SIGKILL')
  await until(async () => (await ask(database.url, 'select 1')).length === 1)
  const held = `select from pg_locks where locktype = 'advisory' and granted`
  await until(async () => (await ask(database.url, held)).length === 1)
  await assert.rejects(startEmbedded(folder), refused(/already runs/))
})

test('a database that does not come back is reported in one sentence', async (t) => {
  const folder = dataDir(t)
  const lost = Promise.withResolvers<CannotStart>()
  const database = await startEmbedded(folder, { onLost: lost.resolve })
  t.after(() => database.stop())
  rmSync(join(folder, 'postgres/global'), { recursive: true })
  process.kill(postmaster(folder), 'SIGKILL')
  assert.match((await lost.promise).sentence.en, /PostgreSQL did not start/)
})

test('a lock file left by a power failure is ignored', async (t) => {
  const folder = dataDir(t)
  const first = await startEmbedded(folder)
  const [line] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(line), 'SIGKILL')
  await first.stop()
  // Its number now belongs to another process: our own.
  const path = join(folder, 'postgres/postmaster.pid')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)))
  const second = await startEmbedded(folder)
  assert.equal(second.fresh, false)
  await second.stop()
})

test('an interrupted initialisation is restarted', async (t) => {
  const folder = dataDir(t)
  mkdirSync(join(folder, 'postgres.making/base'), { recursive: true })
  writeFileSync(join(folder, 'postgres.making/PG_VERSION'), '18\n')
  const database = await startEmbedded(folder, { settings: { fsync: 'off' } })
  assert.equal(database.fresh, true)
  await database.stop()
  assert.ok(!existsSync(join(folder, 'postgres.making')))
})

test('what cannot work is reported in one sentence', async (t) => {
  const newer = dataDir(t)
  mkdirSync(join(newer, 'postgres'))
  writeFileSync(join(newer, 'postgres/PG_VERSION'), '19\n')
  await assert.rejects(startEmbedded(newer), refused(/made by PostgreSQL 19, newer than the 18/))
  writeFileSync(join(newer, 'postgres/PG_VERSION'), '17\n')
  await assert.rejects(startEmbedded(newer), refused(/made by PostgreSQL 17, this version runs 18/))
  writeFileSync(join(newer, 'postgres/PG_VERSION'), '18\n')
  await assert.rejects(startEmbedded(newer), refused(/postgres\.password is missing/))

  const folder = dataDir(t)
  writeFileSync(join(folder, 'file'), '')
  await assert.rejects(startEmbedded(join(folder, 'file')), refused(/is not a folder/))

  const damaged = dataDir(t)
  await (await startEmbedded(damaged, { settings: { fsync: 'off' } })).stop()
  rmSync(join(damaged, 'postgres/global/pg_control'))
  await assert.rejects(startEmbedded(damaged), refused(/PostgreSQL did not start: .*postgres\.log/s))
})

test('a password that is not the database’s is reported as such', async (t) => {
  const folder = dataDir(t)
  await (await startEmbedded(folder, { settings: { fsync: 'off' } })).stop()
  writeFileSync(join(folder, 'postgres.password'), 'another\n')
  await assert.rejects(startEmbedded(folder), refused(/is not that of the database/))
  assert.ok(!existsSync(join(folder, 'postgres/postmaster.pid')), 'and PostgreSQL is not left running')
})

test('a full disk is reported as such, whatever the message', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  for (const error of [
    full,
    new Error('FATAL:  could not write lock file "postmaster.pid": No space left on device'),
    new Error('FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10'),
  ]) {
    const { sentence } = asCannotStart(error, '/data', '/data/postgres.log')
    assert.match(sentence.en, /^The disk of \/data is full; /)
    assert.match(sentence.vi, /đã đầy/)
  }
})

test('under root, a folder only root may enter does not prevent the start', {
  skip: process.getuid?.() !== 0 && 'not root',
}, async (t) => {
  const folder = dataDir(t)
  chownSync(folder, 0, 0)
  chmodSync(folder, 0o700)
  const inner = join(folder, 'data')
  const database = await startEmbedded(inner, { settings: { fsync: 'off' } })
  const place = readFileSync(join(inner, 'postgres.place'), 'utf8').trim()
  t.after(() => rmSync(place, { recursive: true, force: true }))
  assert.equal(statSync(folder).mode & 0o777, 0o700, 'the folder is still closed')
  assert.notEqual(statSync(place).uid, 0)
  await ask(database.url, 'create table kept (x int)')
  await database.stop()
  const again = await startEmbedded(inner, { settings: { fsync: 'off' } })
  assert.deepEqual(await ask(again.url, 'select * from kept'), [])
  await again.stop()
})
