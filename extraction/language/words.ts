import type { Passage } from './passage.ts'

/** A word of a passage: letters and digits, accents kept, lower case. */
export interface Word {
  lower: string
  start: number
  end: number
  capital: boolean
}

const cache = new WeakMap<Passage, Word[]>()

export function wordsOf(passage: Passage): Word[] {
  const known = cache.get(passage)
  if (known) return known
  const words: Word[] = []
  for (const hit of passage.lower.matchAll(/[\p{L}\p{N}&]+/gu)) {
    const letter = passage.text.charAt(hit.index)
    words.push({
      lower: hit[0],
      start: hit.index,
      end: hit.index + hit[0].length,
      capital: letter !== letter.toLowerCase(),
    })
  }
  cache.set(passage, words)
  return words
}

/** Index of the first word that begins at or after a position. */
export function wordAt(words: readonly Word[], place: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Phrases by their first word, so that a text is searched word by word in one pass. */
export type Lexicon = Map<string, string[][]>

export function lexicon(phrases: readonly string[]): Lexicon {
  const map: Lexicon = new Map()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const list = map.get(words[0]!) ?? []
    list.push(words)
    list.sort((a, b) => b.length - a.length)
    map.set(words[0]!, list)
  }
  return map
}

/** Number of words of the longest phrase at `at`, with single spaces between its words; 0 if there is none. */
export function phraseAt(passage: Passage, words: readonly Word[], at: number, phrases: Lexicon): number {
  const first = words[at]
  if (!first) return 0
  for (const phrase of phrases.get(first.lower) ?? []) {
    if (phrase.every((word, k) => words[at + k]?.lower === word && (k === 0 || adjacent(passage, words, at + k)))) {
      return phrase.length
    }
  }
  return 0
}

/** True if only a single space is between a word and the one before it. */
export function adjacent(_passage: Passage, words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  const here = words[at]
  return (
    before !== undefined && here !== undefined && here.start - before.end === 1 && _passage.text[before.end] === ' '
  )
}
