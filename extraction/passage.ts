import { lower, plain } from './fold.ts'
import type { Span } from './shapes.ts'

/**
 * A stretch of the document as one clean line: white space folded, Markdown emphasis and invisible characters left out,
 * wrapped lines joined. It remembers where each of its characters stood in `Reading.text`.
 */
export class Passage {
  readonly text: string
  readonly offsets: Int32Array
  readonly source: string
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
  /** Exactly what the file has there, white space and all. */
  printed(from = 0, to = this.text.length): string {
    const { start, end } = this.span(from, to)
    return this.source.slice(start, end)
  }
  /** The range of `Reading.text` behind `text.slice(from, to)`; an empty range stays empty. */
  span(from = 0, to = this.text.length): Span {
    const length = this.text.length
    if (length === 0) return { start: 0, end: 0 }
    const start = this.offsets[Math.min(from, length - 1)] as number
    return { start, end: to > from ? (this.offsets[Math.min(to, length) - 1] as number) + 1 : start }
  }
}

const SPACE = /\s/
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const LETTER = /[\p{L}\p{N}]/u

/** Builds a passage from ranges of the source, in order; ranges are separated by one space. */
export function passageOf(source: string, ranges: readonly Span[]): Passage {
  let size = 0
  for (const range of ranges) size += range.end - range.start + 1
  const offsets = new Int32Array(size)
  const parts: string[] = []
  let length = 0
  let pendingSpace = false
  for (const range of ranges) {
    if (length > 0) pendingSpace = true
    for (let i = range.start; i < range.end; i++) {
      const letter = source.charAt(i)
      if (SPACE.test(letter)) {
        pendingSpace = length > 0
        continue
      }
      if (isDressing(source, i, range)) continue
      if (pendingSpace) {
        offsets[length++] = i - 1
        parts.push(' ')
        pendingSpace = false
      }
      offsets[length++] = i
      parts.push(letter)
    }
  }
  return new Passage(parts.join(''), offsets.slice(0, length), source)
}

/** Markdown emphasis (`**`, or `*` hugging a word) and characters that print nothing. */
function isDressing(source: string, i: number, range: Span): boolean {
  const letter = source.charAt(i)
  if (letter !== '*') return INVISIBLE.test(letter)
  const before = i > range.start ? source.charAt(i - 1) : ' '
  const after = i + 1 < range.end ? source.charAt(i + 1) : ' '
  if (before === '*' || after === '*') return true
  if (before === '(' && after === ')') return false
  return LETTER.test(after) || (!SPACE.test(before) && before !== '|')
}
