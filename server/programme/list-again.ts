/**
 * An entry is listed by the programme of the year and again by those of a quarter, a month or a week. It is one entry, with one
 * due day, and owed once: listing changes nothing of it, and what an annex prints differently (a later month, another level)
 * needs a decision (`change.ts`) or a correction.
 */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record, recordMany } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { itemToChange, itemToRead, toKeep } from './access.ts'
import { lockEntries, monthsOf, programmeOf } from './add-items.ts'
import type { ProgrammeDb } from './db.ts'
import { LISTABLE } from './item-progress.ts'
import { nameKey, saveItem } from './store.ts'

/**
 * Lists entries in a programme from the day of its act, in a few statements however many they are. `isTold` false: whoever acts
 * tells of them together.
 */
export async function listEntries(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  { programmeId, on, isTold }: { programmeId: number; on: string; isTold: boolean },
  itemIds: readonly number[],
): Promise<void> {
  if (itemIds.length === 0) return
  const at = now.toString()
  await trx
    .insertInto('programme.entry')
    .values(
      itemIds.map((id) => ({
        programme_id: programmeId,
        item_id: id,
        entered_on: on,
        recorded_at: at,
        recorded_by: signatureOf(actor),
      })),
    )
    .execute()
  const facts = itemIds.map((id) => ({ subject: { kind: 'programmeItem', id }, on, at, after: { programmeId } }))
  if (isTold) for (const fact of facts) await record(trx, actor, 'item.listed', fact)
  else
    await recordMany(
      trx,
      facts.map((fact) => ({ ...fact, actor, event: 'item.listed' })),
    )
}

/** Of entries that are to be listed: what becomes of each waits, or is seen before it is listed. After `lockEntries`. */
export async function lockListed(trx: Transaction<ProgrammeDb>, itemIds: readonly number[]): Promise<void> {
  await sql`select from programme.item where item_id = any(${[...itemIds]}::bigint[]) order by item_id for update`.execute(
    trx,
  )
}

/** A keeper lists an entry in one more programme. */
export async function listIn(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { programmeId }: { programmeId: number },
): Promise<number> {
  await itemToRead(trx, ask.actor, ask.id)
  toKeep(ask.actor)
  // Before the entry, as an annex locks them.
  await lockEntries(trx)
  const programme = await programmeOf(trx, programmeId, 'issued')
  const item = await itemToChange(trx, ask, 'listIn')
  const known = await trx
    .selectFrom('programme.entry')
    .select('entry_id')
    .where('programme_id', '=', programmeId)
    .where('item_id', '=', ask.id)
    .executeTakeFirst()
  if (known) {
    throw wrong('programmeId', 'programme.listed', `${programme.title} đã có đề án này. Hãy chọn chương trình khác.`)
  }
  if (item.due_on > monthsOf(programme).last) {
    throw wrong(
      'programmeId',
      'programme.due_after_period',
      `Đề án có hạn ${formatDay(item.due_on)}, sau kỳ của ${programme.title}. Hãy chọn chương trình của kỳ đó.`,
    )
  }
  await listEntries(trx, ask, { programmeId, on: programme.act_on!, isTold: true }, [ask.id])
  return saveItem(trx, ask, item, {})
}

/** An entry of other programmes that a row of an annex may be. */
export interface Alike {
  id: number
  code: string
  name: string
  /** The programme that listed it first. */
  programme: string
  dueOn: string
  /** Of the same name and the same lead, or its successor. */
  isSame: boolean
  /** Due in the months of the programme. Else it is owed from before, or due later. */
  isDue: boolean
  /** Due after the programme, which can list it only once that is brought forward. */
  isLater: boolean
}

/** How alike two names are that are offered as one: above this, few words differ. */
const ALIKE = 0.7

/**
 * For each row of an annex by its position: the entries of other programmes it may be, the likeliest first. They are due in
 * the months of the programme, or due before or after it and still to be submitted. Leads are compared as of `day`.
 */
export async function entriesAlike(
  db: Handle<ProgrammeDb>,
  importId: number,
  programme: { programme_id: number; first_on: string; last_on: string },
  day: string,
): Promise<Map<number, Alike[]>> {
  const { first, last } = monthsOf(programme)
  const { rows } = await sql<Alike & { position: number }>`
    with heir as materialized (select h.agency_id, h.heir_id from registry.heirs(${day}::date) h),
    row as materialized (
      select r.position, r.item_id, coalesce(h.heir_id, r.lead_agency_id) as lead, ${nameKey(sql`r.name`)} as folded
      from programme.import_row r left join heir h on h.agency_id = r.lead_agency_id where r.import_id = ${importId}
    ),
    elsewhere as materialized (
      select i.item_id, i.code, i.name, ${nameKey(sql`i.name`)} as folded, coalesce(h.heir_id, i.lead_agency_id) as lead, i.due_on,
             i.due_on between ${first}::date and ${last}::date as is_due, i.due_on > ${last}::date as is_later,
             (select p.title from programme.entry e join programme.programme p on p.programme_id = e.programme_id
              where e.item_id = i.item_id order by e.entry_id limit 1) as programme
      from programme.item i left join heir h on h.agency_id = i.lead_agency_id
      where i.state = any(${LISTABLE})
        and (i.due_on between ${first}::date and ${last}::date or i.state in ('planned', 'returned'))
        and not exists (select from programme.entry e where e.item_id = i.item_id and e.programme_id = ${programme.programme_id})
    )
    select r.position, o.item_id as id, o.code, o.name, o.programme, o.due_on as "dueOn", o.is_due as "isDue", o.is_later as "isLater",
           o.folded = r.folded and o.lead = r.lead as "isSame"
    from row r
    join elsewhere o on o.item_id = r.item_id or o.folded = r.folded
      or o.lead = r.lead and not o.is_later and similarity(o.folded, r.folded) >= ${ALIKE}
    order by r.position, o.lead is distinct from r.lead, similarity(o.folded, r.folded) desc, not o.is_due, o.item_id`.execute(
    db,
  )
  return Map.groupBy(rows, ({ position }) => position)
}
