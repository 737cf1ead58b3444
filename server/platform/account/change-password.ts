import type { FastifyRequest } from 'fastify'
import { record } from '../audit.ts'
import type { AnyTransaction, Db } from '../db.ts'
import { wrong } from '../errors.ts'
import { forgiveGuess, limitsOf, takeGuess } from '../guessing.ts'
import { deviceOf } from './known-device.ts'
import { isPassword, setPassword } from './password.ts'
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

/** Changes the actor's own password and ends every other session: anyone who knew the old one is signed out. */
export async function changePassword(trx: AnyTransaction, at: AtWork, password: string): Promise<void> {
  await setPassword(trx, at.actor.userId, password, 'newPassword')
  await record(trx, at.actor, 'password.changed', { subject: subjectOf(at.actor) })
  await revokeOtherSessions(trx, at)
}
