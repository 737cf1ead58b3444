import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { type TaskOf, taskToChange } from './access.ts'
import type { Reasoned, RequestExtension, RequestTransfer } from './act-shapes.ts'
import type { TasksDb } from './db.ts'
import { refuseDueDay } from './due-day.ts'
import type { TaskEvent } from './events.ts'
import { move } from './progress.ts'
import { nameOf } from './steer.ts'
import { addRequest, type NewRequest, saveTask } from './store.ts'
import { whenOf } from './when.ts'

/** The lead requests a later due day. Nothing changes until the giver decides. */
export async function requestExtension(trx: Transaction<TasksDb>, ask: Ask, input: RequestExtension): Promise<number> {
  const task = await taskToChange(trx, ask, 'requestExtension')
  if (task.due_on === null) throw new Conflict('task.no_due', 'Nhiệm vụ không có hạn nên không cần gia hạn.')
  if (input.newDueOn <= task.due_on) {
    throw wrong('newDueOn', 'task.due_not_later', `Hạn đề nghị phải sau hạn đang áp dụng (${formatDay(task.due_on)}).`)
  }
  await refuseDueDay(trx, 'newDueOn', input.newDueOn, whenOf(ask).on)
  const { newDueOn, reason, document = null } = input
  return file(
    trx,
    ask,
    task,
    { kind: 'extension', reason, newDueOn, newAgencyId: null, document },
    'task.extensionRequested',
  )
}

/** The lead requests to return a task outside its responsibility. The task stays in its count until the giver accepts. */
export async function requestReturn(trx: Transaction<TasksDb>, ask: Ask, { reason }: Reasoned): Promise<number> {
  const task = await taskToChange(trx, ask, 'requestReturn')
  const request = { kind: 'return', reason, newDueOn: null, newAgencyId: null, document: null } as const
  return file(trx, ask, task, request, 'task.returnRequested')
}

/** The lead names the agency that is responsible. The task stays in its own count until the giver accepts. */
export async function requestTransfer(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { agencyId, reason }: RequestTransfer,
): Promise<number> {
  const task = await taskToChange(trx, ask, 'requestTransfer')
  if (agencyId === task.lead_agency_id) {
    throw wrong('agencyId', 'task.same_lead', 'Cơ quan này đang chủ trì nhiệm vụ. Hãy chọn cơ quan khác.')
  }
  await nameOf(trx, ask, agencyId)
  const request = { kind: 'transfer', reason, newDueOn: null, newAgencyId: agencyId, document: null } as const
  return file(trx, ask, task, request, 'task.transferRequested')
}

async function file(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  request: NewRequest,
  event: TaskEvent,
): Promise<number> {
  move(task.state, 'request')
  const when = whenOf(ask)
  if (task.openRequests.includes(request.kind)) {
    throw new Conflict(
      'task.request_open',
      'Đang có một đề nghị cùng loại chờ quyết định. Hãy chờ quyết định rồi mới đề nghị tiếp.',
    )
  }
  const requestId = await addRequest(trx, task.task_id, request, when)
  const version = await saveTask(trx, task.task_id, when, {})
  const { kind, ...detail } = request
  await record(trx, ask.actor, event, {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    after: { request: kind },
    detail: { requestId, ...detail },
  })
  return version
}
