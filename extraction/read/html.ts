import { Parser } from 'htmlparser2'
import { type BlockKind, type Reading, Unreadable } from '../shapes.ts'
import { Composer, checkExtent, type FoundCell, type LeftOut } from './compose.ts'
import { MAX_DEPTH, MAX_ELEMENTS } from './limits.ts'
import { joinedParagraphs, rejoined, type StatedParagraph } from './lines.ts'
import { roman } from './numbering.ts'
import { isNoteMark } from './raised.ts'

/** Elements that are not part of a page's text. */
const SKIPPED = new Set(
  'script style noscript template svg math canvas iframe object embed button select textarea nav head dialog'.split(
    ' ',
  ),
)

/** Elements whose words no longer hold (HTML Living Standard 4.5.5 and 4.7.2; `strike` is their older name). */
const STRUCK = new Set(['s', 'strike', 'del'])

/** Elements that begin on a new line. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary ul'.split(
    ' ',
  ),
)

interface OpenTable {
  cells: FoundCell[]
  /** Columns still covered by a cell from a row above: column → rows left. */
  covered: Map<number, number>
  row: number
  column: number
  cell: FoundCell | null
  headerRows: number
  inHead: boolean
  rowIsHeader: boolean
}

interface OpenList {
  ordered: boolean
  type: string
  next: number
}

/** A table with at most this many cells before a nested table begins is a layout table. */
const MOST_LAYOUT_CELLS = 6

/** Characters of a style sheet that are read. */
const MOST_STYLE = 200_000

/** Marks typed by hand; a list that also prints its own mark would number twice. */
const OWN_MARK = /^\s*(?:[-–+•*]\s|\d+(?:\.\d+)*[.)]|[a-zđ][.)]\s|[IVXLC]+\.)/iu

/**
 * Reads a web page: headings, paragraphs, lists with their numbers, tables with `rowspan` and `colspan`. The parser
 * follows browsers' rules for missing end tags; nothing here recurses, so nesting costs no stack.
 *
 * @throws Unreadable `bomb` when elements are nested deeper or are more than in any real page.
 */
export function readHtml(html: string, name: string): Reading {
  const page = new PageReader()
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => page.open(tag, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (tag) => page.close(tag),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  const chunk = 1 << 16
  for (let at = 0; at < html.length; at += chunk) parser.write(html.slice(at, at + chunk))
  parser.end()
  page.finish()
  return page.composer.reading(name, 'html')
}

class PageReader {
  readonly composer = new Composer()
  #depth = 0
  #elements = 0
  /** Depth at which skipping began; everything deeper is skipped too. */
  #skipFrom: number | null = null
  #line = ''
  #preformatted = 0
  /** Depth at which struck words began; everything deeper is struck too, as browsers draw it. */
  #struckFrom: number | null = null
  #struckAs: LeftOut['how'] = 'struck'
  #leftOut: LeftOut[] = []
  /** Length of the line when something was last left out. */
  #leftAt = -1
  /** Where a raised text begins in the line that is open. */
  #raisedFrom: number | null = null
  /** Whether the line begins with the mark of a note, so it is one. */
  #isNote = false
  /** Paragraphs since the last table. */
  #run: StatedParagraph[] = []
  /** Style sheet being read, and what its classes do. */
  #sheet: string | null = null
  readonly #classes = new Map<string, ClassEffect>()
  #kinds: { depth: number; kind: BlockKind; level?: number }[] = []
  #tables: OpenTable[] = []
  #lists: OpenList[] = []
  #mark = ''

  open(tag: string, attributes: Record<string, string>): void {
    if (++this.#depth > MAX_DEPTH || ++this.#elements > MAX_ELEMENTS) {
      throw new Unreadable(
        'bomb',
        'Trang HTML lồng nhau bất thường (quá sâu hoặc quá nhiều thẻ). Hãy sao chép nội dung văn bản sang Word, lưu thành DOCX rồi nộp lại.',
      )
    }
    if (this.#skipFrom !== null) return
    const effect = effectOf(attributes, this.#classes)
    if (SKIPPED.has(tag) || effect === 'hidden') {
      this.#skipFrom = this.#depth
      if (tag === 'style') this.#sheet = ''
      return
    }
    if (this.#struckFrom === null && (STRUCK.has(tag) || effect === 'struck')) {
      this.#struckFrom = this.#depth
      this.#struckAs = tag === 'del' ? 'deleted' : 'struck'
    }
    if (tag === 'br') this.#line += '\n'
    if (tag === 'sup') this.#raisedFrom = this.#line.length
    if (BLOCKS.has(tag)) this.#endLine()
    const heading = /^h([1-6])$/.exec(tag)?.[1]
    if (heading) this.#kinds.push({ depth: this.#depth, kind: 'heading', level: Number(heading) })
    else if (tag === 'aside') this.#kinds.push({ depth: this.#depth, kind: 'footer' })
    else if (tag === 'footer' || tag === 'header') this.#kinds.push({ depth: this.#depth, kind: tag })
    else if (tag === 'pre') this.#preformatted++
    else if (tag === 'ol' || tag === 'ul') this.#openList(tag, attributes)
    else if (tag === 'li') this.#openItem(attributes)
    else this.#openTablePart(tag, attributes)
  }

  text(text: string): void {
    if (this.#sheet !== null) this.#sheet += text
    if (this.#skipFrom !== null) return
    // White space between the cells of a table is not text.
    const table = this.#tables.at(-1)
    if (table && !table.cell && text.trim() === '') return
    const words = this.#preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
    if (this.#struckFrom === null) this.#line += words
    else this.#leave(words)
  }

  #endRaised(): void {
    const from = this.#raisedFrom
    this.#raisedFrom = null
    if (from === null || !isNoteMark(this.#line.slice(0, from), this.#line.slice(from))) return
    if (this.#line.slice(0, from).trim() === '') this.#isNote = true
    this.#line = this.#line.slice(0, from)
  }

  #leave(words: string): void {
    const last = this.#leftOut.at(-1)
    if (last?.how === this.#struckAs && this.#leftAt === this.#line.length) last.words += words
    else this.#leftOut.push({ how: this.#struckAs, words })
    this.#leftAt = this.#line.length
  }

  close(tag: string): void {
    const depth = this.#depth--
    if (this.#skipFrom !== null) {
      if (depth <= this.#skipFrom) this.#skipFrom = null
      if (this.#sheet !== null && tag === 'style') {
        readClasses(this.#sheet, this.#classes)
        this.#sheet = null
      }
      return
    }
    if (this.#struckFrom !== null && depth <= this.#struckFrom) this.#struckFrom = null
    if (tag === 'sup') this.#endRaised()
    if (BLOCKS.has(tag)) this.#endLine()
    if (this.#kinds.at(-1)?.depth === depth) this.#kinds.pop()
    if (tag === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1)
    else if (tag === 'ol' || tag === 'ul') this.#lists.pop()
    else if (tag === 'td' || tag === 'th') this.#endCell()
    else if (tag === 'tr') this.#endRow()
    else if (tag === 'thead') this.#inHead(false)
    else if (tag === 'table') this.#endTable()
  }

  finish(): void {
    while (this.#tables.length > 0) this.#endTable()
    this.#endLine()
    this.#endRun()
  }

  #endRun(): void {
    for (const { kind, text, level, leftOut } of joinedParagraphs(this.#run)) {
      this.composer.add(kind, text, level === undefined ? {} : { level }, leftOut)
    }
    this.#run = []
  }

  #endLine(): void {
    const mark = this.#mark
    const stated = this.#line.trim()
    const line = stated.includes('\n') ? rejoined(stated.split(/ *\n */)).join('\n') : stated
    const leftOut = this.#leftOut.filter(({ words }) => words.trim() !== '')
    const isNote = this.#isNote
    this.#line = ''
    this.#leftOut = []
    this.#raisedFrom = null
    this.#isNote = false
    if (line === '' && leftOut.length === 0) return
    if (line !== '') this.#mark = ''
    const text = line !== '' && mark && !OWN_MARK.test(line) ? `${mark} ${line}` : line
    const cell = this.#tables.at(-1)?.cell
    if (cell) {
      if (text !== '') cell.lines.push(text)
      if (leftOut.length > 0) cell.leftOut = [...(cell.leftOut ?? []), ...leftOut]
      return
    }
    const around = this.#kinds.at(-1)
    const kind = around?.kind ?? (isNote ? 'note' : mark ? 'item' : 'paragraph')
    this.#run.push({ kind, text, leftOut, ...(around?.level ? { level: around.level } : {}) })
  }

  #openList(tag: 'ol' | 'ul', attributes: Record<string, string>): void {
    const start = Number.parseInt(attributes.start ?? '1', 10)
    this.#lists.push({ ordered: tag === 'ol', type: attributes.type ?? '1', next: Number.isNaN(start) ? 1 : start })
  }

  #openItem(attributes: Record<string, string>): void {
    const list = this.#lists.at(-1)
    if (!list?.ordered) {
      this.#mark = this.#lists.length > 1 ? '+' : '-'
      return
    }
    const value = Number.parseInt(attributes.value ?? '', 10)
    const number = Number.isNaN(value) ? list.next : value
    list.next = number + 1
    this.#mark = /^a$/i.test(list.type) ? `${inType(number, list.type)})` : `${inType(number, list.type)}.`
  }

  #openTablePart(tag: string, attributes: Record<string, string>): void {
    if (tag === 'table') {
      this.#endLine()
      this.#openOut()
      this.#tables.push({
        cells: [],
        covered: new Map(),
        row: -1,
        column: 0,
        cell: null,
        headerRows: 0,
        inHead: false,
        rowIsHeader: false,
      })
    } else if (tag === 'thead') this.#inHead(true)
    else if (tag === 'tr') this.#openRow()
    else if (tag === 'td' || tag === 'th') this.#openCell(tag, attributes)
    else if (tag === 'caption') this.#endLine()
  }

  /**
   * Before a table within a cell: an outer table with only a few cells so far is layout, and its text becomes paragraphs;
   * a larger one is a real table and keeps the content of the cell as lines.
   */
  #openOut(): void {
    const outer = this.#tables.at(-1)
    if (!outer || outer.cells.length > MOST_LAYOUT_CELLS || this.#tables.length > 1) return
    this.#endRun()
    for (const cell of outer.cells) for (const line of cell.lines) this.composer.add('paragraph', line)
    this.#tables.pop()
  }

  #inHead(inHead: boolean): void {
    const table = this.#tables.at(-1)
    if (table) table.inHead = inHead
  }

  #openRow(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    this.#endRow()
    table.row++
    table.column = 0
    table.rowIsHeader = true
  }

  #openCell(tag: 'td' | 'th', attributes: Record<string, string>): void {
    const table = this.#tables.at(-1)
    if (!table) return
    this.#endCell()
    if (table.row < 0) this.#openRow()
    while ((table.covered.get(table.column) ?? 0) > 0) table.column++
    const columnSpan = extent(attributes.colspan)
    const rowSpan = extent(attributes.rowspan)
    checkExtent(columnSpan * rowSpan)
    checkExtent((table.column + columnSpan) * (table.row + 1))
    table.cell = { row: table.row, column: table.column, rowSpan, columnSpan, lines: [] }
    table.cells.push(table.cell)
    if (tag === 'td' && !table.inHead) table.rowIsHeader = false
    for (let column = table.column; column < table.column + columnSpan; column++) {
      // One more than the rows below, because the end of this row counts one down.
      table.covered.set(column, rowSpan)
    }
    table.column += columnSpan
  }

  #endCell(): void {
    this.#endLine()
    this.#mark = ''
    const table = this.#tables.at(-1)
    if (table) table.cell = null
  }

  #endRow(): void {
    const table = this.#tables.at(-1)
    if (!table || table.row < 0 || table.column === 0) return
    this.#endCell()
    if (table.rowIsHeader && table.headerRows === table.row) table.headerRows++
    table.column = 0
    for (const [column, left] of table.covered) {
      if (left <= 1) table.covered.delete(column)
      else table.covered.set(column, left - 1)
    }
  }

  #endTable(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    this.#endRow()
    this.#endLine()
    this.#tables.pop()
    const rows = table.row + 1
    for (const cell of table.cells) cell.rowSpan = Math.min(cell.rowSpan, rows - cell.row)
    const outer = this.#tables.at(-1)?.cell
    if (outer) {
      outer.lines.push(...asLines(table.cells))
      return
    }
    this.#endRun()
    const header = table.headerRows > 0 && table.headerRows < rows
    this.composer.addTable(table.cells, { ...(header ? { headerRows: table.headerRows } : {}), hasOwnLines: true })
  }
}

/** A table in a cell of another: one line per row. */
function asLines(cells: FoundCell[]): string[] {
  const rows = new Map<number, string[]>()
  for (const cell of cells) {
    const texts = rows.get(cell.row) ?? []
    rows.set(cell.row, texts)
    const text = cell.lines.join(' ')
    if (text.trim() !== '') texts.push(text)
  }
  return [...rows.values()].map((texts) => texts.join(' | '))
}

function extent(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  // HTML limits a cell to 1,000 columns and 65,534 rows (HTML Living Standard 4.9.11).
  return Number.isNaN(number) || number < 1 ? 1 : Math.min(number, 65_534)
}

/** What a class or a style does to the words in it. */
type ClassEffect = 'hidden' | 'struck'

function effectOf(attributes: Record<string, string>, classes: Map<string, ClassEffect>): ClassEffect | null {
  if ('hidden' in attributes) return 'hidden'
  const own = attributes.style ? effectOfStyle(attributes.style) : null
  if (own || !attributes.class || classes.size === 0) return own
  const effects = attributes.class.split(/\s+/).map((name) => classes.get(name))
  return effects.find((effect) => effect === 'hidden') ?? effects.find((effect) => effect !== undefined) ?? null
}

function effectOfStyle(style: string): ClassEffect | null {
  // Word writes hidden text and the Word-only half of a page as `mso-hide`.
  if (/display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}(?:all|screen)/i.test(style))
    return 'hidden'
  return /text-decoration(?:-line)?\s{0,9}:[^;]{0,80}line-through/i.test(style) ? 'struck' : null
}

/** Simple class rules of a style sheet (`.cu, p.cu { text-decoration: line-through }`); a long sheet is cut. */
function readClasses(sheet: string, classes: Map<string, ClassEffect>): void {
  for (const rule of sheet.slice(0, MOST_STYLE).split('}')) {
    const open = rule.lastIndexOf('{')
    const effect = open < 0 ? null : effectOfStyle(rule.slice(open + 1))
    if (!effect) continue
    const selectors = rule.slice(rule.lastIndexOf('{', open - 1) + 1, open)
    for (const selector of selectors.split(',')) {
      const name = /^\s*(?:[a-z][a-z\d]{0,20})?\.([\w-]{1,60})\s*$/i.exec(selector)?.[1]
      if (name) classes.set(name, effect)
    }
  }
}

function inType(value: number, type: string): string {
  if (type === 'a' && value >= 1 && value <= 26) return String.fromCharCode(96 + value)
  if (type === 'A' && value >= 1 && value <= 26) return String.fromCharCode(64 + value)
  if (type === 'I') return roman(value)
  if (type === 'i') return roman(value).toLowerCase()
  return String(value)
}
