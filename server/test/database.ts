import { randomBytes } from 'node:crypto'
import { after, type TestContext } from 'node:test'
import type { AuditWiring } from '../platform/audit.ts'
import { type Db, openDatabase, openPool } from '../platform/db.ts'
import { APPLICATION } from '../platform/schema/grants.ts'
import { CLUSTER_VARIABLE, query, startTestCluster, TEMPLATE, type TestCluster, urlTo } from './cluster.ts'
import { bringReference } from './reference.ts'

let own: Promise<TestCluster> | undefined
// Of the file as a whole: registered inside a test it would run before that test has dropped its database.
after(async () => (await own)?.stop())

/** The cluster of the whole run; for a file run alone, one of its own that ends with the file. */
export async function clusterUrl(): Promise<string> {
  const shared = process.env[CLUSTER_VARIABLE]
  if (shared !== undefined) return shared
  own ??= startTestCluster(bringReference)
  return (await own).url
}

export interface TestDatabase {
  /** As the application: what it may not do, it may not do here. */
  db: Db
  /** Address as owner. */
  url: string
  pool: ReturnType<typeof openPool>
}

/** A migrated, empty database of its own for the test `t`, gone with it. With `audit`, acts can be recorded through it. */
export async function freshDatabase(t: TestContext, audit?: AuditWiring): Promise<TestDatabase> {
  const cluster = await clusterUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  await query(cluster, `create database ${name} template ${TEMPLATE}`)
  const url = urlTo(cluster, name)
  const db = openDatabase(url, { role: APPLICATION, max: 5, name, audit })
  const pool = openPool(url, { role: APPLICATION, max: 4, name })
  t.after(async () => {
    await db.destroy()
    await pool.end()
    await query(cluster, `drop database ${name} with (force)`)
  })
  return { db, url, pool }
}

/** A database with nothing in it, not even the migrations. */
export async function emptyDatabase(t: TestContext): Promise<string> {
  const cluster = await clusterUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  await query(cluster, `create database ${name}`)
  t.after(() => query(cluster, `drop database ${name} with (force)`))
  return urlTo(cluster, name)
}
