import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import { type AnyTransaction, type Db, type Handle, type Transaction, toJson, within } from '../platform/db.ts'
import { Forbidden, NotFound, Problem } from '../platform/errors.ts'
import { addJob, type JobContext } from '../platform/jobs.ts'
import { findActor } from '../registry/index.ts'
import type { BulkAct } from '../tasks/index.ts'
import { type Checked, doOne, problemIn, refusals, tryOne, Undone } from './bulk.ts'
import type { Bulk, BulkRun } from './bulk-shapes.ts'
import type { WorklistsDb } from './db.ts'

/** Items between two updates of the progress bar, where all are one transaction. */
const STEP = 25

/** Records a requested run for the job. Returns its id. */
export async function startRun(
  trx: AnyTransaction,
  { actor, now }: AskToMake,
  { act, mode, checked }: Pick<Bulk, 'act' | 'mode'> & { checked: readonly Checked[] },
): Promise<{ id: number }> {
  const { bulk_run_id: id } = await within<WorklistsDb>(trx)
    .insertInto('worklists.bulk_run')
    .values({
      user_id: actor.userId,
      actor: toJson(actor),
      act,
      mode,
      items: toJson(checked),
      total: checked.length,
      requested_at: now.toString(),
    })
    .returning('bulk_run_id')
    .executeTakeFirstOrThrow()
  await addJob(trx, 'worklists.bulk', { runId: id })
  return { id }
}

interface Run {
  id: number
  actor: Actor
  act: BulkAct
  mode: 'all' | 'each'
  items: Checked[]
  total: number
  tried: number
  state: Static<typeof BulkRun>['state']
}

/** A run of the actor. Throws the same 404 whether it does not exist or belongs to another user. */
export async function showRun(db: Handle<WorklistsDb>, actor: Actor, id: number): Promise<BulkRun> {
  const run = await findRun(db, id)
  if (!run || run.actor.userId !== actor.userId)
    throw new NotFound('task.no_such_run', 'Không tìm thấy lượt xử lý này.')
  const { act, state, total, tried } = run
  const isOver = state === 'ended' || state === 'failed'
  return { id, act, state, total, tried, result: isOver ? await resultOf(db, actor, id) : null }
}

async function findRun(db: Handle<WorklistsDb>, id: number): Promise<Run | undefined> {
  const row = await db.selectFrom('worklists.bulk_run').selectAll().where('bulk_run_id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { act, mode, total, tried, state } = row
  return {
    id,
    act: act as BulkAct,
    mode,
    total,
    tried,
    state,
    actor: row.actor as Actor,
    items: row.items as Checked[],
  }
}

async function resultOf(db: Handle<WorklistsDb>, actor: Actor, id: number): Promise<NonNullable<BulkRun['result']>> {
  const rows = await db
    .selectFrom('worklists.bulk_result')
    .select(['task_id', 'version', 'problem'])
    .where('bulk_run_id', '=', id)
    .orderBy('task_id')
    .execute()
  const done = rows.flatMap(({ task_id, version }) => (version === null ? [] : [{ id: task_id, version }]))
  const failed = rows.flatMap(({ task_id, problem }) =>
    problem === null ? [] : [{ id: task_id, problem: problem as Problem }],
  )
  return { applied: done.length > 0, done, failed: await refusals(db, actor, failed) }
}

/**
 * The job. The result of each task is written in the transaction of its act, so an interrupted run continues where it
 * stopped and does nothing twice. If the person who requested it no longer has a post, nothing is done.
 */
export async function carryOutRun({ runId }: { runId: number }, context: JobContext): Promise<void> {
  const { db, clock, log, last } = context
  const run = await findRun(db, runId)
  if (!run || run.state === 'ended' || run.state === 'failed') return
  await db.updateTable('worklists.bulk_run').set({ state: 'running' }).where('bulk_run_id', '=', runId).execute()
  const who = { actor: run.actor, now: clock.now() }
  const logFault = (error: unknown) => log.error({ err: error, run: runId }, 'bulk')
  try {
    const current = await findActor(db, { userId: run.actor.userId, sessionId: null }, todayInVietnam(clock))
    if (!current) await refuseAll(db, run)
    else if (run.mode === 'all') await runAll(db, run, who, logFault)
    else await runEach(db, run, who, logFault)
    await end(db, runId, 'ended', clock.now())
  } catch (error) {
    if (last) await end(db, runId, 'failed', clock.now())
    throw error
  }
}

type Who = { actor: Actor; now: Temporal.Instant }

async function runEach(db: Db, run: Run, who: Who, logFault: (error: unknown) => void): Promise<void> {
  const tried = new Set(
    (await db.selectFrom('worklists.bulk_result').select('task_id').where('bulk_run_id', '=', run.id).execute()).map(
      ({ task_id }) => task_id,
    ),
  )
  for (const one of run.items) {
    if (tried.has(one.item.id)) continue
    try {
      await db.transaction().execute(async (trx) => {
        await keep(trx, run.id, one.item.id, await doOne(trx, who, run.act, one))
      })
    } catch (error) {
      const problem = problemIn(error, logFault)
      await db.transaction().execute((trx) => keep(trx, run.id, one.item.id, problem))
    }
  }
}

async function runAll(db: Db, run: Run, who: Who, logFault: (error: unknown) => void): Promise<void> {
  const outcome: Parameters<typeof tryOne>[1] = { done: [], failed: [] }
  await db
    .transaction()
    .execute(async (trx) => {
      for (const [place, one] of run.items.entries()) {
        await tryOne(trx, outcome, one, () => doOne(trx, who, run.act, one), logFault)
        // Outside the transaction, so that the progress bar is seen to move.
        if (place % STEP === 0) await moveBar(db, run.id, place)
      }
      if (outcome.failed.length > 0) throw new Undone()
      for (const { id, version } of outcome.done) await keepResult(trx, run.id, id, version)
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  await db.transaction().execute(async (trx) => {
    for (const { id, problem } of outcome.failed) await keepResult(trx, run.id, id, problem)
    await moveBar(trx, run.id, run.total)
  })
}

async function refuseAll(db: Db, run: Run): Promise<void> {
  const problem = new Forbidden('auth.no_post', 'Người yêu cầu không còn vai trò nào khi việc được thực hiện.')
  await db.transaction().execute(async (trx) => {
    for (const { item } of run.items) await keep(trx, run.id, item.id, problem)
  })
}

/** Saves the result of one task and moves the progress bar by one. */
async function keep(
  trx: Transaction<WorklistsDb>,
  runId: number,
  taskId: number,
  result: number | Problem,
): Promise<void> {
  await keepResult(trx, runId, taskId, result)
  await trx
    .updateTable('worklists.bulk_run')
    .set({ tried: sql<number>`tried + 1` })
    .where('bulk_run_id', '=', runId)
    .execute()
}

async function keepResult(
  trx: Transaction<WorklistsDb>,
  runId: number,
  taskId: number,
  result: number | Problem,
): Promise<void> {
  await trx
    .insertInto('worklists.bulk_result')
    .values({
      bulk_run_id: runId,
      task_id: taskId,
      ...(result instanceof Problem
        ? {
            problem: toJson({ status: result.status, code: result.code, detail: result.detail, fields: result.fields }),
          }
        : { version: result }),
    })
    .execute()
}

async function moveBar(db: Db | Transaction<WorklistsDb>, runId: number, tried: number): Promise<void> {
  await (db as Transaction<WorklistsDb>)
    .updateTable('worklists.bulk_run')
    .set({ tried })
    .where('bulk_run_id', '=', runId)
    .execute()
}

async function end(db: Db, runId: number, state: 'ended' | 'failed', now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('worklists.bulk_run')
    .set({ state, ended_at: now.toString() })
    .where('bulk_run_id', '=', runId)
    .execute()
}
