import { sql } from 'kysely'
import { type Actor, type SystemActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type AnyTransaction, type Transaction, within } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'
import { touchPerson } from './person-store.ts'

export interface Inheritance {
  from: number
  /** The successor from `on` (ISO); null: none, posts end. */
  to: number | null
  on: string
  /** The document it is based on. */
  source: string
  now: Temporal.Instant
}

export interface Inherited {
  people: { personId: number; name: string; title: string }[]
  deputations: number
  followings: number
  clients: number
}

/**
 * Passes all people and everything bound to an agency in the registry to its successor: people continue there in a post
 * of the same role and title, deputies and sessions with them; followers of the one follow the other; API clients are
 * bound to it. What was before the day is unchanged. Repeated, it finds nothing left.
 */
export async function inheritAgency(
  anyTrx: AnyTransaction,
  actor: Actor | SystemActor,
  inheritance: Inheritance,
): Promise<Inherited> {
  const trx = within<RegistryDb>(anyTrx)
  const posts = await postsFrom(trx, inheritance)
  let deputations = 0
  for (const post of posts) deputations += await movePost(trx, actor, post, inheritance)
  return {
    people: posts.map(({ personId, name, title }) => ({ personId, name, title })),
    deputations,
    followings: await moveFollowings(trx, inheritance),
    clients:
      inheritance.to === null ? 0 : await moveClients(trx, actor, inheritance.from, inheritance.to, inheritance.now),
  }
}

interface Post {
  id: number
  personId: number
  name: string
  role: string
  title: string
  /** Begun before the day: the past stays recorded. */
  isSplit: boolean
}

async function postsFrom(trx: Transaction<RegistryDb>, { from, to, on }: Inheritance): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select o.post_id as id, o.person_id as "personId", p.full_name as name, o.role, o.title,
           lower(o.valid) < ${on}::date as "isSplit"
    from registry.post o join registry.person p using (person_id)
    where o.agency_id = ${from} and o.valid && daterange(${on}::date, null)
      and (${to}::bigint is not null or lower(o.valid) < ${on}::date)
    order by o.post_id
    for update of o`.execute(trx)
  return rows
}

/** Returns how many deputations were moved. */
async function movePost(
  trx: Transaction<RegistryDb>,
  actor: Actor | SystemActor,
  post: Post,
  { from, to, on, source, now }: Inheritance,
): Promise<number> {
  const next = to === null ? null : await postAt(trx, post, to, on)
  const deputations = next === null ? 0 : await moveDeputations(trx, post.id, next, on)
  if (next !== post.id) await endPostOn(trx, post, next, on)
  await touchPerson(trx, post.personId, signatureOf(actor), now.toString())
  await record(trx, actor, 'person.postInherited', {
    subject: { kind: 'person', id: post.personId },
    on,
    at: now.toString(),
    before: { postId: post.id, agencyId: from },
    after: { postId: next, agencyId: to },
    detail: { source, role: post.role, title: post.title },
  })
  return deputations
}

/** The post to continue in: the one held there already, this one if it began since, or a new one from the day. */
async function postAt(trx: Transaction<RegistryDb>, post: Post, to: number, on: string): Promise<number> {
  const { rows: held } = await sql<{ id: number }>`
    select h.post_id as id from registry.post h, registry.post o
    where o.post_id = ${post.id} and h.person_id = o.person_id and h.agency_id = ${to} and h.role = o.role
      and h.valid && (o.valid * daterange(${on}::date, null))
    order by lower(h.valid) limit 1`.execute(trx)
  if (held[0]) return held[0].id
  if (!post.isSplit) {
    await sql`update registry.post set agency_id = ${to} where post_id = ${post.id}`.execute(trx)
    return post.id
  }
  const { rows } = await sql<{ id: number }>`
    insert into registry.post (person_id, agency_id, role, title, valid)
    select person_id, ${to}, role, title, valid * daterange(${on}::date, null) from registry.post where post_id = ${post.id}
    returning post_id as id`.execute(trx)
  return rows[0]!.id
}

async function moveDeputations(
  trx: Transaction<RegistryDb>,
  postId: number,
  next: number,
  on: string,
): Promise<number> {
  if (postId === next) return 0
  const isFree = sql`not exists (
    select from registry.deputation e
    where e.post_id = ${next} and e.deputy_id = d.deputy_id and e.revoked_at is null
      and e.valid && (d.valid * daterange(${on}::date, null)))`
  const { numAffectedRows: whole } = await sql`
    update registry.deputation d set post_id = ${next}
    where d.post_id = ${postId} and d.revoked_at is null and lower(d.valid) >= ${on}::date and ${isFree}`.execute(trx)
  const { numAffectedRows: split } = await sql`
    insert into registry.deputation (post_id, owner_id, deputy_id, valid, kind, document, reason, made_at, made_by)
    select ${next}, owner_id, deputy_id, valid * daterange(${on}::date, null), kind, document, reason, made_at, made_by
    from registry.deputation d
    where d.post_id = ${postId} and d.revoked_at is null and lower(d.valid) < ${on}::date and upper(d.valid) > ${on}::date
      and ${isFree}`.execute(trx)
  await sql`
    update registry.deputation set valid = valid * daterange(null, ${on}::date)
    where post_id = ${postId} and lower(valid) < ${on}::date and upper(valid) > ${on}::date`.execute(trx)
  return Number(whole ?? 0n) + Number(split ?? 0n)
}

/** The post ends the day before; sessions that work in it continue in the next. */
async function endPostOn(trx: Transaction<RegistryDb>, post: Post, next: number | null, on: string): Promise<void> {
  await sql`
    update registry.working_post w
    set post_id = ${next}, deputation_id = (
      select d.deputation_id from registry.deputation o, registry.deputation d
      where o.deputation_id = w.deputation_id and d.post_id = ${next} and d.deputy_id = o.deputy_id
        and d.revoked_at is null and lower(d.valid) <= upper(o.valid)
      order by lower(d.valid) limit 1)
    where w.post_id = ${post.id} and ${next}::bigint is not null`.execute(trx)
  if (post.isSplit) {
    await sql`update registry.post set valid = valid * daterange(null, ${on}::date) where post_id = ${post.id}`.execute(
      trx,
    )
    return
  }
  // Begun after its agency had ended, and already held at the successor: it is removed.
  await sql`delete from registry.working_post where post_id = ${post.id}`.execute(trx)
  await sql`delete from registry.deputation where post_id = ${post.id}`.execute(trx)
  await sql`delete from registry.post where post_id = ${post.id}`.execute(trx)
}

async function moveFollowings(trx: Transaction<RegistryDb>, { from, to, on }: Inheritance): Promise<number> {
  const since = sql`daterange(${on}::date, null)`
  const { rows } = await sql<{ personId: number }>`
    with left_over as (
      select person_id, range_agg(valid * ${since}) as valid from registry.following
      where agency_id = ${from} and valid && ${since} group by person_id
    ), begun as (
      -- Except what is followed there already.
      insert into registry.following (person_id, agency_id, valid)
      select l.person_id, ${to}::bigint, unnest(l.valid - coalesce(
        (select range_agg(f.valid) from registry.following f where f.person_id = l.person_id and f.agency_id = ${to}),
        '{}'::datemultirange))
      from left_over l where ${to}::bigint is not null
    )
    select person_id as "personId" from left_over`.execute(trx)
  await sql`delete from registry.following where agency_id = ${from} and lower(valid) >= ${on}::date`.execute(trx)
  await sql`update registry.following set valid = valid * daterange(null, ${on}::date)
    where agency_id = ${from} and valid @> ${on}::date`.execute(trx)
  return rows.length
}

async function moveClients(
  trx: Transaction<RegistryDb>,
  actor: Actor | SystemActor,
  from: number,
  to: number,
  now: Temporal.Instant,
): Promise<number> {
  // Two agencies may each have a client with the same name: the one that moves says where it comes from.
  const { rows } = await sql<{ id: string; name: string }>`
    update registry.api_client c
    set agency_id = ${to}, version = c.version + 1, changed_at = ${now.toString()}::timestamptz,
        changed_by = ${signatureOf(actor)},
        name = case when exists (
            select from registry.api_client o
            where o.agency_id = ${to} and lower(o.name) = lower(c.name) and o.revoked_at is null)
          then c.name || ' (' || (select coalesce(a.abbreviation, a.slug) from registry.agency_latest a where a.agency_id = ${from}) || ')'
          else c.name end
    where c.agency_id = ${from} and c.revoked_at is null
    returning c.client_id as id, c.name`.execute(trx)
  for (const { id, name } of rows) {
    await record(trx, actor, 'client.changed', {
      subject: { kind: 'client', id },
      at: now.toString(),
      before: { agencyId: from },
      after: { agencyId: to, name },
    })
  }
  return rows.length
}
