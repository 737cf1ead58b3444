import { sql } from 'kysely'
import type { Announcement } from '../platform/audit.ts'
import type { JobContext } from '../platform/jobs.ts'
import { enqueueMail } from '../platform/mail.ts'
import { hourAndDay, letterTo } from './invite.ts'

export const CREDENTIAL_JOB = 'registry.credentialMail'

/** What changed in how a person signs in, by act: the owner is told wherever somebody else may have done it. */
const CHANGED: Readonly<Record<string, readonly [about: string, what: string]>> = {
  'password.changed': ['mật khẩu của tài khoản đã được đổi', 'Mật khẩu của tài khoản vừa được đổi'],
  'secondFactor.enrolled': [
    'tài khoản có thêm ứng dụng xác thực',
    'Một ứng dụng xác thực vừa được đăng ký cho tài khoản',
  ],
  'secondFactor.removed': ['ứng dụng xác thực đã được gỡ', 'Ứng dụng xác thực của tài khoản vừa được gỡ'],
  'secondFactor.recovered': [
    'có người đăng nhập bằng mã dự phòng',
    'Một mã dự phòng của tài khoản vừa được dùng để đăng nhập',
  ],
  'secondFactor.codesRenewed': ['mã dự phòng đã được tạo lại', 'Mã dự phòng của tài khoản vừa được tạo lại'],
  'secondFactor.guessed': [
    'có người nhập sai mã xác thực nhiều lần',
    'Có người nhập đúng mật khẩu của tài khoản rồi nhập sai mã xác thực quá số lần cho phép',
  ],
  'person.factorsCleared': [
    'xác thực hai lớp đã được gỡ',
    'Quản trị vừa gỡ mọi lớp xác thực thứ hai của tài khoản theo đề nghị',
  ],
  'passkey.added': ['tài khoản có thêm khóa truy cập', 'Một khóa truy cập vừa được thêm vào tài khoản'],
  'passkey.removed': ['khóa truy cập đã được gỡ', 'Một khóa truy cập của tài khoản vừa được gỡ'],
  'identity.linked': [
    'tài khoản đã liên kết danh tính điện tử',
    'Tài khoản vừa được liên kết với một danh tính điện tử',
  ],
  'identity.unlinked': [
    'liên kết danh tính điện tử đã được gỡ',
    'Liên kết danh tính điện tử của tài khoản vừa được gỡ',
  ],
  'token.made': ['tài khoản có mã API mới', 'Một mã API vừa được tạo cho tài khoản'],
}

export const credentialSubscriptions = Object.keys(CHANGED).map((event) => ({ event, job: CREDENTIAL_JOB }))

/**
 * Tells the owner of a sign-in by mail, where there is mail, that something they prove themselves with has changed: once for
 * each act, at the address the account has now.
 */
export async function mailOwner(
  { auditId, event, subject }: Announcement,
  { db, config }: Pick<JobContext, 'db' | 'config'>,
): Promise<void> {
  const changed = CHANGED[event]
  if (!config.mail || changed === undefined) return
  const [about, what] = changed
  await db.transaction().execute(async (trx) => {
    const owner = await trx
      .selectFrom('registry.person as p')
      .innerJoin('platform.user_card as u', 'u.user_id', 'p.user_id')
      .select(['p.person_id as id', 'p.full_name as name', 'u.email as address'])
      // Before anyone has signed in, the act names the user and not the person.
      .where(subject.kind === 'user' ? 'p.user_id' : sql<string>`p.person_id::text`, '=', String(subject.id))
      .executeTakeFirst()
    const act = await trx
      .selectFrom('platform.audit_entry')
      .select('recorded_at')
      .where('audit_id', '=', auditId)
      .executeTakeFirstOrThrow()
    if (!owner) return
    await enqueueMail(trx, {
      key: `credential/${auditId}`,
      to: { name: owner.name, address: owner.address },
      about: { kind: 'person', id: owner.id },
      ...letterTo(owner.name, about, [
        `${what} mang tên ông/bà trên hệ thống Điều Hành, lúc ${hourAndDay(Temporal.Instant.from(act.recorded_at))}.`,
        'Nếu ông/bà không biết việc này, hãy báo ngay cho quản trị hệ thống.',
      ]),
    })
  })
}
