import { type Box, type Line, lineOf, middle, type Word } from './sheet.ts'

/** Lines that are read one after another: the body of the page, or one of two texts side by side. */
interface Stream {
  kind: 'body' | 'column'
  lines: Line[]
}

/** Minimum width of a gutter in points: wider than any gap between words of justified lines. */
const LEAST_GUTTER = 14
/** A gap this wide separates two texts even if only one line shows it. */
const SURE_GUTTER = 30
/** A gutter narrowed by ragged lines is still a gutter above this width. */
const NARROWED = 8

/**
 * Splits a page's lines into streams. Official documents put the issuer next to the national header, and the recipients
 * next to the signature (Nghị định 30/2020/NĐ-CP, Phụ lục I). Read straight across they would mix, so each side is read
 * separately, left first.
 */
export function streamsOf(lines: Line[], pageWidth: number): Stream[] {
  const streams: Stream[] = []
  let body: Line[] = []
  let at = 0
  const closeBody = (): void => {
    if (body.length > 0) streams.push({ kind: 'body', lines: body })
    body = []
  }
  while (at < lines.length) {
    const run = runFrom(lines, at, pageWidth)
    if (!run) {
      body.push(lines[at++]!)
      continue
    }
    const above = sidesAbove(body, run.lines[0]!, run.gutter, pageWidth)
    body.length -= above.length
    closeBody()
    const words = [...above, ...run.lines].map((line) => line.words)
    const { left: from, right: to } = run.gutter
    const centre = (from + to) / 2
    for (const side of [(word: Word) => middle(word).x < centre, (word: Word) => middle(word).x >= centre]) {
      const column = words.map((line) => line.filter(side)).filter((line) => line.length > 0)
      if (column.length > 0) streams.push({ kind: 'column', lines: column.map(lineOf) })
    }
    at += run.lines.length
  }
  closeBody()
  return streams
}

interface Gutter {
  left: number
  right: number
}

function runFrom(lines: Line[], at: number, pageWidth: number): { lines: Line[]; gutter: Gutter } | null {
  const first = lines[at]!
  let gutter = widestGap(first, pageWidth)
  if (!gutter) return null
  const run = [first]
  let twoSided = 1
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next]!
    const previous = run.at(-1)!
    const narrowed = narrow(gutter, line)
    if (!narrowed || line.top - previous.bottom > 4 * (previous.bottom - previous.top)) break
    const both = isTwoSided(line, narrowed)
    if (!both && isCentred(line, pageWidth)) break
    if (both) twoSided++
    gutter = narrowed
    run.push(line)
  }
  // A line after the last two-sided line belongs to one side only if it keeps its distance from the margin of the body;
  // otherwise a short body line below a letterhead would be included.
  while (run.length > 1 && !isTwoSided(run.at(-1)!, gutter) && !continuesSide(run, gutter)) run.pop()
  return twoSided >= 2 || gutter.right - gutter.left >= SURE_GUTTER ? { lines: run, gutter } : null
}

/** Lines just above a run on one side of its gutter: the two texts may begin at different heights. */
function sidesAbove(body: Line[], first: Line, gutter: Gutter, pageWidth: number): Line[] {
  let from = body.length
  let below = first
  while (from > 0) {
    const line = body[from - 1]!
    const height = line.bottom - line.top
    if (!narrow(gutter, line) || isCentred(line, pageWidth) || below.top - line.bottom > 1.5 * height) break
    below = line
    from--
  }
  // A line close below one that fills the page is the end of that paragraph.
  while (from > 0 && from < body.length) {
    const line = body[from]!
    if (line.top - body[from - 1]!.bottom > 0.7 * (line.bottom - line.top)) break
    from++
  }
  return body.slice(from)
}

function widestGap(line: Line, pageWidth: number): Gutter | null {
  let widest: Gutter | null = null
  let end = Number.NEGATIVE_INFINITY
  for (const word of segmentsOf(line)) {
    const gap = { left: end, right: word.left }
    const centre = (gap.left + gap.right) / 2
    const width = gap.right - gap.left
    if (width >= LEAST_GUTTER && centre > pageWidth * 0.3 && centre < pageWidth * 0.75) {
      if (!widest || width > widest.right - widest.left) widest = gap
    }
    end = Math.max(end, word.right)
  }
  return widest
}

function narrow(gutter: Gutter, line: Line): Gutter | null {
  const centre = (gutter.left + gutter.right) / 2
  let { left, right } = gutter
  for (const segment of segmentsOf(line)) {
    if (middle(segment).x < centre) left = Math.max(left, segment.right)
    else right = Math.min(right, segment.left)
  }
  return right - left >= NARROWED ? { left, right } : null
}

/** Words of a line, joined unless separated by a gap as wide as a gutter. */
function segmentsOf(line: Line): Box[] {
  const segments: Box[] = []
  for (const word of line.words) {
    const last = segments.at(-1)
    if (last && word.left - last.right < LEAST_GUTTER) last.right = Math.max(last.right, word.right)
    else segments.push({ left: word.left, top: word.top, right: word.right, bottom: word.bottom })
  }
  return segments
}

function isTwoSided(line: Line, gutter: Gutter): boolean {
  return line.left < gutter.left + 1 && line.right > gutter.right - 1
}

/** Whether the one-sided last line of a run continues the same text, at the same left edge or around the same axis. */
function continuesSide(run: Line[], gutter: Gutter): boolean {
  const last = run.at(-1)!
  const centre = (gutter.left + gutter.right) / 2
  const isLeft = middle(last).x < centre
  const mates = run
    .slice(0, -1)
    .map((line) => line.words.filter((word) => middle(word).x < centre === isLeft))
    .filter((words) => words.length > 0)
    .map(lineOf)
  return mates.some((mate) => Math.abs(mate.left - last.left) < 6 || Math.abs(middle(mate).x - middle(last).x) < 8)
}

export function isCentred(line: Line, pageWidth: number): boolean {
  // The left margin is wider than the right one by up to 15 mm (Nghị định 30/2020/NĐ-CP), so the axis is right of the
  // middle.
  const offset = middle(line).x - pageWidth / 2
  return offset > -10 && offset < 32
}
