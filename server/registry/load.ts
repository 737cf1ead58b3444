import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'
import { readReference } from './reference.ts'
import {
  insertAgencies,
  insertAliases,
  insertCodes,
  insertCollectives,
  insertPeriods,
  insertSuccessions,
  knownSlugs,
} from './reference-rows.ts'

/**
 * Loads the reference data into the registry: each agency of `data/` that is missing, with its periods, codes, other
 * names and successions. What exists is unchanged, because from then on users manage it; so a second call changes
 * nothing. Returns how many agencies were added.
 */
export async function loadRegistry(trx: AnyTransaction): Promise<number> {
  const handle = within<RegistryDb>(trx)
  const reference = readReference()
  const known = await knownSlugs(handle)
  const added = new Set(reference.periods.map(({ slug }) => slug).filter((slug) => !known.has(slug)))
  if (added.size > 0) {
    const ids = await insertAgencies(handle, added, known)
    await insertPeriods(
      handle,
      ids,
      reference.periods.filter(({ slug }) => added.has(slug)),
    )
    await insertCodes(
      handle,
      ids,
      reference.codes.filter(({ slug }) => added.has(slug)),
    )
    await insertAliases(
      handle,
      ids,
      reference.aliases.filter(({ slug }) => added.has(slug)),
    )
    await insertSuccessions(
      handle,
      ids,
      reference.successions.filter((row) => added.has(row.old) || (row.new !== null && added.has(row.new))),
    )
    await insertCollectives(handle, ids, reference.collectives)
    await record(trx, systemActor('dữ liệu gốc'), 'registry.loaded', {
      subject: { kind: 'registry', id: 'reference' },
      after: { agencies: added.size },
    })
  }
  return added.size
}
