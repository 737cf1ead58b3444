import type { Handle } from '../platform/db.ts'
import type { Comparison } from './agency-shapes.ts'
import type { RegistryDb } from './db.ts'
import { successionsBetween } from './detail.ts'
import type { Agency } from './shapes.ts'
import { listAgencies } from './store.ts'

/** Compares the registry on two days: which agencies began, ended, or changed name or place in between. */
export async function compareDays(db: Handle<RegistryDb>, from: string, to: string): Promise<Comparison> {
  const [earlier, later] = await Promise.all([listAgencies(db, { on: from }), listAgencies(db, { on: to })])
  const before = new Map(earlier.map((agency) => [agency.id, agency]))
  const after = new Set(later.map(({ id }) => id))
  const successions = await successionsBetween(db, from, to)
  const kept = later.flatMap((agency) => {
    const was = before.get(agency.id)
    return was ? [{ before: was, after: agency }] : []
  })
  const changed = kept.filter((pair) => differs(pair.before, pair.after))
  return {
    from,
    to,
    began: later.filter(({ id }) => !before.has(id)),
    ended: earlier
      .filter(({ id }) => !after.has(id))
      .map((agency) => ({ agency, successors: successions.filter(({ oldId }) => oldId === agency.id) })),
    changed,
    unchanged: kept.length - changed.length,
  }
}

const SHOWN = ['name', 'abbreviation', 'kind', 'parentId'] as const satisfies readonly (keyof Agency)[]

function differs(before: Agency, after: Agency): boolean {
  return SHOWN.some((member) => before[member] !== after[member])
}
