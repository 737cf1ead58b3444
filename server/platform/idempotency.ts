import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from './actor.ts'
import { type AnyTransaction, type Database, toJson, within } from './db.ts'
import { Conflict, Invalid } from './errors.ts'

export interface IdempotencyKey {
  key: string
  /** SHA-256 of method, address, `If-Match` and body: the same key for another request is a mistake of the caller. */
  fingerprint: Buffer
}

/**
 * The `Idempotency-Key` of a request, or undefined if the caller sent none. A form is identified by its hash
 * (`upload.ts`).
 */
export function idempotencyKey(request: FastifyRequest): IdempotencyKey | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || key === '') return undefined
  if (typeof key !== 'string' || key.length > 200) {
    throw new Invalid('request.idempotency_key_invalid', 'Idempotency-Key phải là một chuỗi không quá 200 ký tự.')
  }
  const fingerprint = createHash('sha256')
    .update(
      `${request.method} ${request.url}\n${request.headers['if-match'] ?? ''}\n${JSON.stringify(request.body ?? null)}`,
    )
    .digest()
  return { key, fingerprint }
}

/**
 * Runs `act` once per key: a retry gets the first answer and changes nothing. Of two at the same time the second waits
 * for the first, because both insert the same key. If the act fails its key is rolled back with it and may be used
 * again. What `act` returns must survive JSON.
 */
export async function idempotent<T>(
  trx: AnyTransaction,
  actor: Pick<Actor, 'userId'>,
  key: IdempotencyKey | undefined,
  act: () => Promise<T>,
): Promise<T> {
  if (!key) return act()
  const db = within<Pick<Database, 'platform.idempotency'>>(trx)
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('platform.idempotency')
    .values({ user_id: actor.userId, key: key.key, fingerprint: key.fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const mine = db.selectFrom('platform.idempotency').where('user_id', '=', actor.userId).where('key', '=', key.key)
  if (inserted === 0n) {
    const earlier = await mine.select(['fingerprint', 'result']).executeTakeFirstOrThrow()
    if (!earlier.fingerprint.equals(key.fingerprint)) {
      throw new Conflict('request.idempotency_key_reused', 'Idempotency-Key này đã dùng cho một yêu cầu khác.')
    }
    return earlier.result as T
  }
  const result = await act()
  await db
    .updateTable('platform.idempotency')
    .set({ result: toJson(result ?? null) })
    .where('user_id', '=', actor.userId)
    .where('key', '=', key.key)
    .execute()
  return result
}
