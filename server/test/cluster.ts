import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../platform/embedded/server.ts'
import { migrate } from '../platform/schema/migrate.ts'

export const TEMPLATE = 'dieuhanh_template'
/** Prefix of the folders of throw-away clusters; the id of the process that made one follows. */
const PREFIX = 'dieuhanh-test-'
/** Set by `test/run.ts`, which starts one cluster for all files. */
export const CLUSTER_VARIABLE = 'DIEUHANH_TEST_CLUSTER'

export interface TestCluster {
  /** Owner's address of the `postgres` database of the cluster. */
  url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL for tests with one migrated template database: a throw-away one without fsync, or the one at
 * TEST_DATABASE_URL, whose user must be allowed to create databases and roles. `prepare` adds to the template what every copy
 * should have.
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
  sweep()
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // Under root PostgreSQL runs as another account, which must be able to enter the folder; what is inside stays private.
  chmodSync(folder, 0o755)
  const embedded = await startEmbedded(folder, {
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '400',
      // The plan of a statement must not depend on when autovacuum ran; tests that need statistics call analyze.
      autovacuum: 'off',
    },
  })
  return {
    url: urlTo(embedded.url, 'postgres'),
    async stop() {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Stops and removes what a killed run has left. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0])
    if (!Number.isInteger(owner) || owner <= 0 || isAlive(owner)) continue
    const lock = join(tmpdir(), name, 'postgres/postmaster.pid')
    const postmaster = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : 0
    if (postmaster > 0 && isAlive(postmaster)) process.kill(postmaster, 'SIGQUIT')
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export function urlTo(url: string, database: string): string {
  const result = new URL(url)
  result.pathname = `/${database}`
  return result.href
}

/** Runs statements one by one on a separate connection. */
export async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
