import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { openPool } from '../db.ts'
import { CannotStart } from '../errors.ts'
import { migrateQueue } from '../jobs.ts'
import { HOUSE_ORDER } from '../room.ts'
import { grant, lockObjects } from './grants.ts'

const SERVER = join(import.meta.dirname, '../..')

export interface Migrated {
  /** Names of the steps run now, in order. */
  steps: string[]
  /** Role the application uses, or undefined if the connection may not make roles. */
  applicationRole: string | undefined
}

type Untyped = Kysely<Record<string, never>>

/**
 * Brings a database to this version: the queue's tables, the migrations of all rooms in the order of their numbers,
 * their views, the grants. Safe to run at every start and by several servers concurrently. `serverDir` is where the
 * rooms are. Throws `CannotStart` for a database of a newer version.
 */
export async function migrate(url: string, serverDir: string = SERVER): Promise<Migrated> {
  const pool = openPool(url, { max: 2, name: 'dieuhanh migrate' })
  const db: Untyped = new Kysely({ dialect: new PostgresDialect({ pool }) })
  try {
    const files = migrationFiles(serverDir)
    await refuseNewer(db, [...files.keys()])
    await migrateQueue(pool)
    const steps = await runSteps(db, files)
    await remakeViews(db, serverDir, steps.length > 0)
    return { steps, applicationRole: await grant(db) }
  } finally {
    await db.destroy()
  }
}

/** Steps by name, "0007_tasks_deadline", in order. Two with one number are refused: their order would be arbitrary. */
export function migrationFiles(serverDir: string = SERVER): Map<string, string> {
  const found = roomsIn(serverDir)
    .flatMap((room) => sqlIn(join(serverDir, room, 'migrations')))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const numbers = new Map<string, string>()
  for (const { name, path } of found) {
    const number = /^(\d{4})_[a-z][a-z0-9_]*$/.exec(name)?.[1]
    if (number === undefined) throw new Error(`${path} is not named like 0007_tasks_deadline.sql`)
    const other = numbers.get(number)
    if (other !== undefined) throw new Error(`two migrations have the number ${number}: ${other} and ${name}`)
    numbers.set(number, name)
  }
  return new Map(found.map(({ name, path }) => [name, path]))
}

/** SQL files of a room that are run again whenever one of them changed; views may use the functions. */
const REMADE = ['functions.sql', 'views.sql']

/** Rooms that exist, in house order; one that is not in the order is a mistake. */
function roomsIn(serverDir: string): string[] {
  const there = readdirSync(serverDir).filter(
    (name) => exists(join(serverDir, name, 'migrations')) || REMADE.some((file) => exists(join(serverDir, name, file))),
  )
  const stranger = there.find((name) => !HOUSE_ORDER.includes(name))
  if (stranger !== undefined)
    throw new Error(`${stranger} has SQL but no place in HOUSE_ORDER: it needs a row in rooms.cjs and an index.ts`)
  return HOUSE_ORDER.filter((name) => there.includes(name))
}

function sqlIn(folder: string): { name: string; path: string }[] {
  if (!exists(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ name: file.slice(0, -'.sql'.length), path: join(folder, file) }))
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

async function refuseNewer(db: Untyped, ours: string[]): Promise<void> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('public.kysely_migration') is not null as there`.execute(db)
  if (!tables[0]?.there) return
  const { rows } = await sql<{ name: string }>`select name from public.kysely_migration order by name`.execute(db)
  const unknown = rows.map(({ name }) => name).filter((name) => !ours.includes(name))
  if (unknown.length > 0) {
    const which = `${unknown[0]}${unknown.length > 1 ? ` +${unknown.length - 1}` : ''}`
    throw new CannotStart({
      vi: `Cơ sở dữ liệu thuộc phiên bản Điều Hành mới hơn (đã có ${which}); hãy cài phiên bản đó hoặc mới hơn.`,
      en: `The database comes from a newer version of Điều Hành (it has ${which}); install that version or a later one.`,
    })
  }
}

async function runSteps(db: Untyped, files: Map<string, string>): Promise<string[]> {
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries([...files].map(([name, path]) => [name, stepFrom(path)])) satisfies Record<string, Migration>,
  }
  const migrator = new Migrator({ db, provider, migrationTableSchema: 'public', allowUnorderedMigrations: true })
  const { error, results } = await migrator.migrateToLatest()
  if (error) {
    throw error
  }
  return (results ?? []).map(({ migrationName }) => migrationName)
}

function stepFrom(path: string): Migration {
  return {
    async up(db) {
      await runFile(db, path)
    },
  }
}

/** Runs a file of SQL; an error in it is reported with file and line. */
async function runFile(db: Kysely<Record<string, never>>, path: string): Promise<void> {
  const text = readFileSync(path, 'utf8')
  try {
    if (text.trim() !== '') await sql.raw(text).execute(db)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    const line = text.slice(0, Number(error.position ?? 1)).split('\n').length
    const where = error.position === undefined ? path : `${path}:${line}`
    throw new Error([`${where}: ${error.message}`, error.detail, error.hint].filter(Boolean).join('\n'), {
      cause: error,
    })
  }
}

/**
 * Drops what the last run of the `functions.sql` and `views.sql` files made and makes it again, so that nothing lags
 * behind its text. Nothing is touched if texts and tables are unchanged: another server may be using them.
 */
async function remakeViews(db: Untyped, serverDir: string, changed: boolean): Promise<void> {
  const texts = roomsIn(serverDir)
    .flatMap((room) => REMADE.map((file) => join(serverDir, room, file)))
    .filter(exists)
  const hash = createHash('sha256')
  for (const path of texts) hash.update(readFileSync(path))
  const digest = hash.digest('hex')
  await db.transaction().execute(async (trx) => {
    await lockObjects(trx)
    await sql`create table if not exists public.dieuhanh_view (
      id bigint generated always as identity primary key, identity text not null, texts text not null)`.execute(trx)
    const { rows: last } = await sql<{ identity: string; texts: string }>`
      select identity, texts from public.dieuhanh_view order by id desc`.execute(trx)
    if (!changed && last.every((made) => made.texts === digest) && (last.length > 0 || texts.length === 0)) return
    // `cascade`, because triggers and later views depend on them; all of those are made again below.
    for (const { identity } of last) await sql.raw(dropIfThere(identity)).execute(trx)
    await sql`delete from public.dieuhanh_view`.execute(trx)
    const before = await objectsOf(trx)
    for (const path of texts) await runFile(trx, path)
    for (const identity of await objectsOf(trx)) {
      if (before.has(identity)) continue
      await sql`insert into public.dieuhanh_view (identity, texts) values (${identity}, ${digest})`.execute(trx)
    }
  })
}

/** "view tasks.fact_task" as a statement that drops it. */
function dropIfThere(identity: string): string {
  const [, kind, name] = /^(materialized view|view|function|procedure|aggregate) (.+)$/.exec(identity) ?? []
  return `drop ${kind} if exists ${name} cascade`
}

/** Views and functions of the rooms, written as `drop` wants them, in the order they were made. */
async function objectsOf(trx: Untyped): Promise<Set<string>> {
  const { rows } = await sql<{ identity: string }>`
    select identity from (
      select c.oid, (case c.relkind when 'm' then 'materialized view ' else 'view ' end) || c.oid::regclass::text as identity
      from pg_class c where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text = any(${HOUSE_ORDER})
      union all
      select p.oid, (case p.prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' else 'function ' end)
        || p.oid::regprocedure::text
      from pg_proc p where p.pronamespace::regnamespace::text = any(${HOUSE_ORDER})
    ) made order by oid`.execute(trx)
  return new Set(rows.map(({ identity }) => identity))
}
