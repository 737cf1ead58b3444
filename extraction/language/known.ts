import type { Knowledge, LabelRole } from '../shapes.ts'
import { key, plain } from './fold.ts'
import type { Passage } from './passage.ts'
import { type Word, wordsOf } from './words.ts'

/** What an office added, compiled once per document so that a search costs the same with ten agencies or ten thousand. */
export interface Known {
  units: Step
  /** Names as the registry has them, by the key of each name and alias. */
  names: ReadonlyMap<string, string>
  /** Roles by the key of the label. */
  labels: ReadonlyMap<string, LabelRole>
}

/** One word further into a name. A word after a comma is another step: ", giam" and "giam" differ. */
interface Step {
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

/** The registry's name of the longest name or alias that begins at this word, and how many words it has; or null. */
export function knownUnitAt(passage: Passage, at: number): { name: string; length: number } | null {
  const root = passage.known.units
  if (root.next.size === 0) return null
  const words = wordsOf(passage)
  let best: { name: string; length: number } | null = null
  let here: Step | undefined = root
  for (let k = at; k < words.length; k++) {
    const word = words[k] as Word
    const folded = passage.plain.slice(word.start, word.end)
    const gap = k === at ? '' : passage.text.slice((words[k - 1] as Word).end, word.start)
    if (k > at && !GAP.test(gap)) break
    here =
      (gap.startsWith(',') ? undefined : here.next.get(folded)) ?? (k > at ? here.next.get(`,${folded}`) : undefined)
    if (!here) break
    if (here.name !== null && (k > at || isNameOfOneWord(passage, word, here)))
      best = { name: here.name, length: k - at + 1 }
  }
  return best
}

/** What may be between two words of one name: a space, a comma or a dash. */
const GAP = /^(?:, ?| ?[-–—/&.] ?| )$/

/** "CA" for the police is not "ca" or "cả": a name of one word has the accents of the registry and a capital. */
function isNameOfOneWord(passage: Passage, word: Word, { printed }: Step): boolean {
  const text = passage.text.slice(word.start, word.end)
  return text.length > 3
    ? text.toLowerCase() === printed?.toLowerCase()
    : word.capital && text.toLowerCase() === printed?.toLowerCase()
}

/** The registry's name for a name as printed; null if the registry does not have it. */
export function registryName(passage: Passage, printed: string): string | null {
  return passage.known.names.get(key(printed)) ?? null
}
