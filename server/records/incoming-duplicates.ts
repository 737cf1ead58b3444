/** Documents that may be the one that arrived: the same bytes, the same number of the same sender and day, a similar subject. */
import { type RawBuilder, sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { RecordsDb } from './db.ts'
import type { Duplicate } from './incoming-shapes.ts'

export interface Likeness {
  senderId: number | null
  senderName: string | null
  notation: string | null
  issuedOn: string | null
  about: string | null
}

const MOST_SIMILAR = 5

/** For `records.incoming o`, a document that may be the same: it is in the book, or still to be registered. */
const COUNTS = sql`o.state not in ('refused', 'returned')`

const sameNotation = (of: Likeness): RawBuilder<boolean> | null =>
  of.notation === null
    ? null
    : sql<boolean>`o.notation = ${of.notation} and o.issued_on is not distinct from ${of.issuedOn}::date
        and (${of.senderId}::bigint is null or o.sender_id is null or o.sender_id = ${of.senderId})
        and (o.sender_id is not null and ${of.senderId}::bigint is not null
          or platform.fold(o.sender_name) = platform.fold(${of.senderName ?? ''}))`

/** The surest first, each document once; with what was done with it. */
export async function duplicatesOf(
  db: AnyHandle,
  { id, agencyId }: { id: number; agencyId: number },
  of: Likeness,
): Promise<Duplicate[]> {
  const notation = sameNotation(of)
  const { rows } = await sql<Duplicate>`
    with alike as (
      select distinct on (w.incoming_id) w.incoming_id, w.rank, w.likeness from (
        select o.incoming_id, 1 as rank, 1.0::real as likeness from records.incoming_file mine
          join records.incoming_file f on f.sha256 = mine.sha256
          join records.incoming o on o.incoming_id = f.incoming_id and o.agency_id = ${agencyId} and ${COUNTS}
          where mine.incoming_id = ${id} and mine.is_main
        ${
          notation === null
            ? sql``
            : sql`union all select o.incoming_id, 2, 1.0 from records.incoming o
          where o.agency_id = ${agencyId} and ${COUNTS} and ${notation}`
        }
        ${
          of.about === null
            ? sql``
            : sql`union all select l.incoming_id, 3, l.likeness from records.alike(${agencyId}, ${of.about}, ${MOST_SIMILAR}) l`
        }
      ) w where w.incoming_id <> ${id}
      order by w.incoming_id, w.rank
    )
    select o.incoming_id as id, (array['bytes', 'notation', 'similar'])[a.rank] as how, o.number_written as number, o.notation,
           o.issued_on as "issuedOn", o.sender_name as sender, o.about, o.state, o.arrived_at as "arrivedAt",
           (select coalesce(u.name, p.full_name) from records.handling h
              left join registry.agency_latest u on u.agency_id = h.agency_id
              left join lateral (select c.full_name from registry.person_card c where c.person_id = h.person_id limit 1) p on true
              where h.incoming_id = o.incoming_id and h.part = 'lead' and h.from_id is null and h.state not in ('withdrawn', 'givenBack')
              limit 1) as lead,
           o.done_words as result
    from alike a join records.incoming o using (incoming_id)
    order by a.rank, a.likeness desc, o.arrived_at desc, o.incoming_id limit 20`.execute(reading<RecordsDb>(db))
  return rows
}

/** For `records.incoming i`: how many documents have its bytes, or its number, day and sender. */
export const duplicatesCount = sql<number>`(select count(distinct o.incoming_id)::integer from (
    select f.incoming_id from records.incoming_file mine join records.incoming_file f on f.sha256 = mine.sha256
      where mine.incoming_id = i.incoming_id and mine.is_main
    union all
    select n.incoming_id from records.incoming n
      where n.agency_id = i.agency_id and n.notation = coalesce(i.notation, t.head ->> 'notation')
        and n.issued_on is not distinct from coalesce(i.issued_on, (t.head ->> 'issuedOn')::date)
        and platform.fold(n.sender_name) = platform.fold(coalesce(i.sender_name, t.head ->> 'senderName'))
  ) w join records.incoming o on o.incoming_id = w.incoming_id
  where o.incoming_id <> i.incoming_id and o.agency_id = i.agency_id and ${COUNTS})`
