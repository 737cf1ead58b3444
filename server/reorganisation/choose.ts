import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { agencyOn } from '../registry/index.ts'
import { openTasksLedBy } from '../tasks/index.ts'
import { toChooseTasks } from './access.ts'
import type { ReorganisationDb } from './db.ts'
import { draftToChange } from './plan.ts'
import type { Choose } from './shapes.ts'
import { linesOf, removeChoices, saveChoices, touchHead } from './store.ts'

/** Assigns open tasks of a line's old agency to its new one, or back to the main successor. Returns the plan's version. */
export async function choose(
  trx: Transaction<ReorganisationDb>,
  ask: Ask,
  { lineId, taskIds, isChosen, agencyId }: Choose,
): Promise<number> {
  const { actor, id, now } = ask
  toChooseTasks(actor)
  await draftToChange(trx, ask)
  const line = (await linesOf(trx, id)).find((one) => one.id === lineId)
  if (!line || line.oldId === null || (line.kind !== 'partial' && line.kind !== 'abolished')) {
    throw new Conflict(
      'reorganisation.nothing_to_choose',
      'Chỉ chọn nhiệm vụ cho dòng tiếp nhận một phần hoặc giải thể.',
    )
  }
  const open = await openTasksLedBy(trx, line.oldId, taskIds)
  if (taskIds.some((taskId) => !open.has(taskId))) {
    throw wrong(
      'taskIds',
      'reorganisation.not_its_task',
      'Có nhiệm vụ không còn do cơ quan cũ chủ trì. Hãy tải lại danh sách.',
    )
  }
  if (line.kind === 'abolished' && isChosen) {
    const today = dayInVietnam(now)
    if (agencyId === undefined || agencyId === line.oldId || !(await agencyOn(trx, agencyId, today))) {
      throw wrong('agencyId', 'reorganisation.no_such_agency', 'Hãy chọn cơ quan đang hoạt động để nhận nhiệm vụ.')
    }
  }
  const when = { by: signatureOf(actor), at: now.toString() }
  const to = line.kind === 'abolished' ? (agencyId ?? null) : null
  if (isChosen) await saveChoices(trx, id, { lineId, taskIds, agencyId: to }, when)
  else await removeChoices(trx, id, taskIds)
  const next = await touchHead(trx, id, when)
  await record(trx, actor, 'reorganisation.chosen', {
    subject: { kind: 'reorganisation', id },
    after: { lineId, taskIds, isChosen, agencyId: to },
  })
  return next
}
