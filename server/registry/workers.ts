/** Who is told of an act: the people who would deal with it, and those who deputise for them. */
import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import type { Right } from '../platform/rights.ts'
import { upFrom } from './addressees.ts'
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

/** For posts `h (root, post_id, person_id, is_focal)`: their holders and deputies, with an open sign-in, each once. */
const peopleOf = (held: ReturnType<typeof sql>, on: string) => sql`
  select distinct on (w.root, w.person_id) w.root as "agencyId", w.person_id as "personId", w.holder_id as "holderId",
         w.is_focal as "isFocal"
  from (
    select h.root, h.person_id, h.person_id as holder_id, h.is_focal from ${held} h
    union all
    select h.root, d.deputy_id, h.person_id, h.is_focal
    from ${held} h
    join registry.deputation d on d.post_id = h.post_id and d.valid @> ${on}::date and d.revoked_at is null
  ) w
  join registry.person p on p.person_id = w.person_id
  join platform.user_card u on u.user_id = p.user_id and u.deactivated_at is null
  order by w.root, w.person_id, w.person_id <> w.holder_id, not w.is_focal`

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
  const { rows } = await prepared(sql<Worker>`
    with recursive answering as (${upFrom(agencyIds, on)}),
    held as (
      select w.root, w.distance, c.post_id, c.person_id, 'people.keepOwn' = any(r.rights) as is_focal
      from answering w
      join registry.person_card c on c.agency_id = w.agency_id and c.valid @> ${on}::date
      join registry.role r on r.role = c.role and ${right}::text = any(r.rights)
    ),
    nearest as (
      select h.* from held h where h.distance = (select min(o.distance) from held o where o.root = h.root)
    )
    ${peopleOf(sql`nearest`, on)}`).execute(reading<RegistryDb>(db))
  return rows
}

/** Everyone who may do something for every agency on a day; `agencyId` is that of their post. */
export async function overseersOf(db: AnyHandle, right: Right, on: string): Promise<Worker[]> {
  const { rows } = await prepared(sql<Worker>`
    with held as (
      select c.agency_id as root, c.post_id, c.person_id, 'people.keepOwn' = any(r.rights) as is_focal
      from registry.person_card c
      join registry.role r on r.role = c.role and r.sees = 'all' and ${right}::text = any(r.rights)
      where c.valid @> ${on}::date
    )
    ${peopleOf(sql`held`, on)}`).execute(reading<RegistryDb>(db))
  return rows
}
