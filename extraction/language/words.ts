import { kindOf, LETTER, NUMBER } from './letters.ts'
import type { Opener, Passage, Phrase, Word } from './passage.ts'

export type { Word } from './passage.ts'

export function wordsOf(passage: Passage): Word[] {
  passage.words ??= split(passage)
  return passage.words
}

const AMPERSAND = 38

function split({ text, lower }: Passage): Word[] {
  const words: Word[] = []
  let start = -1
  let hash = 0
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 0
    if (code === AMPERSAND || kindOf(code) & (LETTER | NUMBER)) {
      if (start < 0) {
        start = at
        hash = 0
      }
      hash = hashed(hash, code)
    } else if (start >= 0) {
      const letter = text.charAt(start)
      const opener = openerAt(lower, start, at, hash)
      words.push({
        lower: opener?.word ?? lower.slice(start, at),
        start,
        end: at,
        capital: letter !== letter.toLowerCase(),
        opener,
      })
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

/** A list of phrases. All lists are made when their modules load, before any text is split into words. */
export interface Lexicon {
  readonly number: number
}

const PLACES = 16384
/** The words of all phrases, in places by their hash; each word of a text looks itself up once. */
const OPENERS: (Opener[] | null)[] = new Array(PLACES).fill(null)
let lexicons = 0

function openerOf(word: string): Opener {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = hashed(hash, word.charCodeAt(at))
  const place = hash & (PLACES - 1)
  const same = OPENERS[place] ?? []
  OPENERS[place] = same
  const known = same.find((one) => one.word === word)
  if (known) return known
  const opener = { word, hash, phrases: [] }
  same.push(opener)
  return opener
}

/** The hash of a word grows with each of its letters, so a text is looked up without cutting it into strings. */
function hashed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

function openerAt(lower: string, start: number, end: number, hash: number): Opener | null {
  const same = OPENERS[hash & (PLACES - 1)]
  if (!same) return null
  for (let k = 0; k < same.length; k++) {
    const opener = same[k]!
    if (opener.hash === hash && opener.word.length === end - start && isWordAt(lower, start, opener.word)) return opener
  }
  return null
}

/** As `startsWith`, which costs more than the few letters it compares. */
function isWordAt(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false
  return true
}

export function lexicon(phrases: readonly string[]): Lexicon {
  const number = lexicons++
  for (const phrase of phrases) {
    const words = phrase.split(' ').map(openerOf)
    const opener = words[0]!
    const list = opener.phrases[number] ?? []
    list.push({ text: phrase, words })
    list.sort((a, b) => b.words.length - a.words.length)
    opener.phrases[number] = list
  }
  return { number }
}

/** True if some phrase of the list begins with this word, whatever follows it. */
export function opensPhrase(word: Word, { number }: Lexicon): boolean {
  return word.opener?.phrases[number] !== undefined
}

/** Number of words of the longest phrase at `at`, with single spaces between its words; 0 if there is none. */
export function phraseAt(passage: Passage, words: readonly Word[], at: number, phrases: Lexicon): number {
  return longestAt(passage, words, at, phrases)?.words.length ?? 0
}

/** The longest phrase at `at`, as `phraseAt`; null if there is none. */
export function longestAt(passage: Passage, words: readonly Word[], at: number, phrases: Lexicon): Phrase | null {
  const list = words[at]?.opener?.phrases[phrases.number]
  if (list === undefined) return null
  for (let k = 0; k < list.length; k++) if (isHere(passage, words, at, list[k]!.words)) return list[k]!
  return null
}

function isHere(passage: Passage, words: readonly Word[], at: number, phrase: readonly Opener[]): boolean {
  for (let k = 1; k < phrase.length; k++)
    if (words[at + k]?.opener !== phrase[k] || !adjacent(passage, words, at + k)) return false
  return true
}

/** True if only a single space is between a word and the one before it. */
export function adjacent(_passage: Passage, words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  const here = words[at]
  return (
    before !== undefined && here !== undefined && here.start - before.end === 1 && _passage.text[before.end] === ' '
  )
}
