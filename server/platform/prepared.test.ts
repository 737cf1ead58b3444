import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '../test/database.ts'
import { type AnyHandle, openDatabase } from './db.ts'
import { prepared, settled } from './prepared.ts'

const kept = async (db: AnyHandle) => {
  const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements order by name`.execute(db)
  return rows.map(({ name }) => name)
}
const one = (db: AnyHandle, given: number) =>
  prepared(sql<{ n: number }>`select ${given}::int as n`)
    .execute(db)
    .then(({ rows }) => rows[0]?.n)

test('marked statements are prepared once per connection; nothing else is', async (t) => {
  const { db } = await freshDatabase(t)
  await db.connection().execute(async (held) => {
    assert.equal(await one(held, 1), 1)
    const names = await kept(held)
    assert.match(names.join(), /^q[\w-]{24}$/)
    assert.equal(await one(held, 2), 2)
    await sql`select ${3}::int`.execute(held)
    await prepared(sql`select 4; select 5`).execute(held)
    assert.deepEqual(await kept(held), names)
  })
})

test('a marked statement with a limit that its plan does not know is refused', async (t) => {
  const { db } = await freshDatabase(t)
  await assert.rejects(prepared(sql`select 1 limit ${1}`).execute(db), /names its limit/)
  await prepared(sql`select ${1}::int limit ${sql.lit(1)}`).execute(db)
})

test('a settled statement is prepared as well, and leaves the mode of its connection as it is', async (t) => {
  const { db } = await freshDatabase(t)
  const found = (held: AnyHandle, id: number) =>
    settled(sql<{ generic: number; mode: string }>`
      select current_setting('plan_cache_mode') as mode, p.generic_plans::integer as generic
      from registry.role r left join pg_prepared_statements p on p.statement like '/* prepared, settled */%'
      where r.role = ${id === 1 ? 'administrator' : 'none'}`)
      .execute(held)
      .then(({ rows }) => rows[0])
  await db.connection().execute(async (held) => {
    await sql`select ${1}::int`.execute(held)
    for (let turn = 0; turn < 7; turn++) assert.equal((await found(held, 1))?.mode, 'auto')
    assert.equal(await found(held, 2), undefined)
    assert.ok((await found(held, 1))!.generic >= 2, 'after five calls it keeps one plan by itself')
    await one(held, 1)
    assert.equal((await found(held, 1))?.mode, 'force_generic_plan')
    assert.equal((await kept(held)).length, 2)
  })
})

test('a connection that the server breaks is replaced, along with its prepared statements', async (t) => {
  const { url } = await freshDatabase(t)
  const db = openDatabase(url, { max: 1 })
  const other = openDatabase(url, { max: 1 })
  try {
    assert.equal(await one(db, 1), 1)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other)
    await new Promise((done) => setTimeout(done, 50))
    assert.equal(await one(db, 2), 2)
    assert.equal((await kept(db)).length, 1)
  } finally {
    await db.destroy()
    await other.destroy()
  }
})

test('a migration that changes the columns of an answer: the statement is repeated, or the transaction fails once', async (t) => {
  const { url } = await freshDatabase(t)
  const db = openDatabase(url, { max: 1 })
  const owner = openDatabase(url, { max: 1 })
  const read = (from: AnyHandle) =>
    prepared(sql<object>`select * from public.thing where id = ${1}`)
      .execute(from)
      .then(({ rows }) => rows[0])
  const pid = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db).then(({ rows }) => rows[0]))?.pid
  try {
    await sql`create table public.thing (id int primary key); insert into public.thing values (1)`.execute(owner)
    assert.deepEqual(await read(db), { id: 1 })
    const before = await pid()
    await sql`alter table public.thing add column name text not null default 'a'`.execute(owner)
    assert.deepEqual(await read(db), { id: 1, name: 'a' })
    assert.notEqual(await pid(), before, 'the connection is replaced')

    assert.deepEqual(await read(db), { id: 1, name: 'a' })
    await sql`alter table public.thing drop column name`.execute(owner)
    const isOutdated = (error: unknown) => error instanceof pg.DatabaseError && error.code === '0A000'
    await assert.rejects(
      db.transaction().execute((trx) => read(trx)),
      isOutdated,
    )
    assert.deepEqual(await db.transaction().execute((trx) => read(trx)), { id: 1 })
  } finally {
    await db.destroy()
    await owner.destroy()
  }
})

test('an error of the statement itself is reported, and leaves the name usable', async (t) => {
  const { db } = await freshDatabase(t)
  const divided = (by: number) => prepared(sql<{ n: number }>`select 6 / ${by}::int as n`).execute(db)
  assert.equal((await divided(2)).rows[0]?.n, 3)
  await assert.rejects(divided(0), /division by zero/)
  assert.equal((await divided(3)).rows[0]?.n, 2)
  await assert.rejects(prepared(sql`select nothing from nowhere where ${1} = 1`).execute(db), /nowhere/)
})

test('if a pooler loses names, statements continue without them', async (t) => {
  const { url } = await freshDatabase(t)
  const db = openDatabase(url, { max: 1 })
  try {
    assert.equal(await one(db, 1), 1)
    await sql`deallocate all`.execute(db)
    assert.equal(await one(db, 2), 2)
    assert.equal(await one(db, 3), 3)
    assert.deepEqual(await kept(db), [])
  } finally {
    await db.destroy()
  }
})

test('no connection keeps more than a hundred: it is replaced when released', async (t) => {
  const { url } = await freshDatabase(t)
  const db = openDatabase(url, { max: 1 })
  try {
    await db.connection().execute(async (held) => {
      for (let n = 0; n < 105; n++) await prepared(sql`select ${n}::int as ${sql.raw(`c${n}`)}`).execute(held)
      assert.equal((await kept(held)).length, 100)
    })
    assert.deepEqual(await kept(db), [])
  } finally {
    await db.destroy()
  }
})
