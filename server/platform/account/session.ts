import { makeSignature } from 'better-auth/crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { actorOf, type KnownActor } from '../actor.ts'
import { record } from '../audit.ts'
import type { Auth } from '../auth.ts'
import { type AnyTransaction, type Db, within } from '../db.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { setCookie } from '../http/cookie.ts'
import { endTokens } from '../token.ts'
import type { AccountDb } from './db.ts'

/** A user in their browser. */
export interface AtWork {
  actor: KnownActor
  sessionId: string
}

/** Throws 403 for an API client or token: a stolen token must not take over the whole account. */
export function atWork(request: FastifyRequest): AtWork {
  const actor = actorOf(request)
  const { sessionId } = request
  if (sessionId === null) {
    throw new Forbidden('auth.session_required', 'Việc này chỉ làm được trên trang của hệ thống, không bằng mã API.')
  }
  return { actor, sessionId }
}

/** The user whose history it belongs to. */
export const subjectOf = (actor: Pick<KnownActor, 'personId' | 'userId'>) => ({
  kind: 'person',
  id: actor.personId ?? actor.userId,
})

/**
 * Signs in, in this browser, a user who has proved who they are by something other than a password. Returns the
 * session's id.
 */
export async function beginSession(
  auth: Auth,
  userId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const { internalAdapter, authCookies, secret } = await auth.$context
  const { id, token } = await internalAdapter.createSession(userId, false, {
    ipAddress: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
  })
  const { name, attributes } = authCookies.sessionToken
  setCookie(reply, name, `${token}.${await makeSignature(token, secret)}`, {
    isSecure: attributes.secure === true,
    seconds: attributes.maxAge ?? 0,
  })
  return id
}

export interface SessionRow {
  id: string
  isCurrent: boolean
  address: string | null
  userAgent: string | null
  since: string
  usedAt: string
  proof: string | null
}

/** Where a user is signed in, the current session first, then the most recently used. */
export async function sessionsOf(db: Db, { actor, sessionId }: AtWork): Promise<SessionRow[]> {
  return db
    .selectFrom('platform.session as s')
    .leftJoin('platform.session_proof as p', 'p.session_id', 's.id')
    .select(({ eb }) => [
      's.id',
      eb('s.id', '=', sessionId).$castTo<boolean>().as('isCurrent'),
      's.ip_address as address',
      's.user_agent as userAgent',
      's.created_at as since',
      's.updated_at as usedAt',
      'p.method as proof',
    ])
    .where('s.user_id', '=', actor.userId)
    .where('s.expires_at', '>', sql<string>`now()`)
    .orderBy(({ eb }) => eb('s.id', '=', sessionId), 'desc')
    .orderBy('s.updated_at', 'desc')
    .execute()
}

/** Ends one of the actor's own sessions immediately: the next request from there is a stranger's. */
export async function revokeSession(trx: AnyTransaction, { actor }: AtWork, id: string): Promise<void> {
  const ended = await within<AccountDb>(trx)
    .deleteFrom('platform.session')
    .where('id', '=', id)
    .where('user_id', '=', actor.userId)
    .returning(['ip_address', 'user_agent'])
    .executeTakeFirst()
  if (!ended) throw new NotFound('session.not_found', 'Phiên đăng nhập này không còn.')
  await record(trx, actor, 'session.revoked', {
    subject: subjectOf(actor),
    before: { address: ended.ip_address, userAgent: ended.user_agent },
  })
}

/** Ends every other session. Returns how many there were. */
export async function revokeOtherSessions(trx: AnyTransaction, { actor, sessionId }: AtWork): Promise<number> {
  const ended = await within<AccountDb>(trx)
    .deleteFrom('platform.session')
    .where('user_id', '=', actor.userId)
    .where('id', '<>', sessionId)
    .returning('id')
    .execute()
  if (ended.length > 0) {
    await record(trx, actor, 'session.revoked', { subject: subjectOf(actor), detail: { others: ended.length } })
  }
  return ended.length
}

/** What was begun with the proof as it was before ends: every other session, every token. */
export async function endOthers(
  trx: AnyTransaction,
  at: AtWork,
  because: Parameters<typeof endTokens>[2],
): Promise<void> {
  await revokeOtherSessions(trx, at)
  await endTokens(trx, at.actor.userId, because)
}
