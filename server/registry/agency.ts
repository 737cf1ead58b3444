import { type AnyHandle, reading } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'
import type { Agency } from './shapes.ts'
import { findAgencyOn } from './store.ts'

/** A body as it was on a day (ISO): its name, kind and place of that day. Undefined where it was not there. */
export function agencyOn(db: AnyHandle, id: number, on: string): Promise<Agency | undefined> {
  return findAgencyOn(reading<RegistryDb>(db), id, on)
}
