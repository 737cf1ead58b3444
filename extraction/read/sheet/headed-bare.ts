import { LINE_MARK } from '../lines.ts'
import { columnsOfNames } from '../segments.ts'
import { BEHIND } from './bare.ts'
import { CLOSE, type Laid, laid, type OpenTable } from './bare-cells.ts'
import type { SheetTable } from './grid.ts'
import { type HeadName, headNamesIn, namesOf } from './heads.ts'
import type { Line, Sheet } from './sheet.ts'
import { cut, heightOf, NARROW, type Stripe } from './stripes.ts'

/**
 * Tables without upright rules below a printed head ("Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"), whether they count their
 * rows or not. The names of the head say how many columns there are; the white stripes below them, where the columns part.
 */

/** So many lines in a row may run across the columns: the name of a group. */
const MOST_ACROSS = 3
const MOST_HEAD_LINES_ABOVE = 3
/** Texts below each other begin, or have their middle, at the same place give or take this many points. */
const ALIGNED = 5
/** Wider than any page, in points. */
const WIDEST = 1e5
/** A page with more heads is a list of words; a line with more names is none of a head. */
const MOST_HEADS = 20
const MOST_NAMES = 20
/** A gap of more heights ends the table. */
const FAR = 4

export interface HeadedTables {
  tables: SheetTable[]
  open: OpenTable | null
  /** Lines that look like a head of columns, below which no table was found. */
  unread: Line[]
}

/**
 * Takes the headed tables of a page, and the one that goes on from the page before: their words leave `sheet.words`.
 *
 * @param onlySure leaves a table that counts its rows if they were not told apart in agreement with their numbers.
 */
export function takeHeadedTables(
  sheet: Sheet,
  lines: readonly Line[],
  open: OpenTable | null,
  onlySure: boolean,
): HeadedTables {
  const found: HeadedTables = { tables: [], open: null, unread: [] }
  const taken = new Set<Line>()
  const take = (laid: Laid | null): laid is Laid => {
    if (!laid || (onlySure && laid.isMiscounted)) return false
    for (const line of laid.lines) taken.add(line)
    found.tables.push(laid.table)
    found.open = lines.length - laid.to <= 2 ? laid.open : null
    return true
  }
  const names = lines.map(headNamesIn)
  let at = 0
  if (open && names.slice(0, 3).every((one) => one === null)) {
    const laid = goingOn(sheet, lines, names, open)
    if (take(laid)) at = laid.to
  }
  for (let heads = 0; at < lines.length && heads < MOST_HEADS; at++) {
    if (!names[at]) continue
    heads++
    const laid = tableBelow(sheet, lines, names, at, open)
    if (take(laid)) at = laid.to - 1
    else found.unread.push(lines[at]!)
  }
  const words = new Set([...taken].flatMap((line) => line.words))
  if (words.size > 0) sheet.words = sheet.words.filter((word) => !words.has(word))
  return found
}

type Names = readonly (HeadName[] | null)[]

function tableBelow(
  sheet: Sheet,
  lines: readonly Line[],
  names: Names,
  head: number,
  open: OpenTable | null,
): Laid | null {
  const line = lines[head]!
  const height = heightOf(line)
  const own = names[head]!
  let from = head
  while (from > 0 && head - from < MOST_HEAD_LINES_ABOVE && isAbove(lines[from - 1]!, lines[from]!, own)) from--
  const gaps = gapsOfHead(lines.slice(from, closeTo(lines, head)), own)
  const run = runBelow(lines, names, from, head + 1, gaps)
  const columns = widest(run.stripes, gaps)
  if (!columns || height === 0) return null
  const isOpen =
    open?.stripes.length === columns.length && columns.every((one, at) => overlap(one, open.stripes[at]!) > 0)
  const { to, across } = run
  return laid(sheet, lines, { from, head, to, across, stripes: columns, borders: isOpen ? open.borders : null, height })
}

/** The gaps between the columns of a head, whose lines may stand at different heights. */
function gapsOfHead(lines: readonly Line[], own: readonly HeadName[]): Stripe[] {
  const others = lines.map(namesOf).filter((names) => names.length < MOST_NAMES)
  const columns = columnsOfNames([...own, ...others.flat()].map(({ left, right }) => ({ start: left, end: right })))
  return columns.slice(1).map(({ start }, at) => ({ left: columns[at]!.end, right: start }))
}

/** For each gap between two names the widest stripe; null if one has none. */
function widest(stripes: readonly Stripe[], gaps: readonly Stripe[]): Stripe[] | null {
  const best = gaps.map((gap) =>
    stripes
      .filter((stripe) => overlap(gap, stripe) > 0)
      .reduce<Stripe | null>(
        (most, one) => (most && most.right - most.left >= one.right - one.left ? most : one),
        null,
      ),
  )
  return best.every((stripe) => stripe !== null) ? best : null
}

function overlap(a: Stripe, b: Stripe): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left)
}

/** A line of the head above another: close to it, no heading of a section, its texts over the names of their columns. */
function isAbove(line: Line, below: Line, names: readonly HeadName[]): boolean {
  if (below.top - line.bottom >= heightOf(line) * CLOSE || LINE_MARK.test(line.text)) return false
  return namesOf(line).every(({ left, right }) => {
    const [name, ...more] = names.filter((one) => one.left < right && left < one.right)
    if (!name) return left > names[0]!.left
    const isAligned =
      Math.abs(name.left - left) < ALIGNED || Math.abs(name.left + name.right - left - right) < ALIGNED * 2
    return isAligned && more.length === 0
  })
}

/** The line after the last one that stands close below the head. */
function closeTo(lines: readonly Line[], head: number): number {
  let to = head + 1
  while (to < lines.length && to - head < 4 && lines[to]!.top - lines[to - 1]!.bottom < heightOf(lines[to]!) * CLOSE)
    to++
  return to
}

interface Run {
  to: number
  stripes: Stripe[]
  /** Lines that run across the columns. */
  across: Set<Line>
}

/** The lines of a table from line `at` on, as far as none of the gaps between its columns closes for long. */
function runBelow(lines: readonly Line[], names: Names, from: number, at: number, gaps: readonly Stripe[]): Run {
  const height = heightOf(lines[from]!)
  let stripes: Stripe[] = [{ left: -WIDEST, right: WIDEST }]
  for (const line of lines.slice(from, at)) stripes = cut(stripes, line.words, height)
  const across = new Set<Line>()
  let inRow = 0
  let to = at
  for (let next = at; next < lines.length; next++) {
    const line = lines[next]!
    const space = next > from ? line.top - lines[next - 1]!.bottom : 0
    if (BEHIND.test(line.text) || space > height * FAR || (names[next] && space > height * CLOSE)) break
    const rest = cut(stripes, line.words, height)
    const isCrossing = gaps.some((gap) => !rest.some((stripe) => overlap(stripe, gap) >= height * NARROW * 0.9))
    if (isCrossing) {
      across.add(line)
      if (++inRow > MOST_ACROSS) break
      continue
    }
    inRow = 0
    stripes = rest
    to = next + 1
  }
  return { to, stripes, across }
}

/** The rest of a table whose head is on a page before. */
function goingOn(sheet: Sheet, lines: readonly Line[], names: Names, open: OpenTable): Laid | null {
  const isPageNumber = (line: Line | undefined): boolean =>
    line !== undefined && /^\W*\d{1,3}\W*$/.test(line.text) && line.left > open.stripes[0]!.right
  let from = 0
  while (from < 2 && isPageNumber(lines[from])) from++
  if (!lines[from]) return null
  const { to, across, stripes } = runBelow(lines, names, from, from, open.stripes)
  const columns = widest(stripes, open.stripes)
  if (!columns || to === from) return null
  const { borders } = open
  const height = heightOf(lines[from]!)
  const begun = laid(sheet, lines, { from, head: from - 1, to, across, stripes: columns, borders, height })
  // Texts that begin where those of the page before did.
  const known = begun?.open.edges.filter((edge, at) => Math.abs(edge - open.edges[at]!) < ALIGNED).length ?? 0
  return known >= 2 ? begun : null
}
