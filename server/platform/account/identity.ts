import { sql } from 'kysely'
import { type Actor, type SystemActor, systemActor } from '../actor.ts'
import { record } from '../audit.ts'
import { type AnyTransaction, within } from '../db.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import type { AccountDb, AccountTransaction } from './db.ts'
import type { IdentityConfig } from './identity-config.ts'
import type { ProviderUser } from './provider.ts'
import { type AtWork, endOthers, subjectOf } from './session.ts'

/** Throws 403 with the remedy if the provider does not know the person well enough. */
export function demandLevel({ levels, minimumLevel, name }: IdentityConfig, { level }: ProviderUser): void {
  if (minimumLevel === undefined) return
  if (level !== null && levels.indexOf(level) >= levels.indexOf(minimumLevel)) return
  throw new Forbidden(
    'identity.level_too_low',
    `Tài khoản ${name} của bạn ở mức ${level ?? 'chưa rõ'}; hệ thống cần mức ${minimumLevel} trở lên. Hãy nâng mức định danh tại ${name} rồi thử lại.`,
    { extra: { level, needed: minimumLevel } },
  )
}

/** Whether signing in at this level counts as two factors. */
export function isTwoFactors({ levels, twoFactorLevel }: IdentityConfig, { level }: ProviderUser): boolean {
  return twoFactorLevel !== undefined && level !== null && levels.indexOf(level) >= levels.indexOf(twoFactorLevel)
}

/** Links a user's identity at the provider to their account. One identity belongs to one account. */
export async function linkIdentity(trx: AnyTransaction, at: AtWork, providerUser: ProviderUser): Promise<void> {
  const { actor } = at
  const db = within<AccountDb>(trx)
  const owner = await ownerOf(db, providerUser)
  if (owner === actor.userId) return
  if (owner !== undefined) {
    throw new Conflict('identity.taken', 'Danh tính này đã liên kết với một tài khoản khác trong hệ thống.')
  }
  if (await hasIdentity(db, actor.userId, providerUser.issuer)) {
    throw new Conflict(
      'identity.one_only',
      'Tài khoản này đã liên kết với một danh tính khác. Hãy gỡ liên kết cũ trước.',
    )
  }
  await keep(db, actor.userId, providerUser)
  await recordLinked(db, actor, subjectOf(actor), providerUser)
  await endOthers(trx, at, 'identity')
}

/** Removes the link. */
export async function unlinkIdentity(trx: AnyTransaction, at: AtWork, issuer: string): Promise<void> {
  const { actor } = at
  const gone = await within<AccountDb>(trx)
    .deleteFrom('platform.identity')
    .where('user_id', '=', actor.userId)
    .where('issuer', '=', issuer)
    .returning('label')
    .executeTakeFirst()
  if (!gone) throw new NotFound('identity.none', 'Chưa liên kết danh tính nào.')
  await record(trx, actor, 'identity.unlinked', { subject: subjectOf(actor), before: { issuer, label: gone.label } })
  await endOthers(trx, at, 'identity')
}

/**
 * The user with this identity; if the operator wants it, also the user whose address the provider has verified, which
 * links it. No one can sign up: throws 403 if it belongs to no user.
 */
export async function userOfIdentity(
  trx: AnyTransaction,
  config: IdentityConfig,
  providerUser: ProviderUser,
): Promise<string> {
  const db = within<AccountDb>(trx)
  const owner = await ownerOf(db, providerUser)
  if (owner !== undefined) {
    await db
      .updateTable('platform.identity')
      .set({ used_at: sql<string>`now()`, label: providerUser.label })
      .where('issuer', '=', providerUser.issuer)
      .where('subject', '=', providerUser.subject)
      .execute()
  }
  const userId = owner ?? (config.isMatchedByEmail ? await linkByEmail(db, config, providerUser) : undefined)
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

async function linkByEmail(
  db: AccountTransaction,
  config: IdentityConfig,
  providerUser: ProviderUser,
): Promise<string | undefined> {
  if (providerUser.verifiedEmail === null) return undefined
  const user = await db
    .selectFrom('platform.user as u')
    .select('u.id')
    .where('u.email', '=', providerUser.verifiedEmail)
    .where('u.deactivated_at', 'is', null)
    .forUpdate('u')
    .executeTakeFirst()
  if (!user || (await hasIdentity(db, user.id, providerUser.issuer))) return undefined
  await keep(db, user.id, providerUser)
  await recordLinked(db, systemActor(config.name), { kind: 'user', id: user.id }, providerUser)
  return user.id
}

async function ownerOf(db: AccountTransaction, { issuer, subject }: ProviderUser): Promise<string | undefined> {
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

async function keep(db: AccountTransaction, userId: string, { issuer, subject, label }: ProviderUser): Promise<void> {
  await db.insertInto('platform.identity').values({ issuer, subject, user_id: userId, label }).execute()
}

async function recordLinked(
  db: AccountTransaction,
  actor: Actor | SystemActor,
  subject: { kind: string; id: number | string },
  { issuer, label, level }: ProviderUser,
): Promise<void> {
  await record(db, actor, 'identity.linked', { subject, after: { issuer, label, level } })
}
