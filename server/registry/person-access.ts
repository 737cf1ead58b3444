import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { RegistryDb } from './db.ts'
import { findPerson, type HeldRole, type PersonRecord, rolesOfPerson } from './person-store.ts'

/** What a role may see and do. */
export interface Powers {
  sees: string
  rights: readonly string[]
}

/**
 * May the actor put people into posts of this role? Those who manage all people: every role, but one that manages the
 * system only if they do so too. Those who manage the own agency's: roles that see only their own agency and may do
 * nothing that the actor may not. Otherwise managing people would be a way to every right.
 */
export function mayGive(actor: Actor, { sees, rights }: Powers): boolean {
  if (hasRight(actor, 'people.keep')) return !rights.includes('system.keep') || hasRight(actor, 'system.keep')
  return (
    hasRight(actor, 'people.keepOwn') &&
    sees === 'own' &&
    rights.every((right) => OF_AN_OFFICE.has(right) || (actor.rights as readonly string[]).includes(right))
  )
}

/** Who manages the people of an agency appoints its leader, who signs its reports and documents, and its clerks, without signing or numbering themselves. */
const OF_AN_OFFICE: ReadonlySet<string> = new Set([
  'report.signOwn',
  'records.register',
  'records.assign',
  'records.sign',
  'records.archive',
])

/** May the actor give and end a post of this role in this agency? */
export function mayKeepPost(actor: Actor, agencyId: number, powers: Powers): boolean {
  return mayGive(actor, powers) && (hasRight(actor, 'people.keep') || actor.own.includes(agencyId))
}

/**
 * May the actor change the name and address, invite, close? Whoever can invite can take over the sign-in: so only
 * people all of whose posts, now, later and as a deputy, the actor could have given.
 */
export function isInCharge(actor: Actor, roles: readonly HeldRole[]): boolean {
  return (
    roles.every((role) => mayKeepPost(actor, role.agencyId, role)) &&
    (roles.length > 0 || hasRight(actor, 'people.keep'))
  )
}

/** May a role be told which agencies to follow? Those who see only what they follow, and those who follow up for the giver. */
export function mayFollow({ sees, rights }: Powers): boolean {
  return sees === 'followed' || (sees === 'all' && rights.includes('task.steer'))
}

/** The same as a condition on `registry.role r`. */
const isFollowing = sql<boolean>`(r.sees = 'followed' or (r.sees = 'all' and 'task.steer' = any(r.rights)))`

/** May the actor set who follows which agencies? */
export function mayAssignFollowing(actor: Actor): boolean {
  return hasRight(actor, 'people.keep') || (hasRight(actor, 'urge.sign') && actor.seen === null)
}

/** Refuses an actor who manages no people and has none to assign. */
export function demandPeople(actor: Actor): void {
  if (hasRight(actor, 'people.keep') || hasRight(actor, 'people.keepOwn') || mayAssignFollowing(actor)) return
  throw new Forbidden('person.not_allowed', 'Chỉ người quản lý tài khoản mới xem và thay đổi được phần này.')
}

/** Refuses an actor who may give no post at all. */
export function demandKeeper(actor: Actor): void {
  if (hasRight(actor, 'people.keep') || hasRight(actor, 'people.keepOwn')) return
  throw new Forbidden('person.not_allowed', 'Chỉ người quản lý tài khoản mới thêm được người dùng.')
}

/** The people whose posts an actor may give and end, now or in part, as a condition on `registry.person p`. */
export function managedPeople(actor: Actor) {
  if (hasRight(actor, 'people.keep')) return sql<boolean>`true`
  if (!hasRight(actor, 'people.keepOwn')) return sql<boolean>`false`
  return sql<boolean>`exists (select from registry.post o
    where o.person_id = p.person_id and o.agency_id = any(${[...actor.own]}::bigint[]))`
}

/** The people an actor may see, as a condition on `registry.person p`. */
export function seenPeople(actor: Actor) {
  if (hasRight(actor, 'people.keep')) return sql<boolean>`true`
  const members = mayAssignFollowing(actor)
    ? sql<boolean>`exists (select from registry.post o join registry.role r using (role)
        where o.person_id = p.person_id and ${isFollowing})`
    : sql<boolean>`false`
  return sql<boolean>`(${managedPeople(actor)} or ${members})`
}

/** The people whose new password waits for a second administrator, whom the actor may be, as a condition on `registry.person p`. */
export function waitsFor({ personId }: Actor) {
  return sql<boolean>`(p.person_id is distinct from ${personId}::bigint and exists (
    select from registry.reset_request q where q.person_id = p.person_id and q.settled_at is null
      and q.requested_by_person is distinct from ${personId}::bigint))`
}

/** A person to read; the same 404 whether they do not exist or the actor may not see them. */
export async function personToSee(
  db: Handle<RegistryDb>,
  actor: Actor,
  id: number,
  now: Temporal.Instant,
): Promise<PersonRecord> {
  demandPeople(actor)
  const person = await findPerson(db, id, seenPeople(actor), now.toString(), managedPeople(actor))
  if (!person) throw new NotFound('person.not_found', 'Không tìm thấy người này.')
  return person
}

/** A person to change, locked: 404 and 403 as above, 409 if they were changed meanwhile. */
export async function personToChange(trx: Transaction<RegistryDb>, ask: Ask): Promise<PersonRecord> {
  demandPeople(ask.actor)
  await sql`select from registry.person where person_id = ${ask.id} for update`.execute(trx)
  const person = await personToSee(trx, ask.actor, ask.id, ask.now)
  checkVersion(ask.version, person.version, { by: person.changedBy, at: person.changedAt })
  return person
}

/** The same for changes to the sign-in itself. */
export async function personInCharge(trx: Transaction<RegistryDb>, ask: Ask): Promise<PersonRecord> {
  const person = await personToChange(trx, ask)
  if (isInCharge(ask.actor, await rolesOfPerson(trx, ask.id, dayInVietnam(ask.now)))) return person
  throw new Forbidden(
    'person.not_in_charge',
    'Người này còn giữ vị trí ngoài phạm vi bạn quản lý. Hãy đề nghị quản trị hệ thống thực hiện.',
  )
}

/**
 * The same for what is behind the password: someone who sets passwords in an agency must not be able to remove both
 * factors.
 */
export async function personToLetIn(trx: Transaction<RegistryDb>, ask: Ask): Promise<PersonRecord> {
  const person = await personInCharge(trx, ask)
  if (hasRight(ask.actor, 'people.keep')) return person
  throw new Forbidden(
    'person.factors_not_allowed',
    'Chỉ quản trị hệ thống mới gỡ được xác thực hai lớp của người khác.',
  )
}
