/**
 * A new password for someone who already signs in. Who can set it can act as them: so the link goes to their own address or,
 * where there is no mail or the address is fresh, a second administrator decides.
 */
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict, Forbidden } from '../platform/errors.ts'
import { revokeInvitations } from '../platform/invitation.ts'
import { hasRight } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'
import { type InviteDeps, invite } from './invite.ts'
import { personInCharge } from './person-access.ts'
import type { Invitation, Person } from './person-shapes.ts'
import { type PersonRecord, touchPerson } from './person-store.ts'

/**
 * Whether a new link for this person waits for another. Whoever manages all people may hand one over while the person has no
 * password yet, as they did when they added them; who manages those of an agency may not. Pure.
 */
export function needsSecond(
  person: Pick<PersonRecord, 'access' | 'emailChangedAt'>,
  { hasMail, keepsAll }: { hasMail: boolean; keepsAll: boolean },
): boolean {
  const isFirst = person.access !== 'open' && keepsAll
  return !isFirst && (!hasMail || person.emailChangedAt !== null)
}

/**
 * Lets a person set their own password, by a link sent to their address. Without mail, or at an address that another set, it
 * waits for a second administrator; only who never had a password gets it by hand, from who manages all people.
 */
export async function invitePerson(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  deps: InviteDeps,
): Promise<{ version: number; invitation: Invitation | null; waits: boolean }> {
  const person = await personInCharge(trx, ask)
  refuseClosed(person)
  const given = { hasMail: Boolean(deps.config.mail), keepsAll: hasRight(ask.actor, 'people.keep') }
  const waits = needsSecond(person, given)
  if (waits) await requestReset(trx, ask, person)
  const invitation = waits ? null : await invite(trx, ask, { ...person, name: person.fullName }, deps)
  const version = await touchPerson(trx, person.id, signatureOf(ask.actor), ask.now.toString())
  return { version, invitation, waits }
}

function refuseClosed({ closedAt }: PersonRecord): void {
  if (closedAt !== null)
    throw new Conflict('person.closed', 'Tài khoản này đã ngừng. Hãy mở lại trước khi gửi lời mời.')
}

interface OpenRequest {
  id: number
  requestedAt: string
  requestedBy: string
  byPerson: number
  forPerson: number | null
  isKeeper: boolean
  isFromDoor: boolean
}

async function openRequestOf(db: Handle<RegistryDb>, personId: number): Promise<OpenRequest | undefined> {
  return db
    .selectFrom('registry.reset_request')
    .select([
      'reset_request_id as id',
      'requested_at as requestedAt',
      'requested_by as requestedBy',
      'requested_by_person as byPerson',
      'requested_for_person as forPerson',
      'is_keeper as isKeeper',
      'is_from_door as isFromDoor',
    ])
    .where('person_id', '=', personId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
}

/** The open request for a person as shown, and whether the actor may decide it. */
export async function resetOf(db: Handle<RegistryDb>, actor: Actor, person: PersonRecord): Promise<Person['reset']> {
  const open = await openRequestOf(db, person.id)
  if (!open) return null
  const { requestedAt, requestedBy, isFromDoor } = open
  return {
    requestedAt,
    requestedBy,
    isFromDoor,
    maySettle: maySettle(actor, open, person),
    isAddressOfAnother: person.emailChangedAt !== null,
  }
}

/** Nobody decides what they, or who they act for, requested, what is about themselves, or what goes to an address they set. */
function maySettle(actor: Actor, request: OpenRequest, person: PersonRecord): boolean {
  const barred = [request.byPerson, request.forPerson, person.id, person.emailChangedBy]
  const hands = [actor.personId, actor.onBehalfOf?.personId ?? null].filter((hand) => hand !== null)
  return hasRight(actor, 'people.keep') && actor.personId !== null && !hands.some((hand) => barred.includes(hand))
}

/** Notes that a person needs a new password; a second administrator decides. A request that is open stays as it is. */
export async function requestReset(
  trx: Transaction<RegistryDb>,
  { actor, now }: Pick<Ask, 'actor' | 'now'>,
  person: PersonRecord,
): Promise<void> {
  if (actor.personId === null)
    throw new Forbidden('person.not_allowed', 'Ứng dụng kết nối không đặt lại mật khẩu của ai.')
  if (await openRequestOf(trx, person.id)) return
  await revokeInvitations(trx, person.userId, now)
  const at = now.toString()
  await trx
    .insertInto('registry.reset_request')
    .values({
      person_id: person.id,
      requested_at: at,
      requested_by: signatureOf(actor),
      requested_by_person: actor.personId,
      requested_for_person: actor.onBehalfOf?.personId ?? null,
      is_keeper: hasRight(actor, 'people.keep'),
    })
    .execute()
  await record(trx, actor, 'person.resetRequested', { subject: { kind: 'person', id: person.id }, at })
}

/**
 * Approves it, and gives the link to who approved or, if there is mail, to the person; or refuses it, which ends a link given
 * before. Two who manage all people are needed for someone with a password: where another requested it, the first supports
 * it, and it waits for the next.
 */
export async function settleReset(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  { isApproved }: { isApproved: boolean },
  deps: InviteDeps,
): Promise<{ version: number; invitation: Invitation | null; waits: boolean }> {
  const person = await personInCharge(trx, ask)
  refuseClosed(person)
  const request = await openRequestOf(trx, person.id)
  if (!request) throw new Conflict('person.no_reset', 'Không có đề nghị đặt lại mật khẩu nào đang chờ cho người này.')
  if (!maySettle(ask.actor, request, person)) {
    throw new Forbidden(
      'person.reset_needs_another',
      'Đề nghị này phải do một quản trị viên khác duyệt: không phải người đã đề nghị, người đã đổi địa chỉ thư hay chính người đó.',
    )
  }
  const waits = isApproved && person.access === 'open' && !request.isKeeper
  const at = ask.now.toString()
  await trx
    .updateTable('registry.reset_request')
    .set({
      settled_at: at,
      settled_by: signatureOf(ask.actor),
      outcome: waits ? 'supported' : isApproved ? 'approved' : 'refused',
    })
    .where('reset_request_id', '=', request.id)
    .execute()
  if (waits) await requestReset(trx, ask, person)
  else {
    await record(trx, ask.actor, isApproved ? 'person.resetApproved' : 'person.resetRefused', {
      subject: { kind: 'person', id: person.id },
      at,
      detail: { requestedBy: request.requestedBy },
    })
    if (!isApproved) await revokeInvitations(trx, person.userId, ask.now)
  }
  const isGiven = isApproved && !waits
  const invitation = isGiven ? await invite(trx, ask, { ...person, name: person.fullName }, deps) : null
  return { version: await touchPerson(trx, person.id, signatureOf(ask.actor), at), invitation, waits }
}
