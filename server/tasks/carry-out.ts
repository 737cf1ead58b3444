import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import type { TaskOf } from './access.ts'
import { consequencesOf, type DoneAct } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { addFacts, addReport, lapseRequests, passLead, replaceFinalDay, saveTask } from './store.ts'
import { endSubtasksOf } from './subtask.ts'
import { whenOf } from './when.ts'

/**
 * Applies an act to a locked task: the row, the facts, what belongs to the task, and the log entry, in the caller's
 * transaction. Returns the new version.
 */
export async function carryOut(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  act: DoneAct,
  moreDetail: Record<string, unknown> = {},
): Promise<number> {
  const when = whenOf(ask)
  const made = consequencesOf(task, act, when)
  if (made.report) await addReport(trx, task.task_id, made.report)
  if (made.deadline) await replaceFinalDay(trx, task.task_id, made.deadline)
  if (made.lead) await passLead(trx, task.task_id, made.lead)
  if (made.endsRequests) await lapseRequests(trx, task.task_id, when)
  if (act.act === 'cancel' || act.act === 'distribute') await endSubtasksOf(trx, ask, null)
  else if (made.lead && made.endsRequests) await endSubtasksOf(trx, ask, made.lead.agency_id)
  const version = await saveTask(trx, task.task_id, when, made.patch)
  await addFacts(trx, task.task_id, made.facts)
  const { event, before, after, detail } = made
  const recorded = { ...detail, ...moreDetail }
  await record(trx, ask.actor, event, {
    subject: { kind: 'task', id: task.task_id },
    on: when.on,
    at: when.at,
    before,
    after,
    detail: Object.values(recorded).some((value) => value !== undefined) ? recorded : undefined,
  })
  return version
}
