import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { taskToChange } from './access.ts'
import type { Input } from './act-shapes.ts'
import type { TasksDb } from './db.ts'
import { move } from './progress.ts'
import { findDeadline, finishDeadline, saveTask } from './store.ts'
import { whenOf } from './when.ts'

/** The lead finished a milestone on a day. The task itself goes on. */
export async function finishMilestone(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { deadlineId, doneOn }: Input<'finishMilestone'>,
): Promise<number> {
  const task = await taskToChange(trx, ask, 'finishMilestone')
  move(task.state, 'finishMilestone')
  const deadline = await findDeadline(trx, task.task_id, deadlineId)
  if (!deadline) throw new NotFound('task.no_such_deadline', 'Nhiệm vụ không có mốc này.')
  if (!deadline.is_milestone) {
    throw new Conflict('task.not_milestone', 'Đây là hạn cuối của nhiệm vụ. Hãy báo cáo hoàn thành nhiệm vụ.')
  }
  if (deadline.done_on !== null) {
    throw new Conflict('task.milestone_done', `Mốc này đã ghi hoàn thành ngày ${formatDay(deadline.done_on)}.`)
  }
  const when = whenOf(ask)
  if (doneOn < task.assigned_on) {
    throw wrong('doneOn', 'task.completed_before_assigned', 'Ngày hoàn thành mốc không được trước ngày giao nhiệm vụ.')
  }
  if (doneOn > when.on) throw wrong('doneOn', 'task.completed_in_future', 'Ngày hoàn thành mốc không được sau hôm nay.')
  await finishDeadline(trx, deadlineId, doneOn, when)
  const version = await saveTask(trx, task.task_id, when, {})
  await record(trx, ask.actor, 'task.milestoneFinished', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    before: { milestone: deadline.literal, doneOn: null },
    after: { milestone: deadline.literal, doneOn },
  })
  return version
}
