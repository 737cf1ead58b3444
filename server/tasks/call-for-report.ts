import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { taskToChange } from './access.ts'
import type { CallForReport } from './act-shapes.ts'
import type { When } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { refuseDueDay } from './due-day.ts'
import { move } from './progress.ts'
import { lapseReportCall, saveTask } from './store.ts'
import { whenOf } from './when.ts'

/** The giver calls on the lead to report by a day. A call that is not answered yet gives way to this one. */
export async function callForReport(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { dueOn, words }: CallForReport,
): Promise<number> {
  const task = await taskToChange(trx, ask, 'callForReport')
  move(task.state, 'callForReport')
  const when = whenOf(ask)
  await refuseDueDay(trx, 'dueOn', dueOn, when.on)
  const former = await lapseReportCall(trx, task.task_id, when)
  await trx
    .insertInto('tasks.report_call')
    .values({
      task_id: task.task_id,
      due_on: dueOn,
      words: words?.trim() ?? null,
      called_on: when.on,
      called_at: when.at,
      called_by: when.by,
    })
    .execute()
  const version = await saveTask(trx, task.task_id, when, {})
  await record(trx, ask.actor, 'task.reportCalled', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    before: former === undefined ? undefined : { reportDueOn: former },
    after: { reportDueOn: dueOn },
    detail: words === undefined ? undefined : { words },
  })
  return version
}

/** The first report of the accountable lead after a call answers it. */
export async function answerReportCall(
  trx: Transaction<TasksDb>,
  taskId: number,
  reportId: number,
  { on }: When,
): Promise<void> {
  await trx
    .updateTable('tasks.report_call')
    .set({ progress_report_id: reportId, answered_on: on })
    .where('task_id', '=', taskId)
    .where('answered_on', 'is', null)
    .where('lapsed_on', 'is', null)
    .execute()
}
