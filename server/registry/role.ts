import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { demandRight, hasRight, RIGHTS, type Right } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { RegistryDb } from './db.ts'
import { keepingKeepers } from './keeper.ts'
import { mayGive } from './person-access.ts'
import type { ChangeRole, Role } from './person-shapes.ts'

/** Rights that reveal data of every agency, as in the check `role_sees_what_it_reads`. */
const REVEAL_EVERYTHING: readonly Right[] = [
  'audit.read',
  'report.draft',
  'report.prepare',
  'report.sign',
  'reorganisation.apply',
  'system.keep',
  'people.keep',
  'programme.keep',
  'programme.decide',
]

type RoleRecord = Omit<Role, 'holders' | 'mayGive'>

export async function findRole(db: Handle<RegistryDb>, role: string): Promise<RoleRecord | undefined> {
  return (await rolesFrom(db).where('role', '=', role).executeTakeFirst()) as RoleRecord | undefined
}

function rolesFrom(db: Handle<RegistryDb>) {
  return db
    .selectFrom('registry.role')
    .select([
      'role',
      'name',
      'name_en as nameEn',
      'sees',
      'rights',
      'is_two_factor as isTwoFactor',
      'version',
      'changed_at as changedAt',
      'changed_by as changedBy',
    ])
}

/** Every role, for those who manage people or the system. */
export async function listRoles(db: Handle<RegistryDb>, actor: Actor, today: string): Promise<Role[]> {
  if (!(['system.keep', 'people.keep', 'people.keepOwn'] as const).some((right) => hasRight(actor, right))) {
    throw new Forbidden(
      'role.not_allowed',
      'Chỉ quản trị hệ thống và người quản lý tài khoản mới xem được các vai trò.',
    )
  }
  const rows = (await rolesFrom(db)
    .select(
      sql<number>`(select count(distinct o.person_id) from registry.post o
        where o.role = role.role and o.valid @> ${today}::date)`.as('holders'),
    )
    .orderBy('position')
    .orderBy('role')
    .execute()) as Omit<Role, 'mayGive'>[]
  return rows.map((row) => ({ ...row, rights: inOrder(row.rights), mayGive: mayGive(actor, row) }))
}

/** Changes what posts of a role may see and do, from the holders' next request on. Returns the version. */
export async function changeRole(trx: Transaction<RegistryDb>, ask: Ask<string>, change: ChangeRole): Promise<number> {
  demandRight(ask.actor, 'system.keep', 'role.not_allowed', 'Chỉ quản trị hệ thống mới sửa được vai trò.')
  return keepingKeepers(trx, dayInVietnam(ask.now), async () => {
    await sql`select from registry.role where role = ${ask.id} for update`.execute(trx)
    const before = await findRole(trx, ask.id)
    if (!before) throw new NotFound('role.not_found', 'Không có vai trò này.')
    checkVersion(ask.version, before.version, { by: before.changedBy, at: before.changedAt })
    if (change.sees !== 'all' && change.rights.some((right) => REVEAL_EVERYTHING.includes(right))) {
      throw wrong(
        'sees',
        'role.sees_too_little',
        'Vai trò có quyền đọc nhật ký, đọc dự thảo, lập hay ký báo cáo, áp dụng phương án sắp xếp, quản trị hệ thống hoặc quản lý mọi tài khoản phải xem được mọi cơ quan.',
      )
    }
    await refuseOwnRise(trx, ask.actor, before, change)
    const at = ask.now.toString()
    const { version } = await trx
      .updateTable('registry.role')
      .set({
        name: change.name.trim(),
        name_en: change.nameEn.trim(),
        sees: change.sees,
        rights: inOrder(change.rights),
        is_two_factor: change.isTwoFactor,
        version: sql<number>`version + 1`,
        changed_at: at,
        changed_by: signatureOf(ask.actor),
      })
      .where('role', '=', ask.id)
      .returning('version')
      .executeTakeFirstOrThrow()
    const { name, nameEn, sees, rights, isTwoFactor } = before
    await record(trx, ask.actor, 'role.changed', {
      subject: { kind: 'role', id: ask.id },
      at,
      before: { name, nameEn, sees, rights: inOrder(rights), isTwoFactor },
      after: { ...change, rights: inOrder(change.rights) },
    })
    return version
  })
}

/** Nobody gives rights to a role that they hold, or act in: that would be a way to every right. */
async function refuseOwnRise(
  trx: Transaction<RegistryDb>,
  { personId, rights, role }: Actor,
  before: RoleRecord,
  change: ChangeRole,
): Promise<void> {
  const more = change.rights.filter((right) => !before.rights.includes(right) && !rights.includes(right))
  if (more.length === 0) return
  const held = await trx
    .selectFrom('registry.post')
    .select('post_id')
    .where('person_id', '=', personId)
    .where('role', '=', before.role)
    .executeTakeFirst()
  if (!held && role !== before.role) return
  throw wrong(
    'rights',
    'role.own_rights',
    'Không ai tự thêm quyền cho vai trò mình đang giữ. Hãy nhờ một quản trị viên không giữ vai trò này.',
  )
}

/** Rights in the order of `rights.ts`. */
function inOrder(rights: readonly Right[]): Right[] {
  return RIGHTS.filter((right) => rights.includes(right))
}
