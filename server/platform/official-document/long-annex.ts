/**
 * Annexes with thousands of rows, written straight into the pages of a PDF file: line breaks from widths of letters that are
 * measured once, one stream for each page. The same measures as the DOCX, so that both have the same pages.
 */
import type { Annex, Run, Table } from './model.ts'
import { MOST, PAGE, SIZE } from './model.ts'
import { bindSpaces, titleLines } from './typography.ts'

interface PdfFont {
  id: string
  ascender: number
  descender: number
  lineGap: number
  ref: () => unknown
  encode: (text: string, features?: unknown) => [string[], { advanceWidth: number }[]]
}
/** What is used of the document that pdfmake leaves open. */
export interface PdfFile {
  addPage: (options: { size: [number, number]; margin: number }) => unknown
  font: (path: string) => unknown
  _font: PdfFont
  page: { fonts: Record<string, unknown>; height: number; width: number }
  addContent: (operators: string) => unknown
  bufferedPageRange: () => { start: number; count: number }
  _root?: { data: { Pages: { data: { Kids: unknown[] } } } }
}

const points = (millimetres: number) => (millimetres * 72) / 25.4
const PADDING = { side: 3, top: 1.5, bottom: 1.5 }
const RULE = 0.5
const LEFT = points(PAGE.left)
const RIGHT = points(PAGE.right)
const TOP = points(PAGE.top)
const BOTTOM = points(PAGE.bottom)

interface Measured {
  hex: string
  width: number
}

/** One face with the letters and words it has set: each is encoded and measured once. */
class Face {
  readonly #font: PdfFont
  readonly #words = new Map<string, Measured>()
  readonly #letters = new Map<string, Measured>()
  readonly id: string

  constructor(font: PdfFont) {
    this.#font = font
    this.id = font.id
  }

  /** The height of a line of size 1: what word processors give a line. */
  get height(): number {
    return (this.#font.ascender - this.#font.descender + this.#font.lineGap) / 1000
  }

  get ascent(): number {
    return this.#font.ascender / 1000
  }

  use(page: PdfFile['page']): void {
    page.fonts[this.id] ??= this.#font.ref()
  }

  /**
   * Of size 1. Letter by letter: the pages are written without pairs drawn closer, so a word is as wide as its letters, and
   * a letter is asked of the font once, which for words that occur once (a task's code) is most of the work.
   */
  word(text: string): Measured {
    const known = this.#words.get(text)
    if (known) return known
    let hex = ''
    let width = 0
    for (const letter of text) {
      const one = this.#letter(letter)
      hex += one.hex
      width += one.width
    }
    const measured = { hex, width }
    this.#words.set(text, measured)
    return measured
  }

  #letter(letter: string): Measured {
    const known = this.#letters.get(letter)
    if (known) return known
    const [encoded, positions] = this.#font.encode(letter)
    const measured = {
      hex: encoded.join(''),
      width: positions.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / 1000,
    }
    this.#letters.set(letter, measured)
    return measured
  }

  /** The lines of a text in a width, each as encoded words with its width. A word too long for a line is cut. */
  lines(text: string, size: number, width: number): Measured[] {
    const space = this.word(' ')
    const most = width / size
    const lines: Measured[] = []
    let hex = ''
    let used = 0
    const end = () => {
      lines.push({ hex, width: used })
      hex = ''
      used = 0
    }
    // A letter and its marks are one: apart, each would be set on its own.
    for (const part of text.normalize('NFC').split(/[ \n]+/)) {
      if (part === '') continue
      const { hex: own, width: wide } = this.word(part)
      if (used > 0 && used + space.width + wide > most) end()
      if (wide > most) {
        for (const letter of part) {
          const one = this.word(letter)
          if (used > 0 && used + one.width > most) end()
          hex += one.hex
          used += one.width
        }
        continue
      }
      if (used > 0) {
        hex += space.hex
        used += space.width
      }
      hex += own
      used += wide
    }
    if (used > 0 || lines.length === 0) end()
    return lines
  }
}

interface Setting {
  file: PdfFile
  face: Face
  strong: Face
  slanted: Face
  number: number
}

/**
 * Appends the annexes; page numbers go on after the pages that are there. `onThisPage`: the first begins on the page that is
 * there, which is empty and has no number.
 */
export function writeAnnexes(
  file: PdfFile,
  annexes: readonly Annex[],
  faces: { normal: string; bold: string; italics: string },
  begin: 'onNewPage' | 'onThisPage' = 'onNewPage',
): void {
  const face = (path: string) => {
    file.font(path)
    return new Face(file._font)
  }
  const set: Setting = {
    file,
    face: face(faces.normal),
    strong: face(faces.bold),
    slanted: face(faces.italics),
    number: (file._root?.data.Pages.data.Kids.length ?? file.bufferedPageRange().count) as number,
  }
  for (const [place, annex] of annexes.entries()) {
    new Writer(set, annex.landscape).annex(annex, place === 0 && begin === 'onThisPage')
  }
}

/** Writes one annex from the top of a new page. */
class Writer {
  readonly #set: Setting
  readonly #width: number
  readonly #height: number
  #out: string[] = []
  /** From the top of the page to where the next thing goes. */
  #down = TOP

  constructor(set: Setting, landscape: boolean) {
    this.#set = set
    const [narrow, wide] = [points(PAGE.width), points(PAGE.height)]
    this.#width = landscape ? wide : narrow
    this.#height = landscape ? narrow : wide
  }

  get #room(): number {
    return this.#width - LEFT - RIGHT
  }

  annex({ label, title, basis, landscape, parts }: Annex, isOnThisPage: boolean): void {
    if (isOnThisPage) this.#useFaces()
    else this.#newPage()
    this.#centred(label, SIZE.type)
    for (const line of titleLines(title, landscape ? MOST.wide : MOST.page)) this.#centred(line, SIZE.type)
    if (basis !== undefined) this.#centred(basis, SIZE.type, this.#set.slanted)
    this.#down += 6
    for (const part of parts) {
      if (part.kind === 'table') this.#table(part)
      else if (part.kind === 'paragraph') this.#paragraph(part.runs)
      else if (part.kind === 'centred') this.#centred(part.text, SIZE.body)
      else if (part.kind === 'heading') this.#paragraph([{ text: part.text, bold: true }])
    }
    this.#flush()
  }

  #newPage(): void {
    this.#flush()
    const { file, face } = this.#set
    file.addPage({ size: [this.#width, this.#height], margin: 0 })
    this.#set.number += 1
    this.#useFaces()
    this.#down = TOP
    const number = String(this.#set.number)
    const [line] = face.lines(number, 13, this.#width)
    this.#text(face, 13, line!, (this.#width - line!.width * 13) / 2, points(PAGE.header))
  }

  #useFaces(): void {
    const { file, face, strong, slanted } = this.#set
    for (const one of [face, strong, slanted]) one.use(file.page)
  }

  #flush(): void {
    if (this.#out.length === 0) return
    // Pages of this library begin upside down; here they are written the way PDF has them.
    this.#set.file.addContent(`q\n1 0 0 -1 0 ${fixed(this.#height)} cm\n${RULE} w\n${this.#out.join('\n')}\nQ`)
    this.#out = []
  }

  #text(face: Face, size: number, { hex }: Measured, x: number, top: number): void {
    const baseline = this.#height - top - face.ascent * size
    this.#out.push(`BT /${face.id} ${size} Tf 1 0 0 1 ${fixed(x)} ${fixed(baseline)} Tm <${hex}> Tj ET`)
  }

  #centred(text: string, size: number, face = this.#set.strong): void {
    for (const line of face.lines(text, size, this.#room)) {
      this.#text(face, size, line, LEFT + (this.#room - line.width * size) / 2, this.#down)
      this.#down += face.height * size
    }
  }

  #paragraph(runs: readonly Run[]): void {
    // Paragraphs of a long annex are in one style: a note over the table.
    const face = runs.some(({ bold }) => bold)
      ? this.#set.strong
      : runs.some(({ italic }) => italic)
        ? this.#set.slanted
        : this.#set.face
    const lineHeight = face.height * SIZE.body * 1.15
    this.#down += 6
    for (const line of face.lines(
      bindSpaces(runs.map(({ text }) => text).join('')),
      SIZE.body,
      this.#room - points(10),
    )) {
      if (this.#down + lineHeight > this.#height - BOTTOM) this.#newPage()
      this.#text(face, SIZE.body, line, LEFT + points(10), this.#down)
      this.#down += lineHeight
    }
  }

  #table({ columns, rows, totals = [], sections = [], size = SIZE.table }: Table): void {
    const { face, strong } = this.#set
    const whole = columns.reduce((sum, { width }) => sum + width, 0)
    const widths = columns.map(({ width }) => (width / whole) * this.#room)
    const lefts = widths.map((_, place) => LEFT + widths.slice(0, place).reduce((sum, width) => sum + width, 0))
    const bold = new Set(totals)
    const lineHeight = face.height * size
    const set = (of: Face, texts: readonly string[]) =>
      texts.map((text, place) => of.lines(bindSpaces(text), size, widths[place]! - 2 * PADDING.side))
    const heightOf = (cells: readonly Measured[][]) =>
      cells.reduce((most, { length }) => Math.max(most, length), 1) * lineHeight + PADDING.top + PADDING.bottom + RULE
    const head = set(
      strong,
      columns.map(({ title }) => title),
    )
    const headHeight = heightOf(head)
    const [start, stop] = [fixed(LEFT), fixed(LEFT + this.#room)]
    const edges = [...lefts, LEFT + this.#room].map(fixed)
    const outer = [edges[0]!, edges.at(-1)!]
    const across = new Set(sections)
    let top = this.#down
    const write = (of: Face, cells: readonly Measured[][], height: number, is?: 'head' | 'section') => {
      for (const [place, lines] of cells.entries()) {
        const align = is === 'head' ? 'center' : is === 'section' ? 'left' : (columns[place]?.align ?? 'left')
        const free = height - RULE - PADDING.top - PADDING.bottom - lines.length * lineHeight
        let down = this.#down + PADDING.top + Math.max(free, 0) / 2
        for (const line of lines) {
          const room = widths[place]! - 2 * PADDING.side - line.width * size
          const x = lefts[place]! + PADDING.side + (align === 'right' ? room : align === 'center' ? room / 2 : 0)
          this.#text(of, size, line, x, down)
          down += lineHeight
        }
      }
      this.#down += height
      const y = fixed(this.#height - this.#down)
      this.#out.push(`${start} ${y} m ${stop} ${y} l`)
    }
    /** Ends the part of the table on this page: the lines between columns go from its first row to its last. */
    const end = (verticals = edges) => {
      const [up, down] = [fixed(this.#height - top), fixed(this.#height - this.#down)]
      for (const x of verticals) this.#out.push(`${x} ${up} m ${x} ${down} l`)
      this.#out.push('S')
      top = this.#down
    }
    const begin = () => {
      top = this.#down
      const y = fixed(this.#height - this.#down)
      this.#out.push(`${start} ${y} m ${stop} ${y} l`)
      write(strong, head, headHeight, 'head')
    }
    if (rows.length === 0) begin()
    for (const [place, row] of rows.entries()) {
      const isAcross = across.has(place)
      const of = bold.has(place) || isAcross ? strong : face
      const texts = row.map(({ text }) => text)
      const cells = isAcross ? [of.lines(bindSpaces(texts[0]!), size, this.#room - 2 * PADDING.side)] : set(of, texts)
      const height = heightOf(cells)
      // A section does not end a page: what it holds begins below it.
      const needed = isAcross ? height + 3 * lineHeight : height
      if (place === 0) {
        // A header says nothing alone at the foot of a page.
        if (this.#down + headHeight + needed > this.#height - BOTTOM) this.#newPage()
        begin()
      }
      if (this.#down + needed > this.#height - BOTTOM) {
        end()
        this.#newPage()
        begin()
      }
      if (isAcross) end()
      write(of, cells, height, isAcross ? 'section' : undefined)
      if (isAcross) end(outer)
    }
    end()
  }
}

const fixed = (value: number) => value.toFixed(2)
