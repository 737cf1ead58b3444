/** Which pieces of a text are lit, when the lit spans overlap, nest and repeat. Pure; offsets are UTF-16 units. */

export const MARK_KINDS = [
  'field',
  'content',
  'lead',
  'coordinating',
  'deadline',
  'target',
  'product',
  'place',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export interface Span {
  start: number
  end: number
}
export interface Mark extends Span {
  kind: MarkKind
  /** Whose mark it is; marks of one owner are lit together. Without spaces: it becomes a word of an attribute. */
  owner: string
}
/** A piece of text over which the same marks lie. Innermost mark last; empty `marks`: plain text. */
export interface Segment extends Span {
  marks: Mark[]
  /** Marks that begin with this piece. */
  opening: Mark[]
}

/**
 * Cuts `range` into pieces at every edge of a mark. The pieces cover the range without gap or overlap; marks that reach
 * outside are cut off, empty ones are left out. O(n log n) in the marks of the range.
 */
export function segment(range: Span, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < range.end && mark.end > range.start)
  const edges = new Set([range.start, range.end])
  for (const mark of inside) {
    edges.add(Math.max(mark.start, range.start))
    edges.add(Math.min(mark.end, range.end))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const byStart = [...inside].sort((a, b) => a.start - b.start)
  const pieces: Segment[] = []
  let open: Mark[] = []
  let next = 0
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i] as number, cuts[i + 1] as number]
    open = open.filter((mark) => mark.end > start)
    const opening: Mark[] = []
    while (next < byStart.length && (byStart[next] as Mark).start <= start) {
      const mark = byStart[next++] as Mark
      if (mark.end <= start) continue
      open.push(mark)
      if (mark.start === start) opening.push(mark)
    }
    pieces.push({ start, end, marks: [...open].sort(outerFirst), opening: opening.sort(outerFirst) })
  }
  return pieces
}

/** The longer mark lies under the shorter one; of equal ones, the more particular kind lies on top. */
function outerFirst(a: Mark, b: Mark): number {
  return b.end - b.start - (a.end - a.start) || MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind)
}

/** The marks that touch each of the ordered, disjoint `ranges`: a long document is cut block by block. */
export function marksOf(ranges: readonly Span[], marks: readonly Mark[]): Mark[][] {
  const found: Mark[][] = ranges.map(() => [])
  for (const mark of marks) {
    for (let i = firstEndingAfter(ranges, mark.start); i < ranges.length; i++) {
      if ((ranges[i] as Span).start >= mark.end) break
      found[i]?.push(mark)
    }
  }
  return found
}

function firstEndingAfter(ranges: readonly Span[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as Span).end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Do the line ends of a block mean something? They do before list marks and in short lines, as of a letterhead; in running
 * text that was broken at a fixed width they only hinder.
 */
export function keepsLines(text: string): boolean {
  const lines = text.split('\n')
  if (lines.length < 2) return false
  if (lines.slice(1).some((line) => /^\s*(?:[-+•–]|(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)])\s/i.test(line))) return true
  return text.length / lines.length < 48
}

/** A stretch of text as a reader sees it: signs of Markdown ("**", "##") are kept for the offsets but not shown. */
export interface Piece extends Span {
  hidden: boolean
}
export function readable(text: string, span: Span): Piece[] {
  const pieces: Piece[] = []
  let at = span.start
  for (const sign of text
    .slice(span.start, span.end)
    .matchAll(/\*\*|(?<=^|\n)#{1,6} |(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)/g)) {
    const start = span.start + sign.index
    if (start > at) pieces.push({ start: at, end: start, hidden: false })
    at = start + sign[0].length
    pieces.push({ start, end: at, hidden: true })
  }
  if (at < span.end) pieces.push({ start: at, end: span.end, hidden: false })
  return pieces
}
