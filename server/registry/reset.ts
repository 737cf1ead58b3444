/**
 * A new password for someone who already signs in. Who can set it can act as them: so the link goes to their own address or,
 * where there is no mail or the address is fresh, a second administrator decides.
 */
import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { reading } from '../platform/db.ts'
import { Conflict, Forbidden } from '../platform/errors.ts'
import { type Landing, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'
import { type InviteDeps, invite } from './invite.ts'
import { personInCharge, waitsFor } from './person-access.ts'
import type { Invitation, Person } from './person-shapes.ts'
import { type PersonRecord, touchPerson } from './person-store.ts'

/** An address that was changed no longer ago than this may be that of whoever changed it. */
const FRESH_DAYS = 7

/** Whether the address of a person was changed by somebody so lately that nothing secret goes there. */
function isFresh({ emailChangedAt }: Pick<PersonRecord, 'emailChangedAt'>, now: Temporal.Instant): boolean {
  return (
    emailChangedAt !== null &&
    Temporal.Instant.compare(now, Temporal.Instant.from(emailChangedAt).add({ hours: 24 * FRESH_DAYS })) < 0
  )
}

/**
 * Whether a new link for this person waits for another. Whoever manages all people may hand one over while the person has no
 * password yet, as they did when they added them; who manages those of an agency may not. Pure.
 */
export function needsSecond(
  person: Pick<PersonRecord, 'access' | 'emailChangedAt'>,
  { hasMail, keepsAll }: { hasMail: boolean; keepsAll: boolean },
  now: Temporal.Instant,
): boolean {
  const isFirst = person.access !== 'open' && keepsAll
  return !isFirst && (!hasMail || isFresh(person, now))
}

/**
 * Lets a person set their own password, by a link sent to their address. Without mail, or at an address changed lately, it
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
  const waits = needsSecond(person, given, ask.now)
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
}

async function openRequestOf(db: Handle<RegistryDb>, personId: number): Promise<OpenRequest | undefined> {
  return db
    .selectFrom('registry.reset_request')
    .select([
      'reset_request_id as id',
      'requested_at as requestedAt',
      'requested_by as requestedBy',
      'requested_by_person as byPerson',
    ])
    .where('person_id', '=', personId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
}

/** The open request for a person as shown, and whether the actor may decide it. */
export async function resetOf(
  db: Handle<RegistryDb>,
  actor: Actor,
  person: PersonRecord,
  now: Temporal.Instant,
): Promise<Person['reset']> {
  const open = await openRequestOf(db, person.id)
  if (!open) return null
  const { requestedAt, requestedBy } = open
  return { requestedAt, requestedBy, maySettle: maySettle(actor, open, person, now) }
}

/** Nobody decides what they, or who they act for, requested, what is about themselves, or what goes to an address they just set. */
function maySettle(actor: Actor, request: OpenRequest, person: PersonRecord, now: Temporal.Instant): boolean {
  const barred = [request.byPerson, person.id, ...(isFresh(person, now) ? [person.emailChangedBy] : [])]
  return (
    hasRight(actor, 'people.keep') &&
    actor.personId !== null &&
    ![actor.personId, actor.onBehalfOf?.personId ?? null].some((hand) => hand !== null && barred.includes(hand))
  )
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
  const at = now.toString()
  await trx
    .insertInto('registry.reset_request')
    .values({
      person_id: person.id,
      requested_at: at,
      requested_by: signatureOf(actor),
      requested_by_person: actor.personId,
    })
    .execute()
  await record(trx, actor, 'person.resetRequested', { subject: { kind: 'person', id: person.id }, at })
}

/** Approves it, and gives the link to who approved or, if there is mail, to the person; or refuses it. */
export async function settleReset(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  { isApproved }: { isApproved: boolean },
  deps: InviteDeps,
): Promise<{ version: number; invitation: Invitation | null }> {
  const person = await personInCharge(trx, ask)
  refuseClosed(person)
  const request = await openRequestOf(trx, person.id)
  if (!request) throw new Conflict('person.no_reset', 'Không có đề nghị đặt lại mật khẩu nào đang chờ cho người này.')
  if (!maySettle(ask.actor, request, person, ask.now)) {
    throw new Forbidden(
      'person.reset_needs_another',
      'Đề nghị này phải do một quản trị viên khác duyệt: không phải người đã đề nghị, người đã đổi địa chỉ thư hay chính người đó.',
    )
  }
  const at = ask.now.toString()
  await trx
    .updateTable('registry.reset_request')
    .set({ settled_at: at, settled_by: signatureOf(ask.actor), outcome: isApproved ? 'approved' : 'refused' })
    .where('reset_request_id', '=', request.id)
    .execute()
  await record(trx, ask.actor, isApproved ? 'person.resetApproved' : 'person.resetRefused', {
    subject: { kind: 'person', id: person.id },
    at,
    detail: { requestedBy: request.requestedBy },
  })
  const invitation = isApproved ? await invite(trx, ask, { ...person, name: person.fullName }, deps) : null
  return { version: await touchPerson(trx, person.id, signatureOf(ask.actor), at), invitation }
}

/** For administrators: people whose new password waits for them. */
export const registryLanding: Landing = async ({ db, actor }) => {
  if (!hasRight(actor, 'people.keep')) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*)::integer as "people.resets" from registry.person p where ${waitsFor(actor)}`.execute(
    reading<RegistryDb>(db),
  )
  return landingRows(
    [
      {
        name: 'people.resets',
        urgency: 'now',
        vi: 'Đề nghị đặt lại mật khẩu chờ quản trị viên thứ hai',
        en: 'Password resets that wait for a second administrator',
        to: '/nguoi-dung?access=reset',
      },
    ],
    rows[0],
  )
}
