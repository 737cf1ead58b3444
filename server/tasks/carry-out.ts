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
 * Does an act to a task that was locked for it: the row, the facts, what hangs on it, and the record, in the caller's
 * transaction. Answers the new version.
 */
export async function carryOut(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  act: DoneAct,
  alsoSaid: Record<string, unknown> = {},
): Promise<number> {
  const when = whenOf(ask)
  const made = consequencesOf(task, act, when)
  if (made.report) await addReport(trx, task.task_id, made.report)
  if (made.deadline) await replaceFinalDay(trx, task.task_id, made.deadline)
  if (made.lead) await passLead(trx, task.task_id, made.lead)
  if (made.endsRequests) await lapseRequests(trx, task.task_id, when)
  if (act.act === 'cancel') await endSubtasksOf(trx, ask, null)
  else if (made.lead && made.endsRequests) await endSubtasksOf(trx, ask, made.lead.agency_id)
  const version = await saveTask(trx, task.task_id, when, made.patch)
  await addFacts(trx, task.task_id, made.facts)
  const { event, before, after, detail } = made
  const said = { ...detail, ...alsoSaid }
  await record(trx, ask.actor, event, {
    subject: { kind: 'task', id: task.task_id },
    on: when.on,
    at: when.at,
    before,
    after,
    detail: Object.values(said).some((value) => value !== undefined) ? said : undefined,
  })
  return version
}
