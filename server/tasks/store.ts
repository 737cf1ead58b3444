import { type Selectable, sql, type Updateable } from 'kysely'
import type { Handle, Transaction } from '../platform/db.ts'
import type { Consequences, When } from './consequences.ts'
import type { TasksDb } from './db.ts'
import type { DeadlineColumns, FactColumns, ReportColumns } from './rows.ts'
import { addRows } from './save-rows.ts'

/** Writes the changes of an act to a task and gives it its next version. */
export async function saveTask(
  trx: Transaction<TasksDb>,
  id: number,
  { at, by }: When,
  patch: Updateable<TasksDb['tasks.task']>,
): Promise<number> {
  const { version } = await trx
    .updateTable('tasks.task')
    .set({ ...patch, version: sql<number>`version + 1`, changed_at: at, changed_by: by })
    .where('task_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function versionOf(db: Handle<TasksDb>, id: number): Promise<number> {
  const { version } = await db
    .selectFrom('tasks.task')
    .select('version')
    .where('task_id', '=', id)
    .executeTakeFirstOrThrow()
  return version
}

/** Adds facts to a task; earlier facts stay. */
export async function addFacts(trx: Transaction<TasksDb>, id: number, facts: readonly FactColumns[]): Promise<void> {
  await addRows(
    trx,
    'tasks.fact',
    facts.map((fact) => ({ task_id: id, ...fact })),
  )
}

export async function addReport(trx: Transaction<TasksDb>, id: number, report: ReportColumns): Promise<void> {
  await addRows(trx, 'tasks.progress_report', [{ task_id: id, ...report }])
}

/** Replaces the final day in force; the old one is kept unchanged. */
export async function replaceFinalDay(
  trx: Transaction<TasksDb>,
  id: number,
  deadline: Omit<DeadlineColumns, 'position'>,
): Promise<void> {
  await trx
    .updateTable('tasks.deadline')
    .set({ replaced_on: deadline.set_on, replaced_at: deadline.set_at })
    .where('task_id', '=', id)
    .where('is_milestone', '=', false)
    .where('due_on', 'is not', null)
    .where('replaced_on', 'is', null)
    .execute()
  await trx
    .insertInto('tasks.deadline')
    .values({
      ...deadline,
      task_id: id,
      position: sql<number>`(select max(position) + 1 from tasks.deadline where task_id = ${id})`,
    })
    .execute()
}

/** The part of the accountable lead ends on the day that of the new one begins. */
export async function passLead(
  trx: Transaction<TasksDb>,
  id: number,
  lead: NonNullable<Consequences['lead']>,
): Promise<void> {
  await trx
    .updateTable('tasks.party')
    .set({ ended_on: lead.since_on, ended_at: lead.known_at })
    .where('task_id', '=', id)
    .where('is_accountable', '=', true)
    .where('ended_on', 'is', null)
    .execute()
  await trx
    .insertInto('tasks.party')
    .values({
      ...lead,
      task_id: id,
      role: 'lead',
      is_accountable: true,
      position: sql<number>`(select max(position) + 1 from tasks.party where task_id = ${id})`,
    })
    .execute()
}

export interface NewRequest {
  kind: 'extension' | 'return' | 'transfer'
  reason: string
  newDueOn: string | null
  newAgencyId: number | null
  document: string | null
}

export async function addRequest(
  trx: Transaction<TasksDb>,
  id: number,
  { kind, reason, newDueOn, newAgencyId, document }: NewRequest,
  { on, at, by }: When,
): Promise<number> {
  const { request_id } = await trx
    .insertInto('tasks.request')
    .values({
      task_id: id,
      kind,
      reason,
      new_due_on: newDueOn,
      new_agency_id: newAgencyId,
      document,
      requested_on: on,
      requested_at: at,
      requested_by: by,
    })
    .returning('request_id')
    .executeTakeFirstOrThrow()
  return request_id
}

export type RequestRow = Pick<
  Selectable<TasksDb['tasks.request']>,
  'kind' | 'reason' | 'new_due_on' | 'new_agency_id' | 'decision' | 'decided_by'
>

export async function findRequest(
  db: Handle<TasksDb>,
  taskId: number,
  requestId: number,
): Promise<RequestRow | undefined> {
  return db
    .selectFrom('tasks.request')
    .select(['kind', 'reason', 'new_due_on', 'new_agency_id', 'decision', 'decided_by'])
    .where('task_id', '=', taskId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

export async function decideRequest(
  trx: Transaction<TasksDb>,
  requestId: number,
  decision: 'granted' | 'refused',
  note: string | null,
  { on, at, by }: When,
): Promise<void> {
  await trx
    .updateTable('tasks.request')
    .set({ decision, decision_note: note, decided_on: on, decided_at: at, decided_by: by })
    .where('request_id', '=', requestId)
    .execute()
}

/**
 * Open requests of a task that has ended or changed its lead need no decision any more, nor a call for a report an answer.
 * Returns the kinds of the requests.
 */
export async function lapseRequests(trx: Transaction<TasksDb>, taskId: number, when: When): Promise<string[]> {
  const { on, at, by } = when
  const lapsed = await trx
    .updateTable('tasks.request')
    .set({ decision: 'lapsed', decided_on: on, decided_at: at, decided_by: by })
    .where('task_id', '=', taskId)
    .where('decision', 'is', null)
    .returning('kind')
    .execute()
  await lapseReportCall(trx, taskId, when)
  return lapsed.map(({ kind }) => kind)
}

/** Ends the open call for a report, if there is one. Returns the day it named. */
export async function lapseReportCall(
  trx: Transaction<TasksDb>,
  taskId: number,
  { on }: When,
): Promise<string | undefined> {
  const lapsed = await trx
    .updateTable('tasks.report_call')
    .set({ lapsed_on: on })
    .where('task_id', '=', taskId)
    .where('answered_on', 'is', null)
    .where('lapsed_on', 'is', null)
    .returning('due_on')
    .executeTakeFirst()
  return lapsed?.due_on
}

export async function targetIdsOf(db: Handle<TasksDb>, taskId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('tasks.target')
    .select('target_id')
    .where('task_id', '=', taskId)
    .where('amended_by_id', 'is', null)
    .execute()
  return new Set(rows.map(({ target_id }) => target_id))
}

export async function addMeasurement(
  trx: Transaction<TasksDb>,
  { targetId, value, measuredOn, note }: { targetId: number; value: number; measuredOn: string; note: string | null },
  { at, by }: When,
): Promise<void> {
  await trx
    .insertInto('tasks.measurement')
    .values({ target_id: targetId, value, measured_on: measuredOn, note, recorded_at: at, recorded_by: by })
    .execute()
}

/** Days with a recorded completion fact of a task; with `completedOn`: with one that says it was completed on that day. */
export async function completionDaysOf(db: Handle<TasksDb>, taskId: number, completedOn?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tasks.fact')
    .select('effective_on')
    .distinct()
    .where('task_id', '=', taskId)
    .where('dimension', '=', 'completion')
    .$if(completedOn !== undefined, (found) => found.where('day', '=', completedOn!))
    .execute()
  return rows.map(({ effective_on }) => effective_on)
}

export async function findDeadline(db: Handle<TasksDb>, taskId: number, deadlineId: number) {
  return db
    .selectFrom('tasks.deadline')
    .select(['literal', 'is_milestone', 'done_on'])
    .where('task_id', '=', taskId)
    .where('amended_by_id', 'is', null)
    .where('deadline_id', '=', deadlineId)
    .executeTakeFirst()
}

export async function finishDeadline(
  trx: Transaction<TasksDb>,
  deadlineId: number,
  doneOn: string,
  { at }: When,
): Promise<void> {
  await trx
    .updateTable('tasks.deadline')
    .set({ done_on: doneOn, done_at: at })
    .where('deadline_id', '=', deadlineId)
    .execute()
}
