import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { demandRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { TasksDb } from './db.ts'
import type { SetWatch, Watch } from './work-shapes.ts'

/** The two numbers of days that lists of work go by. */
export async function showWatch(db: Handle<TasksDb>): Promise<Watch> {
  const { rows } = await sql<Watch>`
    select silent_days as "silentDays", soon_days as "soonDays", version, changed_at as "changedAt", changed_by as "changedBy"
    from tasks.watch`.execute(db)
  return rows[0]!
}

/** Sets them, for everybody. */
export async function setWatch(
  trx: Transaction<TasksDb>,
  { actor, version, now }: Omit<Ask, 'id'>,
  { silentDays, soonDays }: SetWatch,
): Promise<number> {
  demandRight(actor, 'system.keep', 'watch.not_yours', 'Chỉ quản trị hệ thống đặt được số ngày theo dõi.')
  await sql`select from tasks.watch for update`.execute(trx)
  const before = await showWatch(trx)
  checkVersion(version, before.version, { by: before.changedBy, at: before.changedAt })
  await trx
    .updateTable('tasks.watch')
    .set({
      silent_days: silentDays,
      soon_days: soonDays,
      version: before.version + 1,
      changed_at: now.toString(),
      changed_by: actor.name,
    })
    .execute()
  await record(trx, actor, 'watch.set', {
    subject: { kind: 'watch', id: 1 },
    at: now.toString(),
    before: { silentDays: before.silentDays, soonDays: before.soonDays },
    after: { silentDays, soonDays },
  })
  return before.version + 1
}
