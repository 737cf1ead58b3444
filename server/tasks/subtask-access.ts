import type { Actor } from '../platform/actor.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { lockedTask, type TaskOf } from './access.ts'
import { changesOfSubtask } from './changes.ts'
import type { TasksDb } from './db.ts'
import { move, next } from './progress.ts'
import { isSubtaskVisible } from './sight.ts'
import { subtaskNext } from './subtask-progress.ts'
import { SUBTASK_ACTS, type SubtaskAct, type SubtaskState } from './subtask-shapes.ts'
import { findSubtask, type SubtaskRow } from './subtask-store.ts'

export interface SubtaskOf extends Omit<SubtaskRow, 'state'> {
  state: SubtaskState
}

/** Who may do what to a sub-task: the unit that has it, or the lead that gave it. */
const WHO: Record<SubtaskAct, 'unit' | 'giver' | 'either'> = {
  start: 'unit',
  report: 'unit',
  finish: 'unit',
  accept: 'giver',
  sendBack: 'giver',
  change: 'giver',
  cancel: 'giver',
  attach: 'either',
}

const REFUSAL = {
  unit: 'Chỉ cán bộ của đơn vị được giao việc mới thực hiện được bước này.',
  giver: 'Chỉ cán bộ của cơ quan giao việc mới thực hiện được bước này.',
  either: 'Chỉ cán bộ của đơn vị được giao việc hoặc cơ quan giao việc mới thực hiện được bước này.',
} as const

/** Locks a sub-task and its task for a change, on the version of the sub-task that was seen. */
export async function subtaskToChange(
  trx: Transaction<TasksDb>,
  ask: Ask,
  subtaskId: number,
  act: SubtaskAct,
): Promise<{ task: TaskOf; subtask: SubtaskOf }> {
  const found = await subtaskToAddTo(trx, ask, subtaskId, act)
  const { subtask } = found
  if (ask.version !== subtask.version) {
    const changes = await changesOfSubtask(trx, ask.id, subtaskId, subtask.version - ask.version)
    checkVersion(ask.version, subtask.version, { by: subtask.changed_by, at: subtask.changed_at, changes })
  }
  return found
}

/** The same without a version. */
export async function subtaskToAddTo(
  trx: Transaction<TasksDb>,
  ask: AskToAdd,
  subtaskId: number,
  act: SubtaskAct,
): Promise<{ task: TaskOf; subtask: SubtaskOf }> {
  const task = await lockedTask(trx, ask)
  const subtask = (await findSubtask(trx, task.task_id, subtaskId)) as SubtaskOf | undefined
  if (!subtask || !isSubtaskVisible(ask.actor, subtask)) {
    throw new NotFound('subtask.not_found', 'Không tìm thấy việc này trong nhiệm vụ.')
  }
  if (!isAllowed(ask.actor, subtask, act)) throw new Forbidden('subtask.not_allowed', REFUSAL[WHO[act]])
  move(task.state, 'workOnSubtask')
  return { task, subtask }
}

/** Everything the actor may do to a sub-task in its current state and that of its task. */
export function mayDoSubtask(
  actor: Actor,
  task: Pick<TaskOf, 'state'>,
  subtask: Pick<SubtaskOf, 'state' | 'agency_id' | 'by_agency_id'>,
): SubtaskAct[] {
  if (next(task.state, 'workOnSubtask') === undefined) return []
  return SUBTASK_ACTS.filter((act) => isAllowed(actor, subtask, act) && subtaskNext(subtask.state, act) !== undefined)
}

function isAllowed(actor: Actor, subtask: Pick<SubtaskOf, 'agency_id' | 'by_agency_id'>, act: SubtaskAct): boolean {
  if (!hasRight(actor, 'task.carryOut')) return false
  const isUnit = actor.own.includes(subtask.agency_id)
  const isGiver = actor.own.includes(subtask.by_agency_id)
  switch (WHO[act]) {
    case 'unit':
      return isUnit
    case 'giver':
      return isGiver
    case 'either':
      return isUnit || isGiver
  }
}
