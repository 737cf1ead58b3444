import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Problem } from '../platform/errors.ts'
import { STATE_NAMES, type TaskToUrge, taskLabels, tasksToRead, tasksToUrge } from '../tasks/index.ts'
import { toPrepare } from './access.ts'
import type { UrgingDb } from './db.ts'
import { isDefaultOpening } from './letter-paper.ts'
import type { UrgedTasks, UrgeTasks } from './letter-shapes.ts'
import { findOpenLetter, lockLetter, replaceTasks, tasksOfLetter, updateLetter } from './letter-store.ts'
import { type Making, makeLetter, makingOf, nameOfAgency, wordingFor } from './make-letters.ts'

/**
 * Drafts letters about exactly these tasks: one to each lead. Where a draft to it is open they are added to that one, since an
 * agency has one unissued letter at a time. What cannot be urged does not block the rest: it is returned with its reason.
 */
export async function urgeTasks(
  trx: Transaction<UrgingDb>,
  { actor, now }: AskToMake<KnownActor>,
  { taskIds }: UrgeTasks,
): Promise<UrgedTasks> {
  toPrepare(actor)
  const today = dayInVietnam(now)
  const making = await makingOf(trx, now)
  const readable = new Map((await tasksToRead(trx, actor, taskIds)).map((task) => [task.task_id, task]))
  const open = await tasksToUrge(trx, { on: today, ids: [...readable.keys()] })
  const answer: UrgedTasks = { made: [], failed: [], skipped: [] }
  const labels = await taskLabels(trx, [...readable.keys()])
  for (const taskId of taskIds.filter((id) => !open.some((task) => task.id === id))) {
    const task = readable.get(taskId)
    const code = labels.get(taskId)?.code ?? null
    answer.skipped.push({ taskId, taskCode: code, ...(task ? settled(STATE_NAMES[task.state]) : NOT_THERE) })
  }
  for (const [agencyId, tasks] of Map.groupBy(open, ({ leadAgencyId }) => leadAgencyId)) {
    const agencyName = (await nameOfAgency(trx, agencyId)) ?? `${agencyId}`
    try {
      answer.made.push({ agencyId, agencyName, ...(await urge(trx, actor, making, agencyId, tasks)) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.failed.push({ agencyId, agencyName, code: error.code, message: error.detail })
    }
  }
  return answer
}

const NOT_THERE = { code: 'task.not_found', message: 'Không tìm thấy nhiệm vụ này.' }
const settled = (state: string) => ({
  code: 'letter.nothing_to_do',
  message: `Nhiệm vụ đang ở trạng thái “${state}” nên cơ quan chủ trì chưa phải làm gì thêm.`,
})

async function urge(
  trx: Transaction<UrgingDb>,
  actor: KnownActor,
  making: Making,
  agencyId: number,
  tasks: readonly TaskToUrge[],
): Promise<Pick<UrgedTasks['made'][number], 'id' | 'tasks' | 'isAdded' | 'isWordingKept'>> {
  const openId = await findOpenLetter(trx, agencyId)
  if (openId === undefined) {
    const { id } = await makeLetter(trx, actor, making, agencyId, tasks)
    return { id, tasks: tasks.length, isAdded: false, isWordingKept: false }
  }
  return addTo(trx, actor, making, openId, tasks)
}

/** Adds tasks to an open draft. Its words count its tasks: they are written again, unless a person has changed them. */
async function addTo(
  trx: Transaction<UrgingDb>,
  actor: KnownActor,
  making: Making,
  id: number,
  tasks: readonly TaskToUrge[],
): Promise<{ id: number; tasks: number; isAdded: true; isWordingKept: boolean }> {
  const letter = (await lockLetter(trx, id))!
  if (letter.state !== 'draft') {
    throw new Conflict(
      'letter.being_signed',
      'Công văn gửi cơ quan này đang chờ ký. Hãy chờ ký xong, hoặc rút lại công văn đó rồi mới thêm nhiệm vụ.',
    )
  }
  const before = (await tasksOfLetter(trx, id)).map(({ taskId }) => taskId)
  const added = tasks.map((task) => task.id).filter((taskId) => !before.includes(taskId))
  if (added.length === 0) return { id, tasks: tasks.length, isAdded: true, isWordingKept: false }
  const all = await tasksToUrge(trx, { on: making.today, ids: [...before, ...added] })
  const facts = { agencyName: letter.agencyName, replyBy: letter.replyBy }
  const isOurs = isDefaultOpening(letter.opening)
  await replaceTasks(trx, id, [...before, ...added])
  await updateLetter(
    trx,
    id,
    isOurs
      ? { opening: wordingFor(making, { ...facts, tasks: all, asOf: making.today }).opening, as_of: making.today }
      : {},
    signatureOf(actor),
    making.now,
  )
  await record(trx, actor, 'letter.edited', {
    subject: { kind: 'letter', id },
    before: { tasks: before.length },
    after: { tasks: before.length + added.length },
    detail: { taskIds: added },
  })
  return { id, tasks: tasks.length, isAdded: true, isWordingKept: !isOurs }
}
