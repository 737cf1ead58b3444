import { notationPattern, typedNotation } from './search-notation.ts'

/** A part of a text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** A text of a hit with what matches the words typed. */
export interface Marked {
  text: string
  marks: Span[]
}

/**
 * Marks in a text what the words typed match, as `holdsTyped` finds them, whatever their case and diacritics: the words
 * together where they stand in the order typed, else each where a word begins with it; and the number of a document in any
 * spelling. What only spaces part is one mark. Pure.
 */
export function marked(text: string, typed: string): Marked {
  const { folded, at } = foldedWithPlaces(text)
  const spans = patternsOf(typed, folded).flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((found) => ({
      start: at[found.index]!,
      end: at[found.index + found[0].length]!,
    })),
  )
  spans.sort((one, other) => one.start - other.start || other.end - one.end)
  const marks: Span[] = []
  for (const span of spans) {
    const last = marks.at(-1)
    if (last && text.slice(last.end, span.start).trim() === '') last.end = Math.max(last.end, span.end)
    else marks.push(span)
  }
  return { text, marks }
}

/** Whether a text holds all that was typed: every word, or the document of that number. */
export function holdsAll(text: string, typed: string): boolean {
  const { folded } = foldedWithPlaces(text)
  const [named, words] = [notationOf(typed), wordPatterns(typed)]
  return (named !== null && folded.search(named) >= 0) || words.every((word) => folded.search(word) >= 0)
}

const LONGEST = 220
const BEFORE = 60

/**
 * The part of a long text around what was typed, with marks: around the longest of them, which is where the words stand
 * together. Null where the text holds none of the words.
 */
export function excerptOf(text: string, typed: string): Marked | null {
  const plain = text.replace(/\s+/g, ' ').trim()
  const { marks } = marked(plain, typed)
  if (marks.length === 0) return null
  if (plain.length <= LONGEST) return { text: plain, marks }
  const best = marks.reduce((one, other) => (other.end - other.start > one.end - one.start ? other : one))
  const start = best.start <= BEFORE ? 0 : nextWord(plain, best.start - BEFORE, best.start)
  const end = start + LONGEST >= plain.length ? plain.length : lastWord(plain, start + LONGEST, best.end)
  const cut = `${start > 0 ? '… ' : ''}${plain.slice(start, end)}${end < plain.length ? ' …' : ''}`
  return marked(cut, typed)
}

const nextWord = (text: string, from: number, before: number): number => {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < before ? space + 1 : before
}
const lastWord = (text: string, to: number, after: number): number => {
  const space = text.lastIndexOf(' ', to)
  return space > after ? space : after
}

function patternsOf(typed: string, folded: string): RegExp[] {
  const named = notationOf(typed)
  const together = wordPattern(foldedWords(typed).map(asPattern).join('\\s+'))
  const words = folded.search(together) >= 0 ? [together] : wordPatterns(typed)
  return [...(named ? [named] : []), ...words]
}

function notationOf(typed: string): RegExp | null {
  const notation = typedNotation(typed)
  return notation && new RegExp(`(?<![\\p{L}\\p{N}])${notationPattern(notation)}(?![\\p{L}\\p{N}])`, 'gu')
}

const foldedWords = (typed: string): string[] =>
  typed
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => foldedWithPlaces(word).folded)
const asPattern = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
/** Where a word begins; one that begins with a sign, anywhere. */
const wordPattern = (pattern: string): RegExp =>
  new RegExp(`${/^[\p{L}\p{N}]/u.test(pattern) ? '(?<![\\p{L}\\p{N}])' : ''}${pattern}`, 'gu')
const wordPatterns = (typed: string): RegExp[] => foldedWords(typed).map((word) => wordPattern(asPattern(word)))

/** A text without case and diacritics, and where each unit of it stands in the text; one more for its end. */
function foldedWithPlaces(text: string): { folded: string; at: number[] } {
  let folded = ''
  const at: number[] = []
  let place = 0
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
    for (let unit = 0; unit < plain.length; unit++) at.push(place)
    folded += plain
    place += letter.length
  }
  at.push(place)
  return { folded, at }
}
