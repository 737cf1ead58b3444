import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { demandRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { WorklistsDb } from './db.ts'
import type { SetThresholds, Thresholds } from './shapes.ts'

/** The two thresholds of the work lists, in days. */
export async function showThresholds(db: Handle<WorklistsDb>): Promise<Thresholds> {
  const { rows } = await sql<Thresholds>`
    select silent_days as "silentDays", soon_days as "soonDays", version, changed_at as "changedAt", changed_by as "changedBy"
    from worklists.threshold`.execute(db)
  return rows[0]!
}

/** Sets them for all users. */
export async function setThresholds(
  trx: Transaction<WorklistsDb>,
  { actor, version, now }: Omit<Ask, 'id'>,
  { silentDays, soonDays }: SetThresholds,
): Promise<number> {
  demandRight(actor, 'system.keep', 'thresholds.not_allowed', 'Chỉ quản trị hệ thống đặt được số ngày theo dõi.')
  await sql`select from worklists.threshold for update`.execute(trx)
  const before = await showThresholds(trx)
  checkVersion(version, before.version, { by: before.changedBy, at: before.changedAt })
  await trx
    .updateTable('worklists.threshold')
    .set({
      silent_days: silentDays,
      soon_days: soonDays,
      version: before.version + 1,
      changed_at: now.toString(),
      changed_by: actor.name,
    })
    .execute()
  await record(trx, actor, 'thresholds.set', {
    subject: { kind: 'thresholds', id: 1 },
    at: now.toString(),
    before: { silentDays: before.silentDays, soonDays: before.soonDays },
    after: { silentDays, soonDays },
  })
  return before.version + 1
}
