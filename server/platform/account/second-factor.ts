import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '../audit.ts'
import { type AnyTransaction, within } from '../db.ts'
import { Conflict, Forbidden, type Problem, wrong } from '../errors.ts'
import { seal, unseal } from '../sealed.ts'
import { endTokens } from '../token.ts'
import type { AccountDb, AccountTransaction } from './db.ts'
import { type FactorState, noteProof, type Proof } from './factor-state.ts'
import { makeRecoveryCodes, useRecoveryCode } from './recovery.ts'
import { type AtWork, endOthers, subjectOf } from './session.ts'
import { base32, matchingStep, stepAt, totpAddress } from './totp.ts'

const SECRET_BYTES = 20

/** An act on one's own second factors. `now` is the real time: authenticator apps know no other. */
export interface FactorAsk extends AtWork {
  factorState: FactorState
  /** Encrypts the shared secrets. */
  key: Buffer
  now: Temporal.Instant
}

/** The first factor comes with codes for the day it is lost; a further one does not, those printed remain valid. */
export interface Enrolled {
  recoveryCodes: string[] | null
}

/**
 * Starts enrolling an authenticator app: returns the secret as text and as the address of the QR code. Nothing counts
 * until `confirmTotp` has seen a code of it.
 */
export async function beginTotp(trx: AnyTransaction, ask: FactorAsk): Promise<{ secret: string; address: string }> {
  demandMayEnrol(ask)
  const db = within<AccountDb>(trx)
  const { userId } = ask.actor
  const { email } = await lockUser(db, userId)
  const secret = randomBytes(SECRET_BYTES)
  const sealed = seal(ask.key, secret, userId)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('platform.totp')
    .values({ user_id: userId, secret: sealed })
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ secret: sealed, last_step: 0 })
        .where('platform.totp.confirmed_at', 'is', null),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) {
    throw new Conflict('secondFactor.totp_exists', 'Đã có ứng dụng xác thực. Hãy gỡ ứng dụng cũ trước khi đăng ký lại.')
  }
  return { secret: base32(secret), address: totpAddress(secret, email) }
}

/** Finishes enrolling with a first code of the app; the session counts as proved from then on. */
export async function confirmTotp(trx: AnyTransaction, ask: FactorAsk, code: string): Promise<Enrolled> {
  demandMayEnrol(ask)
  const db = within<AccountDb>(trx)
  const { userId } = ask.actor
  await lockUser(db, userId)
  const row = await findTotp(db, userId)
  if (!row || row.isConfirmed) {
    throw new Conflict('secondFactor.not_begun', 'Chưa bắt đầu đăng ký ứng dụng xác thực. Hãy làm lại từ đầu.')
  }
  const step = matchingStep(unseal(ask.key, row.secret, userId), code, stepAt(ask.now), row.lastStep)
  if (step === undefined) throw wrongCode('code')
  await db
    .updateTable('platform.totp')
    .set({ last_step: step, confirmed_at: sql<string>`now()` })
    .where('user_id', '=', userId)
    .execute()
  return noteEnrolled(db, ask, 'totp')
}

/**
 * Enrolling a factor shows that the user has it: the session is proved. Other sessions and all tokens end: they were begun by
 * someone who needed less.
 */
export async function noteEnrolled(
  db: AccountTransaction,
  { actor, sessionId, factorState }: FactorAsk,
  method: 'totp' | 'passkey',
  detail?: object,
): Promise<Enrolled> {
  await noteProof(db, sessionId, method)
  const isFirst = factorState.factors.length === 0
  const event = method === 'totp' ? 'secondFactor.enrolled' : 'passkey.added'
  await record(db, actor, event, { subject: subjectOf(actor), ...(detail ? { after: detail } : {}) })
  await endOthers(db, { actor, sessionId }, 'secondFactor')
  return { recoveryCodes: isFirst ? await makeRecoveryCodes(db, actor.userId) : null }
}

/**
 * Proves the second factor of this session with a code of the app or, sixteen letters and digits, with a recovery code.
 * Throws 400 on `code` if it is neither.
 */
export async function proveByCode(trx: AnyTransaction, ask: FactorAsk, code: string): Promise<Proof> {
  const db = within<AccountDb>(trx)
  const { actor, sessionId } = ask
  await lockUser(db, actor.userId)
  const typed = code.replaceAll(/[\s-]/g, '')
  const method = /^\d{6}$/.test(typed) ? 'totp' : 'recoveryCode'
  const isRight = method === 'totp' ? await takeTotp(db, ask, typed) : await useRecoveryCode(db, actor.userId, typed)
  if (!isRight) throw wrongCode('code')
  await noteProof(db, sessionId, method)
  if (method === 'recoveryCode') {
    await record(db, actor, 'secondFactor.recovered', { subject: subjectOf(actor) })
  }
  return method
}

/** Removes the app. The last factor may only be removed if no role of the working post requires one. */
export async function removeTotp(trx: AnyTransaction, ask: FactorAsk): Promise<void> {
  const db = within<AccountDb>(trx)
  await lockUser(db, ask.actor.userId)
  await demandAnother(db, ask)
  const { numDeletedRows } = await db
    .deleteFrom('platform.totp')
    .where('user_id', '=', ask.actor.userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Conflict('secondFactor.no_totp', 'Chưa đăng ký ứng dụng xác thực nào.')
  await forgetCodesWithoutFactor(db, ask.actor.userId)
  await record(db, ask.actor, 'secondFactor.removed', { subject: subjectOf(ask.actor) })
  await endOthers(db, ask, 'secondFactor')
}

/** Makes new recovery codes; the old ones become invalid. */
export async function renewRecoveryCodes(trx: AnyTransaction, ask: FactorAsk): Promise<string[]> {
  if (ask.factorState.factors.length === 0) {
    throw new Conflict('secondFactor.none', 'Chưa có lớp xác thực thứ hai nên chưa cần mã dự phòng.')
  }
  const db = within<AccountDb>(trx)
  await lockUser(db, ask.actor.userId)
  await record(db, ask.actor, 'secondFactor.codesRenewed', { subject: subjectOf(ask.actor) })
  return makeRecoveryCodes(db, ask.actor.userId)
}

/**
 * Removes every second factor of a user who lost them, for those who manage people: the next sign-in needs only the
 * password and, if a role requires a second factor, leads to enrolling again. The caller records the act.
 */
export async function clearSecondFactors(trx: AnyTransaction, userId: string): Promise<void> {
  const db = within<AccountDb>(trx)
  await lockUser(db, userId)
  await db.deleteFrom('platform.totp').where('user_id', '=', userId).execute()
  await db.deleteFrom('platform.passkey').where('user_id', '=', userId).execute()
  await db.deleteFrom('platform.recovery_code').where('user_id', '=', userId).execute()
  await db.deleteFrom('platform.session').where('user_id', '=', userId).execute()
  await endTokens(db, userId, 'secondFactor')
}

/** Throws 409 if this is the last factor and the role requires one. To be called with the user's row locked. */
export async function demandAnother(db: AccountTransaction, { actor }: FactorAsk): Promise<void> {
  if (actor.isTwoFactor && (await countFactors(db, actor.userId)) < 2) {
    throw new Conflict(
      'secondFactor.required',
      'Vai trò này phải có xác thực hai lớp: hãy đăng ký một lớp khác trước khi gỡ lớp này.',
    )
  }
}

export async function forgetCodesWithoutFactor(db: AccountTransaction, userId: string): Promise<void> {
  if ((await countFactors(db, userId)) > 0) return
  await db.deleteFrom('platform.recovery_code').where('user_id', '=', userId).execute()
}

/** Everything that changes a user's factors is serialised here. */
export async function lockUser(db: AccountTransaction, userId: string): Promise<{ email: string; name: string }> {
  return db
    .selectFrom('platform.user')
    .select(['email', 'name'])
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Someone who knows the password alone may enrol the first factor, but none beside an existing one. */
export function demandMayEnrol({ factorState }: FactorAsk): void {
  if (factorState.state === 'toProve') {
    throw new Forbidden('auth.second_factor_required', 'Hãy xác thực lớp thứ hai để tiếp tục.', {
      extra: { factorState: factorState.state },
    })
  }
}

export function wrongCode(path: string): Problem {
  return wrong(
    path,
    'secondFactor.wrong_code',
    'Mã không đúng, đã dùng hoặc đã hết hạn. Hãy đợi mã kế tiếp; nếu vẫn sai, kiểm tra giờ của điện thoại.',
  )
}

async function countFactors(db: AccountTransaction, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from platform.totp where user_id = ${userId} and confirmed_at is not null)
         + (select count(*) from platform.passkey where user_id = ${userId}) as count`.execute(db)
  return rows[0]!.count
}

async function findTotp(db: AccountTransaction, userId: string) {
  const row = await db
    .selectFrom('platform.totp')
    .select(['secret', 'last_step', 'confirmed_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row && { secret: row.secret, lastStep: row.last_step, isConfirmed: row.confirmed_at !== null }
}

/** Whether the code is correct; from then on no code at or before its time is accepted. */
async function takeTotp(db: AccountTransaction, { actor, key, now }: FactorAsk, code: string): Promise<boolean> {
  const row = await findTotp(db, actor.userId)
  if (!row?.isConfirmed) return false
  const step = matchingStep(unseal(key, row.secret, actor.userId), code, stepAt(now), row.lastStep)
  if (step === undefined) return false
  await db.updateTable('platform.totp').set({ last_step: step }).where('user_id', '=', actor.userId).execute()
  return true
}
