import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import { type AnyTransaction, type Db, type Transaction, within } from '../platform/db.ts'
import { Conflict, Problem } from '../platform/errors.ts'
import type { Succeed } from '../platform/inheritance.ts'
import type { JobContext, JobHandlers } from '../platform/jobs.ts'
import type { Right } from '../platform/rights.ts'
import { checkLines } from './check.ts'
import type { ReorganisationDb } from './db.ts'
import { findLines } from './match.ts'
import { type Done, type Plan, type PlanLine, reorganise } from './reorganise.ts'
import { failRun, findRunById, finishRun, RUN_JOB, type RunRow, saveProgress } from './run.ts'
import { choicesOf, type Head, linesOf, lockHead, markApplied } from './store.ts'

/** @param succeed makes every room pass on what it stores about an agency */
export function reorganisationJobs(succeed: Succeed): JobHandlers {
  return {
    [RUN_JOB]: ({ runId }: { runId: number }, context) => executeRun(runId, { ...context, succeed }),
  }
}

type RunContext = Pick<JobContext, 'db' | 'clock' | 'last'> & { succeed: Succeed }

/**
 * Executes a run. A problem of the plan fails the run for good. A fault of ours is thrown, so that the queue retries, and
 * fails the run at the last try. A finished run is left alone.
 */
async function executeRun(runId: number, { db, clock, last, succeed }: RunContext): Promise<void> {
  const run = await findRunById(db, runId)
  if (!run || run.state === 'done' || run.state === 'failed') return
  const onProgress = (share: number) =>
    db
      .transaction()
      .execute((trx) => saveProgress(trx, runId, Math.min(99, Math.round(share * 100)), clock.now().toString()))
  try {
    await onProgress(0)
    if (run.kind === 'rehearsal') {
      const done = await rehearse(db, { clock, succeed, onProgress }, run)
      await db.transaction().execute((trx) => finishRun(trx, runId, done, clock.now().toString()))
    } else await db.transaction().execute((trx) => apply(trx, { clock, succeed, onProgress }, run))
  } catch (error) {
    const isOurs = !(error instanceof Problem)
    if (isOurs && !last) throw error
    const problem = isOurs ? OUR_FAULT : { code: error.code, detail: error.detail }
    await db.transaction().execute((trx) => failRun(trx, runId, problem, clock.now().toString()))
    if (isOurs) throw error
  }
}

const OUR_FAULT = {
  code: 'reorganisation.failed',
  detail:
    'Chưa chạy được phương án do lỗi ở phía hệ thống; không có gì thay đổi. Hãy chạy lại, nếu vẫn lỗi hãy báo quản trị hệ thống.',
}

interface RunDeps {
  clock: Clock
  succeed: Succeed
  onProgress: (share: number) => Promise<void>
}

/** The act itself, with the deferred constraints checked as at a commit, and rolled back. */
async function rehearse(db: Db<ReorganisationDb>, deps: RunDeps, run: RunRow): Promise<Done> {
  const after = new Rehearsed()
  try {
    await db.transaction().execute(async (trx) => {
      const head = await lockHead(trx, run.reorganisationId)
      if (head.version !== run.planVersion) throw planChanged()
      after.done = await reorganise(
        trx,
        carryingOut(run.requestedAs),
        await planOf(trx, deps.clock, head),
        deps.clock.now(),
        deps,
      )
      await sql`set constraints tasks.task_agrees_with_facts, tasks.fact_agrees_with_task immediate`.execute(trx)
      throw after
    })
  } catch (error) {
    if (error !== after) throw error
  }
  return after.done!
}

/**
 * The plan was drawn up by someone who keeps the registry; whoever applies or rehearses it has that plan carried out, with
 * its lines in the registry, under their own name.
 */
function carryingOut(actor: Actor): Actor {
  return { ...actor, rights: [...new Set<Right>([...actor.rights, 'registry.keep'])] }
}

/** Thrown to roll back a rehearsal's transaction; carries its result. */
class Rehearsed extends Error {
  done: Done | undefined
}

/** Applies the plan exactly as rehearsed, or not at all. */
async function apply(trx: Transaction<ReorganisationDb>, deps: RunDeps, run: RunRow): Promise<void> {
  const head = await lockHead(trx, run.reorganisationId)
  if (head.state === 'applied' || head.version !== run.planVersion) throw planChanged()
  const now = deps.clock.now()
  const rehearsal = await findRunById(trx, run.rehearsalId!)
  const done = await reorganise(trx, carryingOut(run.requestedAs), await planOf(trx, deps.clock, head), now, deps)
  if (done.digest !== rehearsal?.digest) {
    throw new Conflict(
      'reorganisation.moved_meanwhile',
      'Từ lần chạy thử đến nay đã có thay đổi nên phần được chuyển không còn như đã xem. Hãy chạy thử và xem lại.',
    )
  }
  const at = now.toString()
  await markApplied(trx, head.id, { by: run.requestedAs.name, at })
  await finishRun(trx, run.id, done, at)
  await recordApplication(trx, run, head, done, at)
}

function planChanged(): Conflict {
  return new Conflict('reorganisation.not_rehearsed', 'Phương án đã thay đổi sau khi yêu cầu chạy. Hãy chạy thử lại.')
}

async function recordApplication(trx: AnyTransaction, run: RunRow, head: Head, done: Done, at: string): Promise<void> {
  const { outcome, digest } = done
  const total = (pick: (line: Done['outcome']['lines'][number]) => number) =>
    outcome.lines.reduce((sum, line) => sum + pick(line), 0)
  await record(trx, run.requestedAs, 'reorganisation.applied', {
    subject: { kind: 'reorganisation', id: head.id },
    at,
    before: { state: 'draft' },
    after: {
      state: 'applied',
      tasks: outcome.tasks,
      leads: total(({ leads }) => leads),
      people: outcome.people.length,
    },
    detail: { title: head.title, source: head.source, digest, runId: run.id },
  })
}

/** The plan ready to execute. Throws for the first remaining problem, naming the line. */
async function planOf(anyTrx: AnyTransaction, clock: Clock, head: Head): Promise<Plan> {
  const trx = within<ReorganisationDb>(anyTrx)
  const { lines, known } = await findLines(trx, await linesOf(trx, head.id), todayInVietnam(clock))
  const checked = checkLines(lines, known)
  if (lines.length === 0) throw new Conflict('reorganisation.empty', 'Phương án chưa có dòng nào. Hãy thêm dòng.')
  for (const [place, line] of lines.entries()) {
    const problem = checked.get(line.id)?.problems[0]
    if (problem) throw new Conflict('reorganisation.has_problems', `Dòng ${place + 1}: ${problem.message}`)
  }
  const certain = lines.map((line): PlanLine => {
    const { id, kind, oldId, newId, effectiveOn, subject, founding } = line
    if (kind === null || oldId === null || effectiveOn === null)
      throw new Error(`line ${id} passed its checks incomplete`)
    const source = line.source ?? head.source
    const isKnown = checked.get(id)?.isKnown ?? false
    return { id, kind, oldId, newId, newName: line.new, founding, effectiveOn, subject, source, isKnown }
  })
  const inOrder = certain.toSorted((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
  )
  return { lines: inOrder, choices: await choicesOf(trx, head.id) }
}
