import { sql } from 'kysely'
import { accountEvents } from './account/events.ts'
import { DEVICE_KNOWN_DAYS } from './account/known-device.ts'
import { auditRoutes } from './audit/routes.ts'
import { BLOB_EVENTS, blobJobs, blobLanding } from './blob-removal.ts'
import type { JobContext } from './jobs.ts'
import { mailLanding } from './mail/landing.ts'
import { MAIL_EVENTS, mailRoutes } from './mail/routes.ts'
import { mailJobs, mailSchedules } from './mail/send.ts'
import type { Room } from './room.ts'
import { secrecyJobs } from './secrecy.ts'

/** A retry comes within seconds or minutes; a week allows for a weekend. */
const KEYS_KEPT_DAYS = 7

/**
 * Removes what has expired: stored answers, wrong passwords counted, sessions and proofs, browsers not seen for long.
 */
async function sweep(_payload: unknown, { db }: JobContext): Promise<void> {
  const past = sql<string>`now()`
  await db
    .deleteFrom('platform.idempotency')
    .where('created_at', '<', sql<string>`now() - make_interval(days => ${KEYS_KEPT_DAYS})`)
    .execute()
  await db.deleteFrom('platform.sign_in_failure').where('since', '<', sql<string>`now() - interval '1 day'`).execute()
  await db.deleteFrom('platform.session').where('expires_at', '<', past).execute()
  await db.deleteFrom('platform.verification').where('expires_at', '<', past).execute()
  await db.deleteFrom('platform.challenge').where('expires_at', '<', past).execute()
  await db
    .deleteFrom('platform.known_device')
    .where('seen_at', '<', sql<string>`now() - make_interval(days => ${DEVICE_KNOWN_DAYS})`)
    .execute()
}

export const platform: Room = {
  name: 'platform',
  // `home` is the server's own: what it draws from all rooms.
  tokenScopes: { mail: 'administration', audit: 'administration', home: 'home' },
  routes: (app, deps) => {
    mailRoutes(app, deps)
    auditRoutes(app, deps)
  },
  events: [...MAIL_EVENTS, ...BLOB_EVENTS, ...accountEvents],
  landing: async (ask) => [...(await blobLanding(ask)), ...(await mailLanding(ask))],
  handlers: { 'platform.sweep': sweep, ...mailJobs, ...blobJobs, ...secrecyJobs },
  // Half past two at night in Viet Nam.
  schedules: [{ at: '30 19 * * *', job: 'platform.sweep' }, ...mailSchedules],
  constraints: {
    passkey_credential_uq: {
      kind: 'conflict',
      code: 'passkey.taken',
      detail: 'Khóa truy cập này đã được thêm rồi.',
    },
    identity_user_uq: {
      kind: 'conflict',
      code: 'identity.one_only',
      detail: 'Tài khoản này đã liên kết với một danh tính khác. Hãy gỡ liên kết cũ trước.',
    },
    identity_pk: {
      kind: 'conflict',
      code: 'identity.taken',
      detail: 'Danh tính này đã liên kết với một tài khoản khác trong hệ thống.',
    },
    user_email_uq: { kind: 'conflict', code: 'user.email_taken', detail: 'Địa chỉ thư này đã có tài khoản.' },
    user_username_uq: { kind: 'conflict', code: 'user.username_taken', detail: 'Tên đăng nhập này đã có người dùng.' },
  },
}
