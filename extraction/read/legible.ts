import { CAPITAL, eachRun, kindOf, LETTER, MARK, NUMBER } from '../language/letters.ts'
import { isSyllableAt } from '../language/syllable.ts'

/** At most this much text is looked at: broken letters are broken everywhere. */
const SAMPLE = 16_384
/** Fewer words than this prove nothing: a cover page, a stamp. */
const LEAST_WORDS = 30

/** English text is not Vietnamese, but legible; these words make up a fifth of it. */
const ENGLISH = new Set('the of and to in for is by with on'.split(' '))
const LONGEST_ENGLISH = 4

/** Vietnamese text has accents on four words of five, and nearly each word is a syllable. */
const LEAST_ACCENTED = 0.35
const LEAST_SYLLABLES = 0.85
const ENGLISH_SHARE = 0.06

/**
 * What is wrong with letters that nobody can read, as a text layer made by recognition in another language has them
 * ("uY BAN NgAN nAN"): a few of the words as an example. Null for legible text, also without accents or in English, and
 * for text too short to tell.
 */
export function brokenLetters(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  if (isAccented(sample)) return null
  let words = 0
  let syllables = 0
  let english = 0
  let firstBroken = -1
  eachRun(sample, LETTER | MARK | NUMBER, (from, to, isAscii) => {
    if (to - from < 2 || !hasLetter(sample, from, to)) return false
    words++
    if (isAscii && to - from <= LONGEST_ENGLISH && ENGLISH.has(sample.slice(from, to).toLowerCase())) english++
    const isWord = isSyllableAt(sample, from, to) && !isMixed(sample, from, to)
    if (isWord) syllables++
    else if (firstBroken < 0 && isMixed(sample, from, to)) firstBroken = from
    return false
  })
  if (syllables >= words * LEAST_SYLLABLES || english >= words * ENGLISH_SHARE) return null
  return exampleFrom(sample, Math.max(0, firstBroken))
}

/**
 * Whether enough words are syllables with accents, or too few words are there to tell. Nearly every text is seen to be legible
 * here: words without accents are only counted.
 */
function isAccented(sample: string): boolean {
  let words = 0
  let accented = 0
  eachRun(sample, LETTER | MARK | NUMBER, (from, to, isAscii) => {
    if (to - from < 2 || !hasLetter(sample, from, to)) return false
    words++
    if (!isAscii && isSyllableAt(sample, from, to) && !isMixed(sample, from, to)) accented++
    // Every word has two letters and a sign behind it: so many can follow, and none of them could make the text illegible.
    const following = (sample.length - to) / 3 + 1
    return words >= LEAST_WORDS && accented >= (words + following) * LEAST_ACCENTED
  })
  return words < LEAST_WORDS || accented >= words * LEAST_ACCENTED
}

/** Small letters before a capital, or digits between letters, within one word. */
function isMixed(text: string, from: number, to: number): boolean {
  let before = 0
  let last = 0
  for (let at = from; at < to; at++) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind & CAPITAL && last & LETTER && !(last & CAPITAL)) return true
    if (kind & LETTER && last & NUMBER && before & LETTER) return true
    before = last
    last = kind
  }
  return false
}

function hasLetter(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kindOf(text.charCodeAt(at)) & LETTER) return true
  return false
}

function exampleFrom(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1
  const near = Math.max(from, text.lastIndexOf(' ', Math.max(0, at - 12)) + 1)
  return text
    .slice(near, near + 120)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .join(' ')
}
