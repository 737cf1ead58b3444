import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'

interface Named {
  id: number
  name: string
}

/** Who took over from an agency that has ended. */
export interface Takeover {
  from: Named
  /** Over any number of reorganisations. */
  to: Named
  /** The first day without the ended agency. */
  on: string
}

/** Undefined where the agency still exists today, or no one took over. For what comes back to an agency after its end. */
export async function takeoverOf(handle: AnyHandle, agencyId: number, today: string): Promise<Takeover | undefined> {
  const { rows } = await sql<Takeover>`
    select jsonb_build_object('id', o.agency_id, 'name', o.name) as "from",
           jsonb_build_object('id', n.agency_id, 'name', n.name) as "to",
           (select min(s.effective_on) from registry.succession s where s.old_agency_id = o.agency_id and s.kind = 'main') as "on"
    from registry.heirs(${today}::date) h
    join registry.agency_latest o on o.agency_id = h.agency_id
    join registry.agency_latest n on n.agency_id = h.heir_id
    where h.agency_id = ${agencyId} and not exists (
      select from registry.agency_card c where c.agency_id = h.agency_id and c.valid @> ${today}::date)`.execute(
    reading<RegistryDb>(handle),
  )
  return rows[0]
}
