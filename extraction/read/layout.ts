import type { FoundCell } from './compose.ts'
import { headedTable, headsIn } from './headed-table.ts'
import { letterheadAt } from './letterhead.ts'
import { type Column, isTitle, ORDINAL, type Region, type Segment, segmentsOf, WIDEST } from './segments.ts'
import { tabbedAt } from './tabbed.ts'

/** A gap this wide is no space between words. */
const WIDE_GAP = 3
/** Most lines of one region, so that time stays linear. */
const MOST_LINES = 4_000
/** Lines without a gap that may stand between two lines with one: the rest of a cell, a row that names a group. */
const MOST_PLAIN = 4
const MOST_BLANK = 2

/** A page number on its own line, next to the sign that begins a page. */
function isPageNumber(lines: readonly string[], at: number): boolean {
  const line = lines[at]!
  if (!/^[\s\f–-]*\d{1,4}[\s–-]*$/.test(line)) return false
  return [line, lines[at - 1] ?? '', lines[at + 1] ?? ''].some((near) => near.includes('\f'))
}

const NO_LINES: ReadonlySet<number> = new Set()

/** Lines with nothing but a number in the middle of the page, each one more than the one before it. */
function pageNumbersIn(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  let before = { at: -1, number: Number.NaN }
  lines.forEach((line, at) => {
    if (isPageNumber(lines, at)) found.add(at)
    const number = /^[\s\f–-]{12,}(\d{1,3})[\s–-]*$/.exec(line)
    if (!number) return
    const here = { at, number: Number(number[1]) }
    if (here.number === before.number + 1) found.add(before.at).add(at)
    before = here
  })
  return found
}

/** Adds a table without a header to the one on the page before it; true if it did. */
function continuesTable(above: Region | undefined, below: Region, lines: readonly string[]): boolean {
  if (above?.kind !== 'table' || below.kind !== 'table' || below.headerRows > 0) return false
  for (let at = above.to; at < below.from; at++) if (lines[at]!.trim() !== '' && !isPageNumber(lines, at)) return false
  if (above.columns !== below.columns) return false
  for (const cell of below.cells) above.cells.push({ ...cell, row: cell.row + above.rows })
  above.rows += below.rows
  above.to = below.to
  return true
}

/** Finds the regions of a text, in order. Lines with bars are tables already. */
export function regionsOf(lines: readonly string[]): Region[] {
  const regions: Region[] = []
  const heads = headsIn(lines)
  const pageNumbers = heads.length > 0 ? pageNumbersIn(lines) : NO_LINES
  let head = 0
  let at = 0
  while (at < lines.length) {
    while (head < heads.length && heads[head]!.from < at) head++
    if (heads[head]?.from === at) {
      const table = headedTable(lines, heads, head, pageNumbers)
      head += table.heads
      if (table.region) {
        regions.push(table.region)
        at = table.region.to
        continue
      }
    }
    const to = isGappy(lines[at]!) ? regionEnd(lines, at) : at
    const found = to > at + 1 ? (tabbed(lines, at, to) ?? regionOf(lines, at, to)) : null
    const region = found ?? letterheadAt(lines, at)
    if (region && !continuesTable(regions.at(-1), region, lines)) regions.push(region)
    at = Math.max(at + 1, region ? region.to : to)
  }
  return regions
}

/** Whether a line has a gap that separates columns: a wide one, or two of at least two spaces; not a form to fill in. */
function isGappy(line: string): boolean {
  if (line.length > WIDEST || !/\S(?: {2}|\t)/.test(line) || line.includes('|')) return false
  if (/\S\t[^\t]*\S\t/.test(line)) return true
  const segments = segmentsOf(line)
  const gaps = segments.slice(1).map((segment, index) => segment.start - segments[index]!.end)
  return gaps.some((gap) => gap >= WIDE_GAP) || gaps.length >= 2
}

/** The line after the last one that may belong to the region which begins here. */
function regionEnd(lines: readonly string[], from: number): number {
  let end = from + 1
  let plain = 0
  let blank = 0
  for (let at = from + 1; at < Math.min(lines.length, from + MOST_LINES); at++) {
    const line = lines[at]!
    if (line.trim() === '') {
      if (++blank > MOST_BLANK) break
      continue
    }
    // Each page of a text is laid out anew, with columns at other places.
    if (line.includes('|') || line.length > WIDEST || line.startsWith('\f')) break
    if (isGappy(line)) {
      // The header of a table does not belong to two texts side by side above it.
      if (at > from + 1 && isTableHead(line) && !isTableHead(lines[at - 1]!)) break
      end = at + 1
      plain = 0
    } else if (++plain > MOST_PLAIN || (blank > 0 && isTitle(line))) break
    blank = 0
  }
  // What is left of the last cells: lines without a gap directly below.
  while (end < lines.length && end - from < MOST_LINES && isRest(lines[end]!)) end++
  return end
}

function isTableHead(line: string): boolean {
  return /^\s*(?:S?TT|Số TT|Stt)\.?\s{2,}\S/.test(line)
}

/** The rest of a cell: one short text that begins away from the margin and in small letters. */
function isRest(line: string): boolean {
  return /^\s{3,}[\p{Ll}\d(]/u.test(line) && !isGappy(line) && line.trim().length < 50
}

function regionOf(lines: readonly string[], from: number, to: number): Region | null {
  const rows = lines.slice(from, to).map((line, index) => (isPageNumber(lines, from + index) ? [] : segmentsOf(line)))
  const gappy = rows.filter((segments) => segments.length > 1)
  if (gappy.length < 2) return null
  const columns = columnsOf(gappy)
  if (columns.length < 2 || !isLaidOut(gappy, columns)) return null
  if (columns.length === 2) return sidesOf(lines, rows, columns, { from, to })
  return tableOf(rows, columns, from, to)
}

/**
 * The columns that the lines share: places where nearly no line has a letter separate them. One line in twelve may run
 * across, a header above two columns or the name of a group.
 */
function columnsOf(rows: readonly Segment[][]): Column[] {
  const used: number[] = []
  for (const segments of rows) {
    for (const { start, end } of segments) for (let x = start; x < end; x++) used[x] = (used[x] ?? 0) + 1
  }
  const most = rows.length < 5 ? 0 : Math.max(1, Math.floor(rows.length / 12))
  const columns: Column[] = []
  let gap = WIDE_GAP
  for (let x = 0; x < used.length; x++) {
    if ((used[x] ?? 0) <= most) gap++
    else {
      const last = columns.at(-1)
      if (last && gap < 2) last.end = x + 1
      else columns.push({ start: x, end: x + 1 })
      gap = 0
    }
  }
  return columns.reduce((kept: Column[], column) => {
    const last = kept.at(-1)
    if (last && !isGutter(rows, last.end, column.start)) last.end = column.end
    else kept.push(column)
    return kept
  }, [])
}

/** Of the gaps wider than one space, at most this share may stand inside columns. */
const INNER_GAPS = 0.15

/** Whether wide gaps stand between the columns and nowhere else; in text spaced at random they are everywhere. */
function isLaidOut(rows: readonly Segment[][], columns: readonly Column[]): boolean {
  let inner = 0
  let all = 0
  for (const segments of rows) {
    for (let at = 1; at < segments.length; at++) {
      all++
      if (columnAt(segments[at - 1]!.end - 1, columns) === columnAt(segments[at]!.start, columns)) inner++
    }
  }
  return inner <= all * INNER_GAPS
}

/** Share of the lines that must have text on both sides of a gutter, and how regularly the text after it begins. */
const BOTH_SIDES = 0.35
const REGULAR = 0.5

/**
 * Whether a gap separates columns: enough lines have text on both sides of it, and most of what follows begins at the same
 * place or around the same middle. Gaps in justified lines do neither.
 */
function isGutter(rows: readonly Segment[][], from: number, to: number): boolean {
  const after: Segment[] = []
  for (const segments of rows) {
    const next = segments.find(({ start }) => start >= from)
    if (next && segments.some(({ end }) => end <= to)) after.push(next)
  }
  if (after.length < Math.max(2, rows.length * BOTH_SIDES)) return false
  const places = [after.map(({ start }) => start), after.map(({ start, end }) => Math.round((start + end) / 2))]
  return places.some((values) => mostAtOnePlace(values) >= Math.max(2, after.length * REGULAR))
}

/** How many of the values are at one place, give or take two. */
function mostAtOnePlace(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values)
    for (let near = value - 2; near <= value + 2; near++) counts.set(near, (counts.get(near) ?? 0) + 1)
  return Math.max(...counts.values())
}

/** What stands in each column of a line. A text that runs across columns is in the first of them. */
function inColumns(segments: readonly Segment[], columns: readonly Column[]): { text: string; span: number }[] {
  const texts = columns.map(() => ({ text: '', span: 1 }))
  for (const segment of segments) {
    const first = columnAt(segment.start, columns)
    const last = Math.max(first, columnAt(segment.end - 1, columns))
    const cell = texts[first]!
    cell.text = cell.text === '' ? segment.text : `${cell.text} ${segment.text}`
    cell.span = Math.max(cell.span, last - first + 1)
  }
  return texts
}

/** The column at a place; in a gap, the nearer one. */
function columnAt(x: number, columns: readonly Column[]): number {
  let best = 0
  let nearest = Number.POSITIVE_INFINITY
  columns.forEach(({ start, end }, index) => {
    const away = x < start ? start - x : x >= end ? x - end + 1 : 0
    if (away < nearest) {
      nearest = away
      best = index
    }
  })
  return best
}

/** The national header, or the signature: what stands on one side in official documents, and on no other place. */
const SIDES =
  /C[ỘO]NG\s+H(?:ÒA|OÀ|OA)\s+X[ÃA]\s+H[ỘO]I|ĐẢNG\s+CỘNG\s+SẢN|^\s*\W{0,3}N[ơo]i\s+nh[ậa]n\s*\W|^\s*(?:TM|KT|TL|TUQ)\.\s/imu
const MOST_SIDE_LINES = 24

/** Two texts side by side, the left one first. */
function sidesOf(
  lines: readonly string[],
  rows: readonly Segment[][],
  columns: readonly Column[],
  { from, to }: { from: number; to: number },
): Region | null {
  const both = rows.map((segments) => inColumns(segments, columns))
  const texts = [0, 1].map((side) => both.map((line) => line[side]!.text).filter((text) => text !== ''))
  const isKnown = SIDES.test(texts.map((side) => side.join('\n')).join('\n'))
  if (!isKnown || rows.length > MOST_SIDE_LINES || both.some((line) => line[0]!.span > 1)) {
    return ordinalFirst(both) ? tableOf(rows, columns, from, to) : null
  }
  const end = restOfSides(lines, to, columns, texts)
  return { kind: 'sides', from, to: end, lines: texts.flat() }
}

const SUBJECT = /^V\s?\/\s?v\b/i

/** The subject of a letter stands below its number, and goes on over several lines. */
function inSubject(line: string, left: readonly string[]): boolean {
  return SUBJECT.test(line) || (left.slice(-4).some((text) => SUBJECT.test(text)) && !/[.;]$/.test(left.at(-1)!))
}

/** The longer of the two texts goes on alone: the last recipients, the name below the signature. Adds them to their side. */
function restOfSides(lines: readonly string[], to: number, columns: readonly Column[], texts: string[][]): number {
  let end = to
  let blank = 0
  for (let at = to; at < Math.min(lines.length, to + MOST_SIDE_LINES); at++) {
    const [segment, ...more] = segmentsOf(lines[at]!)
    if (!segment) {
      if (++blank > 6) break
      continue
    }
    const isSubject = blank === 0 && segment.end < columns[1]!.end - 12 && inSubject(segment.text, texts[0]!)
    const isLeft = isSubject || (segment.end <= columns[1]!.start - 2 && /^[-–•+]\s/.test(segment.text))
    const isRight = !isSubject && segment.start >= columns[0]!.end && segment.start >= columns[1]!.start - 8
    if (more.length > 0 || isLeft === isRight) break
    texts[isLeft ? 0 : 1]!.push(segment.text)
    end = at + 1
    blank = 0
  }
  return end
}

/** Whether the first column counts rows. */
function ordinalFirst(rows: readonly { text: string }[][]): boolean {
  const firsts = rows.map((texts) => texts[0]!.text).filter((text) => text !== '')
  const counted = firsts.filter((text) => ORDINAL.test(text)).length
  return counted >= 2 && counted >= firsts.length - 2
}

/**
 * The table that lines laid out in columns make, or null if they have fewer than two rows. Places are characters or points;
 * only their order counts.
 */
export function tableOf(
  rows: readonly Segment[][],
  columns: readonly Column[],
  from: number,
  to: number,
): Region | null {
  const lines = rows.map((segments) => inColumns(segments, columns))
  const starts = rowStarts(lines)
  if (starts.length < 2) return null
  const cells: FoundCell[] = []
  starts.forEach((start, row) => {
    const own = lines.slice(start, starts[row + 1] ?? lines.length)
    const before = cells.length
    for (let column = 0; column < columns.length; column++) {
      const texts = own.map((line) => line[column]!).filter(({ text }) => text !== '')
      const covered = cells.slice(before).some((cell) => cell.column + cell.columnSpan > column)
      // A text across columns hides those it covers, unless they have a text of their own.
      if (covered && texts.length === 0) continue
      const isAlone = texts.length > 0 && own.every((line) => line.every(({ text }, at) => at <= column || text === ''))
      const columnSpan = isAlone ? Math.max(...texts.map(({ span }) => span)) : 1
      cells.push({ row, column, rowSpan: 1, columnSpan, lines: texts.map(({ text }) => text) })
    }
  })
  const headerRows = starts[1] !== undefined && !ORDINAL.test(lines[starts[0]!]![0]!.text) ? 1 : 0
  return { kind: 'table', from, to, cells, rows: starts.length, columns: columns.length, headerRows }
}

/**
 * The lines on which rows begin. With a column that counts: the header, then each number, or the empty line between two
 * numbers. A first row with lines above its number shows that numbers stand in the middle of their rows; then rows part at
 * the line nearest to the middle that begins a text. Without: at empty lines, else at lines that fill most columns.
 */
function rowStarts(lines: readonly { text: string; span: number }[][]): number[] {
  const isEmpty = (at: number): boolean => lines[at]!.every(({ text }) => text === '')
  const numbered = lines.flatMap((line, at) => (ORDINAL.test(line[0]!.text) ? [at] : []))
  if (numbered.length >= 2 || (numbered.length === 1 && isHeadLine(lines[0]!))) return numberedStarts(lines, numbered)
  const afterBlank = lines.flatMap((_, at) => (at > 0 && isEmpty(at - 1) && !isEmpty(at) ? [at] : []))
  if (afterBlank.length >= 2) return [0, ...afterBlank]
  const least = Math.ceil(lines[0]!.length * 0.7)
  return lines.flatMap((line, at) => {
    const filled = line.filter(({ text }) => text !== '')
    const isStart = filled.length >= least && filled.filter(({ text }) => /^[\p{Lu}\d]/u.test(text)).length >= least
    return at === 0 || isStart ? [at] : []
  })
}

function isHeadLine(line: readonly { text: string }[]): boolean {
  return /^(?:S?TT|Số TT)/i.test(line[0]!.text)
}

function numberedStarts(lines: readonly { text: string }[][], numbered: readonly number[]): number[] {
  const first = numbered[0]!
  const isEmpty = (at: number): boolean => lines[at]!.every(({ text }) => text === '')
  let head = first
  while (head > 0 && !isEmpty(head - 1)) head--
  if (head === 0) head = first
  const starts = head === 0 ? [0] : [0, head]
  for (let index = 1; index < numbered.length; index++) {
    const above = numbered[index - 1]!
    const here = numbered[index]!
    const between = Array.from({ length: here - above }, (_, step) => above + step + 1)
    const afterEmpty = between.filter((at) => isEmpty(at - 1) && !isEmpty(at))
    if (afterEmpty.length > 0) starts.push(nearest(afterEmpty, (above + here + 1) / 2))
    else if (head === first) starts.push(here)
    else {
      const begins = between.filter((at) =>
        lines[at]!.some(({ text }, column) => column > 0 && /^[\p{Lu}-]/u.test(text)),
      )
      starts.push(begins.length > 0 ? nearest(begins, (above + here + 1) / 2) : here)
    }
  }
  return starts
}

function nearest(places: readonly number[], to: number): number {
  return places.reduce((best, at) => (Math.abs(at - to) < Math.abs(best - to) ? at : best))
}

/** Rows copied from a table with a tab between cells. */
function tabbed(lines: readonly string[], from: number, to: number): Region | null {
  const found = tabbedAt(lines, from, to)
  return found && { kind: 'table', from, to: from + found.rows, ...found }
}
