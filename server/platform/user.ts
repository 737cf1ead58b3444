import { type AnyTransaction, type Database, within } from './db.ts'

type UserDb = Pick<Database, 'platform.user' | 'platform.session' | 'platform.api_token' | 'platform.invitation'>

/**
 * Adds a sign-in that cannot be used yet: its owner sets the password by an invitation. `email` as returned by
 * `readEmail`.
 */
export async function addUserWithoutPassword(
  trx: AnyTransaction,
  { name, email }: { name: string; email: string },
): Promise<string> {
  const id = crypto.randomUUID()
  await within<UserDb>(trx).insertInto('platform.user').values({ id, name, email, email_verified: false }).execute()
  return id
}

/** Changes the name and address of a sign-in. A taken address breaks `user_email_uq`. */
export async function changeUser(
  trx: AnyTransaction,
  userId: string,
  { name, email }: { name: string; email: string },
  at: string,
): Promise<void> {
  await within<UserDb>(trx)
    .updateTable('platform.user')
    .set({ name, email, updated_at: at })
    .where('id', '=', userId)
    .execute()
}

/** Closes a sign-in: its sessions, tokens and invitations end with the transaction, and no password opens it again. */
export async function closeUser(trx: AnyTransaction, userId: string, at: string): Promise<void> {
  const db = within<UserDb>(trx)
  await db.updateTable('platform.user').set({ deactivated_at: at }).where('id', '=', userId).execute()
  await endSessions(trx, userId)
  await db
    .updateTable('platform.api_token')
    .set({ revoked_at: at })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute()
  await db
    .updateTable('platform.invitation')
    .set({ revoked_at: at })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Reopens a closed sign-in: the password and other proofs are the old ones; sessions and tokens stay ended. */
export async function reopenUser(trx: AnyTransaction, userId: string): Promise<void> {
  await within<UserDb>(trx)
    .updateTable('platform.user')
    .set({ deactivated_at: null })
    .where('id', '=', userId)
    .execute()
}

/** Ends every session of a user immediately. */
export async function endSessions(trx: AnyTransaction, userId: string): Promise<void> {
  await within<UserDb>(trx).deleteFrom('platform.session').where('user_id', '=', userId).execute()
}
