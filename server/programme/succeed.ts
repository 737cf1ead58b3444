import { sql } from 'kysely'
import { record } from '../platform/audit.ts'
import { within } from '../platform/db.ts'
import type { Succeed } from '../platform/inheritance.ts'
import type { ProgrammeDb } from './db.ts'
import { type ItemRow, saveItem } from './store.ts'

/** Entries that are not issued or stopped pass to the successor as leads from the day of the reorganisation; what was counted before stays. */
export const passItems: Succeed = async (handle, actor, { from, to, on, source, now }) => {
  if (to === null) return { programmeItems: 0 }
  const trx = within<ProgrammeDb>(handle)
  const { rows } = await sql<ItemRow>`
    select i.* from programme.item i
    where i.lead_agency_id = ${from.id} and i.state not in ('issued', 'stopped') order by i.item_id for update`.execute(
    trx,
  )
  for (const item of rows) {
    await saveItem(trx, { actor, now }, item, { lead_agency_id: to }, [{ dimension: 'lead', on, agencyId: to }])
    await record(trx, actor, 'item.movedBySuccession', {
      subject: { kind: 'programmeItem', id: item.item_id },
      on,
      at: now.toString(),
      before: { leadAgencyId: from.id },
      after: { leadAgencyId: to },
      detail: { reason: source },
    })
  }
  return { programmeItems: rows.length }
}
