import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { type AnyHandle, type AnyTransaction, type Database, type Db, reading, within } from '../db.ts'
import { type Invalid, wrong } from '../errors.ts'
import { VIETNAMESE_PASSWORDS } from './vietnamese-passwords.ts'

type PasswordDb = Pick<Database, 'platform.account' | 'platform.user'>

export const SHORTEST_PASSWORD = 10
/** Longer ones would let a stranger keep the slow hash busy for nothing. */
export const LONGEST_PASSWORD = 128
/** With fewer guesses than this, a machine that has the hash finds the password within a day. */
const FEWEST_GUESSES = 1e8
/** Shorter parts of a name occur in many words. */
const SHORTEST_NAME = 4

/** The future owner of the password: their names may not be part of it. */
export interface Owner {
  name: string
  email: string
  username?: string | null
}

let made: ZxcvbnFactory | undefined
/** zxcvbn estimates the guesses with its list of leaked passwords and ours; no other host is contacted. Made when first asked. */
function judge(): ZxcvbnFactory {
  made ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, vietnamese: [...VIETNAMESE_PASSWORDS] },
    graphs: adjacencyGraphs,
  })
  return made
}

/**
 * Throws 400 on the field `path` if the password is too short or too long, contains the owner's name or address, or
 * would be found by trying leaked and common passwords first (NIST SP 800-63B, 3.1.1.2).
 */
export function checkPassword(password: string, owner: Owner, path = 'password'): void {
  const refuse = (code: string, sentence: string): Invalid => wrong(path, `password.${code}`, sentence)
  const { length } = [...password]
  if (length < SHORTEST_PASSWORD) {
    throw refuse('too_short', `Mật khẩu phải có ít nhất ${SHORTEST_PASSWORD} ký tự; nên dùng một cụm vài từ dễ nhớ.`)
  }
  if (length > LONGEST_PASSWORD) throw refuse('too_long', `Mật khẩu không được quá ${LONGEST_PASSWORD} ký tự.`)
  const plain = fold(password)
  if (namesOf(owner).some((name) => plain.includes(name))) {
    throw refuse('has_name', 'Mật khẩu không được chứa họ tên, tên đăng nhập hay địa chỉ thư của chính mình.')
  }
  // Diacritics and spaces between the words of a phrase do not make it rarer.
  const guesses = Math.min(...[password, plain].map((form) => judge().check(form, []).guesses))
  if (guesses < FEWEST_GUESSES) {
    throw refuse(
      'common',
      'Mật khẩu này có trong danh sách mật khẩu đã lộ hoặc quá dễ đoán. Hãy chọn mật khẩu khác, ví dụ vài từ không liên quan ghép lại.',
    )
  }
}

/**
 * Sets the password of a user who can sign in; the rules of `checkPassword` apply, `path` is the field that errors
 * name.
 */
export async function setPassword(
  trx: AnyTransaction,
  userId: string,
  password: string,
  path = 'password',
): Promise<void> {
  const db = within<PasswordDb>(trx)
  const owner = await db
    .selectFrom('platform.user')
    .select(['name', 'email', 'username'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  checkPassword(password, owner, path)
  const hash = await hashPassword(password)
  await db
    .insertInto('platform.account')
    .values({ id: crypto.randomUUID(), user_id: userId, account_id: userId, provider_id: 'credential', password: hash })
    .onConflict((conflict) =>
      conflict
        .constraint('account_provider_uq')
        .doUpdateSet({ password: hash, updated_at: Temporal.Now.instant().toString() }),
    )
    .execute()
}

/** Whether the user signs in by a password of ours at all. */
export async function hasPassword(db: AnyHandle, userId: string): Promise<boolean> {
  const found = await reading<PasswordDb>(db)
    .selectFrom('platform.account')
    .select('id')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Whether this is the user's password. */
export async function isPassword(db: Db, userId: string, password: string): Promise<boolean> {
  const row = await db
    .selectFrom('platform.account')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password != null && password.length <= LONGEST_PASSWORD * 4
    ? verifyPassword({ hash: row.password, password })
    : false
}

/** Letters and digits without diacritics and capitals. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]/g, '')
}

/** The whole name, its last two words ("an mau"), the name before the @ and the sign-in name. */
function namesOf({ name, email, username }: Owner): string[] {
  const words = name.split(/\s+/)
  return [name, words.slice(-2).join(''), email.split('@')[0] ?? '', username ?? '']
    .map(fold)
    .filter((part) => part.length >= SHORTEST_NAME)
}
