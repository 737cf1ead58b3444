import { overlaps } from '../language/spans.ts'
import type { FoundCell } from './compose.ts'
import { endsRows, isAcross, isAfterTable, isTitleOfMore } from './end-of-table.ts'
import { rowStartsOf } from './numbered-rows.ts'
import { COUNTED_ROW, type Column, columnsOfNames, type Region, type Segment, segmentsOf, WIDEST } from './segments.ts'

/**
 * A table in columns of spaces below a printed head ("TT", "Nhiệm vụ", "Cơ quan chủ trì", …). The head says how many columns
 * there are, so its lines can be parted where only one space is left between two cells, on pages whose columns stand at
 * other places, and where the numbers stand in the middle of their rows.
 */
interface Head {
  /** The lines of the head. */
  from: number
  to: number
  columns: Column[]
  names: string[][]
}

/** Lines of a head above and below its "TT". */
const HEAD_REACH = 4
const MOST_COLUMNS = 10
/** A line with more words is no line of a table. */
const MOST_WORDS = 60
const MOST_LINES = 4_000
/** Empty lines between two rows; more end the table. */
const MOST_BLANK = 8
/** So many lines that run across the columns are text after the table. */
const MOST_ACROSS = 3

const COUNTER = /^(?:S?TT|Số TT)\.?$/i
const COUNTED = /^\s*(?:S?TT|Số TT)\.?(?:\s+\S|\s*$)/i

/** What the names of columns begin with: one space may be all that is between two of them. */
const NAME =
  /(?<=[\p{Ll}/)]) (?=(?:Cơ quan|Đơn vị|Bộ phận|Thời|Hạn|Tiến độ|Kết quả|Sản phẩm|Nội dung|Nhiệm vụ|Tên|Ghi chú|Cấp|Lãnh đạo|Cá nhân|Người|Hình thức|Kinh phí|Nguồn|Chủ trì|Phối hợp|Chỉ tiêu|Mục tiêu|Địa điểm|Trách nhiệm)(?!\p{L}))|(?<=^(?:S?TT|Số TT)\.?) (?=\S)/gu

/** The names in a line of a head. */
function namesOf(line: string): Segment[] {
  return segmentsOf(line).flatMap(({ start, text }) => {
    const names: Segment[] = []
    let from = 0
    for (const gap of [...text.matchAll(NAME), { index: text.length }]) {
      names.push({ start: start + from, end: start + gap.index, text: text.slice(from, gap.index) })
      from = gap.index + 1
    }
    return names
  })
}

/** The heads in a text, in order. */
export function headsIn(lines: readonly string[]): Head[] {
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!COUNTED.test(lines[at]!) || lines[at]!.length > WIDEST || lines[at]!.includes('\t')) continue
    const head = headAt(lines, at)
    if (!head) continue
    heads.push(head)
    at = head.to - 1
  }
  return heads
}

function headAt(lines: readonly string[], at: number): Head | null {
  const counter = namesOf(lines[at]!)[0]!
  if (!COUNTER.test(counter.text)) return null
  let from = at
  while (from > 0 && at - from < HEAD_REACH && isOfHead(lines[from - 1]!, counter)) from--
  // The letterhead and title of the document directly above are no names of columns.
  if (lines.slice(Math.max(0, from - 1), at).some((line) => LETTERHEAD.test(line))) from = at
  let to = at + 1
  let columns = columnsOfNames(lines.slice(from, to).flatMap(namesOf))
  while (to < lines.length && to - at <= HEAD_REACH && isOfHead(lines[to]!, counter) && fits(lines[to]!, columns)) {
    to++
    columns = columnsOfNames(lines.slice(from, to).flatMap(namesOf))
  }
  if (columns.length < 3 || columns.length > MOST_COLUMNS) return null
  const names: string[][] = columns.map(() => [])
  for (const line of lines.slice(from, to))
    for (const { column, text } of partsOf(line, columns, NOTHING_KNOWN, COST_IN_HEAD)) names[column]!.push(text)
  return { from, to, columns, names }
}

const LETTERHEAD =
  /ngày \d{1,2} tháng \d{1,2}|^\s*(?:KẾ HOẠCH|CHỈ THỊ|CÔNG ĐIỆN|THÔNG BÁO|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|KẾT LUẬN)\s*$/u

/** A line of a head: short texts right of the column that counts. */
function isOfHead(line: string, counter: Segment): boolean {
  if (line.length > WIDEST || line.trim() === '' || line.includes('|') || isTitleOfMore(line)) return false
  return segmentsOf(line).every(({ start, text }) => start > counter.end && text.length < 60)
}

/** How much wider than the names above it a further line of a head may be; a cell of the first row is wider still. */
const WIDER = 14

function fits(line: string, columns: readonly Column[]): boolean {
  return segmentsOf(line).every((segment) => {
    const over = columns.filter((column) => overlaps(column, segment))
    const first = over[0]
    if (!first) return false
    return segment.text.length <= over.at(-1)!.end - first.start + WIDER
  })
}

interface BodyLine {
  text: string
  /** An empty line is before it, on the same page. */
  afterBlank: boolean
}

/**
 * The table below a head, with the heads that repeat it on further pages; null if it has fewer than two numbered rows.
 *
 * @param pageNumbers the lines that hold the number of a page and nothing else
 */
export function headedTable(
  lines: readonly string[],
  heads: readonly Head[],
  first: number,
  pageNumbers: ReadonlySet<number>,
): { region: Region | null; heads: number } {
  const head = heads[first]!
  const width = head.columns.length
  const pages: { columns: Column[] | null; lines: BodyLine[] }[] = [{ columns: head.columns, lines: [] }]
  let used = 1
  let blank = 0
  let across = 0
  let end = head.to
  let at = head.to
  for (; at < Math.min(lines.length, head.from + MOST_LINES); at++) {
    const line = lines[at]!
    const next = heads[first + used]
    if (next && at === next.from) {
      if (next.columns.length !== width) break
      pages.push({ columns: next.columns, lines: [] })
      at = next.to - 1
      end = next.to
      used++
      blank = 0
      continue
    }
    if (pageNumbers.has(at)) {
      pages.push({ columns: null, lines: [] })
      end = at + 1
      blank = 0
      continue
    }
    if (line.trim() === '') {
      if (++blank > MOST_BLANK) break
      continue
    }
    if (line.startsWith('\f') && pages.at(-1)!.lines.length > 0) pages.push({ columns: null, lines: [] })
    if (line.includes('|') || isAfterTable(line) || endsRows(lines, at, blank > 0, head.columns)) break
    across = isAcross(line, head.columns) ? across + 1 : 0
    if (across >= MOST_ACROSS) break
    pages.at(-1)!.lines.push({ text: line.replace('\f', ' '), afterBlank: blank > 0 && pages.at(-1)!.lines.length > 0 })
    end = at + 1
    blank = 0
  }
  // The lines that ran across are not the table's.
  if (across >= MOST_ACROSS) {
    for (let over = across - 1; over > 0; over--) pages.at(-1)?.lines.pop()
    end = at - (across - 1)
  }
  return { region: regionOfPages(head, pages, end), heads: used }
}

/** A row of a group is numbered by a letter or Roman number, and its name may run across. */
const GROUP_MARK = '(?:[IVXL]{1,5}|[A-Z])(?:\\.\\d{1,2})?[.)]?'
const GROUP = new RegExp(`^${GROUP_MARK}$`)
const NAMED_GROUP = new RegExp(`^(${GROUP_MARK}) (\\p{Lu}.*)$`, 'u')

function regionOfPages(
  head: Head,
  pages: readonly { columns: Column[] | null; lines: BodyLine[] }[],
  end: number,
): Region | null {
  const rows: { cells: string[]; afterBlank: boolean }[] = []
  const filled = pages.filter((page) => page.lines.length > 0)
  if (filled.some((page) => page.lines.some(({ text }) => text.trim().split(/\s+/).length > MOST_WORDS))) return null
  const known = head.names.map((names) => ({ texts: new Set<string>(), isTime: TIME.test(names.join(' ')) }))
  let columns: Place[] = head.columns
  const settled = filled.map((page) => {
    columns = settledColumns(
      page.lines.map(({ text }) => text),
      page.columns ? spread(page.columns, page.lines) : columns,
      known,
    )
    return { lines: page.lines, columns }
  })
  for (const page of settled) {
    for (const { text, afterBlank } of page.lines) {
      rows.push({ cells: groupLine(text, page.columns) ?? parted(text, page.columns, known), afterBlank })
    }
  }
  const starts = rowStartsOf(rows)
  if (!starts) return null
  const width = head.columns.length
  const cells: FoundCell[] = head.names.map((names, column) => ({ ...ONE, row: 0, column, lines: names }))
  const isTorn = starts[0]! > 0
  const all = isTorn ? [0, ...starts] : starts
  all.forEach((start, index) => {
    const own = rows.slice(start, all[index + 1] ?? rows.length).map((row) => row.cells)
    for (let column = 0; column < width; column++) {
      const texts = own.map((row) => row[column]!).filter((text) => text !== '')
      cells.push({ ...ONE, row: index + 1, column, lines: texts })
    }
  })
  return { kind: 'table', from: head.from, to: end, cells, rows: all.length + 1, columns: width, headerRows: 1 }
}

const ONE = { rowSpan: 1, columnSpan: 1 }

/** The number and the name of a group, if the line is one text. */
function groupLine(line: string, columns: readonly Column[]): string[] | null {
  const [number, name, ...more] = segmentsOf(line)
  const joined = NAMED_GROUP.exec(number!.text)
  if (joined && name === undefined) return [joined[1]!, joined[2]!, ...columns.slice(2).map(() => '')]
  if (!name || more.length > 0 || !GROUP.test(number!.text) || number!.start > columns[1]!.start) return null
  return name.start < columns[2]!.start - 4 ? [number!.text, name.text, ...columns.slice(2).map(() => '')] : null
}

/** The texts of whole cells of each column: what they say shows where a line is parted that has only one space there. */
interface KnownColumn {
  texts: Set<string>
  isTime: boolean
}
type Known = readonly KnownColumn[]
const NOTHING_KNOWN: Known = []

/**
 * The columns of a head as wide as the cells below them, which begin and end beside its names: a text that stands below one
 * name only is a cell of that column.
 */
function spread(columns: readonly Column[], lines: readonly BodyLine[]): Place[] {
  const found: Segment[][] = columns.map(() => [])
  for (const segment of lines.flatMap(({ text }) => segmentsOf(text))) {
    const over = columns.flatMap((column, at) => (overlaps(column, segment) ? [at] : []))
    if (over.length === 1 && (over[0]! > 0 || COUNTED_ROW.test(segment.text))) found[over[0]!]!.push(segment)
  }
  return columns.map((column, at) => (found[at]!.length < 2 ? column : extentOf(found[at]!)))
}

/** Where a column is, and where its cells begin if they are not centred. */
interface Place extends Column {
  edge?: number | undefined
}

/** Share of the cells that begin at one place, give or take one, where a column is set to the left. */
const SET_LEFT = 0.4

/** Where most of the texts begin and end. */
function extentOf(texts: readonly Column[]): Place {
  const starts = texts.map(({ start }) => start).sort((a, b) => a - b)
  const ends = texts.map(({ end }) => end).sort((a, b) => a - b)
  const at = (values: readonly number[], share: number): number => values[Math.round((values.length - 1) * share)]!
  return { start: at(starts, 0.1), end: at(ends, 0.9), edge: edgeOf(starts) }
}

function edgeOf(starts: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const start of starts)
    for (const near of [start - 1, start, start + 1]) counts.set(near, (counts.get(near) ?? 0) + 1)
  const [edge, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])
  return starts.length > 2 && count >= starts.length * SET_LEFT ? edge : undefined
}

/**
 * Where the columns of a page are. The head or the page before says it roughly; cells with wide gaps on both sides say it
 * better, in a few rounds. The texts of these cells are added to what is known.
 */
function settledColumns(lines: readonly string[], start: readonly Place[], known: Known): Place[] {
  let columns = [...start]
  for (let round = 0; round < 3; round++) {
    const found: Part[][] = columns.map(() => [])
    for (const line of lines) {
      if (groupLine(line, columns)) continue
      for (const part of partsOf(line, columns, known)) if (part.isAlone) found[part.column]!.push(part)
    }
    if (round === 2) for (const { column, text } of found.flat()) known[column]!.texts.add(shapeOf(text))
    let shift = 0
    columns = columns.map((column, index) => {
      const parts = found[index]!
      // A page has its columns further left or right than the one before; one without such a cell goes with those beside it.
      if (parts.length < 2) return { start: column.start + shift, end: column.end + shift }
      const extent = extentOf(parts)
      shift = round === 0 ? extent.start - column.start : 0
      return extent
    })
  }
  return columns
}

/** A year or years, a month, a day, as `shapeOf` gives them. */
const PERIOD = /^(?:(?:tháng |quý [IV0]{1,3}\/)?0000(?: ?[-–] ?0000)?|(?:trước (?:ngày )?)?(?:0{1,2}\/){1,2}0000)$/iu
const TIME = /^(?:thời (?:hạn|gian)|hạn|tiến độ|hoàn thành)/iu

function isKnown(text: string, { texts, isTime }: KnownColumn): boolean {
  return texts.has(text) || (isTime && PERIOD.test(text))
}

/** Days and years differ from row to row; their form does not. */
function shapeOf(text: string): string {
  return text.replace(/\d/g, '0')
}

/** The text of each column in a line. */
function parted(line: string, columns: readonly Column[], known: Known): string[] {
  const cells = columns.map(() => '')
  for (const { column, text } of partsOf(line, columns, known)) cells[column] = text
  return cells
}

interface Part extends Segment {
  column: number
  /** Wide gaps, or an end of the line, are on both sides. */
  isAlone: boolean
}

/** What parting costs, in characters that a word stands beside its column. */
const COST = {
  /** To part two words with one space between them. */
  oneSpace: 5,
  twoSpaces: 1,
  /** To leave a wide gap inside a cell. */
  gap: 8,
  smallGap: 2,
  /** To part before a word that goes on in small letters. */
  goesOn: 3,
  /** What is no number in the column that counts, and a number in another. */
  noNumber: 20,
  number: 5,
  /** A text that begins where the cells of the column do. */
  atEdge: -5,
  /** A text that other rows have alone in the column, and each of its words. */
  known: -3,
  knownWord: -2,
}

/** The names of columns go on in small letters, and are as narrow as their columns. */
const COST_IN_HEAD = { ...COST, oneSpace: 1, goesOn: 0 }

/** Parts a line between its columns, so that it costs least; every way to part it is looked at. */
function partsOf(line: string, columns: readonly Place[], known: Known, costs = COST): Part[] {
  const words = [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }))
  const width = columns.length
  const gaps = words.map(({ from }, at) => (at === 0 ? 0 : from - words[at - 1]!.to))
  const beside = columns.map(({ start, end }) => {
    const sums = [0]
    for (const { from, to } of words) {
      const middle = (from + to) / 2
      sums.push(sums.at(-1)! + Math.max(0, start - middle, middle - end))
    }
    return sums
  })
  const innerGaps = [0]
  for (const gap of gaps) innerGaps.push(innerGaps.at(-1)! + (gap >= 3 ? costs.gap : gap === 2 ? costs.smallGap : 0))
  const isNumbered = words.length > 0 && isCounter(words[0]!.text)
  const counts = words.length > 0 && COUNTED_ROW.test(words[0]!.text) && words[0]!.to <= columns[0]!.end + 2
  const isTold = known.some(({ texts, isTime }) => isTime || texts.size > 0)
  /** best[i][k]: the first i words parted, the last part in column k - 1. */
  const best: Way[][] = words.map(() => [])
  best.push([])
  best[0]![0] = { cost: 0, start: 0, column: 0 }
  /** cheapest[i][k]: the least of best[i] up to k, with what it costs to part there. */
  const cheapest: Way[][] = []
  for (let to = 1; to <= words.length; to++) {
    cheapest.push(
      cheapestOf(best[to - 1]!, to - 1, to === 1 ? 0 : cutCost(gaps[to - 1]!, words[to - 1]!.text, costs), width),
    )
    for (let from = 0; from < to; from++) {
      const text = isTold && to - from <= 8 ? shapeOf(textOf(words, from, to)) : ''
      const gap = innerGaps[to]! - innerGaps[from + 1]!
      for (let column = 0; column < width; column++) {
        const above = cheapest[from]![column]
        if (!above) continue
        let cost = above.cost + gap + beside[column]![to]! - beside[column]![from]!
        if (column === 0 && !(from === 0 && to === 1 && isNumbered)) cost += costs.noNumber
        if (column > 0 && from === 0 && counts) cost += costs.number
        const { edge } = columns[column]!
        if (edge !== undefined && column > 0 && Math.abs(words[from]!.from - edge) <= 2) cost += costs.atEdge
        if (text !== '' && isKnown(text, known[column]!)) cost += costs.known + costs.knownWord * (to - from)
        const here = best[to]![column + 1]
        if (!here || cost < here.cost) best[to]![column + 1] = { cost, start: from, column: above.column }
      }
    }
  }
  return traced(words, gaps, best)
}

/** A way to part the first words: where its last part begins, and the column before it. */
interface Way {
  cost: number
  start: number
  column: number
}

/** For each column the cheapest way that ends at one before it, parted after `words` words; after a number any gap parts. */
function cheapestOf(ways: readonly (Way | undefined)[], words: number, cut: number, width: number): Way[] {
  const cheapest: Way[] = []
  let least: Way | undefined
  for (let column = 0; column < width; column++) {
    const way = ways[column]
    const cost = way && way.cost + (column === 1 && words === 1 ? 0 : cut)
    if (cost !== undefined && (!least || cost < least.cost)) least = { cost, start: 0, column }
    if (least) cheapest[column] = least
  }
  return cheapest
}

function isCounter(word: string): boolean {
  return COUNTED_ROW.test(word) || COUNTER.test(word)
}

function cutCost(gap: number, next: string, costs: typeof COST): number {
  const wide = gap >= 3 ? 0 : gap === 2 ? costs.twoSpaces : costs.oneSpace
  return wide + (gap < 3 && /^\p{Ll}/u.test(next) ? costs.goesOn : 0)
}

type Word = { text: string; from: number; to: number }

function textOf(words: readonly Word[], from: number, to: number): string {
  let text = words[from]!.text
  for (let at = from + 1; at < to; at++) text += ` ${words[at]!.text}`
  return text
}

function traced(words: readonly Word[], gaps: readonly number[], best: readonly Way[][]): Part[] {
  const parts: Part[] = []
  let to = words.length
  let column = best[to]!.reduce(
    (least, one, at) => (one && one.cost < (best[to]![least]?.cost ?? Infinity) ? at : least),
    0,
  )
  while (to > 0) {
    const { start, column: before } = best[to]![column]!
    const isAlone = (start === 0 || gaps[start]! >= 2) && (to === words.length || gaps[to]! >= 2)
    parts.push({
      column: column - 1,
      start: words[start]!.from,
      end: words[to - 1]!.to,
      text: textOf(words, start, to),
      isAlone: isAlone || (start === 1 && before === 1 && (to === words.length || gaps[to]! >= 2)),
    })
    to = start
    column = before
  }
  return parts.reverse()
}
