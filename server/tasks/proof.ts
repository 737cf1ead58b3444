/**
 * Work that something kept by another room proves: "trình Chính phủ …" is done when the entry of the work programme was
 * submitted, and no longer done from the day its file is returned. Tied to such a thing, a task is not claimed, confirmed,
 * extended, transferred or cancelled by hand; the room that keeps the thing does so through these doors.
 */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import { type AnyTransaction, type Transaction, within } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { demandRight } from '../platform/rights.ts'
import { lockedTask, type TaskOf, tasksToRead } from './access.ts'
import { carryOut } from './carry-out.ts'
import type { TasksDb } from './db.ts'
import { correctedCompletion } from './facts.ts'
import { nameOf } from './steer.ts'
import { addFacts, completionDaysOf, saveTask } from './store.ts'
import { succeedReopened } from './succession.ts'
import { whenOf } from './when.ts'

/** What closes a task. `kind` is a kind of task source (`Room.taskSources`), which has the address of its page. */
export interface Proof {
  kind: string
  id: number
}
export interface NamedProof extends Proof {
  /** "đề án ĐA-2021-0001", as within a sentence. */
  name: string
}

/** Ties an open task of which nothing is claimed to what proves it. For those who decide for the giver. */
export async function tieToProof(handle: AnyTransaction, ask: AskToAdd, proof: NamedProof): Promise<TaskOf> {
  const trx = within<TasksDb>(handle)
  const task = await lockedTask(trx, ask)
  demandRight(
    ask.actor,
    'task.steer',
    'task.not_allowed',
    'Chỉ lãnh đạo, chuyên viên theo dõi thay cơ quan giao mới gắn được nhiệm vụ với việc chứng minh nó.',
  )
  if (task.proof_name !== null) {
    throw new Conflict('task.has_proof', `Nhiệm vụ này đã gắn với ${task.proof_name}. Hãy gỡ ra trước.`)
  }
  if (!isUnderWay(task) || task.openRequests.length > 0) {
    throw new Conflict(
      'task.not_to_be_tied',
      'Chỉ gắn được nhiệm vụ đang thực hiện, không có báo cáo hoàn thành hay đề nghị đang chờ. Hãy xử lý việc đang chờ trước.',
    )
  }
  await saveProof(trx, ask, proof)
  await record(handle, ask.actor, 'task.tiedToProof', {
    subject: { kind: 'task', id: ask.id },
    at: ask.now.toString(),
    after: { proof: proof.name },
  })
  return task
}

/** The task is claimed and confirmed by hand again. */
export async function untieFromProof(handle: AnyTransaction, ask: AskToMake, proof: Proof): Promise<void> {
  const trx = within<TasksDb>(handle)
  const task = await taskOfProof(trx, ask, proof)
  if (!task) return
  await saveProof(trx, { ...ask, id: task.task_id }, null)
  await record(handle, ask.actor, 'task.untiedFromProof', {
    subject: { kind: 'task', id: task.task_id },
    at: ask.now.toString(),
    before: { proof: task.proof_name },
  })
}

/** It was proven on a day: the task is claimed and confirmed at once. One that was cancelled, returned or done stays so. */
export async function completeByProof(
  handle: AnyTransaction,
  ask: AskToMake,
  proof: Proof,
  { on, body, number }: { on: string; body: string; number: string },
): Promise<void> {
  const trx = within<TasksDb>(handle)
  const task = await taskOfProof(trx, ask, proof)
  if (!task || !isUnderWay(task)) return
  const completedOn = on < task.assigned_on ? task.assigned_on : on
  const about = { ...ask, id: task.task_id, version: task.version }
  if (task.state === 'assigned') await carryOut(trx, about, task, { act: 'receive' })
  const received = { ...task, state: task.state === 'assigned' ? ('received' as const) : task.state }
  await carryOut(trx, about, received, { act: 'reportDone', completedOn, body, productNumber: number }, { body })
  const claimed = { ...received, state: 'reportedDone' as const, claimed_on: completedOn, percent: 100 }
  // Days after it are recorded where a later proof was annulled; an earlier completion that was reopened stays.
  const recordedDays = (await completionDaysOf(trx, task.task_id)).filter((day) => day > completedOn)
  await carryOut(trx, about, claimed, { act: 'confirm', recordedDays }, { by: task.proof_name })
}

/** The proof is gone from this day on: what was done before stays done on those days, and a successor leads what is open. */
export async function reopenByProof(
  handle: AnyTransaction,
  ask: AskToMake,
  proof: Proof,
  reason: string,
): Promise<void> {
  const trx = within<TasksDb>(handle)
  const task = await taskOfProof(trx, ask, proof)
  if (task?.state !== 'confirmed') return
  await carryOut(trx, { ...ask, id: task.task_id, version: task.version }, task, { act: 'reopen', reason })
  await succeedReopened(trx, ask.actor, task.task_id, ask.now)
}

/**
 * The day it was proven on (`was`) was recorded wrongly: the right day, or null where it never was. Past days as known before
 * stay. A task that was reopened since stays open; where it never was proven, it was not done on the days before either.
 */
export async function redateByProof(
  handle: AnyTransaction,
  ask: AskToMake,
  proof: Proof,
  { was, on, reason }: { was: string; on: string | null; reason: string },
): Promise<void> {
  const trx = within<TasksDb>(handle)
  const task = await taskOfProof(trx, ask, proof)
  if (task && isUnderWay(task) && on === null) return neverDone(trx, ask, task, { was, reason })
  if (task?.state !== 'confirmed') return
  const completedOn = on !== null && on < task.assigned_on ? task.assigned_on : on
  if (completedOn === task.completed_on) return
  // An earlier completion that was reopened stays.
  const since = completedOn !== null && completedOn < task.completed_on! ? completedOn : task.completed_on!
  const recordedDays = (await completionDaysOf(trx, task.task_id)).filter((day) => day >= since)
  const about = { ...ask, id: task.task_id, version: task.version }
  await carryOut(trx, about, task, { act: 'correct', completedOn, reason, recordedDays })
  if (completedOn === null) await succeedReopened(trx, ask.actor, task.task_id, ask.now)
}

/** No step of the state: only the days on which the task counted as completed by that proof do so no longer. */
async function neverDone(
  trx: Transaction<TasksDb>,
  ask: AskToMake,
  task: TaskOf,
  { was, reason }: { was: string; reason: string },
): Promise<void> {
  const completedOn = was < task.assigned_on ? task.assigned_on : was
  const days = await completionDaysOf(trx, task.task_id, completedOn)
  if (days.length === 0) return
  const when = whenOf(ask)
  await addFacts(trx, task.task_id, correctedCompletion(days, null, when.at))
  await saveTask(trx, task.task_id, when, {})
  await record(trx, ask.actor, 'task.corrected', {
    subject: { kind: 'task', id: task.task_id },
    on: when.on,
    at: when.at,
    before: { completedOn },
    after: { completedOn: null },
    detail: { reason },
  })
}

/** The thing has another lead, so has its task, which has to receive it. Nothing of one that is done. */
export async function passByProof(
  handle: AnyTransaction,
  ask: AskToMake,
  proof: Proof,
  { agencyId, reason }: { agencyId: number; reason: string },
): Promise<void> {
  const trx = within<TasksDb>(handle)
  const task = await taskOfProof(trx, ask, proof)
  if (!task || !isUnderWay(task) || task.lead_agency_id === agencyId) return
  const about = { ...ask, id: task.task_id, version: task.version }
  const agencyName = await nameOf(trx, about, agencyId)
  await carryOut(trx, about, task, { act: 'transfer', agencyId, agencyName, reason })
}

/** The thing was given a later due day, so was its task. */
export async function extendByProof(
  handle: AnyTransaction,
  ask: AskToMake,
  proof: Proof,
  { newDueOn, reason, approvedBy }: { newDueOn: string; reason: string; approvedBy: string },
): Promise<void> {
  const trx = within<TasksDb>(handle)
  const task = await taskOfProof(trx, ask, proof)
  if (!task || !isUnderWay(task) || task.due_on === null || task.due_on >= newDueOn) return
  const about = { ...ask, id: task.task_id, version: task.version }
  await carryOut(trx, about, task, { act: 'extend', newDueOn, reason, approvedBy })
}

const isUnderWay = ({ state }: TaskOf): boolean => ['assigned', 'received', 'inProgress'].includes(state)

async function saveProof(
  trx: Parameters<typeof lockedTask>[0],
  { actor, id, now }: AskToAdd,
  proof: NamedProof | null,
): Promise<void> {
  await within<TasksDb>(trx)
    .updateTable('tasks.task')
    .set({
      proof_kind: proof?.kind ?? null,
      proof_id: proof?.id ?? null,
      proof_name: proof?.name ?? null,
      version: sql<number>`version + 1`,
      changed_at: now.toString(),
      changed_by: signatureOf(actor),
    })
    .where('task_id', '=', id)
    .execute()
}

/** Locked. Whoever proves the work need not see the task: it may be led by the agency that led the work before. */
async function taskOfProof(
  trx: AnyTransaction,
  { actor }: AskToMake,
  { kind, id }: Proof,
): Promise<TaskOf | undefined> {
  const found = await within<TasksDb>(trx)
    .selectFrom('tasks.task')
    .select('task_id')
    .where('proof_kind', '=', kind)
    .where('proof_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found && (await tasksToRead(trx, { ...actor, seen: null }, [found.task_id]))[0]
}
