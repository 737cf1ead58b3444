/** Who is told of an act: the people who would deal with it, and those who deputise for them. */
import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { Right } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'

export interface Worker {
  /** The agency asked for. */
  agencyId: number
  personId: number
  /** Whose post it is: another person for a deputy. */
  holderId: number
  /** Manages the people of the agency: its focal point. */
  isFocal: boolean
}

/**
 * The people who may do something for these agencies on a day: those with a post in the agency itself that gives the right;
 * if there is none, those of the nearest one responsible for it (its main successor, the agency a unit belongs to), who all
 * may see what it may see.
 */
export async function workersOf(
  db: AnyHandle,
  agencyIds: readonly number[],
  right: Right,
  on: string,
): Promise<Worker[]> {
  if (agencyIds.length === 0) return []
  const { rows } = await sql<Worker>`
    select w.agency_id as "agencyId", w.person_id as "personId", w.holder_id as "holderId", w.is_focal as "isFocal"
    from registry.workers(${[...agencyIds]}::bigint[], ${right}, ${on}::date) w`.execute(reading<RegistryDb>(db))
  return rows
}

/** Everyone who may do something for every agency on a day, and their deputies; `agencyId` is that of the post. */
export async function overseersOf(db: AnyHandle, right: Right, on: string): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    with held as (
      select c.agency_id, c.post_id, c.person_id, 'people.keepOwn' = any(r.rights) as is_focal
      from registry.person_card c
      join registry.role r on r.role = c.role and r.sees = 'all' and ${right}::text = any(r.rights)
      where c.valid @> ${on}::date
    )
    select distinct on (w.person_id) w.agency_id as "agencyId", w.person_id as "personId", w.holder_id as "holderId",
           w.is_focal as "isFocal"
    from (
      select h.agency_id, h.person_id, h.person_id as holder_id, h.is_focal from held h
      union all
      select h.agency_id, d.deputy_id, h.person_id, h.is_focal
      from held h
      join registry.deputation d on d.post_id = h.post_id and d.valid @> ${on}::date and d.revoked_at is null
    ) w
    join registry.person p on p.person_id = w.person_id
    join platform.user_card u on u.user_id = p.user_id and u.deactivated_at is null
    order by w.person_id, w.person_id <> w.holder_id`.execute(reading<RegistryDb>(db))
  return rows
}
