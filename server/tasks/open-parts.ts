import { sql } from 'kysely'
import { type AnyHandle, type AnyTransaction, reading, within } from '../platform/db.ts'
import type { TasksDb } from './db.ts'

/** An open task and the parts of an agency in it. */
export interface OpenPart {
  taskId: number
  isLead: boolean
  /** Another lead, or coordinating. */
  hasPart: boolean
  isFollowUp: boolean
}

/** The open tasks an agency leads, takes part in or follows up, in order, locked against changes. */
export async function lockOpenParts(handle: AnyTransaction, agencyId: number): Promise<OpenPart[]> {
  const { rows } = await sql<OpenPart>`
    select t.task_id as "taskId", t.lead_agency_id = ${agencyId} as "isLead",
           t.follow_up_agency_id = ${agencyId} as "isFollowUp",
           exists (select from tasks.party p where p.task_id = t.task_id and p.agency_id = ${agencyId}
                     and p.ended_on is null and not p.is_accountable) as "hasPart"
    from tasks.task t
    where t.state not in ('confirmed', 'cancelled')
      and (t.lead_agency_id = ${agencyId} or t.follow_up_agency_id = ${agencyId}
           or t.task_id in (select p.task_id from tasks.party p where p.agency_id = ${agencyId} and p.ended_on is null))
    order by t.task_id
    for update of t`.execute(within<TasksDb>(handle))
  return rows
}

/** Open transfer requests that name an ended agency name its successor from now on. Returns how many. */
export async function redirectRequests(handle: AnyTransaction, from: number, to: number): Promise<number> {
  const { numUpdatedRows } = await within<TasksDb>(handle)
    .updateTable('tasks.request')
    .set({ new_agency_id: to })
    .where('new_agency_id', '=', from)
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** The open ones of these tasks that the agency leads. */
export async function openTasksLedBy(
  db: AnyHandle,
  agencyId: number,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select task_id as id from tasks.task
    where task_id = any(${[...ids]}::bigint[]) and lead_agency_id = ${agencyId}
      and state not in ('confirmed', 'cancelled')`.execute(reading<TasksDb>(db))
  return new Set(rows.map(({ id }) => id))
}

/** Code, title and due day of tasks by id, for lists outside this room. */
export async function taskLabels(
  db: AnyHandle,
  ids: readonly number[],
): Promise<Map<number, { code: string; title: string; dueOn: string | null }>> {
  const { rows } = await sql<{ id: number; code: string; title: string; dueOn: string | null }>`
    select task_id as id, code, title, due_on as "dueOn" from tasks.task
    where task_id = any(${[...ids]}::bigint[])`.execute(reading<TasksDb>(db))
  return new Map(rows.map(({ id, ...label }) => [id, label]))
}
