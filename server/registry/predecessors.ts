import { sql } from 'kysely'
import type { AnyHandle } from '../platform/db.ts'

/** The agencies that ended and whose main successor, in however many steps, is the one in question on the day. */
export async function predecessorsOf(db: AnyHandle, agencyId: number, on: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select h.agency_id as id from registry.heirs(${on}::date) h
    where h.heir_id = ${agencyId} and h.agency_id <> ${agencyId}`.execute(db)
  return rows.map(({ id }) => id)
}
