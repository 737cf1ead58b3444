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

/** What a role lets see and do. */
export interface Powers {
  sees: string
  rights: readonly string[]
}

/**
 * May the actor put people into posts of this role? Who keeps all people: every role, but one that keeps the system only
 * where they keep it too. Who keeps the own body's: roles that see no more than their own body and may do nothing that
 * the keeper may not. Otherwise keeping people would be a way to any right there is.
 */
export function mayGive(actor: Actor, { sees, rights }: Powers): boolean {
  if (hasRight(actor, 'people.keep')) return !rights.includes('system.keep') || hasRight(actor, 'system.keep')
  return (
    hasRight(actor, 'people.keepOwn') &&
    sees === 'own' &&
    rights.every((right) => (actor.rights as readonly string[]).includes(right))
  )
}

/** May the actor give and end a post of this role in this body? */
export function mayKeepPost(actor: Actor, agencyId: number, powers: Powers): boolean {
  return mayGive(actor, powers) && (hasRight(actor, 'people.keep') || actor.own.includes(agencyId))
}

/**
 * May the actor change the name and address, invite, close? Whoever invites can be who is invited: so only over people
 * whose every post, now, later and as a deputy, they could have given.
 */
export function isInCharge(actor: Actor, roles: readonly HeldRole[]): boolean {
  return (
    roles.every((role) => mayKeepPost(actor, role.agencyId, role)) &&
    (roles.length > 0 || hasRight(actor, 'people.keep'))
  )
}

/** May the actor say whom a member of the Task Force follows? */
export function mayAssignFollowing(actor: Actor): boolean {
  return hasRight(actor, 'people.keep') || (hasRight(actor, 'urge.sign') && actor.seen === null)
}

/** Refuses those who keep no people and have none to assign. */
export function demandPeople(actor: Actor): void {
  if (hasRight(actor, 'people.keep') || hasRight(actor, 'people.keepOwn') || mayAssignFollowing(actor)) return
  throw new Forbidden('person.not_allowed', 'Chỉ người quản lý tài khoản mới xem và thay đổi được phần này.')
}

/** Refuses those who may give no post at all. */
export function demandKeeper(actor: Actor): void {
  if (hasRight(actor, 'people.keep') || hasRight(actor, 'people.keepOwn')) return
  throw new Forbidden('person.not_allowed', 'Chỉ người quản lý tài khoản mới thêm được người dùng.')
}

/** The people an actor may see, as a condition on `registry.person p`. */
export function seenPeople(actor: Actor) {
  if (hasRight(actor, 'people.keep')) return sql<boolean>`true`
  const own = hasRight(actor, 'people.keepOwn')
    ? sql<boolean>`exists (select from registry.post o
        where o.person_id = p.person_id and o.agency_id = any(${[...actor.own]}::bigint[]))`
    : sql<boolean>`false`
  const members = mayAssignFollowing(actor)
    ? sql<boolean>`exists (select from registry.post o join registry.role r using (role)
        where o.person_id = p.person_id and r.sees = 'followed')`
    : sql<boolean>`false`
  return sql<boolean>`(${own} or ${members})`
}

/** A person to be looked at; the same 404 whether they are not there or not the actor's to see. */
export async function personToSee(
  db: Handle<RegistryDb>,
  actor: Actor,
  id: number,
  now: Temporal.Instant,
): Promise<PersonRecord> {
  demandPeople(actor)
  const person = await findPerson(db, id, seenPeople(actor), now.toString())
  if (!person) throw new NotFound('person.not_found', 'Không tìm thấy người này.')
  return person
}

/** A person to be changed, locked: 404 and 403 as above, 409 where somebody changed them meanwhile. */
export async function personToChange(trx: Transaction<RegistryDb>, ask: Ask): Promise<PersonRecord> {
  demandPeople(ask.actor)
  await sql`select from registry.person where person_id = ${ask.id} for update`.execute(trx)
  const person = await personToSee(trx, ask.actor, ask.id, ask.now)
  checkVersion(ask.version, person.version, { by: person.changedBy, at: person.changedAt })
  return person
}

/** The same for what touches the sign-in itself. */
export async function personInCharge(trx: Transaction<RegistryDb>, ask: Ask): Promise<PersonRecord> {
  const person = await personToChange(trx, ask)
  if (isInCharge(ask.actor, await rolesOfPerson(trx, ask.id, dayInVietnam(ask.now)))) return person
  throw new Forbidden(
    'person.not_in_charge',
    'Người này còn giữ vị trí ngoài phạm vi bạn quản lý. Hãy đề nghị quản trị hệ thống thực hiện.',
  )
}

/** The same for what stands behind the password: whoever gives passwords in a body must not be able to take both locks off. */
export async function personToLetIn(trx: Transaction<RegistryDb>, ask: Ask): Promise<PersonRecord> {
  const person = await personInCharge(trx, ask)
  if (hasRight(ask.actor, 'people.keep')) return person
  throw new Forbidden(
    'person.factors_not_allowed',
    'Chỉ quản trị hệ thống mới gỡ được xác thực hai lớp của người khác.',
  )
}
