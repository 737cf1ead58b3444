import { house } from './modules.ts'
import type { Db } from './platform/db.ts'

/** Brings the reference data of every module into a migrated database; a second time it changes nothing. */
export async function prepareReference(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const room of house.rooms) await room.prepare?.(trx)
  })
}
