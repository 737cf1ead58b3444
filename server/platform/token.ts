import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { CallerQuery } from './auth.ts'
import { type AnyTransaction, type Database, type Db, within } from './db.ts'
import type { TokenScope } from './token-scopes.ts'

type TokenDb = Pick<Database, 'platform.api_token'>

const YEAR_IN_DAYS = 365

/**
 * Makes an API token that acts as its user until `expiresAt` (ISO instant; a year from now if omitted). The text is
 * returned only here; the database stores its SHA-256, which is enough for 256 random bits. `isProved`: it counts as a
 * second factor too, if the role requires one. `mayChange`: it may do more than read. `scopes`: the parts it is for; all
 * if omitted.
 */
export async function issueToken(
  trx: AnyTransaction,
  userId: string,
  name: string,
  {
    expiresAt,
    isProved = false,
    mayChange = true,
    scopes,
  }: { expiresAt?: string; isProved?: boolean; mayChange?: boolean; scopes?: readonly TokenScope[] } = {},
): Promise<string> {
  const token = `dh_${randomBytes(32).toString('base64url')}`
  await within<TokenDb>(trx)
    .insertInto('platform.api_token')
    .values({
      user_id: userId,
      name,
      sha256: hashOf(token),
      is_proved: isProved,
      may_change: mayChange,
      scopes: scopes ? [...scopes] : null,
      expires_at: expiresAt ?? sql<string>`now() + make_interval(days => ${YEAR_IN_DAYS})`,
    })
    .execute()
  return token
}

/** Ends a token of the user's own. Returns its name, undefined if there is none. */
export async function revokeToken(trx: AnyTransaction, userId: string, id: number): Promise<string | undefined> {
  const ended = await within<TokenDb>(trx)
    .updateTable('platform.api_token')
    .set({ revoked_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return ended?.name
}

/**
 * Ends every token of a user, because what proves who they are has changed: whoever had the old password or none of the
 * second factor may have made one. Returns how many there were.
 */
export async function endTokens(
  trx: AnyTransaction,
  userId: string,
  because: 'password' | 'secondFactor' | 'identity',
): Promise<number> {
  const ended = await within<TokenDb>(trx)
    .updateTable('platform.api_token')
    .set({ revoked_at: sql<string>`now()`, revoked_because: because })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .returning('id')
    .execute()
  return ended.length
}

/** What is read of a token in the same query that finds the actor. */
export interface TokenKept {
  id: number
  isProved: boolean
  mayChange: boolean
  /** Null: all. */
  scopes: string[] | null
  /** Whether its last use was noted more than an hour ago. */
  isStale: boolean
}

/**
 * The owner of a token: none if it is unknown, expired or revoked. Undefined for a text that is not a token of ours.
 */
export function callerByToken(token: string): CallerQuery<TokenKept> | undefined {
  if (!/^dh_[\w-]{43}$/.test(token)) return undefined
  return sql`
    select t.user_id, null::text as session_id, json_build_object('id', t.id, 'isProved', t.is_proved, 'mayChange', t.may_change,
      'scopes', t.scopes,
      'isStale', t.used_at is null or t.used_at < now() - interval '1 hour') as kept
    from platform.api_token t
    where t.sha256 = ${hashOf(token)} and t.revoked_at is null and t.expires_at > now()`
}

/** Records that a token is in use; done once an hour, so that reading stays reading. */
export async function noteUse(db: Db, { id, isStale }: TokenKept): Promise<void> {
  if (!isStale) return
  await db.updateTable('platform.api_token').set({ used_at: sql<string>`now()` }).where('id', '=', id).execute()
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
