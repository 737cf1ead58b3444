import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { AnyTransaction, Db } from './db.ts'
import { TooMany } from './errors.ts'

const QUARTER = 15 * 60
const DAY = 24 * 3600
/**
 * Wrong passwords allowed for one account within a quarter of an hour: from one place, and from all unknown places
 * together.
 */
const FROM_ONE_PLACE = 10
const FROM_STRANGE_PLACES = 100
/**
 * Wrong codes of a second factor: with a million codes and three valid at a time, a year of trying stays below 1 in 50.
 */
const WRONG_CODES = 5
const WRONG_CODES_A_DAY = 20
/** How long an address from which a user signed in counts as known. */
const ADDRESS_KNOWN_DAYS = 90

/** At most this many of what `key` hashes within this many seconds. */
export interface Limit {
  key: string
  most: number
  seconds: number
  /** It counts requests, none of which need be wrong. */
  isOfRequests?: true
}

/** One account (as typed), the address it was typed from, and the hash of the browser's device cookie. */
export interface Attempt {
  account: string
  address: string
  device: Buffer | undefined
}

/**
 * The limits that apply to an attempt at a password. A browser in which the owner has signed in before is counted
 * separately, so no guess by others locks it out; the same holds, with its own limit, for an address the owner came
 * from. All unknown places together share one limit, which stops a guesser with many addresses. Known and unknown
 * accounts count alike, so that the answer does not reveal which exist.
 */
export async function limitsOf(db: Db, { account, address, device }: Attempt): Promise<Limit[]> {
  const typed = account.trim().toLowerCase()
  const { rows } = await sql<{ userId: string; isKnownDevice: boolean; isKnownAddress: boolean }>`
    select u.id as "userId",
           exists (select from platform.known_device d where d.user_id = u.id and d.sha256 = ${device ?? null}) as "isKnownDevice",
           exists (select from platform.known_device d where d.user_id = u.id and d.address = ${address}
                     and d.seen_at > now() - make_interval(days => ${ADDRESS_KNOWN_DAYS})) as "isKnownAddress"
    from platform.user u where u.email = ${typed} or u.username = ${typed}
    limit 1`.execute(db)
  const owner = rows[0]
  // Address and user name are two ways to write one account.
  const who = owner?.userId ?? typed
  if (owner?.isKnownDevice && device) {
    return [{ key: keyOf('password on', who, device.toString('base64url')), most: FROM_ONE_PLACE, seconds: QUARTER }]
  }
  const here = { key: keyOf('password from', who, address), most: FROM_ONE_PLACE, seconds: QUARTER }
  const strange = { key: keyOf('password', who), most: FROM_STRANGE_PLACES, seconds: QUARTER }
  return owner?.isKnownAddress ? [here] : [here, strange]
}

/** The limits of codes of a second factor: again a known browser is counted separately. */
export async function codeLimitsOf(db: Db, userId: string, device: Buffer | undefined): Promise<Limit[]> {
  const known =
    device &&
    (await db
      .selectFrom('platform.known_device')
      .select('user_id')
      .where('user_id', '=', userId)
      .where('sha256', '=', device)
      .executeTakeFirst())
  const place = known ? device.toString('base64url') : ''
  return [
    { key: keyOf('code', userId, place), most: WRONG_CODES, seconds: QUARTER },
    { key: keyOf('code a day', userId, place), most: WRONG_CODES_A_DAY, seconds: DAY },
  ]
}

/** Wrong secrets of one API client from one address within a quarter of an hour; the secret itself has 256 bits. */
const WRONG_SECRETS = 10

/** The limits of secrets of an API client. */
export function secretLimitsOf(clientId: string, address: string): Limit[] {
  return [{ key: keyOf('client secret', clientId, address), most: WRONG_SECRETS, seconds: QUARTER }]
}

/** A place in the limits that was taken before the guess is checked. */
export interface Guess {
  /** It is the last that one of the limits allows. */
  isLast: boolean
}

/**
 * Counts an attempt against each of the limits before what is guessed is checked, so that many at the same time cannot
 * all be checked before the first is counted. Throws 429, and counts nothing, while one of the limits is reached. The time
 * of a limit begins with its first attempt.
 */
export async function takeGuess(db: Db, limits: readonly Limit[]): Promise<Guess> {
  return db.transaction().execute(async (trx) => {
    let isLast = false
    // In a fixed order, so that two concurrent attempts do not deadlock; each waits for the rows of the one before.
    for (const limit of [...limits].sort((a, b) => (a.key < b.key ? -1 : 1))) {
      const { key, most, seconds } = limit
      const isOver: RawBuilder<boolean> = sql`f.since < now() - make_interval(secs => ${seconds})`
      const { rows } = await sql<{ count: number }>`
        insert into platform.sign_in_failure as f (key, count, since) values (${key}, 1, now())
        on conflict (key) do update set
          count = case when ${isOver} then 1 else f.count + 1 end,
          since = case when ${isOver} then now() else f.since end
        where ${isOver} or f.count < ${most}
        returning count`.execute(trx)
      if (rows.length === 0) throw await reached(trx, limit)
      isLast ||= rows[0]?.count === most
    }
    return { isLast }
  })
}

async function reached(trx: AnyTransaction, { key, seconds, isOfRequests }: Limit): Promise<TooMany> {
  const { rows } = await sql<{ age: number }>`
    select extract(epoch from now() - since)::float8 as age from platform.sign_in_failure where key = ${key}`.execute(
    trx,
  )
  const wait = Math.max(1, Math.ceil(seconds - (rows[0]?.age ?? 0)))
  const span = wait > 5400 ? `${Math.ceil(wait / 3600)} giờ` : `${Math.ceil(wait / 60)} phút`
  const what = isOfRequests ? 'Đã yêu cầu' : 'Đã nhập sai'
  return new TooMany('auth.too_many', `${what} quá nhiều lần. Hãy đợi ${span} rồi thử lại.`, { retryAfter: wait })
}

/** It was right: this place begins anew, and attempts elsewhere keep counting without this one. */
export async function forgiveGuess(db: Db, limits: readonly Limit[]): Promise<void> {
  const [here, ...others] = limits
  if (here) await db.deleteFrom('platform.sign_in_failure').where('key', '=', here.key).execute()
  await giveBackGuess(db, others)
}

/** It was neither right nor wrong: nothing was checked. */
export async function giveBackGuess(db: Db, limits: readonly Limit[]): Promise<void> {
  const keys = limits.map(({ key }) => key).sort()
  if (keys.length === 0) return
  for (const key of keys)
    await sql`
      with last as (delete from platform.sign_in_failure where key = ${key} and count = 1 returning key)
      update platform.sign_in_failure set count = count - 1
      where key = ${key} and count > 1 and not exists (select from last)`.execute(db)
}

/** Limits how often a minute an address may request one thing, whatever the outcome: throws 429 beyond that. */
export async function limitAddress(db: Db, address: string, what: string, most: number): Promise<void> {
  const limits = [{ key: keyOf(what, address), most, seconds: 60 }]
  await takeGuess(db, limits)
}

/** Requests for a new password within a quarter of an hour: from one address, which a whole ministry may share, and for one account. */
const FORGOTTEN_FROM_ADDRESS = 30
const FORGOTTEN_FOR_ACCOUNT = 5

/**
 * The limits of requests for a new password. They count what was typed and not whose it is: a limit that an address and a
 * sign-in name shared would say that both are of one account.
 */
export function forgottenLimitsOf(account: string, address: string): Limit[] {
  const typed = account.trim().toLowerCase()
  return [
    { key: keyOf('forgotten from', address), most: FORGOTTEN_FROM_ADDRESS, seconds: QUARTER, isOfRequests: true },
    { key: keyOf('forgotten', typed), most: FORGOTTEN_FOR_ACCOUNT, seconds: QUARTER, isOfRequests: true },
  ]
}

/** Users type passwords into the wrong field: the input is not stored. */
function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url')
}
