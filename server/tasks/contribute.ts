import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { taskToAddTo } from './access.ts'
import { givesPart } from './collective.ts'
import type { When } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { refuseFarDay } from './due-day.ts'
import { move } from './progress.ts'
import { prove } from './prove.ts'
import type { Contribute, RequestContribution } from './subtask-act-shapes.ts'
import { whenOf } from './when.ts'

/**
 * A lead requests the part of a coordinating unit by a day. A second request before the part was given replaces the first.
 * Returns the id of the contribution.
 */
export async function requestContribution(
  trx: Transaction<TasksDb>,
  ask: AskToAdd,
  input: RequestContribution,
): Promise<number> {
  const task = await taskToAddTo(trx, ask, 'requestContribution')
  move(task.state, 'requestContribution')
  const when = whenOf(ask)
  if (!(await coordinatingOf(trx, task.task_id)).has(input.agencyId)) {
    throw wrong(
      'agencyId',
      'contribution.not_coordinating',
      'Cơ quan này không phối hợp nhiệm vụ. Hãy chọn lại cơ quan.',
    )
  }
  if (input.dueOn < when.on) {
    throw wrong('dueOn', 'contribution.due_in_past', `Hạn gửi không được trước hôm nay (${formatDay(when.on)}).`)
  }
  refuseFarDay('dueOn', input.dueOn, when.on)
  const open = await openRequest(trx, task.task_id, input.agencyId)
  const request = {
    requested_by_agency_id: task.leading[0]!,
    requested_what: input.what,
    requested_due_on: input.dueOn,
    requested_on: when.on,
    requested_at: when.at,
    requested_by: when.by,
  }
  const id = open
    ? await replaceRequest(trx, open.contribution_id, request)
    : await addRequest(trx, task.task_id, input.agencyId, request)
  await record(trx, ask.actor, 'contribution.requested', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    before: open ? { requestedWhat: open.requested_what, requestedDueOn: open.requested_due_on } : undefined,
    after: { requestedWhat: input.what, requestedDueOn: input.dueOn },
    detail: { contributionId: id, agencyId: input.agencyId },
  })
  return id
}

/** A coordinating unit, or the lead of a part of a shared task, gives its part, on request or on its own initiative. Returns the id of the contribution. */
export async function contribute(trx: Transaction<TasksDb>, ask: AskToAdd, input: Contribute): Promise<number> {
  const task = await taskToAddTo(trx, ask, 'contribute')
  move(task.state, 'contribute')
  const when = whenOf(ask)
  const agencyId = input.agencyId ?? task.coordinating.find((id) => id === ask.actor.agencyId) ?? task.coordinating[0]!
  if (!task.coordinating.includes(agencyId)) {
    throw wrong(
      'agencyId',
      'contribution.not_coordinating',
      'Cơ quan này không phối hợp nhiệm vụ. Hãy chọn lại cơ quan.',
    )
  }
  const open = await openRequest(trx, task.task_id, agencyId)
  const id = open
    ? await answer(trx, open.contribution_id, input.body, when)
    : await addGiven(trx, task.task_id, agencyId, input.body, when)
  await prove(trx, ask, input.evidence, { contribution_id: id })
  await record(trx, ask.actor, 'contribution.given', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    detail: { contributionId: id, agencyId, body: input.body },
  })
  return id
}

async function coordinatingOf(trx: Transaction<TasksDb>, taskId: number): Promise<Set<number | null>> {
  const { rows } = await sql<{ agency_id: number }>`
    select p.agency_id from tasks.party p join tasks.task t on t.task_id = p.task_id
    where p.task_id = ${taskId} and ${givesPart} and p.ended_on is null and p.agency_id is not null`.execute(trx)
  return new Set(rows.map(({ agency_id }) => agency_id))
}

async function openRequest(trx: Transaction<TasksDb>, taskId: number, agencyId: number) {
  return trx
    .selectFrom('tasks.contribution')
    .select(['contribution_id', 'requested_what', 'requested_due_on'])
    .where('task_id', '=', taskId)
    .where('agency_id', '=', agencyId)
    .where('given_on', 'is', null)
    .where('lapsed_on', 'is', null)
    .executeTakeFirst()
}

interface RequestColumns {
  requested_by_agency_id: number
  requested_what: string
  requested_due_on: string
  requested_on: string
  requested_at: string
  requested_by: string
}

async function addRequest(
  trx: Transaction<TasksDb>,
  taskId: number,
  agencyId: number,
  request: RequestColumns,
): Promise<number> {
  const { contribution_id } = await trx
    .insertInto('tasks.contribution')
    .values({ task_id: taskId, agency_id: agencyId, ...request })
    .returning('contribution_id')
    .executeTakeFirstOrThrow()
  return contribution_id
}

async function replaceRequest(trx: Transaction<TasksDb>, id: number, request: RequestColumns): Promise<number> {
  await trx.updateTable('tasks.contribution').set(request).where('contribution_id', '=', id).execute()
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
