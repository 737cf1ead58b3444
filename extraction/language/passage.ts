import type { Span } from '../shapes.ts'
import { lower, plain } from './fold.ts'
import { type Known, NOTHING_KNOWN } from './known.ts'
import type { Word } from './word.ts'

/**
 * A range of the document as one clean line: white space folded, Markdown emphasis and invisible characters left out,
 * wrapped lines joined. It knows the offset of each of its characters in `Reading.text`.
 */
export class Passage {
  readonly text: string
  /** The offset of its first character; the next ones follow it up to the first break. */
  readonly #start: number
  /** Where characters do not follow the one before: their places and offsets, in pairs. Most passages have none. */
  readonly #breaks: readonly number[]
  readonly source: string
  /** The words that the office added; set once, where the passages of a document are made. */
  known: Known = NOTHING_KNOWN
  /** Its words, once they were asked for (`wordsOf`). */
  words: Word[] | null = null
  /** What was read in its stretches, by the number of the function that read them, once any was (`remembered`). */
  answers: unknown[] | null = null
  #lower: string | null = null
  #plain: string | null = null

  constructor(text: string, start: number, breaks: readonly number[], source: string) {
    this.text = text
    this.#start = start
    this.#breaks = breaks
    this.source = source
  }
  /** The offset in `Reading.text` of the character at a place. */
  offsetOf(place: number): number {
    const breaks = this.#breaks
    if (breaks.length === 0) return this.#start + place
    let low = 0
    let high = breaks.length >> 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (breaks[2 * middle]! <= place) low = middle + 1
      else high = middle
    }
    return low === 0 ? this.#start + place : breaks[2 * low - 1]! + place - breaks[2 * low - 2]!
  }
  /** This passage, a space, and another of the same document, as one line. */
  joinedTo(next: Passage): Passage {
    const length = this.text.length
    const { end } = this.span()
    const breaks = [...this.#breaks, length, end, length + 1, next.#start]
    for (let at = 0; at < next.#breaks.length; at += 2)
      breaks.push(length + 1 + next.#breaks[at]!, next.#breaks[at + 1]!)
    const joined = new Passage(`${this.text} ${next.text}`, this.#start, breaks, this.source)
    joined.known = this.known
    return joined
  }
  /**
   * Drops what was read in it; asked again, it is read again. A long document that kept the words of all its passages would cost
   * the collector of memory a tenth of the whole time.
   */
  forget(): void {
    this.words = null
    this.answers = null
    this.#lower = null
    this.#plain = null
  }
  get lower(): string {
    this.#lower ??= lower(this.text)
    return this.#lower
  }
  get plain(): string {
    this.#plain ??= plain(this.text)
    return this.#plain
  }
  /** Exactly what the file has there, including white space. */
  printed(from = 0, to = this.text.length): string {
    const { start, end } = this.span(from, to)
    return this.source.slice(start, end)
  }
  /** The range of `Reading.text` for `text.slice(from, to)`; an empty range stays empty. */
  span(from = 0, to = this.text.length): Span {
    const length = this.text.length
    if (length === 0) return { start: 0, end: 0 }
    const start = this.offsetOf(Math.min(from, length - 1))
    return { start, end: to > from ? this.offsetOf(Math.min(to, length) - 1) + 1 : start }
  }
}

const LETTER = /[\p{L}\p{N}]/u
const STAR = 42

/** Builds a passage from ranges of the source, in order; ranges are separated by one space. */
export function passageOf(source: string, ranges: readonly Span[]): Passage {
  let text = ''
  let start = 0
  let breaks = NO_BREAKS
  /** The offset of the next character if it follows the last one. */
  let next = -1
  for (const range of ranges) {
    let pendingSpace = text !== ''
    /** Start of the current run of kept characters. */
    let run = range.start
    for (let i = range.start; i <= range.end; i++) {
      const code = i < range.end ? source.charCodeAt(i) : -1
      if (isOrdinary(code)) continue
      // A single space between two words goes with them: a line without double spaces is one piece.
      if (code === 32 && i > run && i + 1 < range.end && isOrdinary(source.charCodeAt(i + 1))) continue
      const isSpace = code === 32 || (code >= 0 && isWhite(code))
      if (code >= 0 && !isSpace && !isDressing(source, i, code, range)) continue
      if (i > run) {
        const first = pendingSpace ? run - 1 : run
        if (text === '') start = first
        else if (first !== next) {
          if (breaks === NO_BREAKS) breaks = []
          breaks.push(text.length, first)
        }
        text += pendingSpace ? ` ${source.slice(run, i)}` : source.slice(run, i)
        pendingSpace = false
        next = i
      }
      if (isSpace) pendingSpace = text !== ''
      run = i + 1
    }
  }
  return new Passage(text, start, breaks, source)
}

const NO_BREAKS: number[] = []

/** A character that is kept in any case: neither white space nor dressing. */
function isOrdinary(code: number): boolean {
  return (
    (code > 32 && code < 0xa0 && code !== STAR) || (code > 0xad && code < 0x1680) || (code > 0x1680 && code < 0x2000)
  )
}

function isWhite(code: number): boolean {
  if (code <= 0xa0) return (code >= 9 && code <= 13) || code === 0xa0
  return (code >= 0x2000 && code <= 0x200a) || [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code)
}

/** Markdown emphasis (`**`, or `*` hugging a word) and characters that print nothing. */
function isDressing(source: string, at: number, code: number, range: Span): boolean {
  if (code !== STAR) return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff
  const before = at > range.start ? source.charAt(at - 1) : ' '
  const after = at + 1 < range.end ? source.charAt(at + 1) : ' '
  if (before === '*' || after === '*') return true
  if (before === '(' && after === ')') return false
  return LETTER.test(after) || (!/\s/.test(before) && before !== '|')
}
