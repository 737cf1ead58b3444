import { sql } from 'kysely'
import type { Actor, KnownActor, Role, SystemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type AnyHandle, type AnyTransaction, reading, within } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'

/** Who a signed-in user is today: their post of today and its body under its name of today; undefined without a post. */
export async function findActor(db: AnyHandle, userId: string): Promise<KnownActor | undefined> {
  const row = await reading<RegistryDb>(db)
    .selectFrom('registry.person_card as p')
    .innerJoin('registry.agency_latest as a', 'a.agency_id', 'p.agency_id')
    .select(['p.person_id', 'p.full_name', 'p.role', 'p.title', 'p.is_sample', 'p.agency_id', 'a.name as agency_name'])
    .where('p.user_id', '=', userId)
    .where(sql<boolean>`p.valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date`)
    .executeTakeFirst()
  return (
    row && {
      userId,
      personId: row.person_id!,
      name: row.full_name!,
      role: row.role as Role,
      agencyId: row.agency_id!,
      agencyName: row.agency_name!,
      title: row.title!,
      sample: row.is_sample!,
    }
  )
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
