import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type AnyTransaction, type Db, toJson, within } from '../db.ts'
import { Invalid } from '../errors.ts'
import type { AccountDb } from './db.ts'

export type Purpose = 'passkey.add' | 'passkey.prove' | 'passkey.signIn' | 'identity.link' | 'identity.signIn'

/** Longer than people take to find their telephone, shorter than a browser is left unattended. */
export const CHALLENGE_SECONDS = 600

export const newChallengeId = (): string => randomBytes(32).toString('base64url')

/** Keeps what the answer will be checked against; returns the id that must be sent back with it. */
export async function ask(
  db: Db,
  purpose: Purpose,
  sessionId: string | null,
  content: object,
  id = newChallengeId(),
): Promise<string> {
  await db
    .insertInto('platform.challenge')
    .values({
      id,
      purpose,
      session_id: sessionId,
      content: toJson(content),
      expires_at: sql<string>`now() + make_interval(secs => ${CHALLENGE_SECONDS})`,
    })
    .execute()
  return id
}

/** Takes what was kept, once, for the session it was made for. Throws 400 if there is none, or no longer. */
export async function take<T>(trx: AnyTransaction, purpose: Purpose, sessionId: string | null, id: string): Promise<T> {
  const row = await within<AccountDb>(trx)
    .deleteFrom('platform.challenge')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('session_id', 'is not distinct from', sessionId)
    .where('expires_at', '>', sql<string>`now()`)
    .returning('content')
    .executeTakeFirst()
  if (!row) throw new Invalid('auth.challenge_gone', 'Đã quá thời gian hoặc đã dùng rồi. Hãy làm lại từ đầu.')
  return row.content as T
}
