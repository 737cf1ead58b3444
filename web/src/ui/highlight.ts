/** Splits a text into segments by marks that may overlap, nest and repeat. Pure; offsets are UTF-16 units. */

export const MARK_KINDS = [
  'field',
  'content',
  'lead',
  'coordinating',
  'deadline',
  'target',
  'product',
  'unread',
  'place',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export interface Span {
  start: number
  end: number
}
export interface Mark extends Span {
  kind: MarkKind
  /** The owner; marks of one owner are highlighted together. No spaces: it becomes a token of an attribute. */
  owner: string
}
/** A part of the text with the same marks. Innermost mark last; empty `marks`: plain text. */
export interface Segment extends Span {
  marks: Mark[]
  /** Marks that begin with this segment. */
  opening: Mark[]
}

/**
 * Splits `range` at every edge of a mark. The segments cover the range without gap or overlap; marks that reach
 * outside are clipped, empty ones are dropped. O(n log n) in the marks of the range.
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
  const segments: Segment[] = []
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
    segments.push({ start, end, marks: [...open].sort(outerFirst), opening: opening.sort(outerFirst) })
  }
  return segments
}

/** Longer marks go below shorter ones; of equal ones, the more specific kind goes on top. */
function outerFirst(a: Mark, b: Mark): number {
  return b.end - b.start - (a.end - a.start) || MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind)
}

/** The marks that touch each of the ordered, disjoint `ranges`: a long document is split block by block. */
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
 * Whether the line breaks of a block have a meaning. They do before list markers and in short lines, as in a letterhead; in
 * running text wrapped at a fixed width they do not.
 */
export function keepsLines(text: string): boolean {
  const lines = text.split('\n')
  if (lines.length < 2) return false
  if (lines.slice(1).some((line) => /^\s*(?:[-+•–]|(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)])\s/i.test(line))) return true
  return text.length / lines.length < 48
}

/** A part of a text for display: Markdown syntax ("**", "##") is kept for the offsets but hidden. */
export interface Fragment extends Span {
  hidden: boolean
}
export function readable(text: string, span: Span): Fragment[] {
  const fragments: Fragment[] = []
  let at = span.start
  for (const sign of text
    .slice(span.start, span.end)
    .matchAll(/\*\*|(?<=^|\n)#{1,6} |(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)/g)) {
    const start = span.start + sign.index
    if (start > at) fragments.push({ start: at, end: start, hidden: false })
    at = start + sign[0].length
    fragments.push({ start, end: at, hidden: true })
  }
  if (at < span.end) fragments.push({ start: at, end: span.end, hidden: false })
  return fragments
}
