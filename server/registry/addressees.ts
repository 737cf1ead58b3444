import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { Right } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'

/** A person who can be notified for an agency on a day. */
export interface Addressee {
  /** The agency in question. */
  agencyId: number
  personId: number
  name: string
  email: string
  role: string
  title: string
  /** Steps from the agency in question to the one they have their post in: 0 is the agency itself. */
  distance: number
}

/**
 * The people with a post in these agencies on a day; for an agency that has ended also those of its main successor, for
 * a unit also those of the agency it belongs to, each with how far away they are. Closed sign-ins are left out.
 */
export async function addresseesOf(db: AnyHandle, agencyIds: readonly number[], on: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select distinct on (w.root, c.person_id, c.role)
           w.root as "agencyId", c.person_id as "personId", c.full_name as name, u.email, c.role, c.title, w.distance
    from registry.responsible(${[...agencyIds]}::bigint[], ${on}::date) w
    join registry.person_card c on c.agency_id = w.agency_id and c.valid @> ${on}::date
    join platform.user_card u on u.user_id = c.user_id and u.deactivated_at is null
    order by w.root, c.person_id, c.role, w.distance`.execute(reading<RegistryDb>(db))
  return rows
}

/** Members of the Task Force assigned to follow these agencies on a day. */
export async function followersOf(db: AnyHandle, agencyIds: readonly number[], on: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select distinct on (w.root, f.person_id)
           w.root as "agencyId", f.person_id as "personId", c.full_name as name, u.email, c.role, c.title, w.distance
    from registry.responsible(${[...agencyIds]}::bigint[], ${on}::date) w
    join registry.following f on f.agency_id = w.agency_id and f.valid @> ${on}::date
    join registry.person_card c on c.person_id = f.person_id and c.valid @> ${on}::date
    join registry.role r on r.role = c.role and r.sees = 'followed'
    join platform.user_card u on u.user_id = c.user_id and u.deactivated_at is null
    order by w.root, f.person_id, w.distance`.execute(reading<RegistryDb>(db))
  return rows
}

/** Everyone who has a right on a day, with the agency of the post that gives it. */
export async function holdersOf(db: AnyHandle, right: Right, on: string): Promise<Omit<Addressee, 'distance'>[]> {
  const { rows } = await sql<Omit<Addressee, 'distance'>>`
    select distinct on (c.person_id) c.agency_id as "agencyId", c.person_id as "personId", c.full_name as name, u.email,
           c.role, c.title
    from registry.person_card c
    join registry.role r on r.role = c.role and ${right} = any(r.rights)
    join platform.user_card u on u.user_id = c.user_id and u.deactivated_at is null
    where c.valid @> ${on}::date
    order by c.person_id, lower(c.valid), c.post_id`.execute(reading<RegistryDb>(db))
  return rows
}

/** The deputation in force by which a deputy acts, and the titles of both. */
export interface DeputationInForce {
  kind: 'authorised' | 'absent'
  ownerTitle: string
  deputyTitle: string
  /** Whether the deputy has a post in the same agency; false: in a unit of it, or elsewhere. */
  isOfSameAgency: boolean
}

/** The deputation by which the actor works now; undefined for an actor in their own post. */
export async function deputationOf(db: AnyHandle, actor: Actor, on: string): Promise<DeputationInForce | undefined> {
  if (actor.onBehalfOf === null) return undefined
  const { rows } = await sql<DeputationInForce>`
    select d.kind, o.title as "ownerTitle", coalesce(own.title, '') as "deputyTitle",
           coalesce(own.agency_id = o.agency_id, false) as "isOfSameAgency"
    from registry.deputation d
    join registry.person_card o on o.post_id = d.post_id and o.agency_id = ${actor.agencyId} and o.role = ${actor.role}
    left join lateral (
      select c.title, c.agency_id from registry.person_card c
      where c.person_id = d.deputy_id and c.valid @> ${on}::date
      order by c.agency_id = o.agency_id desc, lower(c.valid), c.post_id limit 1
    ) own on true
    where d.deputy_id = ${actor.personId} and o.person_id = ${actor.onBehalfOf.personId}
      and d.valid @> ${on}::date and d.revoked_at is null
    order by d.deputation_id desc limit 1`.execute(reading<RegistryDb>(db))
  return rows[0]
}
