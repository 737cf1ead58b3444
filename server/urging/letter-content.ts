import { daysBetween } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { expectedSignature } from '../registry/index.ts'
import { taskNames, tasksToUrge } from '../tasks/index.ts'
import type { UrgingDb } from './db.ts'
import type { LetterContent, PaperTask } from './letter-paper.ts'
import { LETTER_STATES, type LetterRow } from './letter-state.ts'
import { tasksOfLetter } from './letter-store.ts'
import { getSetting } from './rule-store.ts'

/** A task of a letter: as the letter prints it, and whether it is still open. */
export interface LetterTask extends PaperTask {
  id: number
  isOpen: boolean
}

/** The tasks of a letter: as printed if it was issued, else as they are today, late by so many days on the day its words count to. */
export async function letterTasks(db: Handle<UrgingDb>, letter: LetterRow, today: string): Promise<LetterTask[]> {
  const chosen = await tasksOfLetter(db, letter.id)
  const ids = chosen.map(({ taskId }) => taskId)
  const names = new Map((await taskNames(db, ids)).map((task) => [task.id, task]))
  const open = new Map((await tasksToUrge(db, { on: today, ids })).map((task) => [task.id, task]))
  const isOut = LETTER_STATES[letter.state].isOut
  return chosen.map(({ taskId, dueOn, daysLate }) => {
    const { code, title, sourceNumber } = names.get(taskId)!
    const now = open.get(taskId)
    const due = isOut ? dueOn : (now?.dueOn ?? null)
    return {
      id: taskId,
      code,
      title,
      sourceNumber,
      dueOn: due,
      daysLate: isOut ? daysLate : lateOn(due, letter.asOf),
      isOpen: now !== undefined,
    }
  })
}

export function lateOn(dueOn: string | null, on: string): number | null {
  if (dueOn === null) return null
  const days = daysBetween(dueOn, on)
  return days > 0 ? days : null
}

/** What the letter prints: frozen if it was issued, else as it would be printed today, without a number. */
export async function contentOf(db: Handle<UrgingDb>, today: string, letter: LetterRow): Promise<LetterContent> {
  if (letter.content !== null) return letter.content as LetterContent
  const setting = await getSetting(db)
  return {
    superiorAgency: setting.superiorAgency,
    issuingAgency: setting.issuingAgency,
    notationSuffix: `/${setting.notationAgency}-${await abbreviationOf(db, letter.unitId)}`,
    notation: null,
    place: setting.place,
    issuedOn: null,
    agencyName: letter.agencyName,
    asOf: letter.asOf,
    about: letter.about,
    opening: letter.opening,
    closing: letter.closing,
    replyBy: letter.replyBy,
    tasks: await letterTasks(db, letter, today),
    annexFrom: setting.annexFrom,
    signature: await expectedSignature(db, letter.signatoryId, setting, today),
    recipients: letter.recipients,
    isSample: letter.isSample,
  }
}

export async function abbreviationOf(db: Handle<UrgingDb>, unitId: number): Promise<string> {
  const row = await db
    .selectFrom('registry.agency_latest')
    .select(['abbreviation', 'name'])
    .where('agency_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return row.abbreviation ?? initials(row.name ?? '')
}

/** "Vụ Tổng hợp" → "VTH". */
function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')
}
