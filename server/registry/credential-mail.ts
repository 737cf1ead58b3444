import type { Announcement } from '../platform/audit.ts'
import type { JobContext } from '../platform/jobs.ts'
import { enqueueMail } from '../platform/mail.ts'
import { hourAndDay, letterTo } from './invite.ts'

export const CREDENTIAL_JOB = 'registry.credentialMail'

/** What changed in how a person signs in, by act: the owner is told wherever somebody else may have done it. */
const CHANGED: Readonly<Record<string, string>> = {
  'password.changed': 'mật khẩu đã được đổi',
  'secondFactor.enrolled': 'một ứng dụng xác thực đã được đăng ký',
  'secondFactor.removed': 'ứng dụng xác thực đã được gỡ',
  'secondFactor.recovered': 'có người đăng nhập bằng mã dự phòng',
  'secondFactor.codesRenewed': 'mã dự phòng đã được tạo lại',
  'secondFactor.guessed': 'có người nhập đúng mật khẩu rồi nhập sai mã xác thực nhiều lần',
  'person.factorsCleared': 'quản trị đã gỡ xác thực hai lớp',
  'passkey.added': 'một khóa truy cập đã được thêm',
  'passkey.removed': 'một khóa truy cập đã được gỡ',
  'identity.linked': 'một danh tính điện tử đã được liên kết',
  'identity.unlinked': 'liên kết danh tính điện tử đã được gỡ',
  'token.made': 'một mã API đã được tạo',
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
  const what = CHANGED[event]
  if (!config.mail || what === undefined) return
  await db.transaction().execute(async (trx) => {
    const owner = await trx
      .selectFrom('registry.person as p')
      .innerJoin('platform.user_card as u', 'u.user_id', 'p.user_id')
      .select(['p.person_id as id', 'p.full_name as name', 'u.email as address'])
      // Before anyone has signed in, the act names the user and not the person.
      .where((of) =>
        subject.kind === 'user'
          ? of('p.user_id', '=', String(subject.id))
          : of('p.person_id', '=', Number(subject.id) || 0),
      )
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
      ...letterTo(owner.name, what, [
        `Với tài khoản mang tên ông/bà, hệ thống Điều Hành vừa ghi nhận: ${what}, lúc ${hourAndDay(Temporal.Instant.from(act.recorded_at))}.`,
        'Nếu ông/bà không biết việc này, hãy báo ngay cho quản trị hệ thống.',
      ]),
    })
  })
}
