import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../test/database.ts'
import { openBlobs } from './blobs.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { addJob, drain, type JobHandlers, startWorker, type Work } from './jobs.ts'
import { quietLog } from './log.ts'

async function work(t: TestContext, handlers: JobHandlers): Promise<Work> {
  const { db, pool } = await freshDatabase(t)
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-jobs-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return {
    pool,
    handlers,
    context: {
      config: readConfig({ DATA_DIR: folder }),
      db,
      blobs: openBlobs(folder),
      clock: systemClock,
      log: quietLog,
    },
  }
}

test('a job exists if its transaction committed, and may add others', async (t) => {
  const seen: string[] = []
  const given = await work(t, {
    first: async ({ word }: { word: string }, { db, attempt, last }) => {
      seen.push(`first ${word} ${attempt} ${last}`)
      await db.transaction().execute((trx) => addJob(trx, 'second', {}))
    },
    second: async () => {
      seen.push('second')
    },
  })
  const { db } = given.context
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await addJob(trx, 'first', { word: 'lost' })
      throw new Error('rolled back')
    }),
  )
  await db.transaction().execute((trx) => addJob(trx, 'first', { word: 'kept' }))
  await drain(given)
  assert.deepEqual(seen, ['first kept 1 false', 'second'])
})

test('a failing job is reported to the caller of drain, and kept for another try', async (t) => {
  let tries = 0
  const given = await work(t, {
    stumble: async () => {
      tries++
      throw new Error('not yet')
    },
  })
  const { db } = given.context
  await db.transaction().execute((trx) => addJob(trx, 'stumble', {}))
  await assert.rejects(drain(given), /not yet/)
  const kept = async () => {
    const { rows } = await sql<{ attempts: number; last_error: string | null; waits: boolean }>`
      select attempts, last_error, run_at > now() as waits from graphile_worker.jobs`.execute(db)
    return rows
  }
  let rows = await kept()
  // The queue writes down what failed after it has told the caller.
  for (let turn = 0; turn < 100 && rows[0]?.last_error === null; turn++) {
    await new Promise((done) => setTimeout(done, 20))
    rows = await kept()
  }
  assert.equal(tries, 1)
  assert.deepEqual([rows[0]?.attempts, rows[0]?.waits], [1, true])
  assert.match(rows[0]?.last_error ?? '', /not yet/)
})

test('jobs of one key are one job, and a job may be scheduled for a day', async (t) => {
  const seen: number[] = []
  const given = await work(t, {
    count: async ({ n }: { n: number }) => {
      seen.push(n)
    },
  })
  await given.context.db.transaction().execute(async (trx) => {
    await addJob(trx, 'count', { n: 1 }, { jobKey: 'k' })
    await addJob(trx, 'count', { n: 2 }, { jobKey: 'k' })
    await addJob(trx, 'count', { n: 3 }, { runAt: '2999-01-01T00:00:00Z' })
  })
  await drain(given)
  assert.deepEqual(seen, [2])
})

test('a worker runs jobs added while it runs, and stops when the current ones are done', async (t) => {
  const arrived = Promise.withResolvers<void>()
  let finished = false
  const given = await work(t, {
    'walk.slowly': async () => {
      arrived.resolve()
      await new Promise((done) => setTimeout(done, 100))
      finished = true
    },
  })
  const worker = await startWorker({ ...given, schedules: [{ at: '0 0 1 1 *', job: 'walk.slowly' }] })
  await given.context.db.transaction().execute((trx) => addJob(trx, 'walk.slowly', {}))
  await arrived.promise
  await worker.stop()
  assert.equal(finished, true)
})
