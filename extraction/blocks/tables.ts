import { unitsLike } from '../language/letters.ts'
import { romanValue } from '../language/numbers.ts'
import type { Passage } from '../language/passage.ts'
import { ORDINAL } from '../read/segments.ts'
import type { Span } from '../shapes.ts'
import { isUnitAt } from '../units/units.ts'
import { type ColumnRole, columnRole, headOf, type RowValue, rolesOfHeads, scoreOf } from './columns.ts'
import type { Row, Table, TableCell } from './fragments.ts'
import { guessedRoles, type Kind, kindOf, ROWS_SEEN } from './guess.ts'
import { markIn } from './marks.ts'
import { pairsOf } from './pairs.ts'

export type { RowValue } from './columns.ts'

export interface TableRow {
  /** Number as printed, without its point; empty if there is none. */
  ordinal: string
  /** Ordinals and titles of the group rows above, outermost first. */
  groups: { ordinal: string; title: Passage }[]
  content: Passage[]
  values: Partial<Record<ColumnRole, RowValue>>
  /** Cells of the columns that state none of the above: remarks, sources of money. */
  notes: Passage[]
  span: Span
  /** Position within its innermost group, from 1. */
  place: number
}

interface Layout {
  roles: ColumnRole[]
  headerRows: number
  /** Roles judged by the cells of their column. */
  guessed: readonly ColumnRole[]
}

/**
 * The rows of a table that gives work, or null if its columns are not those of a plan: it needs a content column, and
 * one that says who or by when.
 */
export function tableRows(table: Table): TableRow[] | null {
  const grid = gridOf(table)
  const layout = layoutOf(table, grid) ?? guessedLayout(table, grid)
  return layout && !isProgramme(grid, layout) ? rowsOf(table, grid, layout) : null
}

/** "8h00", "7 giờ 30": the hours of a meeting's programme, which gives no work. */
const HOUR = /^\W{0,3}\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?(?!\d)/i

function isProgramme(grid: Grid, { roles, headerRows }: Layout): boolean {
  const column = roles.indexOf('deadline')
  if (column < 0) return false
  const times = grid
    .slice(headerRows, headerRows + ROWS_SEEN)
    .map((row) => row[column]?.passage.text ?? '')
    .filter((text) => text !== '')
  return times.length > 1 && times.filter((text) => HOUR.test(text) && text.length < 30).length > times.length / 2
}

/** Whether the heads of a table alone show a plan. */
export function hasPlanHeads(table: Table): boolean {
  return layoutOf(table, gridOf(table)) !== null
}

/** Each row as one passage per column; a merged cell is in every place it covers. */
interface GridCell {
  passage: Passage
  /** The cell begins in a row above. */
  spilled: boolean
  /** The cell covers more than one column. */
  wide: boolean
}
type Grid = (GridCell | undefined)[][]

function gridOf(table: Table): Grid {
  const grid: Grid = table.rows.map(() => [])
  table.rows.forEach((row, at) => {
    for (const cell of row.cells) place(grid, at, cell)
  })
  return grid
}

/** Widest table laid out; a plan has about ten columns. */
const WIDEST = 60

function place(grid: Grid, at: number, cell: TableCell): void {
  for (let r = at; r < Math.min(grid.length, at + cell.rowSpan); r++) {
    for (let c = cell.column; c < Math.min(WIDEST, cell.column + cell.columnSpan); c++) {
      grid[r]![c] ??= { passage: cell.passage, spilled: r > at, wide: cell.columnSpan > 1 }
    }
  }
}

/** Header rows are among the first few; a title row may come before them. */
const HEADER_SEARCH = 5

function layoutOf(table: Table, grid: Grid): Layout | null {
  const width = Math.max(0, ...grid.slice(0, 200).map((row) => row.length))
  let best: (Layout & { score: number }) | null = null
  for (let first = 0; first < Math.min(HEADER_SEARCH, grid.length); first++) {
    // A head that is merged with the row below makes that row one of heads.
    for (const height of [1, 2]) {
      if (first + height > grid.length) continue
      const roles = rolesOf(grid.slice(first, first + height), width)
      const score = scoreOf(roles)
      const isSecond = height === 2 && !isHeaderRow(grid[first + 1]!)
      const isHead =
        height === 2 &&
        grid[first]!.some((cell, at) => cell && cell.passage === grid[first + 1]![at]?.passage && !cell.wide)
      if (score > 0 && !isSecond && score + (isHead ? 1 : 0) > (best?.score ?? 0))
        best = { roles, headerRows: first + height, guessed: [], score }
    }
  }
  if (best && table.headerRows !== null && table.headerRows > best.headerRows && table.headerRows <= 3)
    best.headerRows = table.headerRows
  return best && withGuesses(best, grid)
}

/** Who and by when are looked for in the cells of a plan whose heads do not say it. */
function withGuesses(layout: Layout, grid: Grid): Layout {
  const { roles, headerRows } = layout
  const hasWho = roles.includes('lead') || roles.includes('altLead')
  if ((hasWho && roles.includes('deadline')) || !roles.includes('other')) return layout
  const found = guessedRoles(headsOf(grid.slice(0, headerRows), roles.length), roles, kindsBelow(grid, headerRows))
  return found ? { ...layout, ...found } : layout
}

/** Whether a table that is no plan has rows that say what is to be done, and by whom or by when: the reviewer is told. */
export function mayGiveWork(table: Table): boolean {
  const rows = kindsBelow(gridOf(table), 0)
  const works = rows.filter((row) => row.some((kind) => kind?.acts) && row.some((kind) => kind?.unit || kind?.period))
  return works.length >= 2
}

/** Heads of tables are shorter. */
const LONGEST_HEAD = 60
const FEWEST_COLUMNS = 3

/** The layout of a table whose heads are not known, or that has none: the cells must show work and who does it. */
function guessedLayout(table: Table, grid: Grid): Layout | null {
  const width = Math.max(0, ...grid.slice(0, 200).map((row) => row.length))
  if (width < FEWEST_COLUMNS || grid.length < 3) return null
  const headerRows = Math.max(table.headerRows ?? 0, headRowsOf(grid, width))
  const heads = headsOf(grid.slice(0, headerRows), width)
  const roles = rolesOfHeads(heads, grid[0]!.find((cell) => cell !== undefined)?.passage.known)
  const found = guessedRoles(heads, roles, kindsBelow(grid, headerRows))
  return found && (found.roles.includes('lead') || found.roles.includes('altLead')) ? { ...found, headerRows } : null
}

/** Rows up to the first that has short texts in most columns and nothing that a row of work has; 0 if there is none. */
function headRowsOf(grid: Grid, width: number): number {
  for (let at = 0; at < Math.min(HEADER_SEARCH, grid.length - 1); at++) {
    const filled = grid[at]!.filter((cell) => cell && cell.passage.text !== '')
    if (filled.length < Math.max(FEWEST_COLUMNS, width * 0.7)) continue
    const isHead = filled.every((cell) => {
      const { passage } = cell!
      const kind = passage.text.length < LONGEST_HEAD ? kindOf(passage) : null
      return kind !== null && kind.ordinal === null && !(kind.period && kind.figure) && !/[.;]$/.test(passage.text)
    })
    return isHead ? at + 1 : 0
  }
  return 0
}

function headsOf(rows: Grid, width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const printed = rows.map((row) => row[column]?.passage.plain ?? '').filter((head) => head !== '')
    return printed.at(-1) ?? ''
  })
}

function kindsBelow(grid: Grid, headerRows: number): (Kind | null)[][] {
  const rows = grid.slice(headerRows).filter((row) => row.filter((cell) => cell && !cell.wide).length >= FEWEST_COLUMNS)
  return rows
    .slice(0, ROWS_SEEN)
    .map((row) => Array.from(row, (cell) => (cell?.spilled ? null : kindOf(cell?.passage))))
}

/** A second header row contains headers ("Đơn vị chủ trì | Đơn vị phối hợp") or column numbers, not content. */
function isHeaderRow(row: readonly (GridCell | undefined)[]): boolean {
  const filled = row.filter((cell) => cell && cell.passage.text !== '')
  const numbered = filled.filter((cell) => ORDINAL.test(cell!.passage.text.trim()))
  // Numbers alone count the columns; a number before content counts the row.
  if (filled[0] === numbered[0] && numbered.length > 0 && numbered.length < filled.length) return false
  // "I. Nhóm nhiệm vụ khảo sát" over the whole row names a group, though it has the words of a head.
  if (filled.every((cell) => cell!.wide && cell!.passage === filled[0]!.passage)) return false
  return (
    filled.length > 0 &&
    filled.every((cell) => cell!.passage.text.length < 60) &&
    filled.some((cell) => columnRole(cell!.passage.plain, cell!.passage.known) !== 'other')
  )
}

function rolesOf(rows: Grid, width: number): ColumnRole[] {
  const heads: string[] = []
  const known = rows.flat().find((cell) => cell !== undefined)?.passage.known
  for (let c = 0; c < width; c++) {
    heads.push(
      headOf(
        rows.map((row) => row[c]?.passage.plain ?? ''),
        known,
      ),
    )
  }
  return rolesOfHeads(heads, known)
}

function rowsOf(table: Table, grid: Grid, layout: Layout): TableRow[] {
  const rows: TableRow[] = []
  const groups: { ordinal: string; title: Passage; depth: number }[] = []
  const last: Partial<Record<ColumnRole, Passage>> = {}
  let place = 0
  for (let at = layout.headerRows; at < grid.length; at++) {
    const cells = grid[at]!
    const row = table.rows[at] as Row
    if (isRepeatedHeader(cells) || isColumnNumbers(cells)) continue
    const read = readRow(cells, layout, table.mergesKnown)
    if (read.content.length === 0) {
      continueRow(rows.at(-1), read.values)
      continue
    }
    if (SUM.test(read.content[0]!.plain)) continue
    const group = groupOf(read, cells, layout, grid[at + 1])
    if (group) {
      while (groups.length > 0 && groups.at(-1)!.depth >= group.depth) groups.pop()
      groups.push(group)
      place = 0
      for (const role of Object.keys(last) as ColumnRole[]) delete last[role]
      continue
    }
    if (isSplitRow(read, rows.at(-1))) {
      const above = rows.at(-1)!
      const [next, ...more] = read.content
      above.content.push(above.content.pop()!.joinedTo(next!), ...more)
      continueRow(above, read.values)
      continue
    }
    const isUnderNumber = place > 0 && read.ordinal === '' && layout.roles.includes('ordinal')
    inherit(read, last, isUnderNumber)
    leaveCounted(groups, read.ordinal, rows.at(-1)?.ordinal ?? '')
    const own = { content: read.content, values: read.values }
    const pairs = pairsOf(read.content, read.values).map(({ content, values }) => ({ content: [content], values }))
    for (const [index, { content, values }] of (pairs.length > 0 ? pairs : [own]).entries()) {
      place++
      rows.push({
        ordinal: index === 0 ? read.ordinal : '',
        groups: groups.map(({ ordinal, title }) => ({ ordinal, title })),
        content,
        values,
        notes: index === 0 ? read.notes : [],
        span: pairs.length > 0 ? content[0]!.span() : row.span,
        place,
      })
    }
  }
  return rows
}

/** "3" below the items a), b) of group "2" is the next of that group's kind, not a part of it. */
function leaveCounted(groups: { ordinal: string }[], ordinal: string, above: string): void {
  const group = groups.at(-1)?.ordinal ?? ''
  if (/^\d+$/.test(ordinal) && /^[a-zđ]$/.test(above) && Number(group) + 1 === Number(ordinal)) groups.pop()
}

/** The row of sums below a table is no work. */
const SUM = /^(?:tong(?: cong| so)?|cong)\s*:?$/

interface ReadRow {
  ordinal: string
  content: Passage[]
  values: Partial<Record<ColumnRole, RowValue>>
  notes: Passage[]
  /** Columns that say "as above". */
  ditto: ColumnRole[]
  /** Columns whose cell is printed and empty, where merged cells are known: nothing is said, so nothing is taken over. */
  blank: ColumnRole[]
  /** Columns that the text of the row was merged over: the agency stands in that text, not in the row above. */
  covered: ColumnRole[]
}

/** "nt", "như trên" and the ditto sign repeat the row above. */
const DITTO = /^[\s("'“”″-]*(?:nt|n\.t|nhu tren)[\s.)"'“”″-]*$|^[\s]*["“”″〃][\s]*$/

const mayBeDitto = unitsLike(/[\s("'“”″〃n-]/)
const mayBeEmpty = unitsLike(/[-–.…/x*]/i)

function isDitto(folded: string): boolean {
  return mayBeDitto(folded.charCodeAt(0)) && DITTO.test(folded)
}

/** Nothing, or a sign for nothing. */
function isEmpty(text: string): boolean {
  return text === '' || (mayBeEmpty(text.charCodeAt(0)) && /^[-–.…/x*]+$/i.test(text))
}

function readRow(cells: readonly (GridCell | undefined)[], layout: Layout, mergesKnown: boolean): ReadRow {
  const read: ReadRow = { ordinal: '', content: [], values: {}, notes: [], ditto: [], blank: [], covered: [] }
  layout.roles.forEach((role, column) => {
    const cell = cells[column]
    if (!cell || isEmpty(cell.passage.text)) {
      if (cell && !cell.spilled && mergesKnown) read.blank.push(role)
      return
    }
    if (role !== 'content' && isDitto(cell.passage.plain)) {
      read.ditto.push(role)
      return
    }
    // "I. Nhóm nhiệm vụ về kho" over the whole row: only its mark counts.
    if (role === 'ordinal')
      read.ordinal = cell.wide ? (markIn(cell.passage)?.label ?? '') : cell.passage.text.replace(/[.)\s]+$/, '')
    else if (role === 'content') read.content = [cell.passage]
    else if (role === 'other') {
      if (!cell.wide && !cell.spilled) read.notes.push(cell.passage)
    } else if (cell.wide && isSameAsContent(cells, layout, cell)) read.covered.push(role)
    else {
      read.values[role] = {
        passage: cell.passage,
        inherited: cell.spilled,
        guessed: layout.guessed.includes(role),
      }
    }
  })
  return read
}

function isSameAsContent(cells: readonly (GridCell | undefined)[], layout: Layout, cell: GridCell): boolean {
  const content = cells[layout.roles.indexOf('content')]
  return content?.passage === cell.passage
}

/** A row that only names a group: it says neither who nor by when. The next level begins below it. */
function groupOf(
  read: ReadRow,
  cells: readonly (GridCell | undefined)[],
  layout: Layout,
  next: readonly (GridCell | undefined)[] | undefined,
): { ordinal: string; title: Passage; depth: number } | null {
  const title = read.content[0]!
  const first = cells[0]?.passage.text.replace(/[.)\s]+$/, '') ?? ''
  const ordinal = read.ordinal || (/^(?:[IVX]+(?:\.\d+)?|[A-Z]|\d{1,2}(?:\.\d+)*)$/.test(first) ? first : '')
  for (const role of Object.keys(read.values) as ColumnRole[]) {
    const value = read.values[role]!
    if (!value.inherited && value.passage.text.replace(/[.)\s]+$/, '') !== ordinal) return null
  }
  const spansRow = cells.length < layout.roles.length || cells.filter((cell) => cell?.passage === title).length > 1
  const isPart = /^[IVX]+\.\d+$/.test(ordinal)
  const isRoman = romanValue(ordinal) !== null || /^[A-Z]$/.test(ordinal) || isPart
  if (!spansRow && !isRoman && !/^\d+$/.test(ordinal) && title.text !== title.text.toUpperCase()) return null
  // A numbered row at the end has no rows below that it could name.
  if (!spansRow && !isRoman && !next) return null
  const below = next ? readRow(next, layout, false) : null
  if (!spansRow && !isRoman && below && Number(below.ordinal) === Number(ordinal) + 1) return null
  const depth =
    ordinal === ''
      ? 2
      : /^[A-Z]$/.test(ordinal) && romanValue(ordinal) === null
        ? 0
        : isRoman
          ? isPart
            ? 1.5
            : 1
          : 2 + ordinal.split('.').length
  return { ordinal, title, depth }
}

/** A name that the end of a page tore: "Viện Khoa học lâm nghiệp Việt Nam, Cục". */
const OPEN_NAME = /(?:^|[\s,;])(?:,|;|va|cuc|vu|so|bo|ban|vien|phong|trung tam|uy ban|van phong)$/

/**
 * The rest of a row split by a page break, or the next printed line of a row: it has no number, and its text continues in lower
 * case. It names a lead only where the name above is open.
 */
function isSplitRow(read: ReadRow, above: TableRow | undefined): boolean {
  if (!above || read.ordinal !== '' || read.values.deadline) return false
  const isOpen = OPEN_NAME.test(above.values.lead?.passage.plain ?? '')
  const lead = read.values.lead?.passage
  return /^\p{Ll}/u.test(read.content[0]!.text) && (!lead || isOpen || !isUnitAt(lead, 0))
}

function continueRow(above: TableRow | undefined, values: Partial<Record<ColumnRole, RowValue>>): void {
  if (!above) return
  for (const role of Object.keys(values) as ColumnRole[]) {
    const value = values[role]!
    const begun = above.values[role]
    if (value.inherited) continue
    if (!begun || begun.inherited) above.values[role] = value
    else if (begun.passage !== value.passage)
      above.values[role] = { ...begun, passage: begun.passage.joinedTo(value.passage) }
  }
}

/**
 * Fills what a merged cell leaves empty in the rows it covers; a cell that is there and empty says nothing. A deadline is inherited by every row below; a lead only by
 * a row that names no agency; coordinating agencies only together with the lead, or where the number and the time are merged
 * with the row above as well.
 */
function inherit(
  { values, ditto, covered, blank }: ReadRow,
  last: Partial<Record<ColumnRole, Passage>>,
  isUnderNumber: boolean,
): void {
  const isMerged = isUnderNumber && !values.deadline && last.deadline !== undefined && last.coordinating !== undefined
  const namesNoAgency = !values.lead && !values.altLead && !values.coordinating && !covered.includes('lead')
  const take = (role: ColumnRole): void => {
    if (!values[role] && last[role] && !blank.includes(role)) values[role] = { passage: last[role]!, inherited: true }
  }
  take('deadline')
  for (const role of ditto) take(role)
  if (namesNoAgency) {
    take('lead')
    take('coordinating')
  } else if (isMerged && values.lead && !values.coordinating) {
    take('coordinating')
  } else if (values.lead && !values.lead.inherited) {
    delete last.coordinating
  }
  for (const role of ['deadline', 'lead', 'coordinating'] as const) {
    if (blank.includes(role)) delete last[role]
    if (values[role]) last[role] = values[role]!.passage
  }
}

/** The name of a column is shorter. */
const LONGEST_NAME = 80

function isRepeatedHeader(cells: readonly (GridCell | undefined)[]): boolean {
  let filled = 0
  let last: Passage | null = null
  for (const cell of cells) {
    if (!cell || cell.passage.text === '') continue
    if (cell.passage.text.length >= LONGEST_NAME || columnRole(cell.passage.plain, cell.passage.known) === 'other')
      return false
    if (cell.passage !== last) filled++
    last = cell.passage
  }
  return filled >= 2
}

const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[a-e])\)?$/i
const LONGEST_NUMBER = 4

/** "(1) | (2) | (3)": numbers of columns. */
function isColumnNumbers(cells: readonly (GridCell | undefined)[]): boolean {
  let filled = 0
  for (const cell of cells) {
    if (!cell || cell.passage.text === '') continue
    if (cell.passage.text.length > LONGEST_NUMBER || !COLUMN_NUMBER.test(cell.passage.text)) return false
    filled++
  }
  return filled >= 3
}
