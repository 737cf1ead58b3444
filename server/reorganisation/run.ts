import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type Handle, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import { addJob } from '../platform/jobs.ts'
import { toApplyReorganisations, toSeeReorganisations } from './access.ts'
import type { ReorganisationDb } from './db.ts'
import { alreadyApplied, draftToChange } from './plan.ts'
import type { Move } from './reorganise.ts'
import type { Apply, Outcome, Run } from './shapes.ts'
import { lockHead } from './store.ts'

type Trx = Transaction<ReorganisationDb>

export const RUN_JOB = 'reorganisation.run'
/** After this long without progress, the process that executed the run is considered dead. */
const SILENT = { minutes: 3 }

/** Requests a rehearsal of the current plan. Returns the run. */
export async function requestRehearsal(trx: Trx, ask: AskToAdd): Promise<{ runId: number }> {
  toSeeReorganisations(ask.actor)
  const head = await lockHead(trx, ask.id)
  if (head.state === 'applied') throw alreadyApplied(head)
  return begin(trx, ask, { kind: 'rehearsal', version: head.version, rehearsalId: null })
}

/**
 * Requests the plan to be applied as rehearsed. The run itself fails if anything would move differently by then.
 * @throws Conflict `reorganisation.not_rehearsed` if the rehearsal is not of the current plan
 */
export async function requestApplication(trx: Trx, ask: Ask, { rehearsalId }: Apply): Promise<{ runId: number }> {
  const { id } = ask
  toApplyReorganisations(ask.actor)
  const head = await draftToChange(trx, ask)
  const rehearsal = await findRun(trx, id, rehearsalId)
  if (rehearsal?.kind !== 'rehearsal' || rehearsal.state !== 'done' || rehearsal.planVersion !== head.version) {
    throw new Conflict('reorganisation.not_rehearsed', 'Phương án đã thay đổi sau lần chạy thử này. Hãy chạy thử lại.')
  }
  const { outcome } = rehearsal
  if (outcome && outcome.blockers.length > 0) {
    throw new Conflict('reorganisation.blocked', outcome.blockers.map(({ message }) => message).join(' '))
  }
  const ahead = await trx
    .selectFrom('reorganisation.line')
    .select('line_id')
    .where('reorganisation_id', '=', id)
    .where('effective_on', '>', dayInVietnam(ask.now))
    .executeTakeFirst()
  if (ahead) {
    throw new Conflict(
      'reorganisation.not_yet',
      'Phương án có dòng chưa đến ngày hiệu lực. Hãy áp dụng từ ngày đó, hoặc tách dòng sang phương án khác.',
    )
  }
  return begin(trx, ask, { kind: 'application', version: head.version, rehearsalId })
}

async function begin(
  trx: Trx,
  { actor, id, now }: AskToAdd,
  run: { kind: 'rehearsal' | 'application'; version: number; rehearsalId: number | null },
): Promise<{ runId: number }> {
  const silent = now.subtract(SILENT).toString()
  const gone = {
    code: 'reorganisation.interrupted',
    detail: 'Lần chạy bị ngắt giữa chừng; không có gì thay đổi. Hãy chạy lại.',
  }
  await sql`
    update reorganisation.run set state = 'failed', problem = ${toJson(gone)}::jsonb, finished_at = ${now.toString()}
    where reorganisation_id = ${id} and state in ('waiting', 'running') and seen_at < ${silent}::timestamptz`.execute(
    trx,
  )
  const under = await trx
    .selectFrom('reorganisation.run')
    .select('run_id')
    .where('reorganisation_id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (under) {
    throw new Conflict('reorganisation.running', 'Phương án đang được chạy. Hãy chờ lần chạy này xong.', {
      extra: { runId: under.run_id },
    })
  }
  const { run_id: runId } = await trx
    .insertInto('reorganisation.run')
    .values({
      reorganisation_id: id,
      kind: run.kind,
      plan_version: run.version,
      rehearsal_id: run.rehearsalId,
      requested_as: toJson(actor),
      requested_at: now.toString(),
      seen_at: now.toString(),
    })
    .returning('run_id')
    .executeTakeFirstOrThrow()
  await addJob(trx, RUN_JOB, { runId }, { jobKey: `${RUN_JOB}.${runId}`, maxAttempts: 3 })
  return { runId }
}

export interface RunRow extends Omit<Run, 'isCurrent' | 'requestedBy'> {
  reorganisationId: number
  planVersion: number
  rehearsalId: number | null
  digest: string | null
  requestedAs: Actor
}

export async function findRun(db: Handle<ReorganisationDb>, id: number, runId: number): Promise<RunRow | undefined> {
  return (await runs(db, sql`u.reorganisation_id = ${id} and u.run_id = ${runId}`))[0]
}

export async function findRunById(db: Handle<ReorganisationDb>, runId: number): Promise<RunRow | undefined> {
  return (await runs(db, sql`u.run_id = ${runId}`))[0]
}

/** The last run of either kind. */
export async function lastRun(db: Handle<ReorganisationDb>, id: number): Promise<RunRow | undefined> {
  return (await runs(db, sql`u.reorganisation_id = ${id} order by u.run_id desc limit 1`))[0]
}

async function runs(db: Handle<ReorganisationDb>, which: ReturnType<typeof sql>): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`
    select u.run_id as id, u.reorganisation_id as "reorganisationId", u.kind, u.plan_version as "planVersion",
           u.rehearsal_id as "rehearsalId", u.requested_as as "requestedAs", u.requested_at as "requestedAt", u.state, u.percent,
           u.finished_at as "finishedAt", u.outcome, u.digest, u.problem
    from reorganisation.run u where ${which}`.execute(db)
  return rows
}

/** A run as shown with a plan of this version. */
export function shownRun(run: RunRow, version: number): Run {
  const { id, kind, state, percent, requestedAt, finishedAt, outcome, problem, requestedAs } = run
  const isCurrent = run.kind === 'application' || run.planVersion === version
  return {
    id,
    kind,
    state,
    percent,
    isCurrent,
    requestedAt,
    requestedBy: requestedAs.name,
    finishedAt,
    outcome,
    problem,
  }
}

export async function getRun(db: Handle<ReorganisationDb>, id: number, runId: number): Promise<RunRow> {
  const run = await findRun(db, id, runId)
  if (!run) throw new NotFound('reorganisation.no_such_run', 'Không tìm thấy lần chạy này.')
  return run
}

/** Saves the progress of a run, in a transaction separate from the act's, so that others see it meanwhile. */
export async function saveProgress(trx: Trx, runId: number, percent: number, at: string): Promise<void> {
  await sql`
    update reorganisation.run set state = 'running', percent = ${percent}, seen_at = ${at}::timestamptz
    where run_id = ${runId} and state in ('waiting', 'running')`.execute(trx)
}

export async function finishRun(
  trx: Trx,
  runId: number,
  done: { outcome: Outcome; moves: readonly Move[]; digest: string },
  at: string,
): Promise<void> {
  await sql`
    update reorganisation.run
    set state = 'done', percent = 100, outcome = ${toJson(done.outcome)}::jsonb, digest = ${done.digest},
        seen_at = ${at}::timestamptz, finished_at = ${at}::timestamptz
    where run_id = ${runId}`.execute(trx)
  await sql`
    insert into reorganisation.move (run_id, line_id, task_id, part)
    select ${runId}, m."lineId", m."taskId", m.part
    from jsonb_to_recordset(${toJson(done.moves)}::jsonb) as m ("lineId" bigint, "taskId" bigint, part text)
    on conflict do nothing`.execute(trx)
}

export async function failRun(
  trx: Trx,
  runId: number,
  problem: { code: string; detail: string },
  at: string,
): Promise<void> {
  await sql`
    update reorganisation.run
    set state = 'failed', problem = ${toJson(problem)}::jsonb, seen_at = ${at}::timestamptz,
        finished_at = ${at}::timestamptz
    where run_id = ${runId} and state in ('waiting', 'running')`.execute(trx)
}
