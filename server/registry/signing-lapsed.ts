import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'
import type { SigningOwner } from './signing-key.ts'

/**
 * The last day of the last key of an owner, if it ran out before a day and nobody has ended it: who signed electronically so far
 * is not to go on without it unawares. Null: there is a key in force, there never was one, or it was ended on purpose.
 */
export async function lapsedOn(db: AnyHandle, owner: SigningOwner, on: string): Promise<string | null> {
  const column = 'personId' in owner ? sql`person_id = ${owner.personId}` : sql`agency_id = ${owner.agencyId}`
  const { rows } = await sql<{ lastOn: string }>`
    select (upper(valid) - 1)::text as "lastOn" from registry.signing_identity
    where ${column} and end_kind is null and upper(valid) <= ${on}::date
      and not exists (select from registry.signing_identity i
        where ${column} and i.end_kind is null and i.valid @> ${on}::date)
    order by upper(valid) desc limit 1`.execute(reading<RegistryDb>(db))
  return rows[0]?.lastOn ?? null
}
