import type { Span } from '../shapes.ts'
import { lower, plain } from './fold.ts'
import { type Known, NOTHING_KNOWN } from './known.ts'
import type { Word } from './words.ts'

/**
 * A range of the document as one clean line: white space folded, Markdown emphasis and invisible characters left out,
 * wrapped lines joined. It keeps the offset of each of its characters in `Reading.text`.
 */
export class Passage {
  readonly text: string
  readonly offsets: Int32Array
  readonly source: string
  /** The words that the office added; set once, where the passages of a document are made. */
  known: Known = NOTHING_KNOWN
  /** Its words, once they were asked for (`wordsOf`). */
  words: Word[] | null = null
  /** What was read in its stretches, by the number of the function that read them (`remembered`). */
  readonly answers: unknown[] = []
  #lower: string | null = null
  #plain: string | null = null

  constructor(text: string, offsets: Int32Array, source: string) {
    this.text = text
    this.offsets = offsets
    this.source = source
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
    const start = this.offsets[Math.min(from, length - 1)] as number
    return { start, end: to > from ? (this.offsets[Math.min(to, length) - 1] as number) + 1 : start }
  }
}

const LETTER = /[\p{L}\p{N}]/u
const STAR = 42

/** Builds a passage from ranges of the source, in order; ranges are separated by one space. */
export function passageOf(source: string, ranges: readonly Span[]): Passage {
  let size = 0
  for (const range of ranges) size += range.end - range.start + 1
  const offsets = new Int32Array(size)
  let text = ''
  let length = 0
  for (const range of ranges) {
    let pendingSpace = length > 0
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
        if (pendingSpace) {
          text += ' '
          offsets[length++] = run - 1
          pendingSpace = false
        }
        text += source.slice(run, i)
        for (let k = run; k < i; k++) offsets[length++] = k
      }
      if (isSpace) pendingSpace = length > 0
      run = i + 1
    }
  }
  return new Passage(text, offsets.subarray(0, length), source)
}

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

/** Two passages of the same document as one line, with a space between them. */
export function joinedPassage(first: Passage, second: Passage): Passage {
  const offsets = new Int32Array(first.offsets.length + second.offsets.length + 1)
  offsets.set(first.offsets)
  offsets[first.offsets.length] = first.span().end
  offsets.set(second.offsets, first.offsets.length + 1)
  return new Passage(`${first.text} ${second.text}`, offsets, first.source)
}
