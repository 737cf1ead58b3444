import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountTransaction } from './db.ts'

const CODES = 10
/** Without letters and digits that are mistaken for each other; sixteen of them are 79 bits. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Makes a new set of codes, which replaces the old one. They are returned only here. */
export async function makeRecoveryCodes(trx: AccountTransaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () =>
    Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
      '-',
    ),
  )
  await trx.deleteFrom('platform.recovery_code').where('user_id', '=', userId).execute()
  await trx
    .insertInto('platform.recovery_code')
    .values(codes.map((code) => ({ user_id: userId, sha256: hashOf(userId, code) })))
    .execute()
  return codes
}

/** Uses one up. False for a wrong or used one; of two concurrent uses, only one succeeds. */
export async function useRecoveryCode(trx: AccountTransaction, userId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('platform.recovery_code')
    .set({ used_at: sql<string>`now()` })
    .where('user_id', '=', userId)
    .where('sha256', '=', hashOf(userId, code))
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

function hashOf(userId: string, code: string): Buffer {
  const letters = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(`${userId}\n${letters}`).digest()
}
