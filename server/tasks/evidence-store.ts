import { type Insertable, type Selectable, sql } from 'kysely'
import type { Handle, Transaction } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import type { When } from './consequences.ts'
import type { TasksDb } from './db.ts'

export type EvidenceRow = Selectable<TasksDb['tasks.evidence']>

export async function addEvidence(
  trx: Transaction<TasksDb>,
  row: Omit<Insertable<TasksDb['tasks.evidence']>, 'added_on' | 'added_at' | 'added_by'>,
  { on, at, by }: When,
): Promise<number> {
  const { evidence_id } = await trx
    .insertInto('tasks.evidence')
    .values({ ...row, added_on: on, added_at: at, added_by: by })
    .returning('evidence_id')
    .executeTakeFirstOrThrow()
  return evidence_id
}

export async function findEvidence(
  db: Handle<TasksDb>,
  taskId: number,
  evidenceId: number,
): Promise<EvidenceRow | undefined> {
  return db
    .selectFrom('tasks.evidence')
    .selectAll()
    .where('task_id', '=', taskId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
}

/** The same file, added by the same agency to the same task or sub-task and not yet tied to anything. */
export async function sameFile(
  db: Handle<TasksDb>,
  taskId: number,
  { agencyId, sha256, subtaskId }: { agencyId: number; sha256: string; subtaskId: number | null },
): Promise<number | undefined> {
  const found = await db
    .selectFrom('tasks.evidence')
    .select('evidence_id')
    .where('task_id', '=', taskId)
    .where('agency_id', '=', agencyId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .where('subtask_id', 'is not distinct from', subtaskId)
    .where('progress_report_id', 'is', null)
    .where('contribution_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found?.evidence_id
}

/** Ties evidence to what it proves, if it is not tied yet and was added by one of the agencies. Returns the tied ids. */
export async function tieEvidence(
  trx: Transaction<TasksDb>,
  taskId: number,
  ids: readonly number[],
  agencies: readonly number[],
  to: { progress_report_id: number } | { contribution_id: number },
): Promise<Set<number>> {
  const rows = await trx
    .updateTable('tasks.evidence')
    .set(to)
    .where('task_id', '=', taskId)
    .where('evidence_id', 'in', [...ids])
    .where('agency_id', 'in', [...agencies])
    .where('progress_report_id', 'is', null)
    .where('contribution_id', 'is', null)
    .where('subtask_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('evidence_id')
    .execute()
  return new Set(rows.map(({ evidence_id }) => evidence_id))
}

export async function markWithdrawn(
  trx: Transaction<TasksDb>,
  evidenceId: number,
  reason: string,
  { on, at, by }: When,
): Promise<void> {
  await trx
    .updateTable('tasks.evidence')
    .set({ withdrawn_on: on, withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('evidence_id', '=', evidenceId)
    .execute()
}

/** The last progress report of a task: that of the act just carried out, while the task is locked. */
export async function lastReportOf(db: Handle<TasksDb>, taskId: number): Promise<number> {
  const { rows } = await prepared(sql<{ id: number }>`
    select max(progress_report_id) as id from tasks.progress_report where task_id = ${taskId}`).execute(db)
  return rows[0]!.id
}
