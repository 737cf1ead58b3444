import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { record } from '../audit.ts'
import type { Config } from '../config.ts'
import { type AnyTransaction, type Db, within } from '../db.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { ask, take } from './challenge.ts'
import type { AccountDb, AccountTransaction } from './db.ts'
import { noteProof } from './factor-state.ts'
import {
  demandAnother,
  demandMayEnrol,
  type Enrolled,
  type FactorAsk,
  forgetCodesWithoutFactor,
  lockUser,
  noteEnrolled,
} from './second-factor.ts'
import { type AtWork, endOthers, subjectOf } from './session.ts'

/** The name a passkey is bound to, and the address of the requesting page. */
export interface Site {
  name: string
  origin: string
}

/** EdDSA, ES256, RS256 (COSE): every authenticator supports one of them. */
const ALGORITHMS = [-8, -7, -257]

interface Challenge {
  challenge: string
}

/**
 * The site as the browser sees it: of the addresses the console may be opened under, the one in use. Throws 409 for one
 * that is a bare IP address: browsers bind passkeys to names.
 */
export function siteOf(request: FastifyRequest, config: Pick<Config, 'origin' | 'trustedOrigins'>): Site {
  const sent = request.headers.origin
  const origin = sent !== undefined && config.trustedOrigins.includes(sent) ? sent : config.origin
  const name = new URL(origin).hostname
  if (isIP(name.replaceAll(/[[\]]/g, '')) !== 0) {
    throw new Conflict(
      'passkey.needs_name',
      `Trình duyệt chỉ nhận khóa truy cập ở địa chỉ có tên miền, không ở ${name}. Hãy mở hệ thống bằng tên miền.`,
    )
  }
  return { name, origin }
}

/** What the browser needs to make a passkey; its answer is sent back with `challengeId`. */
export async function beginPasskey(
  db: Db,
  request: FactorAsk,
  site: Site,
): Promise<{ challengeId: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  demandMayEnrol(request)
  const { actor, sessionId } = request
  const { email } = await db
    .selectFrom('platform.user')
    .select('email')
    .where('id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  const options = await generateRegistrationOptions({
    rpName: 'Điều Hành',
    rpID: site.name,
    userName: email,
    userDisplayName: actor.name,
    userID: new Uint8Array(Buffer.from(actor.userId)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: await credentialsOf(db, actor.userId),
    // Found without a user name if the device supports it; always with the device's own lock, so it is two factors in
    // one.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
  const challengeId = await ask(db, 'passkey.add', sessionId, { challenge: options.challenge } satisfies Challenge)
  return { challengeId, options }
}

/** Adds the passkey that the browser made. */
export async function addPasskey(
  trx: AnyTransaction,
  request: FactorAsk,
  site: Site,
  { challengeId, name, response }: { challengeId: string; name: string; response: RegistrationResponseJSON },
): Promise<Enrolled> {
  demandMayEnrol(request)
  const db = within<AccountDb>(trx)
  const { actor, sessionId } = request
  await lockUser(db, actor.userId)
  const { challenge } = await take<Challenge>(db, 'passkey.add', sessionId, challengeId)
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(notTaken)
  if (!registrationInfo) return notTaken()
  const { id, publicKey, counter, transports } = registrationInfo.credential
  await db
    .insertInto('platform.passkey')
    .values({
      user_id: actor.userId,
      credential_id: id,
      public_key: Buffer.from(publicKey),
      sign_count: counter,
      transports: transports ?? [],
      name: name.trim(),
    })
    .execute()
  return noteEnrolled(db, request, 'passkey', { name: name.trim() })
}

/** What the browser needs to prove a passkey of a user who has passed the first factor. */
export async function beginProof(
  db: Db,
  { actor, sessionId }: AtWork,
  site: Site,
): Promise<{ challengeId: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const options = await generateAuthenticationOptions({
    rpID: site.name,
    allowCredentials: await credentialsOf(db, actor.userId),
    userVerification: 'required',
  })
  return { challengeId: await ask(db, 'passkey.prove', sessionId, { challenge: options.challenge }), options }
}

/** What the browser needs to sign in with any passkey the user picks. */
export async function beginSignIn(
  db: Db,
  site: Site,
): Promise<{ challengeId: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const options = await generateAuthenticationOptions({ rpID: site.name, userVerification: 'required' })
  return { challengeId: await ask(db, 'passkey.signIn', null, { challenge: options.challenge }), options }
}

export interface Answered {
  challengeId: string
  response: AuthenticationResponseJSON
}

/** Proves the second factor of this session with a passkey of the same user. */
export async function proveByPasskey(trx: AnyTransaction, at: AtWork, site: Site, answer: Answered): Promise<void> {
  const db = within<AccountDb>(trx)
  const { challenge } = await take<Challenge>(db, 'passkey.prove', at.sessionId, answer.challengeId)
  if ((await verify(db, site, challenge, answer)) !== at.actor.userId) notTaken()
  await noteProof(db, at.sessionId, 'passkey')
}

/** The user whose passkey signed the challenge of sign-in. The caller starts the session. */
export async function userOfPasskey(trx: AnyTransaction, site: Site, answer: Answered): Promise<string> {
  const db = within<AccountDb>(trx)
  const { challenge } = await take<Challenge>(db, 'passkey.signIn', null, answer.challengeId)
  return verify(db, site, challenge, answer)
}

/** Removes a passkey. */
export async function removePasskey(trx: AnyTransaction, request: FactorAsk, id: number): Promise<void> {
  const db = within<AccountDb>(trx)
  const { actor } = request
  await lockUser(db, actor.userId)
  const mine = await db
    .selectFrom('platform.passkey')
    .select('name')
    .where('id', '=', id)
    .where('user_id', '=', actor.userId)
    .executeTakeFirst()
  if (!mine) throw new NotFound('passkey.not_found', 'Khóa truy cập này không còn.')
  await demandAnother(db, request)
  await db.deleteFrom('platform.passkey').where('id', '=', id).execute()
  await forgetCodesWithoutFactor(db, actor.userId)
  await record(db, actor, 'passkey.removed', { subject: subjectOf(actor), before: { name: mine.name } })
  await endOthers(db, request, 'secondFactor')
}

async function verify(db: AccountTransaction, site: Site, challenge: string, { response }: Answered): Promise<string> {
  const key = await db
    .selectFrom('platform.passkey as p')
    .innerJoin('platform.user as u', 'u.id', 'p.user_id')
    .select(['p.id', 'p.user_id', 'p.credential_id', 'p.public_key', 'p.sign_count'])
    .where('p.credential_id', '=', response.id)
    .where('u.deactivated_at', 'is', null)
    .forUpdate('p')
    .executeTakeFirst()
  if (!key) return notTaken()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    requireUserVerification: true,
    credential: { id: key.credential_id, publicKey: new Uint8Array(key.public_key), counter: key.sign_count },
  }).catch(notTaken)
  if (!verified) return notTaken()
  await db
    .updateTable('platform.passkey')
    .set({ sign_count: authenticationInfo.newCounter, used_at: sql<string>`now()` })
    .where('id', '=', key.id)
    .execute()
  return key.user_id
}

async function credentialsOf(db: Db, userId: string) {
  const rows = await db
    .selectFrom('platform.passkey')
    .select(['credential_id', 'transports'])
    .where('user_id', '=', userId)
    .execute()
  return rows.map((row) => ({ id: row.credential_id, transports: row.transports }))
}

/** Unknown, forged, from another site, replayed: all get the same answer. */
function notTaken(cause?: unknown): never {
  throw new Invalid(
    'passkey.not_taken',
    'Khóa truy cập này không được nhận. Hãy thử khóa khác hoặc cách đăng nhập khác.',
    { cause },
  )
}
