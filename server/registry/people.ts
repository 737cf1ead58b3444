import { sql } from 'kysely'
import type { Actor, KnownActor, Role, SystemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Known } from '../platform/auth.ts'
import { type AnyHandle, type AnyTransaction, reading, within } from '../platform/db.ts'
import type { Right } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'

/**
 * Who somebody is on a day, in the post they work in: the one chosen for the session while it is theirs to work in, else
 * the first they hold. A deputy works with the rights and sight of the post, under their own name.
 */
export async function findActor(db: AnyHandle, known: Known, on: string): Promise<KnownActor | undefined> {
  const { rows } = await sql<Working>`
    with held as (
      select p.person_id, p.full_name, p.is_sample, o.post_id, null::bigint as deputation_id, null::bigint as owner_id,
             null::text as owner_name
      from registry.person p join registry.post o using (person_id)
      where p.user_id = ${known.userId} and o.valid @> ${on}::date
      union all
      select p.person_id, p.full_name, p.is_sample, o.post_id, d.deputation_id, w.person_id, w.full_name
      from registry.person p
      join registry.deputation d on d.deputy_id = p.person_id and d.valid @> ${on}::date and d.revoked_at is null
      join registry.post o on o.post_id = d.post_id and o.valid @> ${on}::date
      join registry.person w on w.person_id = o.person_id
      where p.user_id = ${known.userId}
    )
    select h.person_id as "personId", h.full_name as name, h.is_sample as sample, h.owner_id as "ownerId",
           h.owner_name as "ownerName", o.title, o.agency_id as "agencyId", a.name as "agencyName",
           r.role, r.rights, r.is_two_factor as "isTwoFactor", r.sees, registry.reach(array[o.agency_id], ${on}::date) as own,
           case when r.sees = 'followed' then registry.reach(
             array(select f.agency_id from registry.following f
                   where f.person_id = coalesce(h.owner_id, h.person_id) and f.valid @> ${on}::date), ${on}::date) end as followed
    from held h
    join registry.post o on o.post_id = h.post_id
    join registry.role r on r.role = o.role
    join registry.agency_latest a on a.agency_id = o.agency_id
    left join registry.working_post w on w.session_id = ${known.sessionId} and w.post_id = h.post_id
      and w.deputation_id is not distinct from h.deputation_id
    where not exists (select from platform.user u where u.id = ${known.userId} and u.deactivated_at is not null)
    order by w.session_id is null, h.deputation_id is not null, lower(o.valid), o.post_id
    limit 1`.execute(reading<RegistryDb>(db))
  return rows[0] && actorFrom(known.userId, rows[0])
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
  role: Role
  rights: Right[]
  isTwoFactor: boolean
  sees: 'all' | 'followed' | 'own'
  own: number[]
  followed: number[] | null
}

function actorFrom(userId: string, row: Working): KnownActor {
  const { ownerId, ownerName, sees, followed, ...actor } = row
  return {
    ...actor,
    userId,
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
  /** As it stands under a signature: "Chuyên viên chính". */
  title: string
  /** First day in the post, ISO. */
  from: string
  /** An invented person of the sample data. */
  isSample?: boolean
}

/** Gives a sign-in its person and first post. Returns the person's id. */
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
