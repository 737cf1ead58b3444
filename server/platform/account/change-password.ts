import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { record } from '../audit.ts'
import type { AnyTransaction, Db } from '../db.ts'
import { Forbidden, wrong } from '../errors.ts'
import { forgiveGuess, limitsOf, takeGuess } from '../guessing.ts'
import { revokeInvitations } from '../invitation.ts'
import { endTokens } from '../token.ts'
import { deviceOf } from './known-device.ts'
import { hasPassword, isPassword, setPassword } from './password.ts'
import { type AtWork, revokeOtherSessions, subjectOf } from './session.ts'

/**
 * Throws 400 on `path` unless this is the user's password: a browser left open is not enough. Wrong ones count as at
 * sign-in.
 */
export async function demandPassword(
  db: Db,
  request: FastifyRequest,
  userId: string,
  password: string,
  path: string,
): Promise<void> {
  const { email } = await db
    .selectFrom('platform.user')
    .select('email')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const limits = await limitsOf(db, { account: email, address: request.ip, device: deviceOf(request) })
  await takeGuess(db, limits)
  if (await isPassword(db, userId, password)) return forgiveGuess(db, limits)
  throw wrong(path, 'password.wrong', 'Mật khẩu hiện tại không đúng.')
}

/** A session that began no longer ago than this was begun by whoever is at the browser now. */
const FRESH_MINUTES = 10

/**
 * Throws unless it is the user, and not someone at a browser left open: by the password or, for users without one, by a
 * sign-in of the last minutes.
 */
export async function demandOwner(
  db: Db,
  request: FastifyRequest,
  { actor, sessionId }: AtWork,
  password: string | undefined,
): Promise<void> {
  if (await hasPassword(db, actor.userId)) {
    if (password === undefined)
      throw wrong('password', 'password.needed', 'Hãy nhập mật khẩu hiện tại để chắc chắn đúng là bạn.')
    return demandPassword(db, request, actor.userId, password, 'password')
  }
  const session = await db
    .selectFrom('platform.session')
    .select('id')
    .where('id', '=', sessionId)
    .where('created_at', '>', sql<string>`now() - make_interval(mins => ${FRESH_MINUTES})`)
    .executeTakeFirst()
  if (session) return
  throw new Forbidden('auth.sign_in_again', 'Hãy đăng xuất, đăng nhập lại rồi làm việc này trong mười phút.')
}

/** Changes the actor's own password and ends every other session, token and open link: anyone who knew the old one is out. */
export async function changePassword(trx: AnyTransaction, at: AtWork, password: string): Promise<void> {
  await setPassword(trx, at.actor.userId, password, 'newPassword')
  await revokeInvitations(trx, at.actor.userId, Temporal.Now.instant())
  const tokens = await endTokens(trx, at.actor.userId, 'password')
  await record(trx, at.actor, 'password.changed', { subject: subjectOf(at.actor), detail: { tokensEnded: tokens } })
  await revokeOtherSessions(trx, at)
}
