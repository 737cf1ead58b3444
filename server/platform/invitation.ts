import { createHash, randomBytes } from 'node:crypto'
import { setPassword } from './account/password.ts'
import { type AnyHandle, type AnyTransaction, type Database, reading, within } from './db.ts'
import { Conflict, NotFound } from './errors.ts'
import { endTokens } from './token.ts'
import { endSessions } from './user.ts'

type InvitationDb = Pick<Database, 'platform.account' | 'platform.invitation' | 'platform.user'>

const HOURS_OPEN = 72
/** Links in an hour that are made because somebody asked for one without signing in. */
const ASKED_AN_HOUR = 3
const CODE = /^[\w-]{43}$/

export interface Invitation {
  /** 256 random bits for the address of the link; the database stores only its SHA-256. */
  code: string
  /** ISO instant. */
  expiresAt: string
}

/** Lets a user set their own password, within three days unless said otherwise. An earlier open invitation is revoked. */
export async function inviteUser(
  trx: AnyTransaction,
  userId: string,
  by: string,
  now: Temporal.Instant,
  minutesOpen: number = HOURS_OPEN * 60,
): Promise<Invitation> {
  const db = within<InvitationDb>(trx)
  // If two people invite the same user concurrently, the second waits here, and then revokes what the first made.
  await db.selectFrom('platform.user').select('id').where('id', '=', userId).forUpdate().execute()
  await revokeInvitations(trx, userId, now)
  const code = randomBytes(32).toString('base64url')
  const expiresAt = now.add({ minutes: minutesOpen }).toString()
  await db
    .insertInto('platform.invitation')
    .values({
      user_id: userId,
      sha256: hashOf(code),
      created_at: now.toString(),
      created_by: by,
      expires_at: expiresAt,
    })
    .execute()
  return { code, expiresAt }
}

/**
 * Whether a link may be made that was asked for without signing in: one of the last minute stands, so that asking twice at
 * the same time makes one, and strangers do not fill a mailbox.
 */
export async function mayAskForLink(trx: AnyTransaction, userId: string, now: Temporal.Instant): Promise<boolean> {
  const db = within<InvitationDb>(trx)
  await db.selectFrom('platform.user').select('id').where('id', '=', userId).forUpdate().execute()
  const made = await db
    .selectFrom('platform.invitation')
    .select(['created_at as at', 'used_at as usedAt', 'revoked_at as revokedAt'])
    .where('user_id', '=', userId)
    .where('created_at', '>', now.subtract({ hours: 1 }).toString())
    .execute()
  const minuteAgo = now.subtract({ minutes: 1 })
  const stands = made.some(
    ({ at, usedAt, revokedAt }) =>
      usedAt === null && revokedAt === null && Temporal.Instant.compare(Temporal.Instant.from(at), minuteAgo) > 0,
  )
  return !stands && made.length < ASKED_AN_HOUR
}

/** Makes the open link of a user useless. */
export async function revokeInvitations(trx: AnyTransaction, userId: string, now: Temporal.Instant): Promise<void> {
  await within<InvitationDb>(trx)
    .updateTable('platform.invitation')
    .set({ revoked_at: now.toString() })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

export interface Invited {
  userId: string
  name: string
  email: string
  /** They have a password, which the link replaces. */
  hasPassword: boolean
  /** ISO instant. */
  expiresAt: string
}

/** The user an invitation is for. Unknown, used, revoked, expired and closed sign-ins get the same 404. */
export async function findInvited(db: AnyHandle, code: string, now: Temporal.Instant): Promise<Invited> {
  return readOpen(reading<InvitationDb>(db), code, now)
}

/**
 * Sets the password by an invitation, which is used up; sessions and tokens of this user end. A weak password is refused on its
 * field and uses nothing up. Returns whose it is.
 */
export async function acceptInvitation(
  trx: AnyTransaction,
  code: string,
  password: string,
  now: Temporal.Instant,
): Promise<Invited> {
  const db = within<InvitationDb>(trx)
  const invited = await readOpen(db, code, now)
  const { numUpdatedRows } = await db
    .updateTable('platform.invitation')
    .set({ used_at: now.toString() })
    .where('sha256', '=', hashOf(code))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  // Opened twice at the same time: the first counts.
  if (numUpdatedRows === 0n) throw new Conflict('invitation.used', 'Liên kết này vừa được dùng. Hãy đăng nhập.')
  await setPassword(trx, invited.userId, password)
  await db.updateTable('platform.user').set({ email_verified: true }).where('id', '=', invited.userId).execute()
  await endSessions(trx, invited.userId)
  await endTokens(trx, invited.userId, 'password')
  return invited
}

async function readOpen(
  db: ReturnType<typeof reading<InvitationDb>>,
  code: string,
  now: Temporal.Instant,
): Promise<Invited> {
  const row = CODE.test(code)
    ? await db
        .selectFrom('platform.invitation as i')
        .innerJoin('platform.user as u', 'u.id', 'i.user_id')
        .select(({ exists, selectFrom }) => [
          'u.id as userId',
          'u.name',
          'u.email',
          'i.expires_at as expiresAt',
          exists(selectFrom('platform.account as a').select('a.id').whereRef('a.user_id', '=', 'u.id'))
            .$castTo<boolean>()
            .as('hasPassword'),
        ])
        .where('i.sha256', '=', hashOf(code))
        .where('i.used_at', 'is', null)
        .where('i.revoked_at', 'is', null)
        .where('i.expires_at', '>', now.toString())
        .where('u.deactivated_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (row) return row
  throw new NotFound(
    'invitation.not_open',
    'Liên kết này không có, đã dùng hoặc đã hết hạn. Hãy yêu cầu liên kết mới ở trang Quên mật khẩu, hoặc đề nghị người quản lý tài khoản gửi lời mời mới.',
  )
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}
