import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../platform/db.ts'
import { addJob } from '../platform/jobs.ts'
import { freshApp } from './app.ts'
import { query, TEMPLATE, urlTo } from './cluster.ts'
import { clusterUrl, openFreshDatabase } from './database.ts'

/** Every row of every table in order, and the value of every sequence. */
async function contents(url: string): Promise<unknown> {
  const db = openDatabase(url, { max: 1 })
  try {
    const { rows: tables } = await sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c
      where c.relkind = 'r' and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)' order by 1`.execute(
      db,
    )
    const all: Record<string, unknown> = {}
    for (const { name } of tables) {
      all[name] = (await sql.raw(`select to_json(t)::text from ${name} t order by 1`).execute(db)).rows
    }
    all.sequences = (
      await sql`select schemaname, sequencename, last_value from pg_sequences order by 1, 2`.execute(db)
    ).rows
    return all
  } finally {
    await db.destroy()
  }
}

/** Opens a database, runs `change` on it as its owner, returns it, and opens the next one. */
async function nextAfter(
  change: (url: string) => Promise<unknown>,
): Promise<{ oid: string; next: string; url: string }> {
  const first = await openFreshDatabase()
  const oid = await oidOf(first.url)
  await change(first.url)
  await first.close()
  const second = await openFreshDatabase()
  const next = await oidOf(second.url)
  await second.close()
  return { oid, next, url: first.url }
}

async function oidOf(url: string): Promise<string> {
  const db = openDatabase(url, { max: 1 })
  try {
    const { rows } = await sql<{ oid: string }>`
      select oid::text from pg_database where datname = current_database()`.execute(db)
    return rows[0]!.oid
  } finally {
    await db.destroy()
  }
}

const skip = process.env.TEST_DATABASE_URL !== undefined && 'on a permanent PostgreSQL every test has a new copy'

test('a database that tests filled, changed and emptied equals the template again', { skip }, async (t) => {
  const untouched = await contents(urlTo(await clusterUrl(), TEMPLATE))
  let used = ''
  await t.test('in use', async (own) => {
    const app = await freshApp(own)
    used = await oidOf(app.url)
    const officer = await app.as('administrator')
    assert.equal((await officer.send('GET', '/api/me')).status, 200)
    await app.db.transaction().execute((trx) => addJob(trx, 'some-job', {}))
    await query(
      app.url,
      `update registry.agency set slug = 'bo-da-doi-ten' where slug = 'bo-y-te'`,
      // Without triggers and foreign keys, as a test that breaks its database on purpose may do.
      'set session_replication_role = replica',
      'delete from registry.role',
      'delete from registry.agency_code',
    )
    assert.notDeepEqual(await contents(app.url), untouched)
  })
  const next = await openFreshDatabase()
  t.after(next.close)
  assert.equal(await oidOf(next.url), used, 'the same database, not a new copy')
  assert.deepEqual(await contents(next.url), untouched)
})

for (const [what, statement] of [
  ['a table', 'create table registry.planted (id int)'],
  ['its triggers', 'alter table registry.agency disable trigger all'],
  ['a right', 'grant delete on platform.audit to dieuhanh_app'],
  ['a function', 'create function registry.planted() returns int language sql as $$ select 1 $$'],
  ['statistics', 'analyze registry.agency'],
  ['a setting', `do $$ begin execute format('alter database %I set work_mem = ''8MB''', current_database()); end $$`],
] as const) {
  test(`a database in which a test has changed ${what} is not given to another`, { skip }, async () => {
    const { oid, next, url } = await nextAfter((address) => query(address, statement))
    assert.notEqual(next, oid)
    await assert.rejects(oidOf(url), /does not exist/)
  })
}

test('a connection that a test left open is closed, and cannot reconnect', { skip }, async (t) => {
  let left: ReturnType<typeof openDatabase> | undefined
  const { oid, next } = await nextAfter(async (url) => {
    left = openDatabase(url, { max: 1 })
    await sql`select 1`.execute(left)
  })
  t.after(() => left?.destroy())
  assert.equal(next, oid)
  await assert.rejects(sql`select 1`.execute(left!), /terminat|does not exist/i)
  await assert.rejects(sql`select 1`.execute(left!), /does not exist/)
})
