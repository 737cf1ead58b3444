import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { taskToAddTo } from './access.ts'
import type { When } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { move } from './progress.ts'
import { prove } from './prove.ts'
import type { AskContribution, Contribute } from './subtask-act-shapes.ts'
import { whenOf } from './when.ts'

/**
 * A lead asks a coordinating unit for its part by a day. Asking again before it came replaces what was asked. Answers the id
 * under which the part is awaited.
 */
export async function requestContribution(
  trx: Transaction<TasksDb>,
  ask: AskToAdd,
  said: AskContribution,
): Promise<number> {
  const task = await taskToAddTo(trx, ask, 'requestContribution')
  move(task.state, 'requestContribution')
  const when = whenOf(ask)
  if (!(await coordinatingOf(trx, task.task_id)).has(said.agencyId)) {
    throw wrong(
      'agencyId',
      'contribution.not_coordinating',
      'Cơ quan này không phối hợp nhiệm vụ. Hãy chọn lại cơ quan.',
    )
  }
  if (said.dueOn < when.on) {
    throw wrong('dueOn', 'contribution.due_in_past', `Hạn gửi không được trước hôm nay (${formatDay(when.on)}).`)
  }
  const open = await openQuestion(trx, task.task_id, said.agencyId)
  const asked = {
    requested_by_agency_id: task.leading[0]!,
    requested_what: said.what,
    requested_due_on: said.dueOn,
    requested_on: when.on,
    requested_at: when.at,
    requested_by: when.by,
  }
  const id = open
    ? await askAgain(trx, open.contribution_id, asked)
    : await addAsked(trx, task.task_id, said.agencyId, asked)
  await record(trx, ask.actor, 'contribution.requested', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    before: open ? { requestedWhat: open.requested_what, requestedDueOn: open.requested_due_on } : undefined,
    after: { requestedWhat: said.what, requestedDueOn: said.dueOn },
    detail: { contributionId: id, agencyId: said.agencyId },
  })
  return id
}

/** A coordinating unit gives its part: in answer to what it was asked, or of itself. Answers the id of the contribution. */
export async function contribute(trx: Transaction<TasksDb>, ask: AskToAdd, said: Contribute): Promise<number> {
  const task = await taskToAddTo(trx, ask, 'contribute')
  move(task.state, 'contribute')
  const when = whenOf(ask)
  const agencyId = said.agencyId ?? task.coordinating.find((id) => id === ask.actor.agencyId) ?? task.coordinating[0]!
  if (!task.coordinating.includes(agencyId)) {
    throw wrong(
      'agencyId',
      'contribution.not_coordinating',
      'Cơ quan này không phối hợp nhiệm vụ. Hãy chọn lại cơ quan.',
    )
  }
  const open = await openQuestion(trx, task.task_id, agencyId)
  const id = open
    ? await answer(trx, open.contribution_id, said.body, when)
    : await addGiven(trx, task.task_id, agencyId, said.body, when)
  await prove(trx, ask, said.evidence, { contribution_id: id })
  await record(trx, ask.actor, 'contribution.given', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    detail: { contributionId: id, agencyId, body: said.body },
  })
  return id
}

async function coordinatingOf(trx: Transaction<TasksDb>, taskId: number): Promise<Set<number | null>> {
  const rows = await trx
    .selectFrom('tasks.party')
    .select('agency_id')
    .where('task_id', '=', taskId)
    .where('role', '=', 'coordinating')
    .where('ended_on', 'is', null)
    .where('agency_id', 'is not', null)
    .execute()
  return new Set(rows.map(({ agency_id }) => agency_id))
}

async function openQuestion(trx: Transaction<TasksDb>, taskId: number, agencyId: number) {
  return trx
    .selectFrom('tasks.contribution')
    .select(['contribution_id', 'requested_what', 'requested_due_on'])
    .where('task_id', '=', taskId)
    .where('agency_id', '=', agencyId)
    .where('given_on', 'is', null)
    .executeTakeFirst()
}

interface Asked {
  requested_by_agency_id: number
  requested_what: string
  requested_due_on: string
  requested_on: string
  requested_at: string
  requested_by: string
}

async function addAsked(trx: Transaction<TasksDb>, taskId: number, agencyId: number, asked: Asked): Promise<number> {
  const { contribution_id } = await trx
    .insertInto('tasks.contribution')
    .values({ task_id: taskId, agency_id: agencyId, ...asked })
    .returning('contribution_id')
    .executeTakeFirstOrThrow()
  return contribution_id
}

async function askAgain(trx: Transaction<TasksDb>, id: number, asked: Asked): Promise<number> {
  await trx.updateTable('tasks.contribution').set(asked).where('contribution_id', '=', id).execute()
  return id
}

async function answer(trx: Transaction<TasksDb>, id: number, body: string, { on, at, by }: When): Promise<number> {
  await trx
    .updateTable('tasks.contribution')
    .set({ body, given_on: on, given_at: at, given_by: by })
    .where('contribution_id', '=', id)
    .execute()
  return id
}

async function addGiven(
  trx: Transaction<TasksDb>,
  taskId: number,
  agencyId: number,
  body: string,
  { on, at, by }: When,
): Promise<number> {
  const { contribution_id } = await trx
    .insertInto('tasks.contribution')
    .values({ task_id: taskId, agency_id: agencyId, body, given_on: on, given_at: at, given_by: by })
    .returning('contribution_id')
    .executeTakeFirstOrThrow()
  return contribution_id
}
