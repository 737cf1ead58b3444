/** Whose open pages learn that a document changed: those who take part in it, as one query for all listeners. */
import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Audience, Reached } from '../platform/live/channel.ts'
import type { RecordsDb } from './db.ts'

const outgoing: Audience = async (db, ids) => {
  const { rows } = await sql<Reached & { id: number }>`
    select o.outgoing_id as id, case when o.signed_at is not null then array[o.agency_id] else '{}' end as agencies,
           array(select s.person_id from records.route_step s where s.outgoing_id = o.outgoing_id and s.state <> 'waiting')
             || o.drafter_id || case when o.submitted_at is not null then array[o.signer_id] else '{}' end as people
    from records.outgoing o where o.outgoing_id = any(${[...ids]}::bigint[])`.execute(reading<RecordsDb>(db))
  return new Map(rows.map(({ id, agencies, people }) => [id, { agencies, people }]))
}

/** The body that keeps the book, and whoever has or had a part. */
const incoming: Audience = async (db, ids) => {
  const { rows } = await sql<Reached & { id: number }>`
    select i.incoming_id as id, array(select h.agency_id from records.handling h
             where h.incoming_id = i.incoming_id and h.agency_id is not null and h.state <> 'withdrawn') || i.agency_id as agencies,
           array(select h.person_id from records.handling h
             where h.incoming_id = i.incoming_id and h.person_id is not null and h.state <> 'withdrawn')
             || case when i.presented_to_id is null then '{}' else array[i.presented_to_id] end as people
    from records.incoming i where i.incoming_id = any(${[...ids]}::bigint[])`.execute(reading<RecordsDb>(db))
  return new Map(rows.map(({ id, agencies, people }) => [id, { agencies, people }]))
}

export const recordsAudiences: Readonly<Record<string, Audience>> = { outgoing, incoming }
