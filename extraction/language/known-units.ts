import { key } from './fold.ts'
import type { Step } from './known.ts'
import type { Passage } from './passage.ts'
import { type Word, wordsOf } from './words.ts'

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
  const { names } = passage.known
  return names.size === 0 ? null : (names.get(key(printed)) ?? null)
}
