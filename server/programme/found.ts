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
import type { IssueProgramme, NewProgramme } from './shapes.ts'

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

/** Draws up the programme of a period. Entries are added once its act is recorded. */
export async function foundProgramme(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  input: NewProgramme,
): Promise<number> {
  toKeep(actor)
  const { firstOn, lastOn } = periodOf(input.kind, input.on)
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
      created_at: at,
      created_by: by,
      changed_at: at,
      changed_by: by,
    })
    .returning('programme_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'programme.drafted', {
    subject: { kind: 'programme', id },
    at,
    after: { title, firstOn, lastOn },
  })
  return id
}

/** Records the act that issued a programme. */
export async function issueProgramme(
  trx: Transaction<ProgrammeDb>,
  { actor, id, version, now }: Ask,
  { actNumber, actOn }: IssueProgramme,
): Promise<number> {
  toKeep(actor)
  const programme = await programmeOf(trx, id)
  checkVersion(version, programme.version)
  if (programme.act_number !== null) {
    throw new Conflict('programme.is_issued', `Chương trình này đã ban hành theo ${programme.act_number}.`)
  }
  if (actOn > dayInVietnam(now))
    throw wrong('actOn', 'programme.act_in_future', 'Ngày của văn bản không được sau hôm nay.')
  await trx
    .updateTable('programme.programme')
    .set({
      state: 'issued',
      act_number: actNumber,
      act_on: actOn,
      version: version + 1,
      changed_at: now.toString(),
      changed_by: signatureOf(actor),
    })
    .where('programme_id', '=', id)
    .execute()
  await record(trx, actor, 'programme.issued', {
    subject: { kind: 'programme', id },
    on: actOn,
    at: now.toString(),
    after: { actNumber, actOn },
  })
  return version + 1
}
