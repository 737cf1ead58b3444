import { house } from '../house.ts'
import { openDatabase } from '../platform/db.ts'
import { prepareReference } from '../prepare.ts'

/** Every copy has the reference data of the rooms: agencies and their codes. */
export async function addReference(url: string): Promise<void> {
  const db = openDatabase(url, { max: 1, audit: house.audit })
  try {
    await prepareReference(db)
  } finally {
    await db.destroy()
  }
}
