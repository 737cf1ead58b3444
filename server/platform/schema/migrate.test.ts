import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { urlTo } from '../../test/cluster.ts'
import { clusterUrl, emptyDatabase } from '../../test/database.ts'
import { openDatabase } from '../db.ts'
import { CannotStart } from '../errors.ts'
import { databaseDrawings } from './generated.ts'
import { APPLICATION, READER } from './grants.ts'
import { migrate, migrationFiles } from './migrate.ts'

/** What the small house is built from: our own migrations and the one made by the test. */
const STEPS = [...readdirSync(join(import.meta.dirname, '../migrations')), '0002_registry.sql']
  .map((file) => file.replace('.sql', ''))
  .sort()

/** A house of two rooms: ours, and a `registry` made by the test. */
function smallHouse(t: TestContext): { folder: string; write: (path: string, text: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-house-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(join(import.meta.dirname, '../migrations'), join(folder, 'platform/migrations'), { recursive: true })
  mkdirSync(join(folder, 'registry/migrations'), { recursive: true })
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  write(
    'registry/migrations/0002_registry.sql',
    `create schema registry;
     create table registry.thing (
       thing_id bigint generated always as identity constraint thing_pk primary key,
       kind text not null constraint thing_kind_ck check (kind in ('big', 'small')),
       share numeric(5, 2), days date[] not null default '{}', doubled numeric generated always as (share * 2) stored,
       detail jsonb, note text
     );
     comment on table registry.thing is 'A thing.';
     create table registry.event (id integer not null);
     comment on table registry.event is 'Things that happened. Never changed, never deleted.';`,
  )
  return { folder, write }
}

async function connect(t: TestContext, url: string, role?: string) {
  const db = openDatabase(url, { max: 2, ...(role ? { role } : {}) })
  t.after(() => db.destroy())
  return db
}

test('steps run once, in order, and a second start runs none', async (t) => {
  const { folder, write } = smallHouse(t)
  const url = await emptyDatabase(t)
  const first = await migrate(url, folder)
  assert.deepEqual(first, {
    steps: STEPS,
    applicationRole: APPLICATION,
  })
  assert.deepEqual((await migrate(url, folder)).steps, [])
  write('registry/migrations/0005_more.sql', 'alter table registry.thing add column more text;')
  assert.deepEqual((await migrate(url, folder)).steps, ['0005_more'])
})

test('several servers starting at once migrate once', async (t) => {
  const { folder, write } = smallHouse(t)
  write('registry/views.sql', 'create view registry.card as select thing_id from registry.thing;')
  const url = await emptyDatabase(t)
  const all = await Promise.all([1, 2, 3].map(() => migrate(url, folder)))
  assert.equal(all.flatMap(({ steps }) => steps).length, STEPS.length)
})

test('a database of a newer version is refused in one sentence', async (t) => {
  const { folder, write } = smallHouse(t)
  const url = await emptyDatabase(t)
  write('registry/migrations/0099_future.sql', 'create table registry.future (x integer);')
  await migrate(url, folder)
  rmSync(join(folder, 'registry/migrations/0099_future.sql'))
  await assert.rejects(
    migrate(url, folder),
    (error) => error instanceof CannotStart && /newer version.*0099_future/.test(error.sentence.en),
  )
})

test('a step that fails leaves nothing behind and says where it failed', async (t) => {
  const { folder, write } = smallHouse(t)
  const url = await emptyDatabase(t)
  write(
    'registry/migrations/0003_bad.sql',
    'create table registry.half (x integer);\n\nalter table registry.nowhere add y integer;',
  )
  await assert.rejects(migrate(url, folder), /0003_bad\.sql.*registry\.nowhere/)
  const db = await connect(t, url)
  const { rows } = await sql<{ half: string | null; platform: string | null }>`
    select to_regclass('registry.half')::text as half, to_regclass('platform.audit')::text as platform`.execute(db)
  assert.deepEqual(rows[0], { half: null, platform: null })
})

test('views follow their text, whatever depended on them', async (t) => {
  const { folder, write } = smallHouse(t)
  const url = await emptyDatabase(t)
  write(
    'registry/views.sql',
    `create view registry.card as select thing_id as id from registry.thing;
     create view registry.card_count as select count(*) as n from registry.card;
     create function registry.twice(x integer) returns integer language sql immutable return x * 2;
     create function registry.guard() returns trigger language plpgsql as $$ begin raise exception 'guarded'; end $$;
     create trigger guard before insert on registry.thing for each row execute function registry.guard();`,
  )
  await migrate(url, folder)
  const db = await connect(t, url)
  const insert = () => sql`insert into registry.thing (kind) values ('big')`.execute(db)
  await assert.rejects(insert(), /guarded/)
  await sql`comment on view registry.card is 'untouched'`.execute(db)
  await migrate(url, folder)
  const comment = () =>
    sql<{ text: string | null }>`select obj_description('registry.card'::regclass) as text`.execute(db)
  assert.equal((await comment()).rows[0]?.text, 'untouched', 'nothing is dropped while nothing has changed')

  write('registry/views.sql', 'create view registry.card as select thing_id as id, kind from registry.thing;')
  await migrate(url, folder)
  await insert()
  const { rows } = await sql`select kind, to_regclass('registry.card_count')::text as gone from registry.card`.execute(
    db,
  )
  assert.deepEqual(rows, [{ kind: 'big', gone: null }])
  assert.equal((await sql`select to_regproc('platform.fold')::text as kept`.execute(db)).rows.length, 1)
})

test('a new table is covered by the grants immediately; a permanent one only accepts inserts', async (t) => {
  const { folder } = smallHouse(t)
  const url = await emptyDatabase(t)
  await migrate(url, folder)
  const app = await connect(t, url, APPLICATION)
  await sql`insert into registry.thing (kind) values ('big')`.execute(app)
  await sql`update registry.thing set note = 'x'`.execute(app)
  await sql`insert into registry.event (id) values (1)`.execute(app)
  const denied = (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501'
  await assert.rejects(sql`update registry.event set id = 2`.execute(app), denied)
  await assert.rejects(sql`delete from registry.event`.execute(app), denied)
  const reader = await connect(t, url, READER)
  assert.equal((await sql`select * from registry.thing`.execute(reader)).rows.length, 1)
  await assert.rejects(sql`insert into registry.thing (kind) values ('big')`.execute(reader), denied)
  await assert.rejects(sql`select * from platform.session`.execute(reader), denied)
})

test('a user who may not make roles gets a working server under its own name', async (t) => {
  const url = await emptyDatabase(t)
  const cluster = await clusterUrl()
  const owner = await connect(t, urlTo(cluster, new URL(url).pathname.slice(1)))
  const name = `plain_${new URL(url).pathname.slice(-8)}`
  await sql
    .raw(`create role ${name} login password 'mat-khau'; grant all on database ${new URL(url).pathname.slice(1)} to ${name};
    grant all on schema public to ${name}`)
    .execute(owner)
  t.after(async () => {
    const admin = openDatabase(cluster, { max: 1 })
    await sql.raw(`drop role if exists ${name}`).execute(admin)
    await admin.destroy()
  })
  const plain = new URL(url)
  plain.username = name
  plain.password = 'mat-khau'
  const { folder } = smallHouse(t)
  assert.equal((await migrate(plain.href, folder)).applicationRole, undefined)
  const db = await connect(t, plain.href)
  await sql`insert into registry.thing (kind) values ('big')`.execute(db)
})

test('two steps with one number, a badly named one and an unknown room are mistakes', (t) => {
  const { folder, write } = smallHouse(t)
  assert.deepEqual([...migrationFiles(folder).keys()], STEPS)
  write('registry/migrations/0001_again.sql', 'select 1')
  assert.throws(() => migrationFiles(folder), /number 0001/)
  rmSync(join(folder, 'registry/migrations/0001_again.sql'))
  write('registry/migrations/3_short.sql', 'select 1')
  assert.throws(() => migrationFiles(folder), /not named like/)
  rmSync(join(folder, 'registry/migrations/3_short.sql'))
  mkdirSync(join(folder, 'stranger/migrations'), { recursive: true })
  assert.throws(() => migrationFiles(folder), /no place in HOUSE_ORDER/)
})

test('types and schema.sql describe the tables, the same each time', async (t) => {
  const { folder, write } = smallHouse(t)
  write(
    'registry/views.sql',
    `create view registry.card as select thing_id as id, kind, days from registry.thing;
     comment on view registry.card is 'A thing shown. Never null: id, kind.';`,
  )
  const url = await emptyDatabase(t)
  await migrate(url, folder)
  const drawings = await databaseDrawings(url, folder)
  assert.deepEqual(await databaseDrawings(url, folder), drawings)
  const text = (name: string) => drawings.find(({ path }) => path === join(folder, name))?.text ?? ''
  const types = text('database.gen.ts')
  for (const line of [
    'thing_id: GeneratedAlways<number>',
    "kind: 'big' | 'small'",
    'share: number | null',
    'days: Generated<string[]>',
    'doubled: GeneratedAlways<number | null>',
    'detail: ColumnType<unknown, string | null | undefined, string | null>',
    'id: ColumnType<number, never, never>',
    'days: ColumnType<string[] | null, never, never>',
    "'registry.card': RegistryCard",
  ]) {
    assert.ok(types.includes(`  ${line}\n`), `${line}\n${types}`)
  }
  const picture = text('registry/schema.sql')
  assert.match(picture, /-- A thing\.\ncreate table registry\.thing \(/)
  assert.match(picture, /constraint thing_kind_ck check \(kind = any \(array\['big'::text, 'small'::text\]\)\)/)
  assert.match(picture, /-- view registry\.card, see views\.sql\n-- {3}id bigint/)
  assert.ok(!text('platform/schema.sql').includes('registry.thing'))
})
