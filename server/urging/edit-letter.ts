import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { markOf } from '../platform/official-document/signing.ts'
import { calendarOf, checkSignatory } from '../registry/index.ts'
import { tasksToUrge } from '../tasks/index.ts'
import { letterToChange } from './access.ts'
import type { UrgingDb } from './db.ts'
import { isDefaultOpening } from './letter-paper.ts'
import type { EditLetter, Note, Reason } from './letter-shapes.ts'
import { type LetterAct, type LetterRow, moveLetter } from './letter-state.ts'
import { replaceTasks, tasksOfLetter, updateLetter } from './letter-store.ts'
import { makingOf, wordingFor } from './make-letters.ts'

/** Changes the wording, the tasks, the answer day or the signatory of a draft. Returns the new version. */
export async function editLetter(trx: Transaction<UrgingDb>, ask: Ask, edit: EditLetter): Promise<number> {
  const letter = await letterToChange(trx, ask, 'edit')
  moveLetter(letter.state, 'edit')
  const today = dayInVietnam(ask.now)
  await checkEdit(trx, letter, edit, today)
  if (edit.taskIds !== undefined) await replaceTasks(trx, ask.id, edit.taskIds)
  const counted = await countToday(trx, { ...letter, opening: edit.opening?.trim() ?? letter.opening }, ask.now)
  const version = await updateLetter(
    trx,
    ask.id,
    {
      ...(edit.about === undefined ? {} : { about: edit.about.trim() }),
      ...counted,
      ...(edit.closing === undefined ? {} : { closing: edit.closing.trim() }),
      ...(edit.recipients === undefined ? {} : { recipients: edit.recipients.map((one) => one.trim()) }),
      ...(edit.replyBy === undefined ? {} : { reply_by: edit.replyBy }),
      ...(edit.unitId === undefined ? {} : { unit_id: edit.unitId }),
      ...(edit.signatoryId === undefined ? {} : { signatory_id: edit.signatoryId }),
    },
    signatureOf(ask.actor),
    ask.now.toString(),
  )
  const names = Object.keys(edit).filter((name) => name !== 'taskIds') as (keyof EditLetter & keyof LetterRow)[]
  await record(trx, ask.actor, 'letter.edited', {
    subject: { kind: 'letter', id: ask.id },
    before: Object.fromEntries(names.map((name) => [name, letter[name]])),
    after: edit,
  })
  return version
}

async function checkEdit(
  trx: Transaction<UrgingDb>,
  letter: LetterRow,
  edit: EditLetter,
  today: string,
): Promise<void> {
  if (edit.replyBy !== undefined) await checkReplyBy(trx, edit.replyBy, today)
  if (edit.unitId !== undefined) await checkUnit(trx, edit.unitId, today)
  if (edit.signatoryId != null) await checkSignatory(trx, 'urge.sign', edit.signatoryId, today)
  if (edit.taskIds !== undefined) {
    const open = await tasksToUrge(trx, { on: today, ids: edit.taskIds })
    const ledByAgency = new Set(open.filter(({ leadAgencyId }) => leadAgencyId === letter.agencyId).map(({ id }) => id))
    if (edit.taskIds.some((id) => !ledByAgency.has(id))) {
      throw wrong(
        'taskIds',
        'letter.task_of_other_agency',
        'Có nhiệm vụ không còn mở hoặc không do cơ quan này chủ trì. Hãy bỏ nhiệm vụ đó khỏi công văn.',
      )
    }
  }
}

async function checkReplyBy(trx: Transaction<UrgingDb>, replyBy: string, today: string): Promise<void> {
  if (replyBy <= today) {
    throw wrong('replyBy', 'letter.reply_in_past', 'Hạn trả lời phải sau hôm nay. Hãy chọn ngày khác.')
  }
  const calendar = await calendarOf(trx)
  if (!calendar.isWorkingDay(replyBy)) {
    throw wrong('replyBy', 'letter.reply_on_rest_day', 'Hạn trả lời rơi vào ngày nghỉ. Hãy chọn một ngày làm việc.')
  }
}

async function checkUnit(trx: Transaction<UrgingDb>, unitId: number, today: string): Promise<void> {
  const { rows } = await sql`
    select from registry.agency_card u, urging.setting s
    where u.agency_id = ${unitId} and u.valid @> ${today}::date
      and (u.slug = s.issuing_agency_slug
        or exists (select from registry.agency_card o where o.agency_id = u.parent_id and o.slug = s.issuing_agency_slug))`.execute(
    trx,
  )
  if (rows.length === 0) {
    throw wrong('unitId', 'letter.no_such_unit', 'Đơn vị soạn phải là đơn vị của cơ quan ban hành. Hãy chọn lại.')
  }
}

/** Submits a draft to a leader for signature. Tasks that no longer need urging must be removed first. */
export async function submitLetter(trx: Transaction<UrgingDb>, ask: Ask): Promise<number> {
  const letter = await letterToChange(trx, ask, 'submit')
  const today = dayInVietnam(ask.now)
  await demandCurrent(trx, letter, today)
  const counted = await countToday(trx, letter, ask.now)
  return take(trx, ask, letter, 'submit', 'letter.submitted', { ...markOf('submit', ask), ...counted })
}

/**
 * A draft counts its tasks, and the days they are late, to one day: that of its last edit or of its submission. An opening
 * that the office has worded itself is kept, and so is the day that it names.
 */
async function countToday(
  trx: Transaction<UrgingDb>,
  letter: LetterRow,
  now: Temporal.Instant,
): Promise<{ as_of?: string; opening: string }> {
  const { opening, agencyName, replyBy } = letter
  const making = await makingOf(trx, now)
  if (!isDefaultOpening(opening)) {
    return opening.includes(formatDay(letter.asOf)) ? { opening } : { opening, as_of: making.today }
  }
  const ids = (await tasksOfLetter(trx, letter.id)).map(({ taskId }) => taskId)
  const tasks = await tasksToUrge(trx, { on: making.today, ids })
  const words = wordingFor(making, { agencyName, replyBy, tasks, asOf: making.today })
  return { opening: words.opening, as_of: making.today }
}

/** Throws unless every task is still open and still led by the agency, and the answer day is in the future. */
export async function demandCurrent(trx: Transaction<UrgingDb>, letter: LetterRow, today: string): Promise<void> {
  await checkReplyBy(trx, letter.replyBy, today)
  const chosen = (await tasksOfLetter(trx, letter.id)).map(({ taskId }) => taskId)
  const open = await tasksToUrge(trx, { on: today, ids: chosen })
  const stillDue = open.filter(({ leadAgencyId }) => leadAgencyId === letter.agencyId)
  const gone = chosen.length - stillDue.length
  if (gone > 0) {
    throw new Conflict(
      'letter.tasks_gone',
      `Có ${gone} nhiệm vụ trong công văn không còn phải đôn đốc (đã báo cáo hoàn thành, hủy hoặc chuyển cơ quan khác). Hãy bỏ khỏi công văn.`,
      { extra: { taskIds: chosen.filter((id) => !stillDue.some((task) => task.id === id)) } },
    )
  }
}

export async function withdrawLetter(trx: Transaction<UrgingDb>, ask: Ask): Promise<number> {
  const letter = await letterToChange(trx, ask, 'withdraw')
  return take(trx, ask, letter, 'withdraw', 'letter.withdrawn', markOf('withdraw', ask))
}

/** The leader does not sign, and gives the reason. */
export async function sendBackLetter(trx: Transaction<UrgingDb>, ask: Ask, { reason }: Reason): Promise<number> {
  const letter = await letterToChange(trx, ask, 'sendBack')
  return take(trx, ask, letter, 'sendBack', 'letter.sentBack', markOf('sendBack', ask, reason), { reason })
}

export async function dropLetter(trx: Transaction<UrgingDb>, ask: Ask): Promise<number> {
  const letter = await letterToChange(trx, ask, 'drop')
  return take(trx, ask, letter, 'drop', 'letter.dropped', {})
}

export async function closeLetter(trx: Transaction<UrgingDb>, ask: Ask, { note }: Note): Promise<number> {
  const letter = await letterToChange(trx, ask, 'close')
  const change = {
    closed_at: ask.now.toString(),
    closed_by: signatureOf(ask.actor),
    closed_note: note?.trim() ?? null,
  }
  return take(trx, ask, letter, 'close', 'letter.closed', change, note === undefined ? undefined : { note })
}

async function take(
  trx: Transaction<UrgingDb>,
  ask: Ask,
  letter: LetterRow,
  act: LetterAct,
  event: string,
  change: Parameters<typeof updateLetter>[2],
  detail?: unknown,
): Promise<number> {
  const state = moveLetter(letter.state, act)
  const at = ask.now.toString()
  const version = await updateLetter(trx, letter.id, { ...change, state }, signatureOf(ask.actor), at)
  await record(trx, ask.actor, event, {
    subject: { kind: 'letter', id: letter.id },
    before: { state: letter.state },
    after: { state },
    ...(detail === undefined ? {} : { detail }),
  })
  return version
}
