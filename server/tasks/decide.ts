import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { movedWithProof, type TaskOf, taskToChange } from './access.ts'
import type { Input } from './act-shapes.ts'
import { carryOut } from './carry-out.ts'
import type { DoneAct } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { refuseLapsedDay } from './due-day.ts'
import { nameOf } from './steer.ts'
import { decideRequest, findRequest, type RequestRow, saveTask } from './store.ts'
import { whenOf } from './when.ts'

/** The giver grants or refuses a request. Granting carries it out; a refusal says why. */
export async function decide(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { requestId, decision, note, approvedBy }: Input<'decide'>,
): Promise<number> {
  const task = await taskToChange(trx, ask, 'decide')
  const request = await findRequest(trx, task.task_id, requestId)
  if (!request) throw new NotFound('task.no_such_request', 'Nhiệm vụ không có đề nghị này.')
  if (request.decision !== null) {
    throw new Conflict('task.request_decided', `Đề nghị này đã được ${request.decided_by} quyết định.`)
  }
  if (decision === 'refused' && note === undefined) {
    throw wrong('note', 'task.refusal_reason', 'Hãy ghi lý do không chấp thuận để cơ quan đề nghị biết.')
  }
  // Asked before the task was tied.
  if (decision === 'granted' && task.proof_name !== null) throw movedWithProof(task.proof_name)
  const when = whenOf(ask)
  await decideRequest(trx, requestId, decision, note ?? null, when)
  if (decision === 'granted') {
    const act = await grantedAct(trx, ask, task, request, approvedBy)
    return carryOut(trx, ask, task, act, { requestId, note })
  }
  const version = await saveTask(trx, task.task_id, when, {})
  await record(trx, ask.actor, 'task.requestRefused', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    after: { request: request.kind },
    detail: { requestId, note },
  })
  return version
}

async function grantedAct(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  request: RequestRow,
  approvedBy: string | undefined,
): Promise<DoneAct> {
  const { reason } = request
  switch (request.kind) {
    case 'extension':
      if (approvedBy === undefined) {
        throw wrong('approvedBy', 'task.approval_missing', 'Hãy ghi số văn bản hoặc ý kiến chỉ đạo cho phép gia hạn.')
      }
      refuseLapsedDay(request.new_due_on!, whenOf(ask).on)
      return { act: 'extend', newDueOn: request.new_due_on!, reason, approvedBy }
    case 'return':
      return { act: 'takeBack', agencyName: await nameOf(trx, ask, task.follow_up_agency_id), reason }
    case 'transfer': {
      const agencyId = request.new_agency_id!
      return { act: 'transfer', agencyId, agencyName: await nameOf(trx, ask, agencyId), reason }
    }
  }
}
