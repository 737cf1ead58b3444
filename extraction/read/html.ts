import { Parser } from 'htmlparser2'
import { type BlockKind, type Reading, Unreadable } from '../shapes.ts'
import { Composer, checkExtent, type FoundCell } from './compose.ts'
import { MAX_DEPTH, MAX_ELEMENTS } from './limits.ts'
import { roman } from './numbering.ts'

/** Elements that are not part of a page's text. */
const SKIPPED = new Set(
  'script style noscript template svg math canvas iframe object embed button select textarea nav head dialog'.split(
    ' ',
  ),
)

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
    if (SKIPPED.has(tag) || isHidden(attributes)) {
      this.#skipFrom = this.#depth
      return
    }
    if (tag === 'br') this.#line += '\n'
    if (BLOCKS.has(tag)) this.#endLine()
    const heading = /^h([1-6])$/.exec(tag)?.[1]
    if (heading) this.#kinds.push({ depth: this.#depth, kind: 'heading', level: Number(heading) })
    else if (tag === 'footer' || tag === 'header') this.#kinds.push({ depth: this.#depth, kind: tag })
    else if (tag === 'pre') this.#preformatted++
    else if (tag === 'ol' || tag === 'ul') this.#openList(tag, attributes)
    else if (tag === 'li') this.#openItem(attributes)
    else this.#openTablePart(tag, attributes)
  }

  text(text: string): void {
    if (this.#skipFrom !== null) return
    // White space between the cells of a table is not text.
    const table = this.#tables.at(-1)
    if (table && !table.cell && text.trim() === '') return
    this.#line += this.#preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
  }

  close(tag: string): void {
    const depth = this.#depth--
    if (this.#skipFrom !== null) {
      if (depth <= this.#skipFrom) this.#skipFrom = null
      return
    }
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
  }

  #endLine(): void {
    const mark = this.#mark
    const line = this.#line.replace(/ *\n */g, '\n').trim()
    this.#line = ''
    if (line === '') return
    this.#mark = ''
    const text = mark && !OWN_MARK.test(line) ? `${mark} ${line}` : line
    const cell = this.#tables.at(-1)?.cell
    if (cell) {
      cell.lines.push(text)
      return
    }
    const around = this.#kinds.at(-1)
    this.composer.add(around?.kind ?? (mark ? 'item' : 'paragraph'), text, around?.level ? { level: around.level } : {})
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
    const header = table.headerRows > 0 && table.headerRows < rows
    this.composer.addTable(table.cells, header ? { headerRows: table.headerRows } : {})
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

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
}

function inType(value: number, type: string): string {
  if (type === 'a' && value >= 1 && value <= 26) return String.fromCharCode(96 + value)
  if (type === 'A' && value >= 1 && value <= 26) return String.fromCharCode(64 + value)
  if (type === 'I') return roman(value)
  if (type === 'i') return roman(value).toLowerCase()
  return String(value)
}
