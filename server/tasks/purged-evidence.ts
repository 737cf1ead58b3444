/** What happens to what refers to a file that was purged, because it has a mark of secrecy. */
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { type Announcement, record } from '../platform/audit.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { TasksDb } from './db.ts'

const GUARD = systemActor('kiểm tra dấu mật')
const REASON = 'Tệp mang dấu mật nên hệ thống đã gỡ. Hãy xử lý theo quy định về bảo vệ bí mật nhà nước.'

/**
 * Withdraws every piece of evidence with the purged file, of whichever task and agency, and says so in the log of its task,
 * where its owner and who follows the task see it.
 */
export async function withdrawPurged(trx: AnyTransaction, { subject }: Announcement): Promise<void> {
  const withdrawn = await within<TasksDb>(trx)
    .updateTable('tasks.evidence')
    .set({
      withdrawn_on: sql<string>`(now() at time zone 'Asia/Ho_Chi_Minh')::date`,
      withdrawn_at: sql<string>`now()`,
      withdrawn_by: GUARD.name,
      withdrawn_reason: REASON,
    })
    .where('sha256', '=', Buffer.from(String(subject.id), 'hex'))
    .where('withdrawn_at', 'is', null)
    .returning(['evidence_id', 'task_id', 'subtask_id', 'file_name'])
    .execute()
  for (const { evidence_id, task_id, subtask_id, file_name } of withdrawn)
    await record(trx, GUARD, 'evidence.withdrawn', {
      subject: { kind: 'task', id: task_id },
      before: { fileName: file_name },
      detail: { evidenceId: evidence_id, reason: REASON, ...(subtask_id === null ? {} : { subtaskId: subtask_id }) },
    })
}

/** Says in the log of every task that was amended on the purged file that the file is gone. The amendment itself stays. */
export async function notePurgedAmendments(trx: AnyTransaction, { subject }: Announcement): Promise<void> {
  const amendments = await within<TasksDb>(trx)
    .selectFrom('tasks.amendment')
    .select(['amendment_id', 'task_id', 'file_name'])
    .where('sha256', '=', Buffer.from(String(subject.id), 'hex'))
    .execute()
  for (const { amendment_id, task_id, file_name } of amendments)
    await record(trx, GUARD, 'task.amendmentFilePurged', {
      subject: { kind: 'task', id: task_id },
      before: { fileName: file_name },
      detail: { amendmentId: amendment_id },
    })
}
