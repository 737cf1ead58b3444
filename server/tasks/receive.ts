import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { taskToChange } from './access.ts'
import type { Noted } from './act-shapes.ts'
import { carryOut } from './carry-out.ts'
import type { TasksDb } from './db.ts'

/** The lead acknowledges the task. */
export async function receive(trx: Transaction<TasksDb>, ask: Ask, { note }: Noted = {}): Promise<number> {
  const task = await taskToChange(trx, ask, 'receive')
  return carryOut(trx, ask, task, { act: 'receive' }, { note })
}

/** The lead starts the work. */
export async function start(trx: Transaction<TasksDb>, ask: Ask, { note }: Noted = {}): Promise<number> {
  const task = await taskToChange(trx, ask, 'start')
  return carryOut(trx, ask, task, { act: 'start' }, { note })
}
