import { type OpenColumns, takeBareTable } from './bare.ts'
import type { OpenTable } from './bare-cells.ts'
import type { SheetTable } from './grid.ts'
import { takeHeadedTables } from './headed-bare.ts'
import { namesOf } from './heads.ts'
import { type Line, linesOf, type Sheet, type Word } from './sheet.ts'
import { heightOf } from './stripes.ts'
import { laidOnLines } from './turned.ts'

/** Tables that reached the end of their page. */
export interface OpenTables {
  numbered?: OpenColumns
  headed?: OpenTable
}

export interface BareTables {
  tables: SheetTable[]
  open: OpenTables
  /** The lines that no table took. */
  lines: Line[]
  /** Words in columns that were not read as a table. */
  unread: Word[]
}

/**
 * Takes the tables without upright rules from a page: those whose rows are counted below "TT", and those below a head that
 * names their columns. What stands in columns and was taken by neither is told.
 */
export function takeBareTables(sheet: Sheet, open: OpenTables, hasRuled: boolean): BareTables {
  let lines = linesOf(sheet.words)
  const turned = new Set(laidOnLines(sheet.turned ?? [], lines))
  if (turned.size > 0) {
    sheet.words.push(...turned)
    lines = linesOf(sheet.words)
  }
  const tables: SheetTable[] = []
  const next: OpenTables = {}
  let unread: Line[] = []
  const takeHeaded = (onlySure: boolean): void => {
    const headed = takeHeadedTables(sheet, lines, onlySure ? (open.headed ?? null) : null, onlySure)
    unread = headed.unread
    if (headed.tables.length === 0) return
    tables.push(...headed.tables)
    if (headed.open) next.headed = headed.open
    lines = linesOf(sheet.words)
  }
  takeHeaded(true)
  const numbered = hasRuled ? null : takeBareTable(sheet, lines, open.numbered ?? null)
  if (numbered) {
    tables.push(numbered.table)
    if (numbered.isOpen) next.numbered = numbered.columns
    lines = linesOf(sheet.words)
  }
  if (unread.length > 0) takeHeaded(false)
  sheet.words = sheet.words.filter((word) => !turned.has(word))
  if (turned.size > 0) lines = linesOf(sheet.words)
  return { tables, open: next, lines, unread: [...unread, ...inColumns(lines)].flatMap(({ words }) => words) }
}

/** So many texts apart from each other, on so many lines in a row at the same places, are columns. */
const FEWEST_TEXTS = 3
const MOST_TEXTS = 20
/** Letters of a word, on average. */
const LEAST_LETTERS = 2
const FEWEST_LINES = 3
/** Lines without columns between two with them: the rest of a cell. */
const MOST_BETWEEN = 3
const SAME_PLACE = 4

/** Lines with texts in three columns or more, below each other. */
function inColumns(lines: readonly Line[]): Line[] {
  const found: Line[] = []
  let run: Line[] = []
  let starts: number[] = []
  let last = 0
  const close = (): void => {
    if (run.length >= FEWEST_LINES) found.push(...run)
    run = []
  }
  lines.forEach((line, at) => {
    if (line.words.length < FEWEST_TEXTS) return
    const texts = namesOf(line)
    if (texts.length < FEWEST_TEXTS || texts.length > MOST_TEXTS || texts.some(({ text }) => !/[\p{L}\d]/u.test(text)))
      return
    // Letters spread over their line are no cells.
    const words = texts.flatMap(({ text }) => text.split(' '))
    if (words.reduce((sum, word) => sum + word.length, 0) < words.length * LEAST_LETTERS) return
    const places = texts.map(({ left }) => left)
    const alike = places.filter((place) => starts.some((start) => Math.abs(start - place) < SAME_PLACE)).length
    const isNear = at - last <= MOST_BETWEEN + 1 && line.top - lines[last]!.bottom < heightOf(line) * 6
    if (!isNear || alike < FEWEST_TEXTS - 1) close()
    run.push(line)
    starts = places
    last = at
  })
  close()
  return found
}
