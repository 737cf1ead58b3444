/** The debt of a year is closed and carried over to the next; the database holds that the count balances. */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { toKeep } from './access.ts'
import { lockEntries } from './add-items.ts'
import type { ProgrammeDb } from './db.ts'

export interface Closed {
  year: number
  owedAtEnd: number
  /** Entries that the programme of the next year lists now, and did not before. */
  carried: number
}

/** The year that may be closed next: the one after the last closed, or the first with entries. Null: there is none. */
export async function nextToClose(db: Handle<ProgrammeDb>): Promise<number | null> {
  const { rows } = await sql<{ year: number | null }>`
    select coalesce((select max(year) + 1 from programme.year_close), programme.first_year('infinity')) as year`.execute(
    db,
  )
  return rows[0]!.year
}

/** The programme of the year after, which lists what is carried over; undefined until its act is recorded. */
export async function programmeAfter(
  db: Handle<ProgrammeDb>,
  year: number,
): Promise<{ programme_id: number } | undefined> {
  return db
    .selectFrom('programme.programme')
    .select('programme_id')
    .where('kind', '=', 'year')
    .where('first_on', '=', `${year + 1}-01-01`)
    .where('state', '=', 'issued')
    .executeTakeFirst()
}

/**
 * Closes a year that is over, in the order of the years, so that each begins with what the one before ended with. What was
 * owed at its end is carried over: the programme of the next year lists it, with the entry it comes from, and its due day
 * and first due day stay. A year that ends without debt needs no next programme.
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
  // As an annex and a form do, before any programme or entry: so no two wait for each other.
  await lockEntries(trx)
  await refuseOrder(trx, year)
  const at = now.toString()
  const { rows } = await sql<{ owed_at_end: number }>`
    insert into programme.year_close (year, owed_at_start, newly_owed, cleared, moved, stopped, owed_at_end, restated, known_at, closed_at, closed_by)
    select ${year}::integer, f.owed_at_start, f.newly_owed, f.cleared, f.moved, f.stopped, f.owed_at_end,
           f.owed_at_start - coalesce((select p.owed_at_end from programme.year_close p where p.year = ${year - 1}), 0),
           ${at}::timestamptz, ${at}::timestamptz, ${signatureOf(actor)}
    from programme.debt_flow(${`${year}-01-01`}::date, ${`${year}-12-31`}::date, ${at}::timestamptz) f
    returning owed_at_end`.execute(trx)
  const owedAtEnd = rows[0]!.owed_at_end
  const next = await programmeAfter(trx, year)
  if (owedAtEnd > 0 && !next) {
    throw new Conflict(
      'programme.no_next_year',
      `Chưa có Chương trình công tác năm ${year + 1} đã ban hành để chuyển nợ sang. Hãy ghi chương trình đó trước.`,
    )
  }
  await sql`
    insert into programme.carried (year, item_id, stems_from, owed_since)
    select ${year}::integer, s.item_id, extract(year from i.first_due_on)::integer, s.from_on
    from programme.debt_span(${at}::timestamptz, ${`${year}-12-31`}::date, ${`${year}-12-31`}::date) s join programme.item i on i.item_id = s.item_id
    where s.from_on <= ${`${year}-12-31`}::date and s.to_on > ${`${year}-12-31`}::date`.execute(trx)
  const carried = next ? await carryOver(trx, { year, programmeId: next.programme_id, at, by: signatureOf(actor) }) : 0
  const closed = { year, owedAtEnd, carried }
  await record(trx, actor, 'programme.yearClosed', {
    subject: { kind: 'programmeYear', id: year },
    at,
    after: closed,
  })
  return closed
}

async function refuseOrder(trx: Transaction<ProgrammeDb>, year: number): Promise<void> {
  const due = await nextToClose(trx)
  if (due === null) {
    throw new Conflict(
      'programme.nothing_to_close',
      'Chương trình chưa có đề án nào nên chưa có năm nào để chốt nợ đọng. Hãy nhập đề án của các năm trước đã.',
    )
  }
  if (year === due) return
  const closed = await trx.selectFrom('programme.year_close').select('year').where('year', '=', year).executeTakeFirst()
  if (closed) throw new Conflict('programme.year_closed', `Nợ đọng năm ${year} đã chốt. Hãy tải lại để xem.`)
  throw new Conflict(
    'programme.year_not_next',
    `Các năm được chốt lần lượt, để nợ cuối năm trước là nợ đầu năm sau. Năm chốt tiếp theo là ${due}; hãy chốt năm đó trước.`,
    { extra: { year: due } },
  )
}

async function carryOver(
  trx: Transaction<ProgrammeDb>,
  { year, programmeId, at, by }: { year: number; programmeId: number; at: string; by: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into programme.entry (programme_id, item_id, carried_from_id, entered_on, recorded_at, recorded_by)
    select ${programmeId}, c.item_id, e.entry_id, ${`${year + 1}-01-01`}::date, ${at}::timestamptz, ${by}
    from programme.carried c
    join lateral (
      select e.entry_id from programme.entry e join programme.programme p on p.programme_id = e.programme_id
      where e.item_id = c.item_id order by p.kind = 'year' desc, e.entry_id desc limit 1
    ) e on true
    where c.year = ${year}
      and not exists (select from programme.entry o where o.programme_id = ${programmeId} and o.item_id = c.item_id)`.execute(
    trx,
  )
  return Number(numAffectedRows ?? 0n)
}
