import { type Block, type Reading, Unreadable } from '../../shapes.ts'
import { Composer, type FoundCell, type LeftOut } from '../compose.ts'
import { CompoundFile } from '../container/cfb.ts'
import { encryptedFile } from '../container/zip.ts'
import { fromTcvn3, fromVni } from '../decode.ts'
import { rejoined, type StatedParagraph } from '../lines.ts'
import { addParagraphs } from '../paragraphs.ts'
import { DocFile, type DocParagraph } from './file.ts'
import { numberIn, SPRM } from './properties.ts'
import { rowShape } from './tables.ts'

/** Borders closer than this, in twips, are the same column's. */
const NEAR = 40

/** What a paragraph shows: its text, the number Word prints before it, and what no longer holds. */
interface Shown {
  text: string
  mark: string | null
  leftOut: LeftOut[]
}

interface Row {
  cells: { lines: string[]; leftOut: LeftOut[] }[]
  borders: number[]
  continuesAbove: boolean[]
  covered: boolean[]
  header: boolean
}

/**
 * Reads a Word document from before 2007: paragraphs with their automatic numbers, tables with merged cells.
 *
 * @throws Unreadable when the container is something else, is encrypted or damaged.
 */
export function readDoc(bytes: Uint8Array, name: string): Reading {
  const container = new CompoundFile(bytes)
  refuseOthers(container.names)
  const reader = new DocReader(new DocFile(container))
  reader.read()
  const reading = reader.composer.reading(name, 'doc')
  if (reading.blocks.length === 0) {
    throw new Unreadable('empty', 'Tệp DOC không có nội dung. Hãy kiểm tra lại tệp rồi nộp lại.')
  }
  return reading
}

class DocReader {
  readonly composer = new Composer()
  readonly #file: DocFile
  #row: Row['cells'] = []
  #cell: string[] = []
  #cellLeftOut: LeftOut[] = []
  #table: Row[] = []
  /** Paragraphs since the last table. */
  #run: StatedParagraph[] = []
  /** Text of paragraphs whose end was deleted or is a page break, and the number of the first. */
  #held: Shown | null = null

  constructor(file: DocFile) {
    this.#file = file
  }

  read(): void {
    const { body, footnotes, heads, annotations, endnotes, boxes } = this.#file.stories
    const afterNotes = body + footnotes
    const afterHeads = afterNotes + heads
    this.#aside('header', afterNotes, afterHeads)
    for (const paragraph of this.#file.paragraphs(0, body)) this.#paragraph(paragraph)
    this.#endTable()
    this.#endRun()
    const end = this.#file.text.length
    const boxesFrom = Math.min(end, afterHeads + annotations + endnotes)
    this.#aside('paragraph', boxesFrom, Math.min(end, boxesFrom + boxes))
    this.#aside('note', body, afterNotes)
    this.#aside('note', boxesFrom - endnotes, boxesFrom)
  }

  #aside(kind: Block['kind'], from: number, to: number): void {
    const seen = new Set<string>()
    for (const paragraph of this.#file.paragraphs(from, to)) {
      const { text, leftOut } = this.#textOf(paragraph)
      if (seen.has(text) || /^[\s\d/.–-]*$/.test(text)) continue
      seen.add(text)
      this.composer.add(kind, text, {}, leftOut)
    }
  }

  #paragraph(paragraph: DocParagraph): void {
    const { properties } = paragraph
    const depth = numberIn(properties, SPRM.tableDepth) ?? 1
    if (!numberIn(properties, SPRM.inTable)) {
      this.#endTable()
      const outline = numberIn(properties, SPRM.outlineLevel)
      const level = outline === undefined ? paragraph.style.level : outline < 9 ? outline + 1 : null
      this.#outside(paragraph, level)
      return
    }
    this.#endRun()
    // Rows and cells of a nested table end by properties, not by marks; their texts become lines of the outer cell.
    if (depth > 1) {
      if (!numberIn(properties, SPRM.innerRowEnd)) this.#addLine(paragraph)
      return
    }
    if (numberIn(properties, SPRM.rowEnd)) {
      const definition = properties.get(SPRM.defineTable)
      const shape = definition ? rowShape(definition) : { borders: [], continuesAbove: [], covered: [] }
      this.#table.push({ cells: this.#row, ...shape, header: numberIn(properties, SPRM.tableHeader) === 1 })
      this.#row = []
      this.#cell = []
      this.#cellLeftOut = []
      return
    }
    this.#addLine(paragraph)
    if (paragraph.mark === '\u0007') {
      this.#row.push({ lines: this.#cell, leftOut: this.#cellLeftOut })
      this.#cell = []
      this.#cellLeftOut = []
    }
  }

  /** A paragraph outside tables; it belongs to the one before it whose end was deleted or is a page break. */
  #outside(paragraph: DocParagraph, level: number | null): void {
    const own = this.#textOf(paragraph)
    const held = this.#held
    const whole = held
      ? { text: held.text + own.text, mark: held.mark ?? own.mark, leftOut: [...held.leftOut, ...own.leftOut] }
      : own
    this.#held = null
    if (this.#isDeletedEnd(paragraph)) this.#held = whole
    else if (paragraph.mark === '\f' && whole.text.trim() !== '') this.#held = { ...whole, text: `${whole.text}\n` }
    else this.#addShown(whole, level)
  }

  #addShown({ text, mark, leftOut }: Shown, level: number | null): void {
    const own = rejoined(text.split('\n')).join('\n')
    if (own.trim() === '' && leftOut.length === 0) return
    const kind = level !== null ? 'heading' : mark ? 'item' : 'paragraph'
    const shownText = own.trim() === '' ? '' : mark ? `${mark} ${own.trimStart()}` : own
    this.#run.push({ kind, text: shownText, leftOut, ...(level === null ? {} : { level }) })
  }

  #endRun(): void {
    if (this.#held) this.#addShown(this.#held, null)
    this.#held = null
    addParagraphs(this.composer, this.#run)
    this.#run = []
  }

  #isDeletedEnd(paragraph: DocParagraph): boolean {
    const [end] = this.#file.letters(paragraph.to, paragraph.to + 1, paragraph.style)
    return paragraph.mark === '\r' && end !== undefined && numberIn(end.properties, SPRM.deleted) === 1
  }

  #addLine(paragraph: DocParagraph): void {
    const { text, mark, leftOut } = this.#textOf(paragraph)
    const own = rejoined(text.split('\n')).join('\n')
    const line = mark ? `${mark} ${own.trimStart()}` : own
    if (line.trim() !== '') this.#cell.push(line)
    this.#cellLeftOut.push(...leftOut)
  }

  #endTable(): void {
    if (this.#table.length === 0) return
    const rows = this.#table
    this.#table = []
    this.#row = []
    this.#cell = []
    this.#cellLeftOut = []
    const borders = distinct(rows.flatMap((row) => row.borders))
    const cells: FoundCell[] = []
    const above = new Map<number, FoundCell>()
    let headerRows = 0
    rows.forEach((row, number) => {
      if (row.header && headerRows === number) headerRows++
      let last: FoundCell | undefined
      row.cells.forEach(({ lines, leftOut }, index) => {
        const column = row.borders.length > index ? placeOf(row.borders[index]!, borders) : index
        const next = row.borders.length > index + 1 ? placeOf(row.borders[index + 1]!, borders) : column + 1
        const columnSpan = Math.max(1, next - column)
        const upper = above.get(column)
        if (row.covered[index] && last) {
          last.columnSpan += columnSpan
          last.lines.push(...lines)
          last.leftOut?.push(...leftOut)
        } else if (row.continuesAbove[index] && upper) {
          upper.rowSpan = number - upper.row + 1
          upper.lines.push(...lines)
          upper.leftOut?.push(...leftOut)
        } else {
          last = { row: number, column, rowSpan: 1, columnSpan, lines, leftOut }
          cells.push(last)
          above.set(column, last)
        }
      })
    })
    const head = headerRows > 0 && headerRows < rows.length ? { headerRows } : {}
    this.composer.addTable(cells, { ...head, hasOwnLines: true })
  }

  /**
   * The text of a paragraph that holds, and the number Word prints before it. It counts numbers, so call it once per
   * paragraph.
   */
  #textOf(paragraph: DocParagraph): Shown {
    const leftOut: LeftOut[] = []
    let text = ''
    for (const { from, to, properties } of this.#file.letters(paragraph.from, paragraph.to, paragraph.style)) {
      const isDeleted = numberIn(properties, SPRM.deleted) === 1
      const isStruck = numberIn(properties, SPRM.struck) === 1 || numberIn(properties, SPRM.struckTwice) === 1
      const isHidden = numberIn(properties, SPRM.hidden) === 1
      if (isDeleted || isStruck || isHidden) {
        const words = plain(this.#file.text.slice(from, to))
        if (!isHidden) leftOut.push({ how: isDeleted ? 'deleted' : 'struck', words })
        // Marks that begin and end fields count even if hidden.
        text += [...this.#file.text.slice(from, to)].filter((sign) => FIELD_MARKS.includes(sign)).join('')
        continue
      }
      const font = this.#file.fonts[numberIn(properties, SPRM.font) ?? -1] ?? ''
      text += shown(this.#file.text.slice(from, to), font, numberIn(properties, SPRM.capitals) === 1)
    }
    const list = numberIn(paragraph.properties, SPRM.list) ?? 0
    const level = numberIn(paragraph.properties, SPRM.listLevel) ?? 0
    return { text: plain(text), mark: list > 0 ? this.#file.numbering.next(String(list), level) : null, leftOut }
  }
}

/** Marks of a field: where it begins, where its result begins, where it ends ([MS-DOC] 2.8.25). */
const FIELD = { begin: '\u0013', result: '\u0014', end: '\u0015' } as const
const FIELD_MARKS: string[] = Object.values(FIELD)

/** Characters that represent something else; marks of pictures and notes show nothing and are dropped later. */
const SHOWN: Record<string, string> = { '\u000b': '\n', '\u001e': '-', '\u000e': '\n', '\u001f': '' }

/** The text without field codes, with their results, and with special characters as shown. */
function plain(text: string): string {
  let shownText = ''
  const fields: boolean[] = []
  for (const sign of text) {
    if (sign === FIELD.begin) fields.push(true)
    else if (sign === FIELD.result) fields.splice(-1, 1, false)
    else if (sign === FIELD.end) fields.pop()
    else if (!fields.includes(true)) shownText += SHOWN[sign] ?? sign
  }
  return shownText
}

/**
 * Letters of fonts from before Unicode as the font shows them; capital variants of TCVN3 fonts have names that end in
 * H.
 */
function shown(text: string, font: string, capitals: boolean): string {
  let letters = text
  if (/^\.Vn/i.test(font)) {
    letters = fromTcvn3(letters)
    if (/H$/.test(font)) letters = letters.toUpperCase()
  } else if (/^VNI-/i.test(font)) {
    letters = fromVni(letters)
  }
  return capitals ? letters.toUpperCase() : letters
}

function distinct(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter((value, index) => index === 0 || value - sorted[index - 1]! > NEAR)
}

function placeOf(value: number, borders: number[]): number {
  const at = borders.findLastIndex((border) => border <= value + NEAR)
  return Math.max(0, at)
}

function refuseOthers(names: string[]): void {
  if (names.includes('EncryptedPackage')) throw encryptedFile()
  if (names.includes('WordDocument')) return
  const what =
    names.includes('Workbook') || names.includes('Book')
      ? 'bảng tính Excel (XLS)'
      : names.includes('PowerPoint Document')
        ? 'bản trình chiếu PowerPoint (PPT)'
        : names.some((found) => found.startsWith('__substg1.0'))
          ? 'thư điện tử Outlook (MSG)'
          : 'của chương trình khác'
  throw new Unreadable(
    'unknown_format',
    `Đây là tệp ${what}, không phải văn bản Word. Hãy lưu văn bản thành DOCX hoặc PDF rồi nộp lại.`,
  )
}
