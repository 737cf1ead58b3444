/** The targets of a directive or resolution: required, measured, by whom, when, on what evidence, how far off. */
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { type DocumentWithTargets, documentsWithTargets, everyTask, type TaskQuery } from '../tasks/index.ts'
import type { OversightDb } from './db.ts'
import { EVER } from './figure-ask.ts'
import { checkGoal, groundOf, requiredWords } from './goal.ts'
import type { GoalLine } from './text-shapes.ts'

interface TargetRow {
  task_id: number
  target_id: number
  measure: string
  unit: string
  comparator: string
  value: string
  max_value: string | null
  measured: string | null
  measured_on: string | null
  evidence: number
}

/** The targets of the tasks that match and that the actor may see, in the order of the tasks; one statement beside the list. */
export async function scoreboardRows(
  db: AnyHandle,
  actor: Actor,
  query: Pick<TaskQuery, 'from' | 'asOf' | 'knownOn' | 'knownBefore' | 'agencyId' | 'source'>,
  today: string,
): Promise<GoalLine[]> {
  const tasks = await everyTask(db, actor, { ...query, sort: 'code' }, today)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const asOf = query.asOf ?? today
  // As the figures of a day: of that day, and by default from what was recorded by its end. Evidence withdrawn since does not count.
  const known = sql`least((${query.knownOn ?? asOf}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', ${query.knownBefore ?? null}::timestamptz)`
  const { rows } = await sql<TargetRow>`
    select g.task_id, g.target_id, g.measure, g.unit, g.comparator, g.value::text, g.max_value::text, m.value::text as measured,
           m.measured_on::text, (select count(*)::integer from tasks.evidence_card e
             where e.task_id = g.task_id and e.added_on <= ${asOf}::date and e.added_at < ${known}) as evidence
    from tasks.target_card g
    left join lateral (
      select c.value, c.measured_on from tasks.measurement_card c
      where c.target_id = g.target_id and c.measured_on <= ${asOf}::date and c.recorded_at < ${known}
      order by c.measured_on desc, c.measurement_id desc limit 1
    ) m on true
    where g.task_id = any(${[...byId.keys()]}::bigint[])
    order by g.task_id, g.position`.execute(reading<OversightDb>(db))
  return rows.map((row) => {
    const task = byId.get(Number(row.task_id))!
    const measured = row.measured === null ? null : Number(row.measured)
    const goal = {
      comparator: row.comparator,
      value: Number(row.value),
      maxValue: row.max_value === null ? null : Number(row.max_value),
      unit: row.unit,
    }
    const check = checkGoal({ ...goal, measured })
    return {
      targetId: Number(row.target_id),
      taskId: task.id,
      code: task.code,
      title: task.title,
      agency: task.leadAgencyName,
      measure: row.measure.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('vi')),
      required: requiredWords(goal),
      unit: row.unit,
      measured,
      measuredOn: measured === null ? null : row.measured_on,
      evidence: row.evidence,
      state: check.state,
      gap: check.gap,
      isOver: check.isOver,
      comparator: goal.comparator,
      value: goal.value,
      maxValue: goal.maxValue,
      words: check.words,
      ground: groundOf({ measured, evidence: row.evidence, isConfirmed: task.state === 'confirmed' }),
      dueOn: task.dueOn,
    }
  })
}

/** What the scoreboard of a day asks of tasks: all that was ever given, as known today. */
export function scoreboardOn(day: string, today: string): Pick<TaskQuery, 'from' | 'asOf' | 'knownOn'> {
  return { from: EVER, asOf: day, knownOn: today > day ? today : day }
}

/** The documents that a scoreboard of the day has rows for: of the tasks that it asks for, so that the two cannot disagree. */
export async function measuredDocuments(
  db: AnyHandle,
  actor: Actor,
  day: string,
  today: string,
  most: number = MOST_DOCUMENTS,
): Promise<{ rows: DocumentWithTargets[]; isCut: boolean }> {
  const rows = await documentsWithTargets(db, actor, scoreboardOn(day, today), today, most + 1)
  return { rows: rows.slice(0, most), isCut: rows.length > most }
}
/** In a list to choose from: those measured last. */
const MOST_DOCUMENTS = 200
