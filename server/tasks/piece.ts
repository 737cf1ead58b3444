import { formatDay } from '../platform/calendar.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { Ask } from './access.ts'
import type { TasksDb } from './db.ts'
import type { FinishSubtask, ReportSubtask } from './desk-act-shapes.ts'
import { tell } from './split.ts'
import { subtaskToChange } from './subtask-access.ts'
import { subtaskMove } from './subtask-progress.ts'
import { addSubtaskReport, saveSubtask } from './subtask-store.ts'
import { whenOf } from './when.ts'

/** The unit begins its piece. */
export async function startSubtask(trx: Transaction<TasksDb>, ask: Ask, subtaskId: number): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'start')
  const state = subtaskMove(subtask.state, 'start')
  const when = whenOf(ask)
  const version = await saveSubtask(trx, subtaskId, when, { state })
  await tell(trx, ask, subtask, when, 'subtask.started', { after: { subtaskState: state } })
  return version
}

/** The unit says how far its piece is. */
export async function reportSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  subtaskId: number,
  { percent, body }: ReportSubtask,
): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'report')
  const state = subtaskMove(subtask.state, 'report')
  const when = whenOf(ask)
  await addSubtaskReport(trx, subtaskId, { kind: 'progress', percent, body }, when)
  const version = await saveSubtask(trx, subtaskId, when, { state, percent })
  await tell(trx, ask, subtask, when, 'subtask.reported', {
    before: { subtaskState: subtask.state, percent: subtask.percent },
    after: { subtaskState: state, percent },
    detail: { body },
  })
  return version
}

/** The unit says its piece is done, on a day; the body that gave it takes it so, or sends it back. */
export async function finishSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  subtaskId: number,
  { doneOn, body }: FinishSubtask,
): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'finish')
  const state = subtaskMove(subtask.state, 'finish')
  const when = whenOf(ask)
  if (doneOn < subtask.given_on) {
    throw wrong(
      'doneOn',
      'subtask.done_before_given',
      `Ngày làm xong không được trước ngày giao việc (${formatDay(subtask.given_on)}).`,
    )
  }
  if (doneOn > when.on) throw wrong('doneOn', 'subtask.done_in_future', 'Ngày làm xong không được sau hôm nay.')
  await addSubtaskReport(trx, subtaskId, { kind: 'done', percent: 100, body }, when)
  const version = await saveSubtask(trx, subtaskId, when, { state, percent: 100, done_on: doneOn })
  await tell(trx, ask, subtask, when, 'subtask.finished', {
    before: { subtaskState: subtask.state, percent: subtask.percent },
    after: { subtaskState: state, percent: 100, doneOn },
    detail: { body },
  })
  return version
}
