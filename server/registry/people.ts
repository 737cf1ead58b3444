import { sql } from 'kysely'
import type { Actor, KnownActor, Role, SystemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Caller, CallerQuery, Known } from '../platform/auth.ts'
import { type AnyHandle, type AnyTransaction, reading, within } from '../platform/db.ts'
import { settled } from '../platform/prepared.ts'
import type { Right } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'

/**
 * A user's person on a day, in the post they work in: the one chosen for the session while they may work in it, else
 * the first they hold. A deputy works with the rights and visibility of the post, under their own name.
 *
 * Every request comes through here, so it is one statement even if the platform first has to find the user: it then
 * passes a query of its own (`CallerQuery`), which is embedded unchanged. Neither side knows the tables of the other.
 */
export async function findActor(db: AnyHandle, known: Known, on: string): Promise<KnownActor | undefined>
export async function findActor<Kept>(
  db: AnyHandle,
  query: CallerQuery<Kept>,
  on: string,
): Promise<Caller<Kept> | undefined>
export async function findActor(
  db: AnyHandle,
  known: Known | CallerQuery<unknown>,
  on: string,
): Promise<KnownActor | Caller<unknown> | undefined> {
  if (!('userId' in known)) return working(db, known, on)
  const { userId, sessionId } = known
  const query: CallerQuery<null> = sql`
    select ${userId}::text as user_id, ${sessionId}::text as session_id, null::json as kept`
  return (await working(db, query, on))?.actor
}

/** The post is chosen first; the expensive part, the reach of its agency, is computed only for that one. */
async function working<Kept>(db: AnyHandle, query: CallerQuery<Kept>, on: string): Promise<Caller<Kept> | undefined> {
  const { rows } = await settled(sql<Whom<Kept> & (Working | { personId: null })>`
    with caller as materialized (${query}), day as (select ${on}::date as today)
    select k.user_id as "userId", k.kept, h.person_id as "personId", h.full_name as name, h.is_sample as sample,
           h.owner_id as "ownerId", h.owner_name as "ownerName", h.title, h.agency_id as "agencyId",
           (select a.name from registry.agency_period a where a.agency_id = h.agency_id order by a.valid desc limit 1)
             as "agencyName",
           coalesce((select a.kind = 'unit' from registry.agency_period a where a.agency_id = h.agency_id
                     order by a.valid desc limit 1), false) as "isUnit",
           h.role, h.rights, h.is_two_factor as "isTwoFactor", h.sees,
           case when h.agency_id is not null then registry.reach(array[h.agency_id], today) end as own,
           case when h.sees = 'followed' then registry.reach(
             array(select f.agency_id from registry.following f
                   where f.person_id = coalesce(h.owner_id, h.person_id) and f.valid @> today), today) end as followed,
           case when h.sees = 'followed' or (h.sees = 'all' and 'task.steer' = any(h.rights)) then (
             select f.person_id from registry.following f
             where f.person_id = coalesce(h.owner_id, h.person_id) and f.valid @> today limit 1) end as "followerId"
    from caller k cross join day left join lateral (
      select held.*, o.title, o.agency_id, r.role, r.rights, r.is_two_factor, r.sees
      from (
        select p.person_id, p.full_name, p.is_sample, o.post_id, null::bigint as deputation_id,
               null::bigint as owner_id, null::text as owner_name
        from registry.person p join registry.post o using (person_id)
        where p.user_id = k.user_id and o.valid @> today
        union all
        select p.person_id, p.full_name, p.is_sample, o.post_id, d.deputation_id, w.person_id, w.full_name
        from registry.person p
        join registry.deputation d on d.deputy_id = p.person_id and d.valid @> today and d.revoked_at is null
        join registry.post o on o.post_id = d.post_id and o.valid @> today
        join registry.person w on w.person_id = o.person_id
        where p.user_id = k.user_id
      ) held
      join registry.post o on o.post_id = held.post_id
      join registry.role r on r.role = o.role
      left join registry.working_post w on w.session_id = k.session_id and w.post_id = held.post_id
        and w.deputation_id is not distinct from held.deputation_id
      where not exists (select from platform.user_card u where u.user_id = k.user_id and u.deactivated_at is not null)
      order by w.session_id is null, held.deputation_id is not null, lower(o.valid), o.post_id
      limit 1
    ) h on true`).execute(reading<RegistryDb>(db))
  const row = rows[0]
  return row && { kept: row.kept, actor: row.personId === null ? undefined : actorFrom(row) }
}

interface Whom<Kept> {
  userId: string
  kept: Kept
}

interface Working {
  personId: number
  name: string
  sample: boolean
  ownerId: number | null
  ownerName: string | null
  title: string
  agencyId: number
  agencyName: string
  isUnit: boolean
  role: Role
  rights: Right[]
  isTwoFactor: boolean
  sees: 'all' | 'followed' | 'own'
  own: number[]
  followed: number[] | null
  followerId: number | null
}

function actorFrom(row: Whom<unknown> & Working): KnownActor {
  const { kept: _, ownerId, ownerName, sees, followed, ...actor } = row
  return {
    ...actor,
    seen: sees === 'all' ? null : sees === 'own' ? row.own : [...new Set([...row.own, ...(followed ?? [])])],
    onBehalfOf: ownerId === null ? null : { personId: ownerId, name: ownerName! },
  }
}

export interface NewPerson {
  /** The sign-in of `platform/auth.ts`. */
  userId: string
  fullName: string
  agencyId: number
  role: Role
  /** As written under a signature: "Chuyên viên chính". */
  title: string
  /** First day in the post, ISO. */
  from: string
  /** An invented person of the sample data. */
  isSample?: boolean
}

/** Gives a user their person and first post. Returns the person's id. */
export async function addPerson(trx: AnyTransaction, actor: Actor | SystemActor, person: NewPerson): Promise<number> {
  const handle = within<RegistryDb>(trx)
  const { person_id: personId } = await handle
    .insertInto('registry.person')
    .values({ user_id: person.userId, full_name: person.fullName, is_sample: person.isSample ?? false })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  await handle
    .insertInto('registry.post')
    .values({
      person_id: personId,
      agency_id: person.agencyId,
      role: person.role,
      title: person.title,
      valid: sql<string>`daterange(${person.from}::date, null)`,
    })
    .execute()
  const { agencyId, role, title, from } = person
  await record(trx, actor, 'person.added', {
    subject: { kind: 'person', id: personId },
    after: { fullName: person.fullName, agencyId, role, title, from },
  })
  return personId
}
