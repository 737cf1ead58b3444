import { type Passage, passageOf } from '../language/passage.ts'
import type { Span } from '../shapes.ts'
import { type Mark, markOf } from './marks.ts'

/** A printed line of the text, without its line end. */
export class Line implements Span {
  readonly start: number
  readonly end: number
  readonly text: string
  heading: boolean
  /** The passage of this line and of those that surely continue it, once it was made: most paragraphs have the same lines. */
  piece: { passage: Passage; count: number; last: Line } | null = null
  #folded: string | null = null
  #mark: Mark | null | undefined

  constructor(start: number, end: number, text: string, heading: boolean) {
    this.start = start
    this.end = end
    this.text = text
    this.heading = heading
  }
  /** Its text with single spaces and without emphasis. */
  get folded(): string {
    this.#folded ??= fold(this.text)
    return this.#folded
  }
  /** The list mark of its folded text: several steps ask for it, at this line and from the next. */
  get mark(): Mark | null {
    if (this.#mark === undefined) this.#mark = markOf(this.folded)
    return this.#mark
  }
}

/** White space that is no single space, or emphasis; most lines have none and stay as they are. */
const UNFOLDED = /\*\*|[^\S ]| {2}|^ | $/

function fold(text: string): string {
  if (!UNFOLDED.test(text)) return text
  return text.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim()
}

/**
 * What a table that was flattened to lines has instead of a cell: the text between two bars, or one line where no bars
 * were kept.
 */
export interface Piece {
  lines: readonly Span[]
  passage: Passage
  /** Two bars with nothing between them: an empty cell, or the end of a row. */
  empty: boolean
  /** An empty line is before it. */
  apart: boolean
}

const BAR = '|'

/** A line with at most one text between its bars: "|", "| Sở A", "Sở A |". */
export function isThin(line: Line): boolean {
  if (!line.text.includes(BAR)) return false
  let texts = 0
  for (const part of line.text.split(BAR)) if (part.trim() !== '') texts++
  return texts <= 1
}

function isLone(line: Line): boolean {
  return line.text.trim() === BAR
}

/** Fewer bars are a rule or a stray sign, not cells. */
const FEWEST_LONE = 2
const FEWEST_THIN = 6

/**
 * Where the run of one-cell lines that begins at a line ends: behind its last bar. Null if it is no such run. A line with
 * several cells ends it.
 */
export function endOfCells(lines: readonly Line[], from: number): number | null {
  let lone = 0
  let thin = 0
  let end = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!
    if (!line.text.includes(BAR)) continue
    if (!isThin(line)) break
    thin++
    if (isLone(line)) lone++
    end = at + 1
  }
  return lone >= FEWEST_LONE || thin >= FEWEST_THIN ? end : null
}

/** A drawn line inside a cell, like the rule below the name of the agency. */
const RULE = /^[-–—_=*.\s]{3,}$/

/** The number of the next row below the last cell of this one, where the bars between them were lost: "Hằng tháng / 3.1". */
const NEXT_ROW = /^\s*\*{0,2}\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\*{0,2}\s*$/

/** The texts between the bars of a run of one-cell lines. */
export function piecesOfCells(source: string, lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  const isFramed = lines.filter((line) => /^\s*\|[^|]*[^|\s][^|]*\|\s*$/.test(line.text)).length > lines.length * 0.6
  let open: Span[] = []
  let isApart = false
  let hasBar = false
  const close = (): void => {
    const next = open.length > 1 ? open.at(-1)! : null
    if (next && NEXT_ROW.test(source.slice(next.start, next.end))) {
      open.pop()
      close()
      open = [next]
    }
    const kept = open.filter((span) => !(open.length > 1 && RULE.test(source.slice(span.start, span.end))))
    const passage = passageOf(source, kept)
    const isRule = passage.text.length >= 3 && RULE.test(passage.text)
    pieces.push({ lines: kept, passage, empty: passage.text === '' || isRule, apart: isApart })
    open = []
    isApart = false
  }
  for (const [at, line] of lines.entries()) {
    let start = line.start
    const framed = isFramed && /\|\s*$/.test(line.text) && line.text.trim() !== BAR
    const stop = framed ? line.start + line.text.lastIndexOf(BAR) : line.end
    while (start <= stop) {
      const bar = source.indexOf(BAR, start)
      const end = bar < 0 || bar >= stop ? stop : bar
      if (source.slice(start, end).trim() !== '') {
        if (open.length === 0) isApart = at > 0 && isApartFrom(source, lines[at - 1]!, line)
        open.push({ start, end })
      }
      if (bar < 0 || bar >= stop) break
      if (hasBar || open.length > 0) close()
      hasBar = true
      start = bar + 1
    }
  }
  if (open.length > 0) close()
  return pieces
}

export function isApartFrom(source: string, above: Span, here: Span): boolean {
  const first = source.indexOf('\n', above.end)
  return first >= 0 && source.indexOf('\n', first + 1) >= 0 && source.indexOf('\n', first + 1) < here.start
}
