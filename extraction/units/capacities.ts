import type { Passage } from '../language/passage.ts'
import { lexicon, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import { verbAt } from './units.ts'
import { CAPACITIES, DUTIES, SCOPE_WORDS } from './verbs.ts'

const CAPACITY = lexicon(CAPACITIES)
export const BETWEEN = lexicon([...CAPACITIES, ...DUTIES])
const SCOPES = lexicon(SCOPE_WORDS)
/** A basis between subject and action ("căn cứ tình hình thực tế, …") is no longer than this. */
const LONGEST_BASIS = 240

/**
 * Skips the words that only say in what capacity the subject acts: "theo chức năng, nhiệm vụ được giao", "trong phạm vi
 * quản lý của mình", "căn cứ tình hình thực tế,".
 */
export function pastCapacity(passage: Passage, from: number, to: number, phrases = CAPACITY): number {
  const words = wordsOf(passage)
  let at = wordAt(words, from)
  let place = from
  for (let rounds = 0; rounds < 4; rounds++) {
    let length = phraseAt(words, at, phrases)
    if (length === 0) break
    length += scopeWords(passage, at + length, to)
    const next = words[at + length]
    if (!next || next.start >= to) break
    if (!isCapacity(passage, at + length)) {
      const clause = pastBasis(passage, at, to)
      if (clause === null) break
      at = wordAt(words, clause)
    } else at += length
    place = words[at]!.start
  }
  return place
}

/** A duty or a capacity begins here and an action follows it. */
export function isDuty(passage: Passage, from: number, to: number): boolean {
  return pastCapacity(passage, from, to, BETWEEN) > from
}

/** The action follows these words, or other such words do. */
function isCapacity(passage: Passage, at: number): boolean {
  const words = wordsOf(passage)
  return verbAt(passage, at, true) > 0 || phraseAt(words, at, BETWEEN) > 0
}

/** "căn cứ tình hình thực tế của địa phương, xây dựng …": the basis ends with a comma before a verb. */
function pastBasis(passage: Passage, at: number, to: number): number | null {
  const words = wordsOf(passage)
  if (!/^(?:căn|trên|theo)$/.test(words[at]!.lower)) return null
  const limit = Math.min(to, words[at]!.start + LONGEST_BASIS)
  for (let next = at + 1; next < words.length && words[next]!.start < limit; next++) {
    const gap = passage.text.slice(words[next - 1]!.end, words[next]!.start)
    if (/[.;:]/.test(gap)) return null
    if (gap.includes(',') && verbAt(passage, next, true) > 0) return words[next]!.start
  }
  return null
}

/** How many words of a scope are here: "chức năng, nhiệm vụ được giao". */
function scopeWords(passage: Passage, at: number, to: number): number {
  const words = wordsOf(passage)
  let length = 0
  while (words[at + length] && words[at + length]!.start < to) {
    const more = phraseAt(words, at + length, SCOPES)
    if (more === 0) break
    length += more
  }
  return length
}

/** Where a scope that begins here ends, and whether an action follows it; null if none begins here. */
export function scopeAt(passage: Passage, from: number, to: number): { to: number; acts: boolean } | null {
  const words = wordsOf(passage)
  const at = wordAt(words, from)
  const opens = phraseAt(words, at, CAPACITY)
  if (opens === 0) return null
  const length = opens + scopeWords(passage, at + opens, to)
  const next = words[at + length]
  return {
    to: words[at + length - 1]!.end,
    acts: next !== undefined && next.start < to && verbAt(passage, at + length, true) > 0,
  }
}
