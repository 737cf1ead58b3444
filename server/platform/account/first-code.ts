import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { type AnyTransaction, type Database, type Db, within } from '../db.ts'
import { wrong } from '../errors.ts'

type FirstDb = Pick<Database, 'platform.first_code' | 'platform.user'>

export const CODE_HOURS = 24
/** Without letters and digits that are mistaken for each other; twenty of them are 99 bits. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Whether there is no user who can sign in yet. */
export async function hasNoUser(db: Db): Promise<boolean> {
  return (await db.selectFrom('platform.user').select('id').limit(1).executeTakeFirst()) === undefined
}

/**
 * Makes the one-time code for creating the first administrator, if there is no user; undefined if there is one. An
 * earlier code becomes invalid. Its text is returned only here; it is valid for a day.
 */
export async function newFirstCode(db: Db): Promise<string | undefined> {
  if (!(await hasNoUser(db))) return undefined
  const code = Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')
  await db
    .insertInto('platform.first_code')
    .values({ sha256: hashOf(code), expires_at: sql<string>`now() + make_interval(hours => ${CODE_HOURS})` })
    .onConflict((conflict) =>
      conflict.column('is_only').doUpdateSet(({ ref }) => ({
        sha256: ref('excluded.sha256'),
        expires_at: ref('excluded.expires_at'),
      })),
    )
    .execute()
  return code
}

/** Uses the code up. Throws 400 on `code` if it is wrong, expired or used, or if there is a user already. */
export async function takeFirstCode(trx: AnyTransaction, code: string): Promise<void> {
  const db = within<FirstDb>(trx)
  const taken = await db
    .deleteFrom('platform.first_code')
    .where('sha256', '=', hashOf(code))
    .where('expires_at', '>', sql<string>`now()`)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('platform.user').select('id'))))
    .returning('is_only')
    .executeTakeFirst()
  if (taken) return
  throw wrong(
    'code',
    'first.wrong_code',
    'Mã không đúng, đã dùng hoặc đã hết hạn. Hãy xem lại dòng máy chủ in ra; khởi động lại máy chủ để có mã mới.',
  )
}

function hashOf(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest()
}
