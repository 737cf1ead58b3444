import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import { holdsWords } from '../platform/search.ts'
import type { RegistryDb } from './db.ts'

/** A person who may read what some agencies have a part in, in one of their posts or as a deputy. */
export interface Reader {
  personId: number
  name: string
  title: string
  agencyName: string
}

export interface ReadersQuery {
  /** The thing is visible to whoever may see one of these. */
  agencyIds: readonly number[]
  /** Only those who see every agency, or who have this right. */
  only?: 'task.steer'
  /** Only these people. */
  among?: readonly number[]
  /** Words of the name, the title or the agency, in any spelling; those whose name has them all come first. */
  words?: string
  limit?: number
}

/**
 * Who may read a thing of these agencies on a day: the counterpart of `findActor`, from the thing to the people, by the same
 * reach. Whichever post a person is working in now, they count if one of their posts lets them read. Closed sign-ins do not.
 */
export async function readersOf(db: AnyHandle, query: ReadersQuery, on: string): Promise<Reader[]> {
  const { agencyIds, only, among, words = '', limit } = query
  const { rows } = await sql<Reader>`
    with above as materialized (select registry.above(${[...agencyIds]}::bigint[], ${on}::date) as ids),
    entitled as (
      select o.post_id, o.person_id, o.title, o.agency_id
      from registry.post o
      join registry.role r on r.role = o.role
      cross join above
      where o.valid @> ${on}::date
        and (r.sees = 'all' or o.agency_id = any(above.ids) or r.sees = 'followed' and exists (
          select from registry.following f
          where f.person_id = o.person_id and f.valid @> ${on}::date and f.agency_id = any(above.ids)))
        ${only === undefined ? sql`` : sql`and (r.sees = 'all' or ${only}::text = any(r.rights))`}
    ),
    hands as (
      select e.person_id, e.title, e.agency_id, false as is_deputy from entitled e
      union all
      select d.deputy_id, e.title, e.agency_id, true
      from entitled e
      join registry.deputation d on d.post_id = e.post_id and d.valid @> ${on}::date and d.revoked_at is null
    ),
    reader as (
      select distinct on (h.person_id) h.person_id, p.full_name, h.title, h.agency_id
      from hands h
      join registry.person p on p.person_id = h.person_id
      join platform.user_card u on u.user_id = p.user_id and u.deactivated_at is null
      ${among === undefined ? sql`` : sql`where h.person_id = any(${[...among]}::bigint[])`}
      order by h.person_id, h.is_deputy, h.agency_id
    )
    select r.person_id as "personId", r.full_name as name, r.title, a.name as "agencyName"
    from reader r
    join registry.agency_latest a on a.agency_id = r.agency_id
    ${words.trim() === '' ? sql`` : sql`where ${holdsWords(sql`platform.fold(r.full_name || ' ' || r.title || ' ' || a.name)`, words)}`}
    order by ${words.trim() === '' ? sql`` : sql`not ${holdsWords(sql`platform.fold(r.full_name)`, words)},`}
      not r.agency_id = any(${[...agencyIds]}::bigint[]), r.full_name collate "vi-x-icu", r.person_id
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(reading<RegistryDb>(db))
  return rows
}
