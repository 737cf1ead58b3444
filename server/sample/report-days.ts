import { addRegime } from '../oversight/index.ts'
import { addMonths, monthStart } from '../platform/calendar.ts'
import type { Deps } from '../platform/room.ts'
import { actorsOf } from './people.ts'

/** The days on which drafts are there, as the administrator of the sample sets them: from next month on, so that nothing is due at once. */
const DAYS = [
  {
    kind: 'monthlyTaskForce',
    dayOfMonth: 1,
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    of: 'before',
    instrument: 'Quy chế của Tổ công tác (MẪU)',
  },
  {
    kind: 'quarterly',
    dayOfMonth: 5,
    months: [1, 4, 7, 10],
    of: 'before',
    instrument: 'Quy chế của Tổ công tác (MẪU)',
  },
  { kind: 'halfYear', dayOfMonth: 10, months: [6, 12], of: 'running', instrument: 'Nghị quyết 02/NQ-CP (MẪU)' },
] as const

/** Sets the schedule of drafts; does nothing where one is set. */
export async function setReportDays(deps: Deps, today: string): Promise<number> {
  const { db, clock } = deps
  if (await db.selectFrom('oversight.report_regime').select('regime_id').limit(1).executeTakeFirst()) return 0
  const people = await actorsOf(db, { actor: 'quantri' }, today)
  if (!people) return 0
  const { actor } = people
  const validFrom = addMonths(monthStart(today), 1)
  for (const { months, ...day } of DAYS) {
    await db
      .transaction()
      .execute((trx) => addRegime(trx, { actor, now: clock.now() }, { ...day, months: [...months], validFrom }))
  }
  return DAYS.length
}
