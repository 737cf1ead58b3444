import { kindOf, LETTER, NUMBER } from './letters.ts'
import type { Passage, Word } from './passage.ts'

export type { Word } from './passage.ts'

export function wordsOf(passage: Passage): Word[] {
  passage.words ??= split(passage)
  return passage.words
}

const AMPERSAND = 38

function split({ text, lower }: Passage): Word[] {
  const words: Word[] = []
  let start = -1
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0
    if (code === AMPERSAND || kindOf(code) & (LETTER | NUMBER)) {
      if (start < 0) start = at
    } else if (start >= 0) {
      const letter = text.charAt(start)
      words.push({ lower: lower.slice(start, at), start, end: at, capital: letter !== letter.toLowerCase() })
      start = -1
    }
  }
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
