import { isDigit } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { list } from '../language/vocabulary.ts'
import { adjacent, phraseAt, wordAt, wordsOf } from '../language/words.ts'
import { fieldNameAt } from './fields.ts'
import { isInField, isNameComplete, nameAt, phraseText, WORK } from './names.ts'
import { isCollectiveAt, isUnitAt, verbAt } from './units.ts'
import { NAME_VERBS } from './verbs.ts'

/** Heads that name nothing alone; the rest of the name is missing. */
const STUMPS = new Set(
  list('các | những | bộ | sở | ban | cục | vụ | phòng | tổng | ủy | văn | trung | hội | chi | công'),
)

/** More words than a name has; a phrase for many agencies may be longer. */
const LONG_NAME = 16
/** So many words in lower case in a row are more than a field. */
const LONG_RUN = 10

/**
 * How sure it is that this text is a name and no more: a name by the grammar is as sure as a registered one, one that holds
 * an action or runs on in lower case was cut by guess. A confidence from 0 to 1.
 */
export function sureness(passage: Passage, from: number, to: number, isCollective: boolean): number {
  const words = wordsOf(passage)
  const first = wordAt(words, from)
  const { field } = nameAt(words, first)
  if (!words[first + 1] || words[first + 1]!.start >= to) return STUMPS.has(words[first]?.lower ?? '') ? 0.4 : 0.9
  const isFounded = phraseAt(words, field, WORK) > 0
  let run = 0
  let longest = 0
  let at = first
  for (; at < words.length && words[at]!.start < to; at++) {
    const word = words[at]!
    run = word.capital || isDigit(word.lower.charCodeAt(0)) ? 0 : run + 1
    if (run > 0 && isFieldWord(passage, at)) run = 0
    longest = Math.max(longest, run)
    const length = word.capital || at < field ? 0 : verbAt(passage, at, true)
    const isOfName = length < 2 || isFounded || NAME_VERBS.has(phraseText(words, at, length))
    if (!isOfName && !isInField(words, at)) return 0.55
  }
  if (longest >= LONG_RUN || (at - first > LONG_NAME && !isCollective)) return 0.65
  return isCutByGuess(passage, at, words[first]!.start) && !isCollective ? GUESSED : 1
}

/** A name that another reading of the next word would have continued: likely, but not as sure as a complete one. */
const GUESSED = 0.85

/** The name is not complete by its grammar, and the verb after it also occurs inside names or is one syllable. */
function isCutByGuess(passage: Passage, at: number, start: number): boolean {
  const words = wordsOf(passage)
  const next = words[at]
  if (!next || next.capital || !adjacent(words, at) || isNameComplete(passage, words, at, start)) return false
  const length = verbAt(passage, at, true)
  return length === 1 || NAME_VERBS.has(phraseText(words, at, length))
}

function isFieldWord(passage: Passage, at: number): boolean {
  const words = wordsOf(passage)
  return (
    isInField(words, at) ||
    fieldNameAt(passage, words[at]!.end) !== null ||
    isCollectiveAt(passage, at, passage.text.length) ||
    isUnitAt(passage, at)
  )
}
