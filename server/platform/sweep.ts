import { sql } from 'kysely'
import type { JobContext } from './jobs.ts'
import type { Room } from './room.ts'

/** A retry comes within seconds or minutes; a week leaves room for a weekend. */
const KEYS_KEPT_DAYS = 7

/** Removes what has had its time: answers kept for retries, wrong passwords counted, sessions and proofs expired. */
async function sweep(_payload: unknown, { db }: JobContext): Promise<void> {
  const past = sql<string>`now()`
  await db
    .deleteFrom('platform.idempotency')
    .where('created_at', '<', sql<string>`now() - make_interval(days => ${KEYS_KEPT_DAYS})`)
    .execute()
  await db.deleteFrom('platform.sign_in_failure').where('since', '<', sql<string>`now() - interval '1 day'`).execute()
  await db.deleteFrom('platform.session').where('expires_at', '<', past).execute()
  await db.deleteFrom('platform.verification').where('expires_at', '<', past).execute()
}

export const platform: Room = {
  name: 'platform',
  handlers: { 'platform.sweep': sweep },
  // Half past two at night in Viet Nam.
  schedules: [{ at: '30 19 * * *', job: 'platform.sweep' }],
  constraints: {
    user_email_uq: { kind: 'conflict', code: 'user.email_taken', detail: 'Địa chỉ thư này đã có tài khoản.' },
    user_username_uq: { kind: 'conflict', code: 'user.username_taken', detail: 'Tên đăng nhập này đã có người dùng.' },
  },
}
