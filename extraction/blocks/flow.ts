import { type Known, NOTHING_KNOWN } from '../language/known.ts'
import { unitsLike } from '../language/letters.ts'
import { type Passage, passageOf } from '../language/passage.ts'
import { type Block, type Format, type Reading, type Span, Unreadable } from '../shapes.ts'
import { withBracketsBelow } from './brackets.ts'
import { isCapitals } from './capitals.ts'
import { GAZETTE, HEAD_LINES, ITEM_LINE, isPageNumber, isPlainNumber, lastOfStamp, STAMP } from './edge-lines.ts'
import type { Fragment, Table } from './fragments.ts'
import { isTornHeader, tableOfBlock, tableOfPipes } from './given-tables.ts'
import { tableAt } from './grid.ts'
import { labelsOf } from './labels.ts'
import { withoutNotes } from './notes.ts'
import { endOfCells, isApartFrom, isThin, Line, type Piece, piecesOfCells } from './pieces.ts'

/** Formats in which a line end comes from the page width, not the writer; the others mark where paragraphs end. */
const WRAPPED: readonly Format[] = ['txt', 'markdown', 'pdf', 'image']

export function flowOf(reading: Reading, known: Known = NOTHING_KNOWN): Fragment[] {
  const printed = WRAPPED.includes(reading.format) ? flowOfLines(reading, known) : flowOfBlocks(reading)
  const fragments = withBracketsBelow(withoutNotes(printed))
  for (const passage of passagesOf(fragments)) passage.known = known
  return fragments
}

function* passagesOf(fragments: readonly Fragment[]): Generator<Passage> {
  for (const fragment of fragments) {
    if (fragment.kind === 'paragraph') yield fragment.passage
    else for (const row of fragment.rows) for (const cell of row.cells) yield cell.passage
  }
}

function flowOfBlocks(reading: Reading): Fragment[] {
  const fragments: Fragment[] = []
  for (const block of reading.blocks) {
    if (isApparatus(block)) continue
    if (block.kind === 'table') fragments.push(tableOfBlock(reading.text, block, true))
    else {
      for (const line of linesOf(reading.text, block.span))
        addParagraph(fragments, reading.text, [line], isHeading(block))
    }
  }
  return fragments
}

/** A note at the foot of a page says where something comes from; it orders nothing. */
function isApparatus({ kind }: Block): boolean {
  return kind === 'pageNumber' || kind === 'header' || kind === 'footer' || kind === 'note'
}

function isHeading(block: Block): boolean {
  return block.kind === 'heading' || block.level !== undefined
}

function* linesOf(text: string, span: Span): Generator<Line> {
  let start = span.start
  while (start < span.end) {
    const next = text.indexOf('\n', start)
    const end = next < 0 || next > span.end ? span.end : next
    const line = text.slice(start, end)
    const hashes = line.includes('#') ? /^\s{0,3}#{1,6}\s+/.exec(line) : null
    if (hashes) yield new Line(start + hashes[0].length, end, line.slice(hashes[0].length), true)
    else if (line.trim() !== '') yield new Line(start, end, line, false)
    start = end + 1
  }
}

function addParagraph(fragments: Fragment[], source: string, lines: readonly Line[], heading: boolean): void {
  const piece = lines[0]!.piece
  const isSame = piece !== null && piece.count === lines.length && piece.last === lines.at(-1)
  const passage = isSame ? piece.passage : passageOf(source, lines)
  const { text } = passage
  const isRule = text === '' || (isRuleSign(text.charCodeAt(0)) && RULE_LINE.test(text))
  if (!isRule) fragments.push({ kind: 'paragraph', passage, heading })
}

/** "-------", "_____", "***": a drawn line, not text. */
const isRuleSign = unitsLike(/[-_=~.*\s]/)
const RULE_LINE = /^[-_=~.*\s]+$/
/** About 6,000 pages of wrapped text; more lines cannot be a single document. */
const MOST_LINES = 300_000

function tooLarge(): Unreadable {
  return new Unreadable(
    'too_large',
    'Văn bản có trên 300.000 dòng, không phải một văn bản chỉ đạo thông thường. Hãy tách tệp thành từng văn bản rồi nộp lại.',
  )
}

/** Text whose lines were broken to fit a width: joins the lines of a paragraph and drops page numbers between them. */
function flowOfLines(reading: Reading, known: Known): Fragment[] {
  const fragments: Fragment[] = []
  const lines: Line[] = []
  const tables = reading.blocks.filter((block) => block.kind === 'table' && (block.cells?.length ?? 0) > 0)
  const skipped = reading.blocks.filter(isApparatus)
  const holes = [...tables, ...skipped].sort((a, b) => a.span.start - b.span.start)
  const headings = new Set(reading.blocks.filter(isHeading).map((block) => block.span.start))
  const flush = (): void => {
    for (const section of sectionsOf(reading.text, lines, known)) {
      if ('table' in section) fragments.push(section.table)
      else
        for (const paragraph of joined(
          reading.text,
          section.lines.filter((line) => !isPageNumber(line)),
          known,
        ))
          addParagraph(fragments, reading.text, paragraph, paragraph[0]!.heading)
    }
    lines.length = 0
  }
  let count = 0
  let isHead = true
  const collect = (start: number, end: number): void => {
    let isBehindGazette = false
    const all: Line[] = []
    const above = count
    for (const line of linesOf(reading.text, { start, end })) {
      if (++count > MOST_LINES) throw tooLarge()
      all.push(line)
    }
    for (let at = 0; at < all.length; at++) {
      const line = all[at]!
      // In the head of the document the stamp says who issued it; its other lines are no labels of a task.
      isHead &&= above + at < HEAD_LINES && !ITEM_LINE.test(line.text)
      if (STAMP.test(line.text)) {
        if (isHead) lines.push(line)
        at = lastOfStamp(all, at)
        continue
      }
      const isGazette = GAZETTE.test(line.text)
      if (isGazette || (isBehindGazette && isPlainNumber(line)) || (isPageNumber(line) && !isPlainNumber(line))) {
        isBehindGazette = isGazette
        continue
      }
      isBehindGazette = false
      if (headings.has(line.start)) line.heading = true
      lines.push(line)
    }
  }
  let from = 0
  for (const hole of holes) {
    collect(from, hole.span.start)
    const torn = hole.kind === 'table' && isTornHeader(reading.text, hole)
    if (torn) for (const cell of hole.cells!) lines.push(lineOf(reading.text, cell.span))
    else if (hole.kind === 'table') {
      flush()
      fragments.push(tableOfBlock(reading.text, hole, false))
    }
    from = Math.max(from, hole.span.end)
  }
  collect(from, reading.text.length)
  flush()
  return fragments
}

/** A table, or lines of running text between tables. */
type Section = { table: Table } | { lines: readonly Line[] }

/**
 * Separates tables from running text: rows with bars between their cells, tables with one cell on each line between bars,
 * and tables whose cells follow each other as plain lines.
 */
function sectionsOf(source: string, lines: readonly Line[], known: Known): Section[] {
  const sections: Section[] = []
  let prose: Line[] = []
  const close = (): void => {
    if (prose.length > 0) sections.push(...sectionsOfLines(source, prose, known))
    prose = []
  }
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    if (!line.text.includes('|')) {
      prose.push(line)
      at++
      continue
    }
    close()
    const end = isThin(line) ? endOfCells(lines, at) : null
    if (end !== null) {
      sections.push(...sectionsOfCells(source, lines.slice(at, end), known))
      at = end
      continue
    }
    const first = at
    while (at < lines.length && lines[at]!.text.includes('|')) at++
    if (isProse(lines.slice(first, at))) {
      prose.push(...lines.slice(first, at))
      continue
    }
    sections.push({ table: tableOfPipes(source, lines.slice(first, at)) })
  }
  close()
  return sections
}

/** "1. Rà soát danh mục A|B trong hồ sơ": an item with a bar in it, not rows of as many cells each. */
function isProse(lines: readonly Line[]): boolean {
  if (!ITEM_LINE.test(lines[0]!.text)) return false
  const bars = lines.map((line) => line.text.split('|').length)
  return lines.length === 1 || bars.some((count) => count !== bars[0])
}

/** Cells between bars, one after another: plans are rebuilt, all else is text of a layout table, cell by cell. */
function sectionsOfCells(source: string, lines: readonly Line[], known: Known): Section[] {
  const sections: Section[] = []
  const pieces = piecesOfCells(source, lines)
  for (const { passage } of pieces) passage.known = known
  let at = 0
  while (at < pieces.length) {
    const found = tableAt(pieces, at, { bordered: true, source })
    if (found) {
      sections.push({ table: found.table })
      at = found.end
      continue
    }
    const { lines: own, empty } = pieces[at]!
    if (!empty)
      sections.push(
        ...sectionsOfLines(
          source,
          own.map((span) => lineOf(source, span)),
          known,
        ),
      )
    at++
  }
  return sections
}

function lineOf(source: string, { start, end }: Span): Line {
  return new Line(start, end, source.slice(start, end), false)
}

/** Lines without bars may be a table too: its cells follow each other line by line, below a run of names of columns. */
function sectionsOfLines(source: string, lines: readonly Line[], known: Known): Section[] {
  /** Index of the first line of each piece. */
  const firsts: number[] = []
  for (let at = 0; at < lines.length; at++) {
    const first = firsts.at(-1)
    if (first === undefined || at - first >= MOST_CELL_LINES || !isSurelyContinued(lines[at - 1]!, lines[at]!))
      firsts.push(at)
  }
  const pieces = firsts.map((first, at) => {
    const own = lines.slice(first, firsts[at + 1])
    const piece = pieceOf(source, own)
    own[0]!.piece = { passage: piece.passage, count: own.length, last: own.at(-1)! }
    return piece
  })
  for (const { passage } of pieces) passage.known = known
  const sections: Section[] = []
  let from = 0
  let at = 0
  const close = (end: number): void => {
    if (end > from) sections.push({ lines: lines.slice(from, end) })
  }
  while (at < pieces.length) {
    const found = tableAt(pieces, at, { bordered: false, source })
    if (!found) {
      at++
      continue
    }
    close(firsts[at]!)
    sections.push({ table: found.table })
    at = found.end
    from = firsts[at] ?? lines.length
  }
  close(lines.length)
  return sections
}

/** Longer runs of continued lines are prose; cells are shorter. */
const MOST_CELL_LINES = 60

function pieceOf(source: string, lines: readonly Span[]): Piece {
  return { lines, passage: passageOf(source, lines), empty: false, apart: false }
}

/** The cell goes on in the next line; names are left out, because "Công an tỉnh" may fill a cell. */
const OPEN_CELL =
  /(?:[,;]|(?:^|\s)(?:với|và|của|các|về|cho|tại|theo|trong|từ|đến|do|để|hoặc|như|những|thuộc|UBND|HĐND))$/u

/** "Văn phòng HĐND và UBND" fills a cell; what a time, a product or another body begins is the next one. */
const WHOLE_NAME = /(?:UBND|HĐND)$/
const NEXT_CELL =
  /^(?:quý|tháng|năm|ngày|trước|trong|hằng|hàng|thường xuyên|định kỳ|cả năm|theo|sau|khi|\d|báo cáo|kế hoạch|quyết định|tờ trình|văn bản|công văn|thông báo|danh sách|đề án|phòng|ban|sở|công an|trung tâm|các)(?!\p{L})/iu

/** A cell of the time column is whole; long text in lower case after it is the rest of a row that a page end tore. */
const PERIOD_CELL = /^(?:quý|tháng|năm|trước ngày)\s[\dIV ,./–-]{1,40}$/iu

function isSurelyContinued(above: Line, here: Line): boolean {
  const previous = above.folded
  const text = here.folded
  if (above.heading || here.heading || here.mark !== null || /^\W?\d{1,3}\W?$/.test(text)) return false
  if (STARTS_LOW.test(text))
    return /;$/.test(previous) || (!SENTENCE_END.test(previous) && !(PERIOD_CELL.test(previous) && text.length > 40))
  if (OPEN_CELL.test(previous)) return !(WHOLE_NAME.test(previous) && NEXT_CELL.test(text))
  return DAY_OPEN.test(previous) && /^\d/.test(text)
}

/** Joins wrapped lines. A line continues in the next one if that begins in the middle of a sentence. */
function joined(source: string, lines: readonly Line[], known: Known): Line[][] {
  const wrap = wrapOf(lines)
  const isSpaced = separatesByEmptyLines(source, lines)
  const paragraphs: Line[][] = []
  let previous: Line | null = null
  /** Emphasis that is still open at a line end shows that the text goes on: "**ỦY BAN NHÂN" and "DÂN**". An empty line ends it. */
  let isOpen = false
  for (const [at, line] of lines.entries()) {
    const above = paragraphs.at(-1)
    const isApart = above !== undefined && isApartFrom(source, above.at(-1)!, line)
    if (isApart) isOpen = false
    const isContinued: boolean =
      previous !== null &&
      !line.heading &&
      !above![0]!.heading &&
      ((isOpen && (isUneven(line.text) || (line.mark === null && closesSoon(lines, at)))) ||
        (isSpaced && !isApart && belongs(previous, line)) ||
        (!(isSpaced && isApart && isLoneMark(above!) && !isSurelyContinued(previous, line)) &&
          continues(previous, line, wrap, known)))
    if (isContinued) paragraphs.at(-1)!.push(line)
    else paragraphs.push([line])
    isOpen = isUneven(line.text) !== (isContinued && isOpen)
    previous = line
  }
  return paragraphs
}

/**
 * A marked line with an empty line after it is a heading, even if it fills the width. A page end also leaves an empty line,
 * but seldom after the first line of an item.
 */
function isLoneMark(paragraph: readonly Line[]): boolean {
  return paragraph.length === 1 && paragraph[0]!.mark !== null
}

/** Fewer marked items, or lines that certainly continue, prove nothing about empty lines. */
const FEWEST_SEEN = 5

/**
 * Copies from web pages put an empty line between paragraphs and none inside them, however short a line is. True if nearly
 * all marked items have an empty line before them and nearly all lines that certainly continue have none.
 */
function separatesByEmptyLines(source: string, lines: readonly Line[]): boolean {
  let items = 0
  let itemsApart = 0
  let inner = 0
  let innerApart = 0
  for (let at = 1; at < lines.length; at++) {
    const above = lines[at - 1]!.folded
    const here = lines[at]!.folded
    const apart = isApartFrom(source, lines[at - 1]!, lines[at]!) ? 1 : 0
    if (lines[at]!.mark !== null) {
      items++
      itemsApart += apart
    } else if (STARTS_LOW.test(here) && !SENTENCE_END.test(above)) {
      inner++
      innerApart += apart
    }
  }
  return (
    items >= FEWEST_SEEN && inner >= FEWEST_SEEN && itemsApart >= items * 0.9 && innerApart <= Math.max(1, inner * 0.05)
  )
}

/** Lines of one block are one paragraph, unless the next begins an item, a label or text in other letters. */
function belongs(previous: Line, next: Line): boolean {
  return (
    next.mark === null &&
    isCapitals(previous.folded) === isCapitals(next.folded) &&
    !isLabelled(next.folded, NOTHING_KNOWN)
  )
}

/** An odd number of emphasis marks; a bullet is none. */
function isUneven(line: string): boolean {
  if (!line.includes('*')) return false
  return (line.replace(/^\s*\*\s/, '').match(/\*{1,2}/g)?.length ?? 0) % 2 === 1
}

/** The emphasis that is open ends within the next lines, with no item in between. */
function closesSoon(lines: readonly Line[], at: number): boolean {
  for (const line of lines.slice(at + 1, at + 3)) {
    if (line.mark !== null) return false
    if (isUneven(line.text)) return true
  }
  return false
}

/** How the lines were broken: the width they were fitted to, and how much of it a line that continues fills. */
interface Wrap {
  width: number
  fill: number
}

/** A line that fills this much of a regular width had no room for the next word. */
const NEAT_FILL = 0.88
/** Text from web pages breaks unevenly, because removed marks took up space; below this a line is short by choice. */
const LEAST_FILL = 0.6

/**
 * The way the lines were broken, or null if each line is a paragraph. In wrapped text most lines are about as long as
 * the longest; with one paragraph per line, lengths differ by hundreds. Lines that certainly continue (the next begins in
 * lower case) show how unevenly they were broken.
 */
function wrapOf(lines: readonly Line[]): Wrap | null {
  const texts = lines.map((line) => line.folded)
  const lengths = texts.map((text) => text.length).filter((length) => length >= 30)
  if (lengths.length < 6) return null
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)] as number
  if (width > 150) return null
  const sure: number[] = []
  for (let at = 1; at < texts.length; at++) {
    const above = texts[at - 1] as string
    const here = texts[at] as string
    if (STARTS_LOW.test(here) && !SENTENCE_END.test(above) && above.length >= 30 && lines[at]!.mark === null)
      sure.push(Math.min(1, (above.length + 1 + firstWordOf(here).length) / width))
  }
  const near = lengths.filter((length) => length >= width * 0.8).length
  if (near < lengths.length * 0.4 && sure.length < lengths.length * 0.25) return null
  sure.sort((a, b) => a - b)
  const usual = sure.length < 5 ? NEAT_FILL : (sure[Math.floor(sure.length * 0.15)] as number)
  return { width, fill: Math.min(NEAT_FILL, Math.max(LEAST_FILL, usual)) }
}

function firstWordOf(text: string): string {
  const space = text.indexOf(' ')
  return space < 0 ? text : text.slice(0, space)
}

const SENTENCE_END = /[.;:!?…/]["”')\]]*$/
const STARTS_LOW = /^(?!v\s?\/\s?v\s)["“'(]?\p{Ll}/u

/** Words that open paragraphs; such a line continues the previous one only if nothing more fitted there. */
const OPENERS =
  /^(?:Căn cứ|Thực hiện|Triển khai|Để|Nhằm|Ngày|Trong|Qua|Theo|Xét|Nơi nhận|Trên cơ sở|Thủ tướng Chính phủ yêu cầu|Tiếp theo|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Bộ|Sở|Giao|Yêu cầu|Đề nghị)\s/

/** Header lines are short and in capitals; only a long heading continues in the next line. */
const SHORTEST_CAPITALS = 45

/** Words that never end a paragraph: the next line continues it. */
const DANGLING =
  /(?:,|(?:^|\s)(?:với|và|của|các|về|cho|tại|theo|trong|từ|đến|ngày|tháng|năm|số|là|do|để|trình|gửi|giao|bởi|hoặc|như|Bộ|Sở|Thủ|Ủy ban nhân|Ủy|Uỷ|Công|Đài|Tổng|Tập|Ngân hàng Nhà|Văn|(?:Thủ tướng )Chính|những|trước|sau|vào|thuộc|trên|đối|Nghị|Quyết|Chỉ|Kế|thành phố|tỉnh|huyện|Việt|Chủ tịch|Giám đốc|Bộ trưởng|Thủ trưởng|Chánh|Phó|Vụ|Cục|ngang))$/u
/** A name that may have been split: its last word here has a capital, and so has the first word of the next line. */
const NAME_OPEN = /\s\p{Lu}\p{Ll}+$/u
/** The issuer, alone on a line of capitals below the subject. */
const AUTHORITY_LINE =
  /^(?:THỦ TƯỚNG )?CHÍNH PHỦ$|^(?:BỘ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|THỐNG ĐỐC|TỔNG THANH TRA|CỤC TRƯỞNG|CHỦ NHIỆM|[UỦ][YỶ] BAN NHÂN DÂN|QUỐC HỘI|HỘI ĐỒNG NHÂN DÂN|BAN CHỈ ĐẠO)(?=[\s,]|$)/u
/** "Lao động" and "- Thương binh và Xã hội" in the next line: the dash belongs to the name. */
const SPLIT_NAME = /^[-–] (?:Thương binh|Xã hội|xã hội|Khoáng sản|Truyền hình|Biên tập)/u

/** "Số:" and the number, "ngày" and the day: the text that a narrow column of the letterhead breaks in two. */
const NUMBER_OPEN = /^\W{0,3}số\s*:?\*{0,2}$/i
/** "1883/QĐ-" and "UBND": a notation broken at its hyphen. */
const NOTATION_OPEN = /\d\s?\/\s?(?:\d{4}\/)?\p{Lu}[\p{L}\d]{0,6}-$/u
const MARK_ALONE = /^(?:\d{1,2}|[IVX]{1,5})\.$/
const DAY_OPEN = /(?:^|\s)(?:ngày|tháng|năm)$/i

/** "**Số:**" and "VIII." are whole lines; white space is folded. */
const LONGEST_OPEN = 12
const DASH = 45
/** How "ngày", "tháng", "năm" and "quý" end. */
const isPeriodEnd = unitsLike(/[ygmýí]/i)

function continues(above: Line, here: Line, wrap: Wrap | null, known: Known): boolean {
  const previous = above.folded
  const next = here.folded
  const ended = SENTENCE_END.test(previous)
  const isShort = previous.length <= LONGEST_OPEN
  const last = previous.charCodeAt(previous.length - 1)
  if (isShort && NUMBER_OPEN.test(previous) && /^\*{0,2}\d{1,5}\s?[a-z]?\s?[/-]/i.test(next)) return true
  if (isShort && MARK_ALONE.test(previous) && here.mark === null) return true
  if (last === DASH && NOTATION_OPEN.test(previous) && /^\p{Lu}/u.test(next)) return true
  if (isPeriodEnd(last) && DAY_OPEN.test(previous) && /^\d{1,4}(?=\s|$|[/.-]\d)/.test(next)) return true
  if (isPeriodEnd(last) && /(?:^|\s)qu[ýí]$/i.test(previous) && /^(?:I{1,3}|IV|[1-4])(?=[\s/,-]|$)/.test(next))
    return true
  if (wrap && !ended && SPLIT_NAME.test(next)) return true
  if (here.mark !== null || (/^kính gửi/i.test(previous) !== /^kính gửi/i.test(next) && !STARTS_LOW.test(next)))
    return false
  if (STARTS_LOW.test(next)) return !ended || /;["”')\]]*$/.test(previous)
  if (wrap === null || isCapitals(previous) !== isCapitals(next)) return false
  if (isCapitals(next) && (previous.length < SHORTEST_CAPITALS || AUTHORITY_LINE.test(next))) return false
  if (ended || isLabelled(next, known)) return false
  const filled = previous.length + 1 + firstWordOf(next).length
  if (DANGLING.test(previous) && filled > wrap.width * LEAST_FILL * 0.6) return true
  if (NAME_OPEN.test(previous) && filled > wrap.width * LEAST_FILL && !OPENERS.test(next)) return true
  return filled > wrap.width * (OPENERS.test(next) ? Math.min(1, wrap.fill + 0.12) : wrap.fill)
}

function isLabelled(line: string, known: Known): boolean {
  if (!line.includes(':')) return false
  const passage = passageOf(line, [{ start: 0, end: line.length }])
  passage.known = known
  return labelsOf(passage, 0).length > 0
}
