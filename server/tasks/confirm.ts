import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { taskToChange } from './access.ts'
import type { Correct, Noted, Reasoned } from './act-shapes.ts'
import { carryOut } from './carry-out.ts'
import type { TasksDb } from './db.ts'
import { completionDaysOf, versionOf } from './store.ts'
import { succeedReopened } from './succession.ts'

/** The follow-up unit confirms the claim. Only now the task is completed, on the day claimed. */
export async function confirm(trx: Transaction<TasksDb>, ask: Ask, { note }: Noted = {}): Promise<number> {
  const task = await taskToChange(trx, ask, 'confirm')
  const recordedDays = await completionDaysOf(trx, task.task_id)
  return carryOut(trx, ask, task, { act: 'confirm', note, recordedDays })
}

/** The follow-up unit refuses the claim: the work goes on. */
export async function sendBack(trx: Transaction<TasksDb>, ask: Ask, { reason }: Reasoned): Promise<number> {
  const task = await taskToChange(trx, ask, 'sendBack')
  return carryOut(trx, ask, task, { act: 'sendBack', reason })
}

/** The day of completion was recorded wrongly. Figures of past days change only as known from now on. */
export async function correct(trx: Transaction<TasksDb>, ask: Ask, { completedOn, reason }: Correct): Promise<number> {
  const task = await taskToChange(trx, ask, 'correct')
  const recordedDays = await completionDaysOf(trx, task.task_id)
  const version = await carryOut(trx, ask, task, { act: 'correct', completedOn, reason, recordedDays })
  if (completedOn !== null) return version
  await succeedReopened(trx, ask.actor, ask.id, ask.now)
  return versionOf(trx, ask.id)
}
