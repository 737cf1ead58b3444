import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../platform/embedded.ts'
import { migrate } from '../platform/migrate.ts'

export const TEMPLATE = 'dieuhanh_template'

export interface TestCluster {
  /** Owner's address of the `postgres` database of the cluster. */
  url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL for tests with one migrated database to copy from: a throw-away one that trusts the machine not to fail
 * (no fsync), or the one at TEST_DATABASE_URL, whose user must be allowed to make databases and roles. `prepare` puts into
 * that database what every copy should have.
 */
export async function startTestCluster(prepare: (url: string) => Promise<void> = async () => {}): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL
  const cluster = given === undefined ? await throwAway() : { url: given, stop: async () => {} }
  await query(cluster.url, `drop database if exists ${TEMPLATE} with (force)`, `create database ${TEMPLATE}`)
  try {
    await migrate(urlTo(cluster.url, TEMPLATE))
    await prepare(urlTo(cluster.url, TEMPLATE))
    return cluster
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

async function throwAway(): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-test-'))
  const embedded = await startEmbedded(folder, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' },
  })
  return {
    url: urlTo(embedded.url, 'postgres'),
    async stop() {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function urlTo(url: string, database: string): string {
  const result = new URL(url)
  result.pathname = `/${database}`
  return result.href
}

/** Runs statements one by one on a connection of its own. */
export async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
