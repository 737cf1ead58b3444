import type pg from 'pg'
import type { Source } from '../../server/tasks/index.ts'
import type { Bare } from './bare.ts'

/** The content of a new task. The facts are the ones our server writes for such a task. */
export interface TaskContent {
  source: Source
  agencyId: number
  /** As JSON: dimension, agency_id, day, state of each. */
  facts: string
}

const TABLES = ['tasks.task', 'tasks.party', 'tasks.deadline', 'tasks.fact', 'tasks.progress_report', 'platform.audit']

/** Tables of the same columns, indexes and checks, without triggers and foreign keys. */
export async function copyForActs({ bare }: { bare: Bare }): Promise<void> {
  for (const table of TABLES) {
    await bare.pool.query(`create table bench.${table.split('.')[1]} (like ${table} including all)`)
  }
}

/** Does an act in one transaction on one connection. */
export async function transacted<Result>(
  { bare }: { bare: Bare },
  act: (connection: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const connection = await bare.pool.connect()
  try {
    await connection.query('begin')
    const result = await act(connection)
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback')
    throw error
  } finally {
    connection.release()
  }
}

/** Creates a task and returns its id. */
export async function createBare(connection: pg.ClientBase, { source, agencyId, facts }: TaskContent): Promise<number> {
  const [ref, title] = [crypto.randomUUID(), 'Việc đo tốc độ']
  const { rows } = await connection.query<{ task_id: string }>({
    name: 'create-task',
    text: `
      insert into bench.task (code, source_kind, source_number, source_title, source_ref, source_sentence, title, content,
        assigned_on, state, lead_agency_id, follow_up_agency_id, deadline_kind, first_due_on, due_on, created_at, changed_at,
        changed_by)
      values ($1, 'archive', $2, $3, $1, $4, $4, $5, $6, 'assigned', $7, $8, 'date', '2035-12-31', '2035-12-31', now(), now(),
        'đo tốc độ')
      returning task_id`,
    values: [ref, source.number, source.title, title, title, source.assignedOn, agencyId, source.followUpAgencyId],
  })
  const id = Number(rows[0]!.task_id)
  await connection.query({
    name: 'create-party',
    text: `
      insert into bench.party (task_id, agency_id, role, is_accountable, named_as, position, since_on, known_at)
      values ($1, $2, 'lead', true, 'Cơ quan mẫu', 1, $3, now())`,
    values: [id, agencyId, source.assignedOn],
  })
  await connection.query({
    name: 'create-deadline',
    text: `
      insert into bench.deadline (task_id, position, kind, literal, due_on, set_on, set_at, set_by)
      values ($1, 1, 'date', '31/12/2035', '2035-12-31', $2, now(), 'đo tốc độ')`,
    values: [id, source.assignedOn],
  })
  await connection.query({
    name: 'create-facts',
    text: `
      insert into bench.fact (task_id, dimension, effective_on, recorded_at, agency_id, day, state)
      select $1, f.dimension, $2, now(), f.agency_id, f.day, f.state
      from json_to_recordset($3) f(dimension text, agency_id bigint, day date, state text)`,
    values: [id, source.assignedOn, facts],
  })
  await log(connection, 'task.assigned', id, { title, state: 'assigned', dueOn: '2035-12-31' })
  return id
}

/** Reports progress on a task. */
export async function reportBare(
  connection: pg.ClientBase,
  id: number,
  percent: number,
  agencyId: number,
): Promise<void> {
  await connection.query({
    name: 'progress-lock',
    text: 'select task_id, state, version from bench.task where task_id = $1 for update',
    values: [id],
  })
  await connection.query({
    name: 'progress-report',
    text: `
      insert into bench.progress_report (task_id, reported_on, percent, body, agency_id, recorded_at, recorded_by)
      values ($1, current_date, $2, 'Đang làm.', $3, now(), 'đo tốc độ')`,
    values: [id, percent, agencyId],
  })
  await connection.query({
    name: 'progress-task',
    text: `
      update bench.task set percent = $2, state = 'inProgress', version = version + 1, changed_at = now() where task_id = $1`,
    values: [id, percent],
  })
  await log(connection, 'task.progressed', id, { percent, body: 'Đang làm.' })
}

async function log(connection: pg.ClientBase, event: string, id: number, after: object): Promise<void> {
  await connection.query({
    name: 'log',
    text: `
      insert into bench.audit (actor_name, event, subject_kind, subject_id, after)
      values ('đo tốc độ', $1, 'task', $2, $3)`,
    values: [event, String(id), JSON.stringify(after)],
  })
}
