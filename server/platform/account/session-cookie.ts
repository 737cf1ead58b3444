import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Auth, CallerQuery } from '../auth.ts'
import { type Proofs, proofsOf } from './factor-state.ts'

/** What is read of a session in the same query that finds the actor. */
export interface SessionKept extends Proofs {
  sessionId: string
  userId: string
  /** Milliseconds since 1970. */
  endsAt: number
}

const SIGNATURE_BYTES = 32

/**
 * The token of the session cookie in a `Cookie` header, if the signature is ours; undefined for a missing or false one.
 * Read as better-auth reads it (of two cookies with the name the first counts; HMAC-SHA-256 of the token in base64),
 * which `session-cookie.test.ts` checks: better-auth itself takes 0.1 ms of WebCrypto and a whole endpoint for the same
 * answer.
 */
export async function sessionTokenIn(auth: Auth, cookies: string): Promise<string | undefined> {
  const { authCookies, secret } = await auth.$context
  const value = firstOf(cookies, authCookies.sessionToken.name)
  const end = value?.lastIndexOf('.') ?? -1
  if (value === undefined || end < 1) return undefined
  const token = value.slice(0, end)
  const signature = Buffer.from(value.slice(end + 1), 'base64')
  const isOurs =
    signature.length === SIGNATURE_BYTES &&
    timingSafeEqual(createHmac('sha256', secret).update(token).digest(), signature)
  return isOurs ? token : undefined
}

function firstOf(cookies: string, name: string): string | undefined {
  for (const cookie of cookies.split(';')) {
    const equals = cookie.indexOf('=')
    if (cookie.slice(0, equals).trim() !== name) continue
    try {
      return decodeURIComponent(cookie.slice(equals + 1).trim())
    } catch {
      return undefined
    }
  }
  return undefined
}

/**
 * The owner of a token's session, and its second-factor state. An expired session is found as well: `endsAt` says so.
 */
export function callerBySession(token: string): CallerQuery<SessionKept> {
  return sql`
    select s.user_id, s.id as session_id, row_to_json(k) as kept
    from platform.session s cross join lateral (
      select s.id as "sessionId", s.user_id as "userId", extract(epoch from s.expires_at) * 1000 as "endsAt",
             ${proofsOf(sql.ref('s.user_id'), sql.ref('s.id'))}
    ) k
    where s.token = ${token}`
}

/**
 * Whether better-auth must be called: the session has expired (it then removes it), or it was extended long enough ago
 * to be extended again. better-auth decides by the same two numbers.
 */
export async function isDue(auth: Auth, { endsAt }: SessionKept, isQuiet: boolean): Promise<boolean> {
  const { expiresIn, updateAge } = (await auth.$context).sessionConfig
  const now = Date.now()
  return endsAt < now || (!isQuiet && endsAt - expiresIn * 1000 + updateAge * 1000 <= now)
}
