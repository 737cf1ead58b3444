import { record } from '../audit.ts'
import type { AnyTransaction } from '../db.ts'
import { NotFound } from '../errors.ts'
import { issueToken, revokeToken } from '../token.ts'
import type { FactorState } from './factor-state.ts'
import { type AtWork, subjectOf } from './session.ts'
import type { NewToken } from './shapes.ts'

/** Makes a token of the actor's own; one made in a session that has proved a second factor counts as proved too. */
export async function makeToken(
  trx: AnyTransaction,
  { actor }: AtWork,
  { state }: FactorState,
  { name, days, scopes, mayChange = false }: NewToken,
): Promise<string> {
  const expiresAt = Temporal.Now.instant()
    .add({ hours: 24 * days })
    .toString()
  const token = await issueToken(trx, actor.userId, name.trim(), {
    expiresAt,
    mayChange,
    scopes,
    isProved: state === 'proved',
  })
  await record(trx, actor, 'token.made', {
    subject: subjectOf(actor),
    after: { name: name.trim(), expiresAt, scopes, mayChange },
  })
  return token
}

/** Ends a token of the actor's own immediately. */
export async function endToken(trx: AnyTransaction, { actor }: AtWork, id: number): Promise<void> {
  const name = await revokeToken(trx, actor.userId, id)
  if (name === undefined) throw new NotFound('token.not_found', 'Mã API này không còn.')
  await record(trx, actor, 'token.revoked', { subject: subjectOf(actor), before: { name } })
}
