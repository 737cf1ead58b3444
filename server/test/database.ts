import { randomBytes } from 'node:crypto'
import { after, type TestContext } from 'node:test'
import type { AuditWiring } from '../platform/audit/wiring.ts'
import { type Db, openDatabase, openPool } from '../platform/db.ts'
import { APPLICATION } from '../platform/schema/grants.ts'
import { atEnd } from './at-end.ts'
import { CLUSTER_VARIABLE, query, startTestCluster, TEMPLATE, type TestCluster, urlTo } from './cluster.ts'
import { addReference } from './reference.ts'
import { type Mark, markOf, reset } from './reset.ts'

let own: Promise<TestCluster> | undefined
// A hook of the whole file: registered inside a test it would run before that test has returned its database.
after(async () => (await own)?.stop())

/** The cluster of the whole run; for a file run alone, its own one, which ends with the file. */
export async function clusterUrl(): Promise<string> {
  const shared = process.env[CLUSTER_VARIABLE]
  if (shared !== undefined) return shared
  own ??= startTestCluster(addReference)
  return (await own).url
}

export interface TestDatabase {
  /** Connected as the application role, with its restrictions. */
  db: Db
  /** Address as owner. */
  url: string
  pool: ReturnType<typeof openPool>
}

/** A migrated, empty database only for the test `t`, removed with it. With `audit`, acts can be recorded through it. */
export async function freshDatabase(t: TestContext, audit?: AuditWiring): Promise<TestDatabase> {
  const { close, ...database } = await openFreshDatabase(audit)
  atEnd(t, close)
  return database
}

/** The same for a caller who closes it themselves, once nothing uses it any more. */
export async function openFreshDatabase(audit?: AuditWiring): Promise<TestDatabase & { close: () => Promise<void> }> {
  const cluster = await clusterUrl()
  const taken = await take(cluster)
  const { name } = taken
  const url = urlTo(cluster, name)
  const db = openDatabase(url, { role: APPLICATION, max: 5, name, audit })
  const pool = openPool(url, { role: APPLICATION, max: 4, name })
  const close = async () => {
    await db.destroy()
    await pool.end()
    await giveBack(cluster, taken)
  }
  return { db, url, pool, close }
}

/** A copy of the template. `mark`: how it stood before the test; undefined if that is not usable. */
interface Copy {
  name: string
  mark: Mark | undefined
}

/** Copies made by this process that equal the template again, by cluster. */
const stock = new Map<string, Copy[]>()
/** PostgreSQL's code for an object in use. */
const IN_USE = '55006'
const newName = () => `test_${randomBytes(6).toString('hex')}`

async function take(cluster: string): Promise<Copy> {
  const kept = stock.get(cluster)?.pop()
  if (kept) return kept
  const name = newName()
  await query(cluster, `create database ${name} template ${TEMPLATE}`)
  // On a permanent PostgreSQL nothing of ours may remain: each copy is dropped after its test.
  const isThrowAway = process.env.TEST_DATABASE_URL === undefined
  return { name, mark: isThrowAway ? await markOf(cluster, name) : undefined }
}

/**
 * Resets the copy for the next test, under a new name: a leftover of a test (a server, a pool) that reconnects finds no
 * database, as after a drop. If the test changed more than rows, the copy is dropped.
 */
async function giveBack(cluster: string, { name, mark }: Copy): Promise<void> {
  if (mark === undefined) return await query(cluster, `drop database ${name} with (force)`)
  const next = newName()
  try {
    await query(
      cluster,
      `select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '${name}'`,
      `alter database ${name} rename to ${next}`,
    )
  } catch (error) {
    // A process that the test has not stopped yet reconnected immediately: the next test gets another database.
    if ((error as { code?: string }).code !== IN_USE) throw error
    return await query(cluster, `drop database ${name} with (force)`)
  }
  const cleaned = await reset(cluster, next, mark)
  if (cleaned === undefined) return await query(cluster, `drop database ${next} with (force)`)
  stock.set(cluster, [...(stock.get(cluster) ?? []), { name: next, mark: cleaned }])
}

/** An empty database, without migrations. */
export async function emptyDatabase(t: TestContext): Promise<string> {
  const cluster = await clusterUrl()
  const name = newName()
  await query(cluster, `create database ${name}`)
  t.after(() => query(cluster, `drop database ${name} with (force)`))
  return urlTo(cluster, name)
}
