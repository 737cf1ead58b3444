import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from '../database.gen.ts'
import type { AuditWiring } from './audit/wiring.ts'
import { type Limits, ScopedPool } from './database/connection.ts'
import type { AnyHandle, AnyTransaction } from './database/handle.ts'
import { WiredDialect } from './database/wired.ts'
import { preparing } from './prepared.ts'

export type { Transaction } from 'kysely'
export type { AnyHandle, AnyTransaction, Database }

/**
 * The whole database with the right to open transactions: held by the app, passed to routes and jobs. A room narrows it
 * in its own `db.ts`: `type TasksDb = Pick<Database, 'tasks.task' | 'registry.agency_card'>`.
 */
export type Db<T = Database> = Kysely<T>

/**
 * What a reading function takes: it can select (and open a transaction) but not write, so that a write outside a
 * transaction does not compile. `Db<T>`, `Transaction<T>` and handles over more tables than `T` all fit.
 */
export type Handle<T = Database> = Pick<
  Kysely<T>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'transaction' | 'getExecutor' | 'isTransaction'
>

/** The same handle with the tables of the room that was entered: for the first line of an exported function. */
export function reading<T>(db: AnyHandle): Handle<T> {
  return db as Kysely<T>
}

/** The same transaction with the tables of the room that was entered. */
export function within<T>(trx: AnyTransaction): Transaction<T> {
  return trx as Transaction<T>
}

/** Text for a `json`/`jsonb` column. Needed because `pg` would send a plain array as a PostgreSQL array. */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

const INT8 = 20
const DATE = 1082
const NUMERIC = 1700
const TIMESTAMPTZ = 1184
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const NUMERIC_ARRAY = 1231
const TIMESTAMPTZ_ARRAY = 1185
const TEXT_ARRAY = 1009

/** `int8` as number. Ours are identities and counts; one past 2^53 would be a defect and is refused, not rounded. */
function integer(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a JavaScript number`)
  return value
}

/** `numeric` as number while its digits fit exactly (15); beyond that it is refused, not rounded. */
function decimal(text: string): number {
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '')
  if (digits.length > 15 || text === 'NaN') throw new RangeError(`numeric ${text} does not fit a JavaScript number`)
  return Number(text)
}

/** `timestamptz` as ISO instant with all its microseconds; sessions run in UTC, so the text ends in +00. */
function instant(text: string): string {
  return `${text.replace(' ', 'T').replace(/\+00$/, '')}Z`
}

const textArray = pg.types.getTypeParser(TEXT_ARRAY as typeof pg.types.builtins.TEXT) as (
  text: string,
) => (string | null)[]
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string) =>
    textArray(text).map((item) => (item === null ? null : parse(item)))
const asIs = (text: string) => text

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, integer],
  [DATE, asIs],
  [NUMERIC, decimal],
  [TIMESTAMPTZ, instant],
  [INT8_ARRAY, arrayOf(integer)],
  [DATE_ARRAY, arrayOf(asIs)],
  [NUMERIC_ARRAY, arrayOf(decimal)],
  [TIMESTAMPTZ_ARRAY, arrayOf(instant)],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

export interface Connection {
  /** The role set by `set role` in every session; without it, the role of the connection string. */
  role?: string
  /** Most connections held at once. */
  max?: number
  /** Shown in `pg_stat_activity`. */
  name?: string
  searchPath?: string
  /** For what HTTP requests run through it; without them, and for all else, there are none. */
  limits?: Limits
}

/** Session settings sent at connection. */
function startup({ role, searchPath }: Connection): string {
  return [
    '-c timezone=UTC',
    '-c datestyle=ISO',
    ...(role ? [`-c role=${role}`] : []),
    ...(searchPath ? [`-c search_path=${searchPath}`] : []),
  ].join(' ')
}

/**
 * A plain `pg` pool with the driver's own types: for libraries that bring their own (sign-in, jobs). Statements issued
 * during an HTTP request belong to that request: see `connection.ts`.
 */
export function openPool(url: string, connection: Connection = {}, own = false): pg.Pool {
  return new ScopedPool(
    {
      connectionString: url,
      max: connection.max ?? 10,
      options: startup(connection),
      application_name: connection.name ?? 'dieuhanh',
      // A server that vanished silently is noticed within minutes, also by a connection that only listens.
      keepAlive: true,
      ...(own ? { types } : {}),
    },
    connection.limits,
  )
}

/**
 * Opens the database as Kysely. `date` is read as "2021-02-28", `timestamptz` as "2021-02-28T03:00:00.123456Z", `int8`
 * and `numeric` as number, `json` as unknown. Repeated statements are prepared (`prepared.ts`). Acts are recorded only
 * through a database opened with `audit`: `record` finds the wiring through its transaction. Close it with
 * `db.destroy()`.
 */
export function openDatabase(url: string, { audit, ...connection }: Connection & { audit?: AuditWiring } = {}): Db {
  const pool = preparing(openPool(url, connection, true))
  return new Kysely<Database>({ dialect: audit ? new WiredDialect({ pool }, audit) : new PostgresDialect({ pool }) })
}
