import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '../test/database.ts'
import { type AnyTransaction, type Database, type Handle, openDatabase, within } from './db.ts'

test('days, instants and numbers are read in the types the code works with', async (t) => {
  const { db } = await freshDatabase(t)
  const { rows } = await sql<Record<string, unknown>>`
    select date '2021-02-28' as day, timestamptz '2021-02-28 10:00:00.123456+07' as at,
      9007199254740991::bigint as big, 3.25::numeric as share, 12::int as small, '{"a":[1,null]}'::jsonb as json,
      array[date '2021-02-28', null] as days, array[1, 2]::bigint[] as ids, array[1.5, 2]::numeric[] as shares,
      array[timestamptz '2021-02-28 10:00+07'] as ats, daterange('2021-01-01', null)::text as span`.execute(db)
  assert.deepEqual(rows[0], {
    day: '2021-02-28',
    at: '2021-02-28T03:00:00.123456Z',
    big: Number.MAX_SAFE_INTEGER,
    share: 3.25,
    small: 12,
    json: { a: [1, null] },
    days: ['2021-02-28', null],
    ids: [1, 2],
    shares: [1.5, 2],
    ats: ['2021-02-28T03:00:00Z'],
    span: '[2021-01-01,)',
  })
  assert.equal(Temporal.Instant.from(String(rows[0]?.at)).epochMilliseconds, 1_614_481_200_123)
})

test('a number that JavaScript would round is refused instead', async (t) => {
  const { db } = await freshDatabase(t)
  for (const text of ['9007199254740993::bigint', '12345678901234567.89::numeric', "'NaN'::numeric"]) {
    await assert.rejects(sql`select ${sql.raw(text)}`.execute(db), RangeError, text)
  }
})

test('the application cannot change a table, nor take a greater role back', async (t) => {
  const { db } = await freshDatabase(t)
  const denied = (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501'
  await assert.rejects(sql`alter table platform.blob add column x integer`.execute(db), denied)
  await assert.rejects(sql`create table platform.own (x integer)`.execute(db), denied)
  await sql`reset role`.execute(db)
  await assert.rejects(sql`drop table platform.blob`.execute(db), denied)
})

test('an idle connection that the server breaks is replaced and does not end the process', async (t) => {
  const { db, url } = await freshDatabase(t)
  await sql`select 1`.execute(db)
  const owner = openDatabase(url, { max: 1, name: 'owner' })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(owner)
  await owner.destroy()
  await new Promise((done) => setTimeout(done, 50))
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
  assert.equal(rows[0]?.one, 1)
})

// Never run: the compiler checks what must be impossible to write, and `tsc` fails if an error goes away.
export function writesOutsideTransactionsDoNotCompile(
  db: Handle,
  other: Handle<Pick<Database, 'platform.user'>>,
): void {
  const writing = (_trx: AnyTransaction) => {}
  // @ts-expect-error a handle reads
  db.insertInto('platform.blob')
  // @ts-expect-error a handle is not a transaction
  writing(db)
  // @ts-expect-error a handle over other tables does not know this one
  other.selectFrom('platform.blob')
  db.transaction().execute(async (trx) => {
    writing(trx)
    within<Pick<Database, 'platform.blob'>>(trx).deleteFrom('platform.blob')
  })
}
