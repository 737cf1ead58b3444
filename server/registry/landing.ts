import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import type { RegistryDb } from './db.ts'
import { waitsFor } from './person-access.ts'
import { unheldRights } from './unheld.ts'

/** For administrators: people whose new password waits for them, and what no one of the office may do yet. */
export const registryLanding: Landing = async ({ db, actor, today }) => {
  if (!hasRight(actor, 'people.keep')) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*)::integer as "people.resets" from registry.person p where ${waitsFor(actor)}`.execute(
    reading<RegistryDb>(db),
  )
  return landingRows(
    [
      {
        name: 'people.resets',
        urgency: 'now',
        vi: 'Đề nghị đặt lại mật khẩu chờ quản trị viên thứ hai',
        en: 'Password resets that wait for a second administrator',
        to: '/nguoi-dung?access=reset',
      },
      {
        name: 'roles.unheld',
        urgency: 'now',
        vi: 'Quyền của Văn phòng chưa ai được giao: hãy thêm lãnh đạo, chuyên viên',
        en: 'Rights of the office that no one has: add its leaders and officers',
        to: '/vai-tro',
      },
    ],
    { ...rows[0], 'roles.unheld': (await unheldRights(db, today)).length },
  )
}
