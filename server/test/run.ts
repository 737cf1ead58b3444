/**
 * Runs the server's tests: starts one PostgreSQL, migrates the database that every test file copies, runs `node --test`
 * on the files given (all of `server/` where none is) and stops what it started.
 *
 *   node server/test/run.ts [FILE…]
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { CLUSTER_VARIABLE, startTestCluster } from './cluster.ts'
import { bringReference } from './reference.ts'

const files = process.argv.slice(2)
const cluster = await startTestCluster(bringReference)
const child = spawn(
  process.execPath,
  ['--test', '--test-reporter=spec', ...(files.length > 0 ? files : [join(import.meta.dirname, '../**/*.test.ts')])],
  { stdio: 'inherit', env: { ...process.env, [CLUSTER_VARIABLE]: cluster.url } },
)
// Ctrl-C goes to the tests, which end by themselves; we stay to clear up after them.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((done) => child.once('exit', (status) => done(status ?? 1)))
await cluster.stop()
process.exitCode = code
