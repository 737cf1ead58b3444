import { type Selectable, sql, type Updateable } from 'kysely'
import type { Handle, Transaction } from '../platform/db.ts'
import type { When } from './consequences.ts'
import type { TasksDb } from './db.ts'

export type SubtaskRow = Selectable<TasksDb['tasks.subtask']>

export interface NewSubtask {
  byAgencyId: number
  agencyId: number
  title: string
  content: string
  dueOn: string
  taskDueOn: string | null
  laterReason: string | null
}

export async function addSubtask(
  trx: Transaction<TasksDb>,
  taskId: number,
  given: NewSubtask,
  { on, at, by }: When,
): Promise<number> {
  const { subtask_id } = await trx
    .insertInto('tasks.subtask')
    .values({
      task_id: taskId,
      // The task is locked, so no one else takes the same position.
      position: sql<number>`(select coalesce(max(position), 0) + 1 from tasks.subtask where task_id = ${taskId})`,
      by_agency_id: given.byAgencyId,
      agency_id: given.agencyId,
      title: given.title,
      content: given.content,
      due_on: given.dueOn,
      task_due_on: given.taskDueOn,
      later_reason: given.laterReason,
      given_on: on,
      given_at: at,
      given_by: by,
      changed_at: at,
      changed_by: by,
    })
    .returning('subtask_id')
    .executeTakeFirstOrThrow()
  return subtask_id
}

export async function findSubtask(
  db: Handle<TasksDb>,
  taskId: number,
  subtaskId: number,
): Promise<SubtaskRow | undefined> {
  return db
    .selectFrom('tasks.subtask')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('subtask_id', '=', subtaskId)
    .executeTakeFirst()
}

/** Writes the changes of an act to a sub-task and gives it its next version. */
export async function saveSubtask(
  trx: Transaction<TasksDb>,
  subtaskId: number,
  { at, by }: When,
  patch: Updateable<TasksDb['tasks.subtask']>,
): Promise<number> {
  const { version } = await trx
    .updateTable('tasks.subtask')
    .set({ ...patch, version: sql<number>`version + 1`, changed_at: at, changed_by: by })
    .where('subtask_id', '=', subtaskId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function addSubtaskReport(
  trx: Transaction<TasksDb>,
  subtaskId: number,
  report: { kind: 'progress' | 'done' | 'sentBack' | 'accepted'; percent: number; body: string },
  { on, at, by }: When,
): Promise<void> {
  await trx
    .insertInto('tasks.subtask_report')
    .values({ subtask_id: subtaskId, ...report, reported_on: on, recorded_at: at, recorded_by: by })
    .execute()
}

/** Whether an agency is under another on a day, at any depth. */
export async function isUnder(db: Handle<TasksDb>, agencyId: number, aboveId: number, day: string): Promise<boolean> {
  const { rows } = await sql<{ is_under: boolean }>`
    select ${agencyId}::bigint <> ${aboveId}::bigint
           and ${agencyId}::bigint = any(registry.reach(array[${aboveId}::bigint], ${day}::date)) as is_under`.execute(
    db,
  )
  return rows[0]!.is_under
}

/** Sub-tasks that are neither accepted nor cancelled, of units that are not under an agency on a day. */
export async function openSubtasksBeyond(
  db: Handle<TasksDb>,
  taskId: number,
  leadId: number | null,
  day: string,
): Promise<SubtaskRow[]> {
  const { rows } = await sql<SubtaskRow>`
    select s.* from tasks.subtask s
    where s.task_id = ${taskId} and s.state not in ('accepted', 'cancelled')
      and (${leadId}::bigint is null
           or not s.agency_id = any(registry.reach(array[${leadId}::bigint], ${day}::date)))
    order by s.position`.execute(db)
  return rows
}
