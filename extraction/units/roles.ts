import { hitsOf } from '../language/hits.ts'
import type { Passage } from '../language/passage.ts'
import type { Party } from '../shapes.ts'
import { partiesOf } from './parties.ts'

/** Who leads and who helps. */
export interface Roles {
  lead: Party[]
  coordinating: Party[]
}

const ROLE =
  /\(\s*(?:(?:la )?(?:co quan|don vi)(?: dau moi)? )?(?:(?<lead>chu tri|chiu trach nhiem chinh)|(?<helps>phoi hop))(?: chinh| thuc hien)?\s*\)/g

/**
 * The agencies of a list, each in the role that a bracket after its name states: "Sở A (chủ trì), Sở B, Sở C (phối hợp)".
 * One without a bracket has the role of the next that has one; after a lead that is stated, it helps. Without such
 * brackets all of them lead.
 */
export function partiesByRole(passage: Passage, from: number, to: number, certainty?: number): Roles {
  const parties = partiesOf(passage, from, to, 'lead', certainty)
  if (!passage.text.slice(from, to).includes('(')) return besideOthers(passage, parties)
  const stated = hitsOf(ROLE, passage.plain.slice(from, to)).map((hit) => ({
    at: passage.span(from + hit.index, from + hit.index + 1).start,
    leads: hit.groups?.lead !== undefined,
  }))
  if (stated.length === 0) return { lead: parties, coordinating: [] }
  const roles: Roles = { lead: [], coordinating: [] }
  let isLedBefore = false
  for (const party of parties) {
    const own = stated.find(({ at }) => at >= party.span.start && at < party.span.end)
    const next = stated.find(({ at }) => at >= party.span.start)
    const leads = own ? own.leads : !isLedBefore && (next === undefined || next.leads || roles.lead.length === 0)
    if (leads) roles.lead.push(party)
    else roles.coordinating.push({ ...party, role: 'coordinating' })
    isLedBefore ||= own?.leads ?? false
  }
  return roles
}

const WITH = /(?:^|\s)cùng(?:\s+với)?\s+$/u

/** "Sở A cùng với Sở B rà soát …": who does it with others leads, whoever else there is helps. */
function besideOthers(passage: Passage, parties: Party[]): Roles {
  const at = parties.findIndex(
    ({ span }, index) => index > 0 && WITH.test(passage.source.slice(parties[index - 1]!.span.end, span.start)),
  )
  if (at < 0) return { lead: parties, coordinating: [] }
  return {
    lead: parties.slice(0, at),
    coordinating: parties.slice(at).map((party) => ({ ...party, role: 'coordinating' as const })),
  }
}
