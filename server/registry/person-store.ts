import { type RawBuilder, sql } from 'kysely'
import type { Handle, Transaction } from '../platform/db.ts'
import { holdsWords } from '../platform/search.ts'
import type { RegistryDb } from './db.ts'
import type { Deputation, Following, PeopleQuery, Person, PersonRow, Post } from './person-shapes.ts'

type Registry = Handle<RegistryDb>

/** A person with their sign-in. */
export interface PersonRecord {
  id: number
  userId: string
  version: number
  fullName: string
  email: string
  isSample: boolean
  access: Person['access']
  invitation: Person['invitation']
  closedAt: string | null
  sessions: number
  lastSignedInAt: string | null
  isManaged: boolean
  changedAt: string
  changedBy: string
  emailChangedAt: string | null
  emailChangedBy: number | null
}

/** Whether a person can sign in, of a user `u` and the open invitation `i`, if any. */
const accessAt = (now: string) => sql<Person['access']>`case
  when u.deactivated_at is not null then 'closed'
  when u.has_credential then 'open'
  when i.expires_at > ${now}::timestamptz then 'invited'
  else 'expired' end`
const INVITATION = sql`left join platform.open_invitation i on i.user_id = u.user_id`

export async function findPerson(
  db: Registry,
  id: number,
  seen: RawBuilder<boolean>,
  now: string,
  managed: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<PersonRecord | undefined> {
  const { rows } = await sql<PersonRecord>`
    select p.person_id as id, p.user_id as "userId", p.version, p.full_name as "fullName", u.email,
           p.is_sample as "isSample", ${accessAt(now)} as access, u.deactivated_at as "closedAt",
           case when i.invitation_id is not null then jsonb_build_object('createdAt', i.created_at, 'createdBy', i.created_by,
                                                              'expiresAt', i.expires_at) end as invitation,
           u.open_sessions as sessions, u.last_signed_in_at as "lastSignedInAt", ${managed} as "isManaged",
           p.changed_at as "changedAt", p.changed_by as "changedBy",
           p.email_changed_at as "emailChangedAt", p.email_changed_by as "emailChangedBy"
    from registry.person p join platform.user_card u on u.user_id = p.user_id ${INVITATION}
    where p.person_id = ${id} and ${seen}`.execute(db)
  return rows[0]
}

/** Vietnamese lists sort people by their given name, the last word. */
const NAME_KEY = sql<string>`(regexp_replace(p.full_name, '^.*\\s', '') || ' ' || p.full_name)`

export interface FoundPerson extends Omit<PersonRow, 'posts' | 'lastSignedInAt'> {
  lastSignedInAt: string | null
  isManaged: boolean
  key: string
}

export async function findPeople(
  db: Registry,
  { seen, managed }: { seen: RawBuilder<boolean>; managed: RawBuilder<boolean> },
  query: PeopleQuery,
  { today, now }: { today: string; now: string },
  after: readonly [string, number] | undefined,
  limit: number,
): Promise<FoundPerson[]> {
  const conditions = [seen]
  if (query.search)
    conditions.push(holdsWords(sql`platform.fold(concat_ws(' ', p.full_name, u.email, u.username))`, query.search))
  if (query.access && query.access !== 'reset') conditions.push(sql<boolean>`${accessAt(now)} = ${query.access}`)
  if (query.signedIn) {
    conditions.push(
      managed,
      query.signedIn === 'never'
        ? sql<boolean>`u.last_signed_in_at is null`
        : sql<boolean>`coalesce(u.last_signed_in_at < ${now}::timestamptz - interval '90 days', true)`,
    )
  }
  if (query.agencyId !== undefined || query.role !== undefined) {
    conditions.push(sql<boolean>`exists (
      select from registry.post o
      where o.person_id = p.person_id and coalesce(upper(o.valid) > ${today}::date, true)
        and (${query.agencyId ?? null}::bigint is null
             or o.agency_id = any(registry.reach(array[${query.agencyId ?? null}::bigint], ${today}::date)))
        and (${query.role ?? null}::text is null or o.role = ${query.role ?? null}))`)
  }
  if (after)
    conditions.push(sql<boolean>`(${NAME_KEY} collate "vi-x-icu", p.person_id)
      > (${after[0]}::text collate "vi-x-icu", ${after[1]}::bigint)`)
  const { rows } = await sql<FoundPerson>`
    select p.person_id as id, p.full_name as "fullName", u.email, p.is_sample as "isSample", ${accessAt(now)} as access,
           (select q.requested_by from registry.reset_request q
            where q.person_id = p.person_id and q.settled_at is null) as "resetRequestedBy",
           u.last_signed_in_at as "lastSignedInAt", ${managed} as "isManaged", ${NAME_KEY} as key
    from registry.person p join platform.user_card u on u.user_id = p.user_id ${INVITATION}
    where ${sql.join(conditions, sql` and `)}
    order by ${NAME_KEY} collate "vi-x-icu", p.person_id
    limit ${limit}`.execute(db)
  return rows
}

const POST = sql`o.post_id as id, o.agency_id as "agencyId", a.name as "agencyName", o.role, r.name as "roleName",
  r.name_en as "roleNameEn", o.title, lower(o.valid) as "from", (upper(o.valid) - 1) as "to"`
const POST_TABLES = sql`registry.post o join registry.role r on r.role = o.role
  join registry.agency_latest a on a.agency_id = o.agency_id`

export interface PostRecord extends Post {
  personId: number
  sees: string
  rights: string[]
}

/** Posts of several people, newest first; of one person where `ids` is that one. */
export async function postsOf(db: Registry, ids: readonly number[]): Promise<PostRecord[]> {
  const { rows } = await sql<PostRecord>`
    select ${POST}, o.person_id as "personId", r.sees, r.rights from ${POST_TABLES}
    where o.person_id = any(${[...ids]}::bigint[])
    order by upper_inf(o.valid) desc, lower(o.valid) desc, o.post_id desc`.execute(db)
  return rows
}

export async function findPost(db: Registry, postId: number): Promise<PostRecord | undefined> {
  const { rows } = await sql<PostRecord>`
    select ${POST}, o.person_id as "personId", r.sees, r.rights from ${POST_TABLES}
    where o.post_id = ${postId}`.execute(db)
  return rows[0]
}

export interface HeldRole {
  agencyId: number
  sees: string
  rights: string[]
}

/** What a person may do by posts that have not ended, their own and those they are or will be deputed to. */
export async function rolesOfPerson(db: Registry, personId: number, today: string): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    select o.agency_id as "agencyId", r.sees, r.rights
    from registry.post o join registry.role r using (role)
    where coalesce(upper(o.valid) > ${today}::date, true)
      and (o.person_id = ${personId} or exists (
        select from registry.deputation d
        where d.post_id = o.post_id and d.deputy_id = ${personId} and d.revoked_at is null
          and upper(d.valid) > ${today}::date))`.execute(db)
  return rows
}

export interface DeputationRecord extends Omit<Deputation, 'mayRevoke'> {
  sees: string
  rights: string[]
}

/** Deputations that a person gave or received; newest first. */
export async function deputationsOf(
  db: Registry,
  by: { personId: number } | { id: number },
): Promise<DeputationRecord[]> {
  const which =
    'id' in by ? sql`d.deputation_id = ${by.id}` : sql`(d.owner_id = ${by.personId} or d.deputy_id = ${by.personId})`
  const { rows } = await sql<DeputationRecord>`
    select d.deputation_id as id, d.owner_id as "ownerId", w.full_name as "ownerName", d.deputy_id as "deputyId",
           y.full_name as "deputyName", d.kind, lower(d.valid) as "from", (upper(d.valid) - 1) as "to", d.document,
           d.reason, d.made_at as "madeAt", d.made_by as "madeBy", d.revoked_at as "revokedAt",
           d.revoked_by as "revokedBy", r.sees, r.rights,
           jsonb_build_object('id', o.post_id, 'agencyId', o.agency_id, 'agencyName', a.name, 'role', o.role,
             'roleName', r.name, 'roleNameEn', r.name_en, 'title', o.title, 'from', lower(o.valid),
             'to', upper(o.valid) - 1) as post
    from registry.deputation d
    join registry.post o on o.post_id = d.post_id
    join registry.role r on r.role = o.role
    join registry.agency_latest a on a.agency_id = o.agency_id
    join registry.person w on w.person_id = d.owner_id
    join registry.person y on y.person_id = d.deputy_id
    where ${which}
    order by d.deputation_id desc`.execute(db)
  return rows
}

/** Agencies a person follows or followed, by name. */
export async function followingsOf(db: Registry, personId: number): Promise<Following[]> {
  const { rows } = await sql<Following>`
    select f.agency_id as "agencyId", a.name as "agencyName", lower(f.valid) as "from", (upper(f.valid) - 1) as "to"
    from registry.following f join registry.agency_latest a on a.agency_id = f.agency_id
    where f.person_id = ${personId}
    order by a.position, a.name collate "vi-x-icu", lower(f.valid) desc`.execute(db)
  return rows
}

/** Marks a person as changed; returns the new version. */
export async function touchPerson(
  trx: Transaction<RegistryDb>,
  id: number,
  by: string,
  at: string,
  patch: { full_name?: string; email_changed_at?: string | null; email_changed_by?: number | null } = {},
): Promise<number> {
  const { version } = await trx
    .updateTable('registry.person')
    .set({ ...patch, version: sql<number>`version + 1`, changed_at: at, changed_by: by })
    .where('person_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
