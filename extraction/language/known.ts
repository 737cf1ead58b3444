import type { Knowledge, LabelRole } from '../shapes.ts'
import { key, plain } from './fold.ts'

/** What an office added, compiled once per document so that a search costs the same with ten agencies or ten thousand. */
export interface Known {
  units: Step
  /** Names as the registry has them, by the key of each name and alias. */
  names: ReadonlyMap<string, string>
  /** Roles by the key of the label. */
  labels: ReadonlyMap<string, LabelRole>
}

/** One word further into a name. A word after a comma is another step: ", giam" and "giam" differ. */
export interface Step {
  next: Map<string, Step>
  /** A name or alias ends here. */
  name: string | null
  /** As printed in the registry, for a name of one word. */
  printed: string | null
}

const step = (): Step => ({ next: new Map(), name: null, printed: null })

export const NOTHING_KNOWN: Known = { units: step(), names: new Map(), labels: new Map() }

/** Compiles the words of an office; the first agency to claim a name keeps it. */
export function compiled({ units, labels }: Knowledge): Known {
  if (units.length === 0 && labels.length === 0) return NOTHING_KNOWN
  const root = step()
  const names = new Map<string, string>()
  const add = (printed: string, name: string): void => {
    const folded = key(printed)
    if (folded === '') return
    if (!names.has(folded)) names.set(folded, name)
    let here = root
    for (const hit of plain(printed.normalize('NFC')).matchAll(/(,?)[^\p{L}\p{N}&]*?([\p{L}\p{N}&]+)/gu)) {
      const word = `${here === root ? '' : hit[1]}${hit[2]}`
      const next = here.next.get(word) ?? step()
      here.next.set(word, next)
      here = next
    }
    if (here === root || here.name !== null) return
    here.name = name
    here.printed = printed.trim()
  }
  for (const unit of units) add(unit.name, unit.name)
  for (const unit of units) for (const alias of unit.aliases) add(alias, unit.name)
  return { units: root, names, labels: new Map(labels.map(({ phrase, role }) => [key(phrase), role])) }
}
