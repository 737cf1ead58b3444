import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { agencyOn } from '../registry/index.ts'
import { type TaskOf, taskToAddTo } from './access.ts'
import type { Noted, Reasoned } from './act-shapes.ts'
import type { When } from './consequences.ts'
import type { TasksDb } from './db.ts'
import { refuseFarDay } from './due-day.ts'
import type { TaskEvent } from './events.ts'
import { move } from './progress.ts'
import { type SubtaskOf, subtaskToChange } from './subtask-access.ts'
import type { ChangeSubtask, FinishSubtask, OnSubtask, ReportSubtask, Split } from './subtask-act-shapes.ts'
import { subtaskMove } from './subtask-progress.ts'
import { addSubtask, addSubtaskReport, isUnder, openSubtasksBeyond, saveSubtask } from './subtask-store.ts'
import { whenOf } from './when.ts'

/**
 * A lead gives a sub-task to a unit under it, with its own due day. The task itself does not change, and its lead stays
 * accountable for it. Returns the id of the sub-task.
 */
export async function split(trx: Transaction<TasksDb>, ask: AskToAdd, input: Split): Promise<number> {
  const task = await taskToAddTo(trx, ask, 'split')
  move(task.state, 'split')
  const when = whenOf(ask)
  const byAgencyId = leadOf(task, input.byAgencyId)
  const unit = await agencyOn(trx, input.agencyId, when.on)
  if (!unit || !(await isUnder(trx, input.agencyId, byAgencyId, when.on))) {
    throw wrong(
      'agencyId',
      'subtask.not_own_unit',
      'Chỉ giao việc được cho đơn vị trực thuộc đang hoạt động của cơ quan chủ trì. Hãy chọn lại đơn vị.',
    )
  }
  const term = termOf(task, input, when)
  const { title, content } = input
  const id = await addSubtask(
    trx,
    task.task_id,
    { byAgencyId, agencyId: input.agencyId, title, content, ...term },
    when,
  )
  await record(trx, ask.actor, 'subtask.given', {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    after: { unit: unit.name, title, dueOn: term.dueOn },
    detail: { subtaskId: id, ...(term.laterReason === null ? {} : { laterReason: term.laterReason }) },
  })
  return id
}

/** The agency that gave a sub-task changes its text or its due day. */
export async function changeSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { subtaskId, ...input }: OnSubtask<ChangeSubtask>,
): Promise<number> {
  const { task, subtask } = await subtaskToChange(trx, ask, subtaskId, 'change')
  subtaskMove(subtask.state, 'change')
  const when = whenOf(ask)
  const { dueOn, taskDueOn, laterReason } = termOf(task, input, when)
  const { title, content } = input
  const version = await saveSubtask(trx, subtaskId, when, {
    title,
    content,
    due_on: dueOn,
    task_due_on: taskDueOn,
    later_reason: laterReason,
  })
  await recordOnSubtask(trx, ask, subtask, when, 'subtask.changed', {
    before: { title: subtask.title, content: subtask.content, dueOn: subtask.due_on },
    after: { title, content, dueOn },
    ...(laterReason === null ? {} : { detail: { laterReason } }),
  })
  return version
}

/** The agency that gave the sub-task accepts it as done. */
export async function acceptSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { subtaskId, note = 'Nghiệm thu.' }: OnSubtask<Noted>,
): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'accept')
  const state = subtaskMove(subtask.state, 'accept')
  const when = whenOf(ask)
  await addSubtaskReport(trx, subtaskId, { kind: 'accepted', percent: 100, body: note }, when)
  const version = await saveSubtask(trx, subtaskId, when, { state, accepted_on: when.on })
  await recordOnSubtask(trx, ask, subtask, when, 'subtask.accepted', {
    after: { subtaskState: state },
    detail: { note },
  })
  return version
}

/** The agency that gave the sub-task does not accept it, and states why. */
export async function sendSubtaskBack(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { subtaskId, reason }: OnSubtask<Reasoned>,
): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'sendBack')
  const state = subtaskMove(subtask.state, 'sendBack')
  const when = whenOf(ask)
  await addSubtaskReport(trx, subtaskId, { kind: 'sentBack', percent: subtask.percent, body: reason }, when)
  const version = await saveSubtask(trx, subtaskId, when, { state, done_on: null, sent_back_reason: reason })
  await recordOnSubtask(trx, ask, subtask, when, 'subtask.sentBack', {
    after: { subtaskState: state },
    detail: { reason },
  })
  return version
}

/** The agency that gave the sub-task cancels it. From now on the unit no longer sees the task because of it. */
export async function cancelSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { subtaskId, reason }: OnSubtask<Reasoned>,
): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'cancel')
  return end(trx, ask, subtask, reason)
}

/**
 * Ends the sub-tasks of a task that was cancelled (`leadId` null) or transferred to another agency, except those of units of
 * that agency. A successor of the former lead keeps them, because the units are now its own.
 */
export async function endSubtasksOf(
  trx: Transaction<TasksDb>,
  ask: Pick<Ask, 'actor' | 'id' | 'now'>,
  leadId: number | null,
): Promise<void> {
  const reason = leadId === null ? 'Nhiệm vụ đã hủy.' : 'Nhiệm vụ đã chuyển cơ quan khác chủ trì.'
  for (const subtask of await openSubtasksBeyond(trx, ask.id, leadId, whenOf(ask).on)) {
    await end(trx, ask, subtask as SubtaskOf, reason)
  }
}

async function end(
  trx: Transaction<TasksDb>,
  ask: Pick<Ask, 'actor' | 'id' | 'now'>,
  subtask: SubtaskOf,
  reason: string,
): Promise<number> {
  const state = subtaskMove(subtask.state, 'cancel')
  const when = whenOf(ask)
  const version = await saveSubtask(trx, subtask.subtask_id, when, {
    state,
    ended_on: when.on,
    ended_at: when.at,
    ended_reason: reason,
  })
  await recordOnSubtask(trx, ask, subtask, when, 'subtask.cancelled', {
    after: { subtaskState: state },
    detail: { reason },
  })
  return version
}

/** The lead whose part is split: the named one, or the first that the actor acts for. */
function leadOf(task: TaskOf, named: number | undefined): number {
  const [first] = task.leading
  if (named === undefined) return first!
  if (!task.leading.includes(named)) {
    throw wrong('byAgencyId', 'subtask.not_lead', 'Cơ quan này không chủ trì nhiệm vụ. Hãy chọn lại cơ quan giao việc.')
  }
  return named
}

/** The due day of a sub-task: not in the past, and after that of the task only with a reason. */
function termOf(
  task: TaskOf,
  { dueOn, laterReason }: { dueOn: string; laterReason?: string },
  { on }: When,
): { dueOn: string; taskDueOn: string | null; laterReason: string | null } {
  if (dueOn < on) {
    throw wrong('dueOn', 'subtask.due_in_past', `Hạn của việc không được trước hôm nay (${formatDay(on)}).`)
  }
  refuseFarDay('dueOn', dueOn, on)
  const isLater = task.due_on !== null && dueOn > task.due_on
  if (isLater && laterReason === undefined) {
    throw wrong(
      'laterReason',
      'subtask.later_without_reason',
      `Hạn của việc sau hạn của nhiệm vụ (${formatDay(task.due_on!)}). Hãy chọn hạn sớm hơn hoặc ghi rõ lý do.`,
    )
  }
  return { dueOn, taskDueOn: task.due_on, laterReason: isLater ? laterReason! : null }
}

/** Records an act on a sub-task in the log of its task. */
async function recordOnSubtask(
  trx: Transaction<TasksDb>,
  ask: Pick<Ask, 'actor' | 'id'>,
  subtask: SubtaskOf,
  when: When,
  event: TaskEvent,
  change: { before?: Record<string, unknown>; after?: Record<string, unknown>; detail?: Record<string, unknown> },
): Promise<void> {
  await record(trx, ask.actor, event, {
    subject: { kind: 'task', id: ask.id },
    on: when.on,
    at: when.at,
    before: change.before ?? { subtaskState: subtask.state },
    after: change.after,
    detail: { subtaskId: subtask.subtask_id, subtask: subtask.title, ...change.detail },
  })
}

/** The unit starts its sub-task. */
export async function startSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { subtaskId }: OnSubtask<Noted>,
): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'start')
  const state = subtaskMove(subtask.state, 'start')
  const when = whenOf(ask)
  const version = await saveSubtask(trx, subtaskId, when, { state })
  await recordOnSubtask(trx, ask, subtask, when, 'subtask.started', { after: { subtaskState: state } })
  return version
}

/** The unit reports progress of its sub-task. */
export async function reportSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { subtaskId, percent, body }: OnSubtask<ReportSubtask>,
): Promise<number> {
  const { subtask } = await subtaskToChange(trx, ask, subtaskId, 'report')
  const state = subtaskMove(subtask.state, 'report')
  const when = whenOf(ask)
  await addSubtaskReport(trx, subtaskId, { kind: 'progress', percent, body }, when)
  const version = await saveSubtask(trx, subtaskId, when, { state, percent })
  await recordOnSubtask(trx, ask, subtask, when, 'subtask.reported', {
    before: { subtaskState: subtask.state, percent: subtask.percent },
    after: { subtaskState: state, percent },
    detail: { body },
  })
  return version
}

/** The unit reports its sub-task done on a day. The agency that gave it accepts it or sends it back. */
export async function finishSubtask(
  trx: Transaction<TasksDb>,
  ask: Ask,
  { subtaskId, doneOn, body }: OnSubtask<FinishSubtask>,
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
  await recordOnSubtask(trx, ask, subtask, when, 'subtask.finished', {
    before: { subtaskState: subtask.state, percent: subtask.percent },
    after: { subtaskState: state, percent: 100, doneOn },
    detail: { body },
  })
  return version
}
