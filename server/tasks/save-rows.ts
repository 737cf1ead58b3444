import { sql } from 'kysely'
import { type Transaction, toJson } from '../platform/db.ts'
import type { TasksDb } from './db.ts'
import type { TaskRows } from './rows.ts'

type ManyRows = 'tasks.party' | 'tasks.deadline' | 'tasks.target' | 'tasks.progress_report' | 'tasks.fact'

const TASK_COLUMNS = [
  'source_kind',
  'source_id',
  'source_number',
  'source_title',
  'source_ref',
  'source_start',
  'source_end',
  'source_sentence',
  'collective_id',
  'implements',
  'group_title',
  'title',
  'content',
  'product',
  'urgency',
  'assigned_on',
  'state',
  'lead_agency_id',
  'follow_up_agency_id',
  'deadline_kind',
  'recurs',
  'first_due_on',
  'due_on',
  'claimed_on',
  'completed_on',
  'percent',
  'version',
  'created_at',
  'changed_at',
  'changed_by',
] as const

/** Rows per statement: a few megabytes of JSON at most. */
const CHUNK = 5_000

/**
 * Adds rows in the order given, many per statement. The keys of the rows are columns of the table; a row without a key gets
 * null in that column.
 */
export async function addRows(trx: Transaction<TasksDb>, table: ManyRows, rows: readonly object[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = sql.join(names.map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += CHUNK) {
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns}
      from rows from (jsonb_populate_recordset(null::${sql.table(table)}, ${toJson(rows.slice(from, from + CHUNK))}::jsonb))
        with ordinality
      order by ordinality`.execute(trx)
  }
}

export interface Saved {
  id: number
  code: string
  /** False where the task existed and was left as it is. */
  isNew: boolean
}

/** Writes tasks with everything that belongs to them. Those already known by source and ref are left alone. Returns in order. */
export async function saveRows(trx: Transaction<TasksDb>, tasks: readonly TaskRows[]): Promise<Saved[]> {
  const saved: Saved[] = []
  for (let from = 0; from < tasks.length; from += CHUNK) {
    saved.push(...(await saveChunk(trx, tasks.slice(from, from + CHUNK))))
  }
  const fresh = saved.flatMap(({ id, isNew }, place) => (isNew ? [{ id, task: tasks[place]! }] : []))
  const rowsOf = <Row extends object>(pick: (task: TaskRows) => readonly Row[]) =>
    fresh.flatMap(({ id, task }) => pick(task).map((row) => ({ task_id: id, ...row })))
  await addRows(
    trx,
    'tasks.party',
    rowsOf(({ parties }) => parties),
  )
  await addRows(
    trx,
    'tasks.deadline',
    rowsOf(({ deadlines }) => deadlines),
  )
  await addRows(
    trx,
    'tasks.target',
    rowsOf(({ targets }) => targets),
  )
  await addRows(
    trx,
    'tasks.progress_report',
    rowsOf(({ progressReports }) => progressReports),
  )
  await addRows(
    trx,
    'tasks.fact',
    rowsOf(({ facts }) => facts),
  )
  return saved
}

async function saveChunk(trx: Transaction<TasksDb>, tasks: readonly TaskRows[]): Promise<Saved[]> {
  const columns = sql.join(TASK_COLUMNS.map((column) => sql.ref(column)))
  const { rows } = await sql<{ place: number; task_id: number; code: string; is_new: boolean }>`
    with given as (
      select ordinality::integer - 1 as place, ${columns}
      from rows from (jsonb_populate_recordset(null::tasks.task, ${toJson(tasks.map(({ task }) => task))}::jsonb))
        with ordinality
    ), added as (
      insert into tasks.task (code, ${columns})
      select 'NV-' || extract(year from assigned_on) || '-' || lpad(number, greatest(6, length(number)), '0'), ${columns}
      from (select *, nextval('tasks.task_number')::text as number from given order by place) g
      on conflict (source_kind, source_id, source_ref) where source_ref is not null do nothing
      returning task_id, code, source_kind, source_id, source_ref
    )
    select g.place, a.task_id, a.code, true as is_new
    from given g
    join added a on (a.source_kind, a.source_ref) = (g.source_kind, g.source_ref)
                and a.source_id is not distinct from g.source_id`.execute(trx)
  const saved = new Map(rows.map(({ place, task_id, code, is_new }) => [place, { id: task_id, code, isNew: is_new }]))
  if (saved.size < tasks.length) {
    // A statement does not return the rows it conflicted with: a second one looks them up.
    for (const [place, { task }] of tasks.entries()) {
      if (!saved.has(place)) saved.set(place, { ...(await getBySource(trx, task)), isNew: false })
    }
  }
  return tasks.map((_, place) => saved.get(place)!)
}

async function getBySource(trx: Transaction<TasksDb>, task: TaskRows['task']): Promise<{ id: number; code: string }> {
  const { rows } = await sql<{ id: number; code: string }>`
    select task_id as id, code from tasks.task
    where (source_kind, source_ref) = (${task.source_kind}, ${task.source_ref})
      and source_id is not distinct from ${task.source_id}::bigint`.execute(trx)
  return rows[0]!
}
