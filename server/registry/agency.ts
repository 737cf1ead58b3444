import { type AnyHandle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import type { RegistryDb } from './db.ts'
import type { Agency } from './shapes.ts'
import { findAgencyOn } from './store.ts'

/** An agency on a day (ISO): its name, kind and place of that day. Undefined if it did not exist then. */
export function agencyOn(db: AnyHandle, id: number, on: string): Promise<Agency | undefined> {
  return findAgencyOn(reading<RegistryDb>(db), id, on)
}

/**
 * Throws `request.no_such_agency` for a filter by an agency that never was: an empty list would say that it has nothing. Of
 * agencies that have ended there are rows.
 */
export async function refuseUnknownAgency(db: AnyHandle, id: number | undefined, path = 'agencyId'): Promise<void> {
  if (id === undefined) return
  const found = await reading<RegistryDb>(db)
    .selectFrom('registry.agency')
    .select('agency_id')
    .where('agency_id', '=', id)
    .executeTakeFirst()
  if (!found) throw wrong(path, 'request.no_such_agency', 'Không có cơ quan này. Hãy chọn lại cơ quan.')
}
