import { house } from './house.ts'
import type { Db } from './platform/db.ts'
import type { House, Joined } from './platform/room.ts'

/** Loads the reference data of every room into a migrated database; a second run changes nothing. */
export async function prepareReference(db: Db, all: Pick<House, 'rooms' | keyof Joined> = house): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const room of all.rooms) await room.prepare?.(trx, all)
  })
}
