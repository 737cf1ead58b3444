import { type BlockKind, type Reading, Unreadable } from '../../shapes.ts'
import { Composer, checkExtent, type FoundCell, type LeftOut } from '../compose.ts'
import { child, childrenOf, type Element, isOn, parseXml, val, xmlTree } from '../container/xml.ts'
import { Zip } from '../container/zip.ts'
import { decodePage } from '../decode.ts'
import { readHtml } from '../html.ts'
import { rejoined, type StatedParagraph } from '../lines.ts'
import { Numbering } from '../numbering.ts'
import { addParagraphs } from '../paragraphs.ts'
import { ParagraphEnds } from './ends.ts'
import { type WordLists, wordListsOf } from './lists.ts'
import { runsOf } from './runs.ts'
import { levelOfOutline, Styles } from './styles.ts'

/** Body elements that only wrap others. */
const WRAPPERS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'mc:AlternateContent',
  'mc:Choice',
])

/** Nested tables: only a hostile file goes deeper. */
const MAX_NESTED_TABLES = 20

interface Line extends StatedParagraph {
  /** Only a number printed by Word: in a "TT" column it counts the rows, elsewhere it is an empty item. */
  bare?: boolean
}

/**
 * Reads a Word document (ECMA-376 WordprocessingML): paragraphs with their automatic numbers, tables with merged cells,
 * stamps in text boxes, running headers, notes.
 *
 * @throws Unreadable when the container is not a Word document, is damaged, encrypted or a bomb.
 */
export function readDocx(bytes: Uint8Array, name: string): Reading {
  const zip = new Zip(bytes)
  const main = mainPart(zip)
  const reader = new DocxReader(zip)
  const body = zip.part(main)
  if (!body) throw damaged()
  reader.runningHeads('header')
  let parts = 0
  parseXml(body, 'w:body', (element) => {
    parts++
    reader.block(element)
  })
  reader.endRun()
  if (parts === 0) throw new Unreadable('empty', 'Tệp DOCX không có nội dung. Hãy kiểm tra lại tệp rồi nộp lại.')
  reader.notes()
  reader.runningHeads('footer')
  return reader.composer.reading(name, 'docx')
}

class DocxReader {
  readonly composer = new Composer()
  readonly #zip: Zip
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #listOfStyle: WordLists['styles']
  readonly #noted: { kind: 'footnote' | 'endnote'; id: string }[] = []
  /** Paragraphs since the last table. */
  #run: Line[] = []
  readonly #ends = new ParagraphEnds()

  constructor(zip: Zip) {
    this.#zip = zip
    this.#styles = new Styles(this.#tree('word/styles.xml'))
    const { lists, styles } = wordListsOf(this.#tree('word/numbering.xml'))
    this.#numbering = new Numbering(lists)
    this.#listOfStyle = styles
  }

  /** One element of the body. Call it in document order, because it counts numbers. */
  block(element: Element, nested = 0): void {
    if (element.name === 'w:p') {
      const whole = this.#ends.take(element)
      if (whole) this.#addParagraph(whole)
    } else if (element.name === 'w:tbl') {
      this.endRun()
      if (nested < MAX_NESTED_TABLES && isFrame(element)) this.#framed(element, nested + 1)
      else this.#table(element)
    } else if (element.name === 'w:altChunk') {
      this.endRun()
      this.#embedded(element.attributes['r:id'] ?? '')
    } else if (WRAPPERS.has(element.name)) {
      for (const part of element.children) if (typeof part !== 'string') this.block(part, nested)
    }
  }

  /** The content of a frame, cell after cell, as if it stood in the body. */
  #framed(table: Element, nested: number): void {
    for (const cell of rowsOf(table).flatMap(cellsOf)) {
      for (const part of cell.children) if (typeof part !== 'string') this.block(part, nested)
      this.endRun()
    }
  }

  /** A web page within the package (ECMA-376 part 1, 17.17.2): programs that make DOCX from HTML write nothing else. */
  #embedded(id: string): void {
    const relations = childrenOf(this.#tree('word/_rels/document.xml.rels') ?? undefined, 'Relationship')
    const target = relations.find((relation) => relation.attributes.Id === id)?.attributes.Target ?? ''
    const bytes = this.#zip.part(target.startsWith('/') ? target.slice(1) : `word/${target}`)
    if (bytes && /\.(?:x?html?|mht(?:ml)?)$/i.test(target)) {
      this.composer.addReading(readHtml(decodePage(bytes).text, ''))
    } else {
      this.composer.warn('part_unread', {})
    }
  }

  /** Headers and footers with more than a page number: a classification stamp, the name of an annex. */
  runningHeads(kind: 'header' | 'footer'): void {
    const seen = new Set<string>()
    for (const part of this.#zip.names.filter((found) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(found)).sort()) {
      const tree = this.#tree(part)
      for (const line of tree ? this.#lines(tree, 0) : []) {
        if (seen.has(line.text) || /^[\s\d/.–-]*$/.test(line.text)) continue
        seen.add(line.text)
        this.composer.add(kind, line.text)
      }
    }
  }

  notes(): void {
    for (const kind of ['footnote', 'endnote'] as const) {
      const wanted = this.#noted.filter((note) => note.kind === kind)
      if (wanted.length === 0) continue
      const notes = childrenOf(this.#tree(`word/${kind}s.xml`) ?? undefined, `w:${kind}`)
      const byId = new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]))
      for (const { id } of wanted) {
        const note = byId.get(id)
        for (const line of note ? this.#lines(note, 0) : []) this.composer.add('note', line.text, {}, line.leftOut)
      }
    }
  }

  #addParagraph(element: Element): void {
    this.#run.push(...this.#paragraph(element).filter((line) => !line.bare))
  }

  /** Adds the paragraphs read so far; call it where no further one can belong to them. */
  endRun(): void {
    const rest = this.#ends.rest()
    if (rest) this.#addParagraph(rest)
    addParagraphs(this.composer, this.#run)
    this.#run = []
  }

  /** A paragraph, then the boxes attached to it. */
  #paragraph(element: Element, nested = 0): Line[] {
    const properties = child(element, 'w:pPr')
    const styleId = val(properties, 'w:pStyle')
    const style = this.#styles.ofParagraph(styleId)
    const content = runsOf(element, style, this.#styles)
    this.#noted.push(...content.notes)
    const outline = val(properties, 'w:outlineLvl')
    const level = outline === undefined ? style.level : levelOfOutline(outline)
    const mark = this.#mark(properties, styleId)
    const own = rejoined(content.text.split('\n')).join('\n')
    const text = mark ? `${mark} ${own.trimStart()}` : own
    const kind: BlockKind = level !== null ? 'heading' : content.isNote ? 'note' : mark ? 'item' : 'paragraph'
    const { leftOut } = content
    const lines: Line[] = []
    if (text.trim() !== '' || leftOut.length > 0) {
      const bare = own.trim() === '' && leftOut.length === 0
      lines.push({ kind, text: own.trim() === '' && leftOut.length > 0 ? '' : text, bare, leftOut })
      if (level !== null) lines[0]!.level = level
    }
    if (nested < MAX_NESTED_TABLES) {
      for (const box of content.boxes) lines.push(...this.#lines(box, nested + 1))
    }
    return lines
  }

  #mark(properties: Element | undefined, styleId: string | undefined): string | null {
    const numbering = child(properties, 'w:numPr')
    const style = this.#styles.ofParagraph(styleId)
    const bound = styleId === undefined ? undefined : this.#listOfStyle.get(styleId)
    const list = val(numbering, 'w:numId') ?? style.list
    if (list === null || list === '0') return null
    // A list bound to styles gives each style its own level, which overrides the style itself (17.9.23).
    const ofStyle = val(numbering, 'w:numId') === undefined && bound?.list === list ? bound.level : style.listLevel
    return this.#numbering.next(list, Number(val(numbering, 'w:ilvl') ?? ofStyle))
  }

  #table(element: Element): void {
    const cells: FoundCell[] = []
    const above = new Map<number, FoundCell>()
    let row = 0
    let headerRows = 0
    for (const tr of rowsOf(element)) {
      const properties = child(tr, 'w:trPr')
      if (child(properties, 'w:del')) continue
      if (isOn(child(properties, 'w:tblHeader')) && headerRows === row) headerRows++
      let column = Number(val(properties, 'w:gridBefore') ?? 0)
      for (const tc of cellsOf(tr)) {
        const about = child(tc, 'w:tcPr')
        const columnSpan = Math.max(1, Number(val(about, 'w:gridSpan') ?? 1) || 1)
        const merge = child(about, 'w:vMerge')
        const upper = above.get(column)
        const found = child(about, 'w:cellDel') ? [] : this.#lines(tc, 0)
        const lines = found.map((line) => line.text)
        const leftOut = leftOutOf(found)
        if (merge && merge.attributes['w:val'] !== 'restart' && upper) {
          upper.rowSpan = row - upper.row + 1
          upper.lines.push(...lines)
          upper.leftOut?.push(...leftOut)
        } else {
          const cell = { row, column, rowSpan: 1, columnSpan, lines, leftOut }
          cells.push(cell)
          above.set(column, cell)
        }
        column += columnSpan
        checkExtent(column * (row + 1))
      }
      row++
    }
    const head = headerRows > 0 && headerRows < row ? { headerRows } : {}
    this.composer.addTable(cells, { ...head, hasOwnLines: true })
  }

  /** The content of a cell, box, note or running header as lines; tables within it row by row. */
  #lines(parent: Element, nested: number): Line[] {
    const lines: Line[] = []
    const ends = new ParagraphEnds()
    const add = (paragraph: Element | null): void => {
      if (paragraph) lines.push(...this.#paragraph(paragraph, nested))
    }
    for (const part of parent.children) {
      if (typeof part === 'string') continue
      if (part.name === 'w:p') add(ends.take(part))
      else if (part.name === 'w:tbl' && nested < MAX_NESTED_TABLES) {
        add(ends.rest())
        for (const tr of rowsOf(part)) {
          if (child(child(tr, 'w:trPr'), 'w:del')) continue
          const cells = cellsOf(tr).map((tc) => this.#lines(tc, nested + 1))
          const texts = cells.map((cell) => cell.map((line) => line.text).join(' '))
          const text = texts.filter((each) => each.trim() !== '').join(' | ')
          lines.push({ kind: 'paragraph', text, leftOut: leftOutOf(cells.flat()) })
        }
      } else if (WRAPPERS.has(part.name)) lines.push(...this.#lines(part, nested))
    }
    add(ends.rest())
    return lines
  }

  #tree(part: string): Element | null {
    const bytes = this.#zip.part(part)
    return bytes ? xmlTree(bytes) : null
  }
}

function leftOutOf(lines: readonly Line[]): LeftOut[] {
  return lines.flatMap((line) => line.leftOut ?? [])
}

/** A table with at most this many cells around another table is there for its border or its place on the page. */
const MOST_FRAME_CELLS = 4

function isFrame(table: Element): boolean {
  const cells = rowsOf(table).flatMap(cellsOf)
  if (cells.length > MOST_FRAME_CELLS) return false
  return cells.some((cell) => unwrapped(cell, 'w:tbl').some((inner) => rowsOf(inner).flatMap(cellsOf).length > 4))
}

function rowsOf(table: Element): Element[] {
  return unwrapped(table, 'w:tr')
}

function cellsOf(row: Element): Element[] {
  return unwrapped(row, 'w:tc')
}

function unwrapped(parent: Element, name: string): Element[] {
  return parent.children.flatMap((part) => {
    if (typeof part === 'string') return []
    if (part.name === name) return [part]
    return WRAPPERS.has(part.name) ? unwrapped(part, name) : []
  })
}

/** Finds the part that the package names as its document, and identifies other packages by their content. */
function mainPart(zip: Zip): string {
  const relations = zip.part('_rels/.rels')
  if (relations) {
    const office = childrenOf(xmlTree(relations), 'Relationship').find((relation) =>
      /\/officeDocument$/.test(relation.attributes.Type ?? ''),
    )
    const target = (office?.attributes.Target ?? '').replace(/^\//, '')
    if (/^word\//i.test(target) && zip.has(target)) return target
    if (/^xl\//i.test(target)) throw otherFormat('bảng tính Excel (XLSX)')
    if (/^ppt\//i.test(target)) throw otherFormat('bản trình chiếu PowerPoint (PPTX)')
  }
  if (zip.has('word/document.xml')) return 'word/document.xml'
  if (zip.has('mimetype') && zip.has('content.xml')) throw otherFormat('OpenDocument (ODT, ODS)')
  if (zip.has('[content_types].xml')) throw damaged()
  throw new Unreadable(
    'unknown_format',
    'Đây là tệp nén ZIP, không phải văn bản. Hãy giải nén rồi nộp từng văn bản bên trong.',
  )
}

function otherFormat(what: string): Unreadable {
  return new Unreadable(
    'unknown_format',
    `Đây là tệp ${what}, chưa đọc được. Hãy lưu văn bản thành DOCX hoặc PDF rồi nộp lại.`,
  )
}

function damaged(): Unreadable {
  return new Unreadable(
    'damaged',
    'Tệp DOCX bị hỏng: thiếu phần nội dung chính. Hãy mở bằng Word và lưu lại, hoặc xin lại tệp gốc, rồi nộp lại.',
  )
}
