import { house } from './house.ts'
import type { Db } from './platform/db.ts'

/** Loads the reference data of every room into a migrated database; a second run changes nothing. */
export async function prepareReference(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const room of house.rooms) await room.prepare?.(trx)
  })
}
