import { type AnyHandle, reading } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'
import type { Agency } from './shapes.ts'
import { findAgencyOn } from './store.ts'

/** An agency on a day (ISO): its name, kind and place of that day. Undefined if it did not exist then. */
export function agencyOn(db: AnyHandle, id: number, on: string): Promise<Agency | undefined> {
  return findAgencyOn(reading<RegistryDb>(db), id, on)
}
