import type { FoundCell } from '../compose.ts'
import { type Box, leftOutOf, linesOf, middle, type Rule, type Sheet, type TurnedWord, type Word } from './sheet.ts'
import { turnedText } from './turned.ts'

export interface SheetTable extends Box {
  kind: 'table'
  page: number
  cells: FoundCell[]
  headerRows?: number
  /** Its rows could not be told apart with certainty. */
  isDoubtful?: boolean
  /** Positions of the column borders: two tables on consecutive pages with the same borders are one. */
  borders: number[]
}

/** Rules closer than this are the same one, drawn twice or as the two edges of a thin box. */
const NEAR = 3

/** A grid with more borders than this is a drawing, not a table. */
const MAX_BORDERS = 400

/**
 * Finds the ruled tables of a page: rules that touch form a grid; a missing border between two places merges them into
 * one cell. Words move from `sheet.words` into their cells.
 */
export function takeTables(sheet: Sheet): SheetTable[] {
  const tables: SheetTable[] = []
  for (const rules of touching(sheet.rules.filter((rule) => length(rule) > 6))) {
    const down = rules.filter((rule) => !isAcross(rule))
    // An underline touches no vertical rule, and separates no rows.
    const across = rules.filter((rule) => isAcross(rule) && down.some((upright) => meets(rule, upright)))
    const xs = distinct(down.map((rule) => rule.left))
    const ys = distinct(across.map((rule) => rule.top))
    if (xs.length < 3 || ys.length < 2 || xs.length > MAX_BORDERS || ys.length > MAX_BORDERS) continue
    const table = tableOf(sheet, xs, withOpenRows(xs, ys, down), across, down)
    if (table) tables.push(table)
  }
  return tables.sort((a, b) => a.top - b.top)
}

/** A row has at least this height. */
const LOWEST_ROW = 8

/**
 * A row that the end of the page cut has no rule at the cut: the rules between its columns go on there, all to the same place.
 * Browsers print so.
 */
function withOpenRows(xs: readonly number[], ys: number[], down: readonly Rule[]): number[] {
  const ends = (edge: (rule: Rule) => number, beyond: (end: number) => boolean): number | null => {
    const open = xs.map((x) => {
      const reached = down.filter((rule) => Math.abs(rule.left - x) <= NEAR).map(edge)
      return reached.find(beyond) ?? null
    })
    const first = open[0]
    return first != null && open.every((end) => end !== null && Math.abs(end - first) <= NEAR) ? first : null
  }
  const [top, bottom] = [ys[0]!, ys.at(-1)!]
  const below = ends(
    (rule) => rule.bottom,
    (end) => end > bottom + LOWEST_ROW,
  )
  const above = ends(
    (rule) => rule.top,
    (end) => end < top - LOWEST_ROW,
  )
  return [...(above === null ? [] : [above]), ...ys, ...(below === null ? [] : [below])]
}

function tableOf(sheet: Sheet, xs: number[], ys: number[], across: Rule[], down: Rule[]): SheetTable | null {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const owner = mergedPlaces(xs, ys, across, down)
  const found = new Map<number, Place>()
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const id = owner[row * columns + column]!
      const cell = found.get(id)
      if (cell) {
        cell.lastRow = Math.max(cell.lastRow, row)
        cell.lastColumn = Math.max(cell.lastColumn, column)
      } else {
        found.set(id, { row, column, lastRow: row, lastColumn: column, words: [], turned: [] })
      }
    }
  }
  if (found.size < 2) return null
  const cellAt = (word: Word): Place | undefined => {
    const { x, y } = middle(word)
    const row = placeOf(y, ys)
    const column = placeOf(x, xs)
    return row < 0 || column < 0 ? undefined : found.get(owner[row * columns + column]!)
  }
  const rest: Word[] = []
  for (const word of sheet.words) (cellAt(word)?.words ?? rest).push(word)
  if (rest.length === sheet.words.length) return null
  sheet.words = rest
  const beside: TurnedWord[] = []
  for (const word of sheet.turned ?? []) (cellAt(word)?.turned ?? beside).push(word)
  sheet.turned = beside
  const cells = [...found.values()].map((cell) => {
    const lines = linesOf(cell.words)
    return {
      row: cell.row,
      column: cell.column,
      rowSpan: cell.lastRow - cell.row + 1,
      columnSpan: cell.lastColumn - cell.column + 1,
      lines: wholeNumber(
        [...lines.map((line) => line.text), ...(cell.turned.length > 0 ? [turnedText(cell.turned)] : [])],
        cell.column,
      ),
      leftOut: leftOutOf(lines),
    }
  })
  return {
    kind: 'table',
    page: sheet.page,
    cells: closeRows(cells),
    borders: xs,
    left: xs[0]!,
    right: xs.at(-1)!,
    top: ys[0]!,
    bottom: ys.at(-1)!,
  }
}

/** A cell of the grid while its words are looked for. */
interface Place {
  row: number
  column: number
  lastRow: number
  lastColumn: number
  words: Word[]
  turned: TurnedWord[]
}

/** What a narrow column breaks: a day, months of a year, years, a percentage. */
const BROKEN =
  /^(?:(?:\d{1,2}[-–])?\d{1,2}\/\d{4}|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}[-–]\d{4}|\d{1,3}(?:[.,]\d{1,3})?%|[IVX]{1,5}\.\d{1,2}\.?)$/
/** A year that goes on in the next line: "15/10/202" over "6". */
const BROKEN_YEAR = /\d\/(?:19|20)\d?$/

/** A number split by its narrow column: "10" over "0" is 100, "10-" over "11/201" and "9" are months of 2019. */
function wholeNumber(lines: string[], column: number): string[] {
  if (lines.length < 2) return lines
  if (column === 0 && lines.length === 2 && /^\d{2,3}$/.test(lines[0]!) && /^\d{1,2}\.?$/.test(lines[1]!))
    return [lines.join('')]
  if (lines.every((line) => line.length < 10) && BROKEN.test(lines.join('').replace(/\s/g, ''))) return [lines.join('')]
  return lines.reduce((whole: string[], line) => {
    const above = whole.at(-1)
    if (above !== undefined && BROKEN_YEAR.test(above) && /^\d{1,2}\b/.test(line))
      whole[whole.length - 1] = above + line
    else whole.push(line)
    return whole
  }, [])
}

/** For each place of the grid the lowest place it is merged with: two places are one if no rule separates them. */
function mergedPlaces(xs: number[], ys: number[], across: Rule[], down: Rule[]): Int32Array {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const owner = Int32Array.from({ length: rows * columns }, (_, index) => index)
  const root = (place: number): number => {
    let at = place
    while (owner[at] !== at) at = owner[at]!
    return at
  }
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((first, second) => first - second) as [number, number]
    owner[high] = low
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = (xs[column]! + xs[column + 1]!) / 2
      const y = (ys[row]! + ys[row + 1]!) / 2
      const place = row * columns + column
      const right = xs[column + 1]!
      const below = ys[row + 1]!
      if (
        column + 1 < columns &&
        !down.some((rule) => Math.abs(rule.left - right) <= NEAR && rule.top <= y && rule.bottom >= y)
      ) {
        join(place, place + 1)
      }
      if (
        row + 1 < rows &&
        !across.some((rule) => Math.abs(rule.top - below) <= NEAR && rule.left <= x && rule.right >= x)
      ) {
        join(place, place + columns)
      }
    }
  }
  return owner.map((_, place) => root(place))
}

/** Renumbers rows and columns so that rules without cells between them leave no gaps (thin double rules, shading). */
function closeRows(cells: FoundCell[]): FoundCell[] {
  const rows = [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b)
  const columns = [...new Set(cells.map((cell) => cell.column))].sort((a, b) => a - b)
  const within = (list: number[], from: number, count: number): number =>
    list.filter((value) => value >= from && value < from + count).length
  return cells.map((cell) => ({
    ...cell,
    row: rows.indexOf(cell.row),
    column: columns.indexOf(cell.column),
    rowSpan: within(rows, cell.row, cell.rowSpan),
    columnSpan: within(columns, cell.column, cell.columnSpan),
  }))
}

/** Groups rules that touch or cross: each group is one grid. */
function touching(rules: Rule[]): Rule[][] {
  const sorted = [...rules].sort((a, b) => a.top - b.top || a.left - b.left)
  const groups: { rules: Rule[]; box: Box }[] = []
  for (const rule of sorted) {
    const met = groups.filter(({ box }) => meets(box, rule))
    const merged = { rules: [rule, ...met.flatMap((group) => group.rules)], box: rule }
    for (const group of met) {
      merged.box = {
        left: Math.min(merged.box.left, group.box.left),
        top: Math.min(merged.box.top, group.box.top),
        right: Math.max(merged.box.right, group.box.right),
        bottom: Math.max(merged.box.bottom, group.box.bottom),
      }
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(merged)
    if (groups.length > MAX_BORDERS) groups.shift()
  }
  return groups.map((group) => group.rules)
}

function meets(a: Box, b: Box): boolean {
  return a.left - NEAR <= b.right && b.left - NEAR <= a.right && a.top - NEAR <= b.bottom && b.top - NEAR <= a.bottom
}

function isAcross(rule: Rule): boolean {
  return rule.right - rule.left >= rule.bottom - rule.top
}

function length(rule: Rule): number {
  return Math.max(rule.right - rule.left, rule.bottom - rule.top)
}

function distinct(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter((value, index) => index === 0 || value - sorted[index - 1]! > NEAR)
}

function placeOf(value: number, borders: number[]): number {
  if (value < borders[0]! || value > borders.at(-1)!) return -1
  return Math.min(
    borders.length - 2,
    borders.findIndex((_, index) => value < (borders[index + 1] ?? Infinity)),
  )
}
