import { sql } from 'kysely'
import { type Actor, type SystemActor, systemActor } from '../actor.ts'
import { record } from '../audit.ts'
import { type AnyTransaction, within } from '../db.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import type { AccountDb, AccountTransaction } from './db.ts'
import type { IdentityConfig } from './identity-config.ts'
import type { Told } from './provider.ts'
import { type AtWork, subjectOf } from './session.ts'

/** Throws 403 with what to do where the provider does not know the person well enough. */
export function demandLevel({ levels, minimumLevel, name }: IdentityConfig, { level }: Told): void {
  if (minimumLevel === undefined) return
  if (level !== null && levels.indexOf(level) >= levels.indexOf(minimumLevel)) return
  throw new Forbidden(
    'identity.level_too_low',
    `Tài khoản ${name} của bạn ở mức ${level ?? 'chưa rõ'}; hệ thống cần mức ${minimumLevel} trở lên. Hãy nâng mức định danh tại ${name} rồi thử lại.`,
    { extra: { level, needed: minimumLevel } },
  )
}

/** Whether signing in at this level counts as two factors. */
export function isTwoFactors({ levels, twoFactorLevel }: IdentityConfig, { level }: Told): boolean {
  return twoFactorLevel !== undefined && level !== null && levels.indexOf(level) >= levels.indexOf(twoFactorLevel)
}

/** Links who somebody is at the provider to their account. One identity belongs to one account. */
export async function linkIdentity(trx: AnyTransaction, { actor }: AtWork, told: Told): Promise<void> {
  const db = within<AccountDb>(trx)
  const owner = await ownerOf(db, told)
  if (owner === actor.userId) return
  if (owner !== undefined) {
    throw new Conflict('identity.taken', 'Danh tính này đã liên kết với một tài khoản khác trong hệ thống.')
  }
  if (await hasIdentity(db, actor.userId, told.issuer)) {
    throw new Conflict(
      'identity.one_only',
      'Tài khoản này đã liên kết với một danh tính khác. Hãy gỡ liên kết cũ trước.',
    )
  }
  await keep(db, actor.userId, told)
  await recordLinked(db, actor, subjectOf(actor), told)
}

/** Ends the link. */
export async function unlinkIdentity(trx: AnyTransaction, { actor }: AtWork, issuer: string): Promise<void> {
  const gone = await within<AccountDb>(trx)
    .deleteFrom('platform.identity')
    .where('user_id', '=', actor.userId)
    .where('issuer', '=', issuer)
    .returning('label')
    .executeTakeFirst()
  if (!gone) throw new NotFound('identity.none', 'Chưa liên kết danh tính nào.')
  await record(trx, actor, 'identity.unlinked', { subject: subjectOf(actor), before: { issuer, label: gone.label } })
}

/**
 * Whose identity it is; where the operator wants it, also whose address the provider has verified, which links it. Nobody
 * signs themselves up: throws 403 where it is nobody's.
 */
export async function userOfIdentity(trx: AnyTransaction, config: IdentityConfig, told: Told): Promise<string> {
  const db = within<AccountDb>(trx)
  const owner = await ownerOf(db, told)
  if (owner !== undefined) {
    await db
      .updateTable('platform.identity')
      .set({ used_at: sql<string>`now()`, label: told.label })
      .where('issuer', '=', told.issuer)
      .where('subject', '=', told.subject)
      .execute()
  }
  const userId = owner ?? (config.isMatchedByEmail ? await linkByEmail(db, config, told) : undefined)
  const user =
    userId &&
    (await db
      .selectFrom('platform.user')
      .select('id')
      .where('id', '=', userId)
      .where('deactivated_at', 'is', null)
      .executeTakeFirst())
  if (user) return user.id
  throw new Forbidden(
    'identity.not_linked',
    `Tài khoản ${config.name} này chưa liên kết với người dùng nào. Hãy đăng nhập bằng mật khẩu, rồi liên kết ở trang Tài khoản.`,
  )
}

async function linkByEmail(db: AccountTransaction, config: IdentityConfig, told: Told): Promise<string | undefined> {
  if (told.verifiedEmail === null) return undefined
  const user = await db
    .selectFrom('platform.user as u')
    .select('u.id')
    .where('u.email', '=', told.verifiedEmail)
    .where('u.deactivated_at', 'is', null)
    .forUpdate('u')
    .executeTakeFirst()
  if (!user || (await hasIdentity(db, user.id, told.issuer))) return undefined
  await keep(db, user.id, told)
  await recordLinked(db, systemActor(config.name), { kind: 'user', id: user.id }, told)
  return user.id
}

async function ownerOf(db: AccountTransaction, { issuer, subject }: Told): Promise<string | undefined> {
  const row = await db
    .selectFrom('platform.identity')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.user_id
}

async function hasIdentity(db: AccountTransaction, userId: string, issuer: string): Promise<boolean> {
  const row = await db
    .selectFrom('platform.identity')
    .select('subject')
    .where('user_id', '=', userId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return row !== undefined
}

async function keep(db: AccountTransaction, userId: string, { issuer, subject, label }: Told): Promise<void> {
  await db.insertInto('platform.identity').values({ issuer, subject, user_id: userId, label }).execute()
}

async function recordLinked(
  db: AccountTransaction,
  actor: Actor | SystemActor,
  subject: { kind: string; id: number | string },
  { issuer, label, level }: Told,
): Promise<void> {
  await record(db, actor, 'identity.linked', { subject, after: { issuer, label, level } })
}
