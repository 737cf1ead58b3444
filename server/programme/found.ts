import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { addDays, dayInVietnam, monthEnd, monthStart } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { checkVersion } from '../platform/version.ts'
import { toKeep } from './access.ts'
import { programmeOf } from './add-items.ts'
import type { ProgrammeDb } from './db.ts'
import type { CorrectProgramme, IssueProgramme, NewProgramme } from './shapes.ts'

/** First and last day of the year, quarter, month or week (from Monday) of a day. */
export function periodOf(kind: NewProgramme['kind'], on: string): { firstOn: string; lastOn: string } {
  const year = on.slice(0, 4)
  switch (kind) {
    case 'year':
      return { firstOn: `${year}-01-01`, lastOn: `${year}-12-31` }
    case 'quarter': {
      const first = Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3 + 1
      const month = (n: number) => `${year}-${String(n).padStart(2, '0')}-01`
      return { firstOn: month(first), lastOn: monthEnd(month(first + 2)) }
    }
    case 'month':
      return { firstOn: monthStart(on), lastOn: monthEnd(on) }
    case 'week': {
      const firstOn = addDays(on, 1 - Temporal.PlainDate.from(on).dayOfWeek)
      return { firstOn, lastOn: addDays(firstOn, 6) }
    }
  }
}

const day = (iso: string) => iso.split('-').reverse().join('/')
export function titleOf(kind: NewProgramme['kind'], firstOn: string, lastOn: string): string {
  const [year, month] = firstOn.split('-').map(Number) as [number, number]
  switch (kind) {
    case 'year':
      return `Chương trình công tác năm ${year}`
    case 'quarter':
      return `Chương trình công tác quý ${['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)]}/${year}`
    case 'month':
      return `Chương trình công tác tháng ${month}/${year}`
    case 'week':
      return `Chương trình công tác tuần ${day(firstOn)} – ${day(lastOn)}`
  }
}

/** Nobody plans the work of a year that lies further away: it is a slip of the pen. */
const YEARS_AHEAD = 2
const FIRST_YEAR = 1945

function refuseFarPeriod(firstOn: string, today: string): void {
  const year = Number(firstOn.slice(0, 4))
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD
  if (year >= FIRST_YEAR && year <= last) return
  throw wrong('on', 'programme.period_far', `Chương trình phải thuộc các năm ${FIRST_YEAR}–${last}. Hãy xem lại ngày.`)
}

function refuseActAhead(actOn: string, now: Temporal.Instant): void {
  if (actOn > dayInVietnam(now))
    throw wrong('actOn', 'programme.act_in_future', 'Ngày của văn bản không được sau hôm nay.')
}

/** Draws up the programme of a period, with the act that issued it where that is given. Entries are added once its act is recorded. */
export async function foundProgramme(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  input: NewProgramme,
): Promise<number> {
  toKeep(actor)
  const { firstOn, lastOn } = periodOf(input.kind, input.on)
  refuseFarPeriod(firstOn, dayInVietnam(now))
  const { actNumber, actOn } = input
  if ((actNumber === undefined) !== (actOn === undefined)) {
    throw wrong(
      actNumber === undefined ? 'actNumber' : 'actOn',
      'programme.act_in_half',
      'Văn bản ban hành phải có cả số và ngày. Hãy nhập đủ, hoặc để trống cả hai.',
    )
  }
  if (actOn !== undefined) refuseActAhead(actOn, now)
  const by = signatureOf(actor)
  const at = now.toString()
  const title = input.title ?? titleOf(input.kind, firstOn, lastOn)
  const { programme_id: id } = await trx
    .insertInto('programme.programme')
    .values({
      kind: input.kind,
      first_on: firstOn,
      last_on: lastOn,
      title,
      ...(actNumber === undefined ? {} : { state: 'issued', act_number: actNumber, act_on: actOn! }),
      created_at: at,
      created_by: by,
      changed_at: at,
      changed_by: by,
    })
    .returning('programme_id')
    .executeTakeFirstOrThrow()
  const subject = { kind: 'programme', id }
  await record(trx, actor, 'programme.drafted', { subject, at, after: { title, firstOn, lastOn } })
  if (actOn !== undefined) {
    await record(trx, actor, 'programme.issued', { subject, on: actOn, at, after: { actNumber, actOn } })
  }
  return id
}

/** Records the act that issued a programme which was drawn up without it. */
export async function issueProgramme(
  trx: Transaction<ProgrammeDb>,
  { actor, id, version, now }: Ask,
  { actNumber, actOn }: IssueProgramme,
): Promise<number> {
  toKeep(actor)
  const programme = await programmeToChange(trx, { id, version })
  if (programme.act_number !== null) {
    throw new Conflict('programme.is_issued', `Chương trình này đã ban hành theo ${programme.act_number}.`)
  }
  refuseActAhead(actOn, now)
  const changed = await saveProgramme(
    trx,
    { actor, id, version, now },
    { state: 'issued', act_number: actNumber, act_on: actOn },
  )
  await record(trx, actor, 'programme.issued', {
    subject: { kind: 'programme', id },
    on: actOn,
    at: now.toString(),
    after: { actNumber, actOn },
  })
  return changed
}

/** The name and the number of the act, as they should have been written; the day of the act counts, and stays. */
export async function correctProgramme(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { title, actNumber, reason }: CorrectProgramme,
): Promise<number> {
  toKeep(ask.actor)
  const programme = await programmeToChange(trx, ask)
  if (actNumber !== undefined && programme.act_number === null) {
    throw wrong(
      'actNumber',
      'programme.not_issued',
      'Chương trình này chưa ban hành. Hãy ghi số, ngày văn bản ban hành.',
    )
  }
  const version = await saveProgramme(trx, ask, {
    ...(title === undefined ? {} : { title }),
    ...(actNumber === undefined ? {} : { act_number: actNumber }),
  })
  await record(trx, ask.actor, 'programme.corrected', {
    subject: { kind: 'programme', id: ask.id },
    at: ask.now.toString(),
    before: { title: programme.title, actNumber: programme.act_number },
    after: { title: title ?? programme.title, actNumber: actNumber ?? programme.act_number },
    detail: { reason },
  })
  return version
}

/** Removes a programme that was recorded by mistake and lists no entry, with the annexes that were read into it and never confirmed. */
export async function removeProgramme(trx: Transaction<ProgrammeDb>, ask: Ask): Promise<null> {
  toKeep(ask.actor)
  const programme = await programmeToChange(trx, ask)
  const entry = await trx
    .selectFrom('programme.entry')
    .select('entry_id')
    .where('programme_id', '=', ask.id)
    .limit(1)
    .executeTakeFirst()
  if (entry) {
    throw new Conflict(
      'programme.has_entries',
      'Chương trình đã có đề án nên không xóa được. Nếu sai tên hoặc số văn bản, hãy sửa; nếu sai đề án, hãy dừng hoặc sửa từng đề án.',
    )
  }
  const unused = trx.selectFrom('programme.import').select('import_id').where('programme_id', '=', ask.id)
  await trx.deleteFrom('programme.import_row').where('import_id', 'in', unused).execute()
  await trx.deleteFrom('programme.import').where('programme_id', '=', ask.id).execute()
  await trx.deleteFrom('programme.programme').where('programme_id', '=', ask.id).execute()
  await record(trx, ask.actor, 'programme.removed', {
    subject: { kind: 'programme', id: ask.id },
    at: ask.now.toString(),
    before: { title: programme.title, actNumber: programme.act_number, actOn: programme.act_on },
  })
  return null
}

async function programmeToChange(trx: Transaction<ProgrammeDb>, { id, version }: Pick<Ask, 'id' | 'version'>) {
  const programme = await programmeOf(trx, id)
  checkVersion(version, programme.version, { by: programme.changed_by, at: programme.changed_at })
  return programme
}

async function saveProgramme(
  trx: Transaction<ProgrammeDb>,
  { actor, id, version, now }: Ask,
  patch: { title?: string; state?: 'issued'; act_number?: string; act_on?: string },
): Promise<number> {
  await trx
    .updateTable('programme.programme')
    .set({ ...patch, version: version + 1, changed_at: now.toString(), changed_by: signatureOf(actor) })
    .where('programme_id', '=', id)
    .execute()
  return version + 1
}
