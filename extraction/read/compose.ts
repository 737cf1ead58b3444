import {
  type Block,
  type BlockKind,
  type Cell,
  type Format,
  type Reading,
  type Span,
  Unreadable,
  type Warning,
} from '../shapes.ts'
import { type ValuesOf, type WarningCode, warning } from '../warnings.ts'
import { MAX_TABLE_PLACES, MAX_TEXT } from './limits.ts'
import { closedUp } from './spaced.ts'

/** A cell as a reader found it: its place, its extent and its paragraphs, in order. */
export interface FoundCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  lines: string[]
  leftOut?: LeftOut[]
}

/** Words that the file holds but the document no longer says. */
export interface LeftOut {
  how: 'struck' | 'deleted'
  words: string
}

interface BlockMarks {
  page?: number
  level?: number
}

/**
 * Assembles a document's text block by block and keeps the place of each block, so that every reader produces the same
 * form: blocks separated by a line end, a table with one row per line and its cells joined by " | ".
 */
export class Composer {
  readonly blocks: Block[] = []
  readonly warnings: Warning[] = []
  readonly #leftOut: (LeftOut & { span: Span })[] = []
  #chunks: string[] = []
  #length = 0

  /**
   * Adds a block of text. White space at the ends is dropped; an empty text adds no block. Words left out of it are told
   * to the reviewer with this place.
   */
  add(kind: BlockKind, text: string, marks: BlockMarks = {}, leftOut: readonly LeftOut[] = []): void {
    const tidy = closedUp(tidyText(text))
    if (tidy !== '') {
      this.#separate()
      const start = this.#length
      this.#append(tidy)
      this.blocks.push({ kind, span: { start, end: this.#length }, ...marks })
    }
    this.#leave(leftOut, this.blocks.at(-1)?.span)
  }

  #leave(leftOut: readonly LeftOut[], place: Span | undefined): void {
    for (const { how, words } of leftOut) {
      const tidy = tidyText(words).replace(/\n/g, ' ')
      if (tidy !== '') this.#leftOut.push({ how, words: tidy, span: place ?? { start: 0, end: 0 } })
    }
  }

  /**
   * Adds a table. A layout table (the national header, the signature next to the recipients, a box around one text)
   * becomes paragraphs, column after column, because it is read that way.
   */
  addTable(
    cells: FoundCell[],
    { hasOwnLines = false, ...marks }: BlockMarks & { headerRows?: number; hasOwnLines?: boolean } = {},
  ): void {
    const filled = cells.filter((cell) => cell.lines.some((line) => tidyText(line) !== ''))
    if (filled.length === 0 || isLayout(filled)) {
      for (const cell of inColumns(cells)) {
        for (const line of cell.lines) this.add('paragraph', line, pageOf(marks))
        this.#leave(cell.leftOut ?? [], this.blocks.at(-1)?.span)
      }
      return
    }
    this.#separate()
    const start = this.#length
    const laid: Cell[] = []
    let row = -1
    for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
      if (cell.row !== row) {
        if (row >= 0) this.#append('\n')
        row = cell.row
      } else {
        this.#append(' | ')
      }
      const from = this.#length
      const printed = cell.lines.map(tidyText).filter(Boolean).join('\n')
      this.#append(printed.replace(/\n/g, hasOwnLines ? LINE_OF_CELL : ' '))
      laid.push({
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        span: { start: from, end: this.#length },
      })
      this.#leave(cell.leftOut ?? [], { start: from, end: this.#length })
    }
    this.blocks.push({ kind: 'table', span: { start, end: this.#length }, cells: laid, ...marks })
  }

  /** Adds the blocks of a document that another reader read, and its warnings. */
  addReading(reading: Reading): void {
    const textOf = ({ start, end }: Span): string => reading.text.slice(start, end)
    const from = this.#length === 0 ? 0 : this.#length + 1
    for (const { kind, span, cells, page: _, ...marks } of reading.blocks) {
      if (cells)
        this.addTable(
          cells.map(({ span: own, ...place }) => ({ ...place, lines: [textOf(own)] })),
          { ...marks, hasOwnLines: true },
        )
      else this.add(kind, textOf(span), marks)
    }
    for (const { span, ...doubt } of reading.warnings) {
      const place = span ? { span: { start: span.start + from, end: span.end + from } } : {}
      this.warnings.push({ ...doubt, ...place })
    }
  }

  warn<Code extends WarningCode>(code: Code, values: ValuesOf<Code>): void {
    if (!this.warnings.some((other) => other.code === code)) this.warnings.push(warning(code, values))
  }

  reading(name: string, format: Format, about: { pages?: number | null; recognised?: boolean } = {}): Reading {
    return {
      name,
      format,
      text: this.#chunks.join(''),
      blocks: this.blocks,
      pages: about.pages ?? null,
      recognised: about.recognised ?? false,
      warnings: [...this.warnings, ...leftOutWarnings(this.#leftOut)],
    }
  }

  #separate(): void {
    if (this.#length > 0) this.#append('\n')
  }

  #append(chunk: string): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    if (this.#length > MAX_TEXT) {
      throw new Unreadable(
        'too_large',
        'Văn bản quá dài (trên 20 triệu ký tự). Hãy tách tệp thành nhiều phần, mỗi phần một văn bản, rồi nộp lại.',
      )
    }
  }
}

/**
 * Between the lines of a cell where the writer began them: each may name an agency of its own. A line end would begin the next
 * row of the text.
 */
export const LINE_OF_CELL = '\u2028'

/** More places than these are counted in one warning, because nobody reads hundreds. */
const MOST_PLACES = 20
/** Longest quotation in a warning. */
const LONGEST_QUOTE = 120

/** What the reviewer must know of words that do not count: which, and where they stood. */
function leftOutWarnings(leftOut: readonly (LeftOut & { span: Span })[]): Warning[] {
  return (['struck', 'deleted'] as const).flatMap((how) => {
    const found = leftOut.filter((one) => one.how === how)
    const told = found
      .slice(0, MOST_PLACES)
      .map(({ words, span }) => warning(`${how}_text`, { words: shortened(words) }, span))
    if (found.length > MOST_PLACES) told.push(warning(`${how}_text`, { more: found.length - MOST_PLACES }))
    return told
  })
}

function shortened(words: string): string {
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).trimEnd()}…`
}

/**
 * NFC, one kind of space, no invisible characters, no white space before line ends. Soft hyphens and zero-width marks
 * from Word and web pages would split words for all later rules.
 */
function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\t\f\p{Zs}]/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/ +(?=\n|$)/g, '')
    .trim()
}

/** Refuses a table with an absurd declared extent (`rowspan="1000000"`). */
export function checkExtent(places: number): void {
  if (places > MAX_TABLE_PLACES) {
    throw new Unreadable('damaged', 'Bảng trong tệp có số ô bất thường (trên 1 triệu). Hãy lưu lại tệp rồi nộp lại.')
  }
}

/**
 * True for a layout table: one cell, or two columns with the national header, the place and date, or the recipients and
 * the signature (Nghị định 30/2020/NĐ-CP, Phụ lục I sets these side by side).
 */
function isLayout(cells: FoundCell[]): boolean {
  if (cells.length === 1) return true
  const columns = new Set(cells.map((cell) => cell.column)).size
  const rows = new Set(cells.map((cell) => cell.row)).size
  if (columns > 3 || rows > 6) return false
  const text = cells.map((cell) => cell.lines.join('\n')).join('\n')
  if (text.length > 3_000) return false
  return /C[ỘO]NG\s+H(?:ÒA|OÀ|[OÒÀA]{2})\s+X[ÃA]\s+H[ỘO]I|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|^\s*\W*n[ơo]i\s+nh[ậa]n\s*\W*:/imu.test(
    text.normalize('NFC'),
  )
}

function inColumns(cells: FoundCell[]): FoundCell[] {
  return [...cells].sort((a, b) => a.column - b.column || a.row - b.row)
}

function pageOf(marks: BlockMarks): BlockMarks {
  return marks.page === undefined ? {} : { page: marks.page }
}
