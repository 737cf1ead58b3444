import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { TooMany } from './errors.ts'

/** Wrong passwords let pass for one account within a quarter of an hour: from one address, and from all together. */
const FROM_ONE_ADDRESS = 10
const FROM_ANYWHERE = 100
const WINDOW_SECONDS = 15 * 60

/** One account (as it was typed) and the address it was typed from. */
export interface Attempt {
  account: string
  address: string
}

/**
 * Throws 429 while guessing at this account has gone on too long. Known and unknown accounts count alike, so that the
 * answer does not tell which exist. The two limits keep a guesser out without letting one lock out the owner for long.
 */
export async function refuseGuessing(db: Db, attempt: Attempt): Promise<void> {
  const limits = limitsOf(attempt)
  const rows = await db
    .selectFrom('platform.sign_in_failure')
    .select(['key', 'count', sql<number>`ceil(${WINDOW_SECONDS} - extract(epoch from now() - since))::int`.as('wait')])
    .where('key', 'in', [...limits.keys()])
    .execute()
  const waits = rows
    .filter(({ key, count, wait }) => wait > 0 && count >= (limits.get(key) ?? 0))
    .map(({ wait }) => wait)
  if (waits.length === 0) return
  const wait = Math.max(...waits)
  throw new TooMany('auth.too_many', `Đã nhập sai quá nhiều lần. Hãy đợi ${Math.ceil(wait / 60)} phút rồi thử lại.`, {
    retryAfter: wait,
  })
}

/** Counts a wrong password; the window begins with the first. */
export async function countFailure(db: Db, attempt: Attempt): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // In one order, so that two attempts at once do not wait for each other.
    for (const key of [...limitsOf(attempt).keys()].sort()) {
      await sql`
        insert into platform.sign_in_failure as f (key, count, since) values (${key}, 1, now())
        on conflict (key) do update set
          count = case when f.since < now() - make_interval(secs => ${WINDOW_SECONDS}) then 1 else f.count + 1 end,
          since = case when f.since < now() - make_interval(secs => ${WINDOW_SECONDS}) then now() else f.since end`.execute(
        trx,
      )
    }
  })
}

/** A right password clears what was counted from this address; what others try elsewhere goes on counting. */
export async function clearFailures(db: Db, attempt: Attempt): Promise<void> {
  await db.deleteFrom('platform.sign_in_failure').where('key', '=', fromHere(attempt)).execute()
}

function limitsOf(attempt: Attempt): Map<string, number> {
  return new Map([
    [fromHere(attempt), FROM_ONE_ADDRESS],
    [hash(attempt.account), FROM_ANYWHERE],
  ])
}

function fromHere({ account, address }: Attempt): string {
  return hash(`${account.trim().toLowerCase()}\n${address}`)
}

/** People type passwords into the wrong field: what was typed is not kept. */
function hash(text: string): string {
  return createHash('sha256').update(text.trim().toLowerCase()).digest('base64url')
}
