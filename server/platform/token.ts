import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type AnyTransaction, type Database, type Db, within } from './db.ts'

type TokenDb = Pick<Database, 'platform.api_token'>

const YEAR_IN_DAYS = 365

/**
 * Makes a key for programs, acting as its user until `expiresAt` (ISO instant; a year from now where left out). The text
 * is returned this once; the database keeps its SHA-256, which is enough for 256 random bits. `isProved`: it stands for a
 * second factor too, where the role asks for one.
 */
export async function issueToken(
  trx: AnyTransaction,
  userId: string,
  name: string,
  { expiresAt, isProved = false }: { expiresAt?: string; isProved?: boolean } = {},
): Promise<string> {
  const token = `dh_${randomBytes(32).toString('base64url')}`
  await within<TokenDb>(trx)
    .insertInto('platform.api_token')
    .values({
      user_id: userId,
      name,
      sha256: hashOf(token),
      is_proved: isProved,
      expires_at: expiresAt ?? sql<string>`now() + make_interval(days => ${YEAR_IN_DAYS})`,
    })
    .execute()
  return token
}

/** Ends a token of a user's own. Answers its name, undefined where there is none such. */
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

/** Whose token it is, or undefined where it is unknown, expired or revoked. Notes its use, at most once an hour. */
export async function userOfToken(db: Db, token: string): Promise<{ userId: string; isProved: boolean } | undefined> {
  if (!/^dh_[\w-]{43}$/.test(token)) return undefined
  const row = await db
    .selectFrom('platform.api_token')
    .select([
      'id',
      'user_id',
      'is_proved',
      sql<boolean>`used_at is null or used_at < now() - interval '1 hour'`.as('note'),
    ])
    .where('sha256', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  if (row?.note) {
    await db.updateTable('platform.api_token').set({ used_at: sql<string>`now()` }).where('id', '=', row.id).execute()
  }
  return row && { userId: row.user_id, isProved: row.is_proved }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
