import { sql } from 'kysely'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { calendarOf } from '../registry/index.ts'
import { registerBy } from './clock.ts'
import type { RecordsDb } from './db.ts'
import type { Head } from './incoming-head.ts'
import type { Row } from './store.ts'

export type Incoming = Row<'records.incoming'>
export type HandlingRecord = Row<'records.handling'>
export const about = (id: number) => ({ kind: 'incoming', id })

/** By when a document is registered, by the rule of the day it arrived. */
export async function registerDueAt(db: AnyHandle, arrivedAt: Temporal.Instant, isUrgent: boolean): Promise<string> {
  const { rows } = await sql<{ closesAt: string; days: number; urgentMinutes: number }>`
    select closes_at::text as "closesAt", days, urgent_minutes as "urgentMinutes" from records.clock_rule
    where rule = 'register' order by valid @> ${dayInVietnam(arrivedAt)}::date desc, lower(valid) limit 1`.execute(
    reading<RecordsDb>(db),
  )
  return registerBy(rows[0]!, arrivedAt, isUrgent, await calendarOf(db)).toString()
}

/** What the text of the main file proposes; null where it was not read or says nothing. */
export async function headFor(db: AnyHandle, incomingId: number): Promise<Head | null> {
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.incoming_file as f')
    .innerJoin('records.file_text as t', 't.sha256', 'f.sha256')
    .select('t.head')
    .where('f.incoming_id', '=', incomingId)
    .where('f.is_main', '=', true)
    .executeTakeFirst()
  return (row?.head as unknown as Head | null) ?? null
}

/** Of these people, those with a post in the agency or under it on a day, with the agency of that post. */
export async function postsWithin(
  db: AnyHandle,
  agencyId: number,
  people: readonly number[],
  on: string,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; agencyId: number }>`
    select distinct on (c.person_id) c.person_id as id, c.agency_id as "agencyId" from registry.person_card c
    where c.person_id = any(${[...people]}::bigint[]) and c.valid @> ${on}::date
      and c.agency_id = any(registry.reach(array[${agencyId}]::bigint[], ${on}::date))
    order by c.person_id, c.agency_id <> ${agencyId} desc, lower(c.valid), c.post_id`.execute(reading<RecordsDb>(db))
  return new Map(rows.map(({ id, agencyId: of }) => [id, of]))
}

/** Of these agencies, those that exist on a day and are the agency or under it. */
export async function unitsWithin(
  db: AnyHandle,
  agencyId: number,
  units: readonly number[],
  on: string,
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select c.agency_id as id from registry.agency_card c
    where c.agency_id = any(${[...units]}::bigint[]) and c.valid @> ${on}::date
      and c.agency_id = any(registry.reach(array[${agencyId}]::bigint[], ${on}::date))`.execute(reading<RecordsDb>(db))
  return new Set(rows.map(({ id }) => id))
}

export async function demandKnownKind(db: AnyHandle, kind: string, field: string): Promise<void> {
  const found = await reading<RecordsDb>(db)
    .selectFrom('registry.document_kind_card')
    .select('kind')
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!found)
    throw wrong(field, 'incoming.no_such_kind', 'Không có loại văn bản này. Hãy chọn loại khác trong danh mục.')
}
