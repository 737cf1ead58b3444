import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { addDays, dayInVietnam, daysBetween } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Invalid, Problem } from '../platform/errors.ts'
import { agencyOn, calendarOf } from '../registry/index.ts'
import { type TaskToUrge, tasksToUrge } from '../tasks/index.ts'
import { toPrepare } from './access.ts'
import type { UrgingDb } from './db.ts'
import { defaultWording, standardRecipients } from './letter-paper.ts'
import type { MadeLetters, MakeLetters } from './letter-shapes.ts'
import { insertLetter, replaceTasks } from './letter-store.ts'
import { getSetting, type WholeSetting } from './rule-store.ts'

/**
 * Drafts a letter to each agency about all its late and soon-due tasks. One that cannot be made does not block the others:
 * it is returned with its reason.
 */
export async function makeLetters(
  trx: Transaction<UrgingDb>,
  { actor, now }: AskToMake<KnownActor>,
  { agencyIds }: MakeLetters,
): Promise<MadeLetters> {
  toPrepare(actor)
  const making = await makingOf(trx, now)
  const { today, setting } = making
  const tasks = Map.groupBy(await tasksToUrge(trx, { on: today, agencyIds }), ({ leadAgencyId }) => leadAgencyId)
  const answer: MadeLetters = { made: [], failed: [] }
  for (const agencyId of agencyIds) {
    const agencyName = await nameOfAgency(trx, agencyId)
    try {
      const due = (tasks.get(agencyId) ?? []).filter((task) => isToUrge(task, today, setting.soonDays))
      const made = await makeLetter(trx, actor, making, agencyId, due)
      answer.made.push({ agencyId, agencyName: agencyName ?? '', ...made })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.failed.push({ agencyId, agencyName: agencyName ?? `${agencyId}`, code: error.code, message: error.detail })
    }
  }
  return answer
}

/** What all letters of one making have in common. */
export interface Making {
  today: string
  now: string
  replyBy: string
  setting: WholeSetting
  unit: Unit
}

export async function makingOf(trx: Transaction<UrgingDb>, now: Temporal.Instant): Promise<Making> {
  const today = dayInVietnam(now)
  const setting = await getSetting(trx)
  const replyBy = (await calendarOf(trx)).addWorkingDays(today, setting.replyDays)
  return { today, now: now.toString(), replyBy, setting, unit: await unitOf(trx, setting, today) }
}

/** The words of a letter about these tasks. */
export function wordingFor(
  { setting }: Pick<Making, 'setting'>,
  {
    agencyName,
    asOf,
    replyBy,
    tasks,
  }: { agencyName: string; asOf: string; replyBy: string; tasks: readonly TaskToUrge[] },
): ReturnType<typeof defaultWording> {
  const { basis, soonDays } = setting
  const late = tasks.filter(({ dueOn }) => dueOn !== null && daysBetween(dueOn, asOf) > 0).length
  const soon = tasks.filter((task) => isToUrge(task, asOf, soonDays)).length - late
  return defaultWording({ agencyName, basis, asOf, late, soon, others: tasks.length - late - soon, soonDays, replyBy })
}

/** Late, or due within the number of days that letters look ahead. */
export function isToUrge({ dueOn }: TaskToUrge, today: string, soonDays: number): boolean {
  return dueOn !== null && dueOn <= addDays(today, soonDays)
}

/** Checked before anything is written, so that the transaction can continue. */
export async function makeLetter(
  trx: Transaction<UrgingDb>,
  actor: KnownActor,
  making: Making,
  agencyId: number,
  tasks: readonly TaskToUrge[],
): Promise<{ id: number; tasks: number }> {
  const { today, replyBy, setting, unit, now } = making
  const agency = actor.seen === null || actor.seen.includes(agencyId) ? await agencyOn(trx, agencyId, today) : undefined
  if (!agency) {
    throw new Invalid(
      'letter.no_such_agency',
      'Cơ quan này không có hoặc không còn hoạt động. Hãy chuyển nhiệm vụ sang cơ quan kế thừa rồi lập công văn.',
    )
  }
  if (tasks.length === 0) {
    const sentence = `Không có nhiệm vụ quá hạn hoặc đến hạn trong ${setting.soonDays} ngày tới. Không cần lập công văn.`
    throw new Invalid('letter.nothing_to_urge', sentence)
  }
  const words = wordingFor(making, { agencyName: agency.name, asOf: today, replyBy, tasks })
  const id = await insertLetter(trx, {
    agency_id: agencyId,
    agency_name: agency.name,
    is_sample: actor.sample,
    as_of: today,
    ...words,
    recipients: standardRecipients(setting.notationAgency, unit.abbreviation),
    reply_by: replyBy,
    unit_id: unit.id,
    created_at: now,
    created_by: signatureOf(actor),
    changed_at: now,
    changed_by: signatureOf(actor),
  })
  if (id === undefined) {
    const sentence = 'Đang có một công văn gửi cơ quan này chưa phát hành. Hãy sửa, trình ký hoặc bỏ công văn đó.'
    throw new Conflict('letter.one_open', sentence)
  }
  const ids = tasks.map((task) => task.id)
  await replaceTasks(trx, id, ids)
  await record(trx, actor, 'letter.drafted', {
    subject: { kind: 'letter', id },
    after: { agencyId, agencyName: agency.name, tasks: ids.length, replyBy },
  })
  return { id, tasks: ids.length }
}

/** The latest name of an agency. */
export async function nameOfAgency(trx: Transaction<UrgingDb>, agencyId: number): Promise<string | undefined> {
  const row = await trx
    .selectFrom('registry.agency_latest')
    .select('name')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row?.name ?? undefined
}

interface Unit {
  id: number
  abbreviation: string
}

/** The unit that drafts letters, from the setting; the office itself if that unit does not exist today. */
async function unitOf(trx: Transaction<UrgingDb>, setting: WholeSetting, today: string): Promise<Unit> {
  const { rows } = await sql<Unit>`
    select c.agency_id as id, coalesce(c.abbreviation, 'VPCP') as abbreviation from registry.agency_card c
    where c.slug in (${setting.unitSlug}, ${setting.issuingAgencySlug}) and c.valid @> ${today}::date
    order by c.slug = ${setting.unitSlug} desc limit 1`.execute(trx)
  if (!rows[0]) throw new Invalid('letter.no_unit', 'Chưa có đơn vị soạn công văn đôn đốc. Hãy báo quản trị hệ thống.')
  return rows[0]
}
