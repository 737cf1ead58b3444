import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, type Runner, run, runMigrations, runOnce, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Blobs } from './blobs.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { AnyTransaction, Db } from './db.ts'
import type { Log } from './log.ts'

/** What a job handler works with. A long job writes its progress to a row of its own, where the screen reads it. */
export interface JobContext {
  config: Config
  db: Db
  blobs: Blobs
  clock: Clock
  log: Log
  /** 1 at the first try. */
  attempt: number
  /** True at the last try: time to record the failure. */
  last: boolean
  /** Fires when the worker is to stop. */
  signal: AbortSignal | undefined
}

/** One handler. Its payload comes from the database, where only the room's own `addJob` put it. */
export type JobHandler = (payload: never, context: JobContext) => Promise<void>
export type JobHandlers = Readonly<Record<string, JobHandler>>

/** A recurring job. `at` is a crontab pattern in UTC: "5 17 * * *" is five past midnight in Viet Nam. */
export interface Schedule {
  at: string
  job: string
  /** Runs also when a worker starts: what a killed one left is resumed immediately. */
  atStart?: true
}

export interface JobOptions {
  /** A job of the same key that has not started is replaced instead of added beside. */
  jobKey?: string
  /** Not before this ISO instant. */
  runAt?: string
  /** A job of the same key that waits keeps its own time: what keeps coming does not put it off for ever. */
  keepsTime?: true
  /** How many tries before giving up; 8 by default, about an hour with the growing pauses between. */
  maxAttempts?: number
}

/** Adds a job in the caller's transaction: it exists if, and only if, the transaction commits. */
export async function addJob(
  trx: AnyTransaction,
  name: string,
  payload: unknown,
  options: JobOptions = {},
): Promise<void> {
  await sql`
    select from graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json,
      run_at := ${options.runAt ?? null}::timestamptz, max_attempts := ${options.maxAttempts ?? 8}::integer,
      job_key := ${options.jobKey ?? null}::text,
      job_key_mode := ${options.keepsTime ? 'preserve_run_at' : 'replace'}::text)`.execute(trx)
}

/** Creates or upgrades the tables of the queue, as the owner of migrations. */
export async function migrateQueue(owner: Pool): Promise<void> {
  await runMigrations({ pgPool: owner, logger: silent })
}

export interface Work {
  /** Pool under the application's role, owned by the caller: two connections are held, one listening. */
  pool: Pool
  handlers: JobHandlers
  schedules?: readonly Schedule[]
  context: Omit<JobContext, 'attempt' | 'last' | 'signal'>
}

/** After a failure of the queue itself, most often a database that is away, it is started again after so long. */
const AGAIN_AFTER_MS = 2_000

/**
 * Starts running jobs, three at a time. `stop()` waits for those under way. A queue that ends by itself, because its
 * database was away, is started again.
 */
export async function startWorker(work: Work): Promise<{ stop(): Promise<void> }> {
  let isStopping = false
  let runner = await startRunner(work)
  const watch = (): void => {
    runner.promise.then(
      () => again(undefined),
      (error: unknown) => again(error),
    )
  }
  const again = async (error: unknown): Promise<void> => {
    for (let cause = error; !isStopping; ) {
      work.context.log.error({ err: cause }, 'the queue of jobs ended; it is started again')
      await pause(AGAIN_AFTER_MS)
      if (isStopping) return
      try {
        runner = await startRunner(work)
        return watch()
      } catch (failed) {
        cause = failed
      }
    }
  }
  watch()
  return {
    async stop() {
      isStopping = true
      await runner.stop().catch(() => {})
    },
  }
}

async function startRunner(work: Work): Promise<Runner> {
  const runner = await run({
    pgPool: work.pool,
    // Without a batch, a job that cannot be marked as done is a rejection that nobody hears, which ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: tasksOf(work, (name, error) => work.context.log.error({ job: name, err: error }, 'job failed')),
    parsedCronItems: parseCronItems((work.schedules ?? []).map(({ at, job }) => ({ task: job, match: at }))),
    concurrency: 3,
    noHandleSignals: true,
    logger: silent,
  })
  for (const { job, atStart } of work.schedules ?? []) {
    if (atStart) await runner.addJob(job, {}, { jobKey: `start/${job}`, maxAttempts: 1 })
  }
  return runner
}

/** Runs every job that is due, those they add included, and throws the first failure: for tests and sample data. */
export async function drain(work: Work): Promise<void> {
  const failures: unknown[] = []
  await runOnce({
    pgPool: work.pool,
    taskList: tasksOf(work, (_name, error) => failures.push(error)),
    noHandleSignals: true,
    logger: silent,
  })
  if (failures.length > 0) throw failures[0]
}

function tasksOf(work: Work, failed: (name: string, error: unknown) => void): TaskList {
  return Object.fromEntries(
    Object.entries(work.handlers).map(([name, handler]) => [
      name,
      async (payload, { job, abortSignal }) => {
        try {
          await handler(payload as never, {
            ...work.context,
            attempt: job.attempts,
            last: job.attempts >= job.max_attempts,
            signal: abortSignal,
          })
        } catch (error) {
          failed(name, error)
          throw error
        }
      },
    ]),
  )
}

/** The queue's own chatter is left out of the log; what an operator must know, failed jobs, is logged above. */
const silent = new Logger(() => () => {})
