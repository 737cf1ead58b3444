import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { TOKEN_SCOPES } from '../token-scopes.ts'
import type { IdentityConfig } from './identity-config.ts'
import { type AtWork, sessionsOf } from './session.ts'
import type { Account } from './shapes.ts'

/** Everything the account page shows to its user. */
export async function showAccount(db: Db, at: AtWork, provider: IdentityConfig | undefined): Promise<Account> {
  const { userId, isTwoFactor } = at.actor
  const { rows } = await sql<
    Pick<Account, 'email' | 'username' | 'passwordChangedAt' | 'totpSince' | 'recoveryCodesLeft'>
  >`
    select u.email, u.display_username as username,
           (select a.updated_at from platform.account a where a.user_id = u.id and a.provider_id = 'credential') as "passwordChangedAt",
           (select t.confirmed_at from platform.totp t where t.user_id = u.id) as "totpSince",
           (select count(*) from platform.recovery_code c where c.user_id = u.id and c.used_at is null) as "recoveryCodesLeft"
    from platform.user u where u.id = ${userId}`.execute(db)
  const passkeys = await db
    .selectFrom('platform.passkey')
    .select(['id', 'name', 'created_at as addedAt', 'used_at as usedAt'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute()
  const identity = await db
    .selectFrom('platform.identity')
    .select(['label', 'linked_at as linkedAt', 'used_at as usedAt'])
    .where('user_id', '=', userId)
    .where('issuer', '=', provider?.issuer ?? '')
    .executeTakeFirst()
  const tokens = await db
    .selectFrom('platform.api_token')
    .select([
      'id',
      'name',
      'created_at as madeAt',
      'expires_at as expiresAt',
      'used_at as usedAt',
      'may_change as mayChange',
      'scopes',
    ])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('id', 'desc')
    .execute()
  return {
    ...rows[0]!,
    isTwoFactor,
    passkeys,
    provider: provider ? { name: provider.name } : null,
    identity: identity ?? null,
    sessions: (await sessionsOf(db, at)) as Account['sessions'],
    tokenScopes: [...TOKEN_SCOPES],
    tokens: tokens as Account['tokens'],
  }
}
