/** The debt of a year is closed and carried over to the next; the database holds that the count balances. */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { toKeep } from './access.ts'
import type { ProgrammeDb } from './db.ts'

export interface Closed {
  year: number
  owedAtEnd: number
  /** Entries that the programme of the next year lists now, and did not before. */
  carried: number
}

/**
 * Closes a year that is over. What was owed at its end is carried over: the programme of the next year lists it, with the
 * entry it comes from, and its due day and first due day stay.
 */
export async function closeYear(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  year: number,
): Promise<Closed> {
  toKeep(actor)
  const today = dayInVietnam(now)
  if (`${year}-12-31` >= today) {
    throw new Conflict('programme.year_not_over', `Năm ${year} chưa hết. Sau ngày 31/12/${year} mới chốt nợ đọng được.`)
  }
  const next = await trx
    .selectFrom('programme.programme')
    .select(['programme_id', 'title', 'state'])
    .where('kind', '=', 'year')
    .where('first_on', '=', `${year + 1}-01-01`)
    .executeTakeFirst()
  if (next?.state !== 'issued') {
    throw new Conflict(
      'programme.no_next_year',
      `Chưa có Chương trình công tác năm ${year + 1} đã ban hành để chuyển nợ sang. Hãy ghi chương trình đó trước.`,
    )
  }
  const at = now.toString()
  const { rows } = await sql<{ owed_at_end: number }>`
    insert into programme.year_close (year, owed_at_start, newly_owed, cleared, moved, stopped, owed_at_end, restated, known_at, closed_at, closed_by)
    select ${year}::integer, f.owed_at_start, f.newly_owed, f.cleared, f.moved, f.stopped, f.owed_at_end,
           f.owed_at_start - coalesce((select p.owed_at_end from programme.year_close p where p.year = ${year - 1}), f.owed_at_start),
           ${at}::timestamptz, ${at}::timestamptz, ${signatureOf(actor)}
    from programme.debt_flow(${`${year}-01-01`}::date, ${`${year}-12-31`}::date, ${at}::timestamptz) f
    returning owed_at_end`.execute(trx)
  await sql`
    insert into programme.carried (year, item_id, stems_from, owed_since)
    select ${year}::integer, s.item_id, extract(year from i.first_due_on)::integer, s.from_on
    from programme.debt_span(${at}::timestamptz, ${`${year}-12-31`}::date, ${`${year}-12-31`}::date) s join programme.item i on i.item_id = s.item_id
    where s.from_on <= ${`${year}-12-31`}::date and s.to_on > ${`${year}-12-31`}::date`.execute(trx)
  const { numAffectedRows } = await sql`
    insert into programme.entry (programme_id, item_id, carried_from_id, entered_on, recorded_at, recorded_by)
    select ${next.programme_id}, c.item_id, e.entry_id, ${`${year + 1}-01-01`}::date, ${at}::timestamptz, ${signatureOf(actor)}
    from programme.carried c
    join lateral (
      select e.entry_id from programme.entry e where e.item_id = c.item_id order by e.entry_id desc limit 1
    ) e on true
    where c.year = ${year}
      and not exists (select from programme.entry o where o.programme_id = ${next.programme_id} and o.item_id = c.item_id)`.execute(
    trx,
  )
  const closed = { year, owedAtEnd: rows[0]!.owed_at_end, carried: Number(numAffectedRows ?? 0n) }
  await record(trx, actor, 'programme.yearClosed', {
    subject: { kind: 'programme', id: next.programme_id },
    at,
    after: closed,
  })
  return closed
}
