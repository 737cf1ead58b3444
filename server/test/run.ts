/**
 * Runs the server's tests: starts one PostgreSQL, migrates the database that every test copies, runs the given files (by
 * default all of `server/` that need it) in a few processes and stops what it started.
 *
 *   node server/test/run.ts [FILE…]
 */
import { availableParallelism } from 'node:os'
import { runFiles } from '../../scripts/test-pool.ts'
import { CLUSTER_VARIABLE, startTestCluster } from './cluster.ts'
import { serverTests } from './files.ts'
import { addReference } from './reference.ts'

/** Each of these sets the PostgreSQL for its whole process. */
const ALONE = ['server/platform/database/away.test.ts']
/** Started first if no earlier run has recorded how long each file takes, as in a fresh clone. */
const LONG = [
  'server/test/rights-table.test.ts',
  'server/test/rights.test.ts',
  'server/platform/database/away.test.ts',
  'server/worklists/bulk.test.ts',
  'server/sample/sample.test.ts',
  'server/platform/mail/crash.test.ts',
]

const given = process.argv.slice(2)
const files = given.length > 0 ? given : serverTests().others
const cluster = await startTestCluster(addReference)
// Ctrl-C ends the tests; this process stays to clean up.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
try {
  const ran = await runFiles(files, {
    // While a test waits for PostgreSQL, another uses its core.
    workers: availableParallelism() + 1,
    env: { ...process.env, [CLUSTER_VARIABLE]: cluster.url },
    alone: ALONE,
    long: LONG,
    times: 'server',
  })
  process.exitCode = ran.some(({ failed }) => failed > 0) ? 1 : 0
} finally {
  await cluster.stop()
}
