import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { agencyOn } from '../registry/index.ts'
import { taskToChange } from './access.ts'
import type { Extend, Reasoned, Transfer } from './act-shapes.ts'
import { carryOut } from './carry-out.ts'
import type { TasksDb } from './db.ts'
import { refuseDueDay } from './due-day.ts'
import { move } from './progress.ts'
import { whenOf } from './when.ts'

/** The giver moves the due day of the task. All earlier due days are kept. */
export async function extend(trx: Transaction<TasksDb>, ask: Ask, decision: Extend): Promise<number> {
  const task = await taskToChange(trx, ask, 'extend')
  move(task.state, 'extend')
  if (task.due_on !== null && decision.newDueOn > task.due_on)
    await refuseDueDay(trx, 'newDueOn', decision.newDueOn, whenOf(ask).on)
  return carryOut(trx, ask, task, { act: 'extend', ...decision })
}

/** The giver transfers the task to another agency, which has to receive it. Before this day it counts for the former lead. */
export async function transfer(trx: Transaction<TasksDb>, ask: Ask, { agencyId, reason }: Transfer): Promise<number> {
  const task = await taskToChange(trx, ask, 'transfer')
  const agencyName = await nameOf(trx, ask, agencyId)
  return carryOut(trx, ask, task, { act: 'transfer', agencyId, agencyName, reason })
}

/** The giver cancels the task: from this day it is no longer counted. */
export async function cancel(trx: Transaction<TasksDb>, ask: Ask, { reason }: Reasoned): Promise<number> {
  const task = await taskToChange(trx, ask, 'cancel')
  return carryOut(trx, ask, task, { act: 'cancel', reason })
}

/** The name today of an agency that a task goes to. Throws naming the field where there is no such agency today. */
export async function nameOf(trx: Transaction<TasksDb>, ask: Ask, agencyId: number): Promise<string> {
  const agency = await agencyOn(trx, agencyId, whenOf(ask).on)
  if (!agency) {
    throw wrong(
      'agencyId',
      'task.no_such_agency',
      'Cơ quan này không có hoặc không còn hoạt động. Hãy chọn cơ quan khác.',
    )
  }
  return agency.name
}
