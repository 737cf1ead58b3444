import { type AuditEntry, historyOf } from '../platform/audit.ts'
import type { AnyHandle } from '../platform/db.ts'
import type { Change } from '../platform/version.ts'

/** The last `count` changes that gave a task a new version, oldest first. Each is an act named "task.…" in the log. */
export function changesOfTask(db: AnyHandle, taskId: number, count: number): Promise<Change[]> {
  return lastOf(db, taskId, count, ({ event }) => event.startsWith('task.'))
}

/** The same for a sub-task, whose acts are in the log of its task. */
export function changesOfSubtask(db: AnyHandle, taskId: number, subtaskId: number, count: number): Promise<Change[]> {
  return lastOf(
    db,
    taskId,
    count,
    ({ event, detail }) => event.startsWith('subtask.') && subtaskOf(detail) === subtaskId,
  )
}

/** Which sub-task an entry of a task's log is about, if any. */
export function subtaskOf(detail: unknown): number | undefined {
  const { subtaskId } = (detail ?? {}) as { subtaskId?: unknown }
  return typeof subtaskId === 'number' ? subtaskId : undefined
}

async function lastOf(
  db: AnyHandle,
  taskId: number,
  count: number,
  isIncluded: (entry: AuditEntry) => boolean,
): Promise<Change[]> {
  if (count <= 0) return []
  const entries = (await historyOf(db, 'task', taskId)).filter(isIncluded)
  let from = entries.length
  for (let left = count; from > 0 && left > 0; left -= 1) {
    from -= 1
    // A reorganisation passes on the lead and other parts as one change with two entries.
    if (from > 0 && isOneChange(entries[from - 1]!, entries[from]!)) from -= 1
  }
  const since = entries.slice(from)
  return since.map(({ event, actorName: by, recordedAt: at, before, after, detail }) => {
    return { event, by, at, before, after, detail }
  })
}

function isOneChange(one: AuditEntry, other: AuditEntry): boolean {
  const isMove = ({ event }: AuditEntry) => event.endsWith('BySuccession')
  return isMove(one) && isMove(other) && one.recordedAt === other.recordedAt
}
