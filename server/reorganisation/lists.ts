import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { addDays, todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db, Handle } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { listTasks, taskLabels } from '../tasks/index.ts'
import { toSeeReorganisations } from './access.ts'
import { checkLines, nameOn } from './check.ts'
import type { ReorganisationDb } from './db.ts'
import { findLines } from './match.ts'
import { getRun, lastRun, shownRun } from './run.ts'
import type {
  ChoosableList,
  ChoosableQuery,
  Line,
  MoveList,
  MovesQuery,
  Reorganisation,
  ReorganisationList,
  Run,
} from './shapes.ts'
import { choicesOf, getHead, linesOf, listHeads } from './store.ts'

export async function listPlans(
  db: Handle<ReorganisationDb>,
  actor: Actor,
): Promise<Static<typeof ReorganisationList>> {
  toSeeReorganisations(actor)
  return { rows: await listHeads(db) }
}

/** A plan with the matched agencies and the problems of each line, and its last run. */
export async function showPlan(
  db: Handle<ReorganisationDb>,
  actor: Actor,
  clock: Clock,
  id: number,
): Promise<Reorganisation> {
  toSeeReorganisations(actor)
  const head = await getHead(db, id)
  const { lines, known } = await findLines(db, await linesOf(db, id), todayInVietnam(clock))
  const checked = checkLines(lines, known)
  const run = await lastRun(db, id)
  const agencyAt = (agencyId: number | null, on: string | null) =>
    agencyId === null
      ? null
      : {
          id: agencyId,
          name: (on && nameOn(known, agencyId, on)) || known.agencies.get(agencyId)?.periods.at(-1)?.name || '',
        }
  return {
    ...head,
    lines: lines.map((line): Line => {
      const { problems, isKnown } = checked.get(line.id)!
      const { effectiveOn: on } = line
      return {
        id: line.id,
        old: line.old,
        new: line.new,
        kind: line.kind,
        subject: line.subject ?? '',
        effectiveOn: on,
        source: line.source ?? '',
        founding: line.founding,
        oldAgency: agencyAt(line.oldId, on && addDays(on, -1)),
        newAgency: agencyAt(line.newId, on),
        isKnown,
        // An applied plan is now in the registry; its lines are no longer problems.
        problems: head.state === 'applied' ? [] : problems,
      }
    }),
    choices: (await choicesOf(db, id)).length,
    run: run ? shownRun(run, head.version) : null,
  }
}

export async function showRun(db: Handle<ReorganisationDb>, actor: Actor, id: number, runId: number): Promise<Run> {
  toSeeReorganisations(actor)
  const { version } = await getHead(db, id)
  return shownRun(await getRun(db, id, runId), version)
}

/** Open tasks that the old agency of a line leads today, with the agency each was assigned to by choice. */
export async function listChoosable(
  db: Db<ReorganisationDb>,
  actor: Actor,
  clock: Clock,
  id: number,
  { lineId, search, chosen, cursor, limit = 50 }: ChoosableQuery,
): Promise<Static<typeof ChoosableList>> {
  toSeeReorganisations(actor)
  await getHead(db, id)
  const line = (await linesOf(db, id)).find((one) => one.id === lineId)
  if (!line) throw new NotFound('reorganisation.no_such_line', 'Không tìm thấy dòng này của phương án.')
  const choices = new Map((await choicesOf(db, id)).map((choice) => [choice.taskId, choice]))
  const names = await namesOf(
    db,
    [...choices.values()].flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])),
  )
  const withChoice = (task: { id: number; code: string; title: string; dueOn: string | null }) => {
    const choice = choices.get(task.id)
    const chosenAgencyId = choice?.agencyId ?? null
    return {
      ...task,
      chosenLineId: choice?.lineId ?? null,
      chosenAgencyId,
      chosenAgencyName: chosenAgencyId === null ? null : (names.get(chosenAgencyId) ?? null),
    }
  }
  if (chosen) {
    const own = [...choices.values()].filter((choice) => choice.lineId === lineId).map(({ taskId }) => taskId)
    const labels = await taskLabels(db, own)
    const rows = [...labels].map(([taskId, label]) => withChoice({ id: taskId, ...label }))
    return { rows, nextCursor: null, total: rows.length }
  }
  if (line.oldId === null) return { rows: [], nextCursor: null, total: 0 }
  const query = { agencyId: line.oldId, standing: 'open', search, sort: 'dueOn', cursor, limit, count: true } as const
  const found = await listTasks(db, actor, query, todayInVietnam(clock))
  const rows = found.rows.map((task) =>
    withChoice({ id: task.id, code: task.code, title: task.title, dueOn: task.dueOn }),
  )
  return { rows, nextCursor: found.nextCursor, total: found.total ?? rows.length }
}

async function namesOf(db: Handle<ReorganisationDb>, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select agency_id as id, name from registry.agency_latest where agency_id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The tasks behind one figure of a run. */
export async function listMoves(
  db: Db<ReorganisationDb>,
  actor: Actor,
  id: number,
  runId: number,
  { lineId, part, cursor, limit = 50 }: MovesQuery,
): Promise<Static<typeof MoveList>> {
  toSeeReorganisations(actor)
  await getRun(db, id, runId)
  const filter = { runId, lineId, part }
  const after = decodeCursor(filter, cursor, onlyId)?.[0] ?? 0
  const { rows } = await sql<{ id: number }>`
    select task_id as id from reorganisation.move
    where run_id = ${runId} and line_id = ${lineId} and part = ${part} and task_id > ${after}
    order by task_id limit ${limit + 1}`.execute(db)
  const page = pageOf(filter, rows, limit, (row) => [row.id])
  const labels = await taskLabels(
    db,
    page.items.map((row) => row.id),
  )
  return { rows: page.items.map((row) => ({ id: row.id, ...labels.get(row.id)! })), nextCursor: page.next }
}
