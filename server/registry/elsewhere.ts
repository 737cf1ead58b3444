import { candidate, type Lexicon } from './lexicon.ts'
import type { Candidate, Resolution } from './shapes.ts'
import type { NameRow } from './store.ts'

/**
 * A name of another day. The same agency under its name of the day is 'likely'; for an agency that had ended, its
 * successors are offered, the main one first; for one not yet founded, its predecessors.
 */
export function findElsewhere(lexicon: Lexicon, key: string): Resolution | undefined {
  const row = lexicon.others.find((spelling) => !spelling.isInternal && spelling.plain === key)?.row
  if (row === undefined) return undefined
  const itself = thereNow(lexicon, row.id)
  if (itself) {
    const found = candidate(itself, 1, row.name)
    return { outcome: 'likely', agency: found, candidates: [found], members: [] }
  }
  const on = lexicon.on!
  const hasEnded = row.validTo !== null && row.validTo < on
  const ids = hasEnded ? successorsOf(lexicon, row.id, on) : predecessorsOf(lexicon, row.id)
  const candidates = ids.flatMap((id): Candidate[] => {
    const agency = thereNow(lexicon, id)
    return agency ? [candidate(agency, 1, row.name)] : []
  })
  return { outcome: candidates.length === 0 ? 'unknown' : 'unsure', agency: null, candidates, members: [] }
}

function thereNow(lexicon: Lexicon, id: number): NameRow | undefined {
  return lexicon.rows.find((row) => row.id === id && row.isThere)
}

/** Main successors through any number of reorganisations, then those who took a part. */
function successorsOf(lexicon: Lexicon, id: number, on: string): number[] {
  const passed = lexicon.passages.filter(({ oldId, effectiveOn }) => oldId === id && effectiveOn <= on)
  const main = passed.filter(({ kind }) => kind === 'main').map(({ newId }) => newId)
  const parts = passed.filter(({ kind }) => kind === 'partial').map(({ newId }) => newId)
  return [
    ...main.flatMap((next) => (thereNow(lexicon, next) || next === id ? [next] : successorsOf(lexicon, next, on))),
    ...parts,
  ]
}

function predecessorsOf(lexicon: Lexicon, id: number): number[] {
  return lexicon.passages.filter(({ newId, kind }) => newId === id && kind === 'main').map(({ oldId }) => oldId)
}
