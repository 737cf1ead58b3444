import { kindOf, LETTER, NUMBER, UPPER } from './letters.ts'
import type { Passage } from './passage.ts'
import { CAPITAL, JOINED, Word } from './word.ts'

export type { Word } from './word.ts'

export function wordsOf(passage: Passage): Word[] {
  passage.words ??= split(passage)
  return passage.words
}

const AMPERSAND = 38
const SPACE = 32

/** No word of a list is longer. */
const LONGEST = 32
/** The units of the word that is read: it is compared here, as each look into a string asks of what kind the string is. */
const units = new Uint16Array(LONGEST)

function split({ text, lower }: Passage): Word[] {
  const words: Word[] = []
  let start = -1
  let hash = 0
  /** Where the next word begins if only a space is before it. */
  let joint = -1
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0
    if (code === AMPERSAND || kindOf(code) & (LETTER | NUMBER)) {
      if (start < 0) {
        start = at
        hash = 0
      }
      hash = hashed(hash, code)
      if (at - start < LONGEST) units[at - start] = code
    } else if (start >= 0) {
      const known = numberOf(at - start, hash)
      const signs = (kindOf(text.charCodeAt(start)) & UPPER ? CAPITAL : 0) | (start === joint ? JOINED : 0)
      words.push(new Word(known > 0 ? WORDS[known]! : lower.slice(start, at), start, at, known, signs))
      start = -1
      joint = code === SPACE ? at + 1 : -1
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

/** A list of phrases. All lists are made when their modules load, before any text is split into words. */
export interface Lexicon {
  readonly number: number
  /** Its phrases by their first word, the longest first. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>
}

/** A phrase of a list, its words by their numbers. */
export interface Phrase {
  text: string
  words: readonly number[]
  /** What the list says of it, as bits. */
  traits: number
}

/**
 * The words of all lists: each word of a text is looked up here once, by its hash, and is compared as a number ever after.
 * A place is taken by one word, and the next free one by another of the same place.
 */
const PLACES = 16_384
const NUMBER_AT = new Int16Array(PLACES)
const MOST_WORDS = PLACES / 2
const WORDS: string[] = ['']
const HASHES = new Int32Array(MOST_WORDS)
/** The letters of all these words, one word after the other, and where each begins. */
const MOST_LETTERS = 8 * MOST_WORDS
const LETTERS = new Uint16Array(MOST_LETTERS)
const LETTERS_FROM = new Int32Array(MOST_WORDS + 1)
/** Which lists have a phrase that begins with a word: one bit for each list. */
const MOST_LISTS = 128
const UNITS_OF_BITS = MOST_LISTS / 32
const OPENS = new Int32Array(MOST_WORDS * UNITS_OF_BITS)
let lexicons = 0

/** The hash of a word grows with each of its letters, so a text is looked up without cutting it into strings. */
function hashed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

/** The number of the word in `units`; 0 if it is in no list. */
function numberOf(length: number, hash: number): number {
  for (let place = hash & (PLACES - 1); ; place = (place + 1) & (PLACES - 1)) {
    const number = NUMBER_AT[place]!
    if (number === 0 || (HASHES[number] === hash && isWord(length, number))) return number
  }
}

function isWord(length: number, number: number): boolean {
  const from = LETTERS_FROM[number]!
  if (LETTERS_FROM[number + 1]! - from !== length) return false
  for (let at = 0; at < length; at++) if (units[at] !== LETTERS[from + at]) return false
  return true
}

function numbered(word: string): number {
  if (word.length > LONGEST) throw new RangeError(`Too long for a word of a list: ${word}`)
  let hash = 0
  for (let at = 0; at < word.length; at++) {
    units[at] = word.charCodeAt(at)
    hash = hashed(hash, word.charCodeAt(at))
  }
  const known = numberOf(word.length, hash)
  if (known > 0) return known
  const from = LETTERS_FROM[WORDS.length]!
  const end = from + word.length
  if (WORDS.length >= MOST_WORDS || end > MOST_LETTERS)
    throw new RangeError('More words in the lists than there is room for')
  let place = hash & (PLACES - 1)
  while (NUMBER_AT[place] !== 0) place = (place + 1) & (PLACES - 1)
  NUMBER_AT[place] = WORDS.length
  HASHES[WORDS.length] = hash
  LETTERS.set(units.subarray(0, word.length), from)
  LETTERS_FROM[WORDS.length + 1] = end
  return WORDS.push(word) - 1
}

export function lexicon(phrases: readonly string[], traitsOf: (phrase: string) => number = () => 0): Lexicon {
  const number = lexicons++
  if (number >= MOST_LISTS) throw new RangeError('More lists of words than there is room for')
  const lists = new Map<number, Phrase[]>()
  for (const text of phrases) {
    const words = text.split(' ').map(numbered)
    const first = words[0]!
    const list = lists.get(first) ?? []
    list.push({ text, words, traits: traitsOf(text) })
    list.sort((a, b) => b.words.length - a.words.length)
    lists.set(first, list)
    OPENS[first * UNITS_OF_BITS + (number >> 5)]! |= 1 << (number & 31)
  }
  return { number, phrases: lists }
}

/** True if some phrase of the list begins with this word, whatever follows it. */
export function opensPhrase({ known }: Word, { number }: Lexicon): boolean {
  return (OPENS[known * UNITS_OF_BITS + (number >> 5)]! & (1 << (number & 31))) !== 0
}

/**
 * A list of single words, to be asked by `isOneOf`: one look at a bit, where a set of strings compares letters.
 *
 * @throws if an entry is a phrase, which would never be found
 */
export function wordList(words: readonly string[]): Lexicon {
  const phrase = words.find((word) => word.includes(' '))
  if (phrase !== undefined) throw new RangeError(`No single word: ${phrase}`)
  return lexicon(words)
}

/** True if the word is in a list of single words. */
export function isOneOf(word: Word, words: Lexicon): boolean {
  return opensPhrase(word, words)
}

/** Number of words of the longest phrase at `at`, with single spaces between its words; 0 if there is none. */
export function phraseAt(words: readonly Word[], at: number, phrases: Lexicon): number {
  return longestAt(words, at, phrases)?.words.length ?? 0
}

/** The longest phrase at `at`, as `phraseAt`; null if there is none. */
export function longestAt(words: readonly Word[], at: number, phrases: Lexicon): Phrase | null {
  const first = words[at]
  if (first === undefined || !opensPhrase(first, phrases)) return null
  const list = phrases.phrases.get(first.known)!
  for (let k = 0; k < list.length; k++) if (isHere(words, at, list[k]!.words)) return list[k]!
  return null
}

/** True if a phrase of exactly so many words is at `at`. */
export function hasPhrase(words: readonly Word[], at: number, phrases: Lexicon, length: number): boolean {
  const first = words[at]
  if (first === undefined || !opensPhrase(first, phrases)) return false
  for (const phrase of phrases.phrases.get(first.known)!)
    if (phrase.words.length === length && isHere(words, at, phrase.words)) return true
  return false
}

function isHere(words: readonly Word[], at: number, phrase: readonly number[]): boolean {
  for (let k = 1; k < phrase.length; k++) {
    const word = words[at + k]
    if (word === undefined || word.known !== phrase[k] || !word.joined) return false
  }
  return true
}

/** True if only a single space is between a word and the one before it. */
export function adjacent(words: readonly Word[], at: number): boolean {
  return words[at]?.joined ?? false
}
