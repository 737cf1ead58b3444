import { key } from '../language/fold.ts'
import { type Known, NOTHING_KNOWN } from '../language/known.ts'
import { romanValue } from '../language/numbers.ts'
import type { Passage } from '../language/passage.ts'
import type { Span } from '../shapes.ts'
import type { Row, Table, TableCell } from './fragments.ts'
import { roleOf } from './labels.ts'

/** The content of a column of a plan's table. */
export type ColumnRole =
  | 'ordinal'
  | 'content'
  | 'lead'
  | 'altLead'
  | 'coordinating'
  | 'deadline'
  | 'product'
  | 'target'
  | 'other'

/** A value of a row; `inherited` if it is printed only in a row above, like a merged cell laid out as text. */
export interface RowValue {
  passage: Passage
  inherited: boolean
}

export interface TableRow {
  /** Number as printed, without its point; empty if there is none. */
  ordinal: string
  /** Ordinals and titles of the group rows above, outermost first. */
  groups: { ordinal: string; title: Passage }[]
  content: Passage[]
  values: Partial<Record<ColumnRole, RowValue>>
  span: Span
  /** Position within its innermost group, from 1. */
  place: number
}

const ORDINAL_HEAD = /^(?:tt|stt|so tt|so thu tu|no)\.?$/
const CONTENT_HEAD =
  /(?:nhiem vu|noi dung|cong viec|hoat dong|de an|ten van ban|giai phap|van ban|dau viec|chuong trinh|ten goi|viec can lam|nhom nhiem vu)/
const TARGET_HEAD = /^(?:chi tieu|muc tieu|ke hoach giao|gia tri|muc phan dau)/

/** The role of a column by its header. Two-line headers are read together, the lower line first. */
export function columnRole(printed: string, known: Known = NOTHING_KNOWN): ColumnRole {
  const own = known.labels.size > 0 ? known.labels.get(key(printed)) : undefined
  if (own) return own
  const head = printed
    .replace(/\(\s*(?:\d{1,2}|[a-h])\s*\)/g, ' ')
    .replace(/[^a-z0-9/ ,&-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (head === '') return 'other'
  if (ORDINAL_HEAD.test(head)) return 'ordinal'
  const role = roleOf(head) ?? roleOf(head.replace(/\b(?:ghi chu|cac|va cac|chinh)\b/g, ' '))
  if (role === 'coordinating' || role === 'deadline' || role === 'product') return role
  if (role === 'lead')
    return /chu tri|phan cong|dau moi/.test(head) || !/chiu trach nhiem/.test(head) ? 'lead' : 'altLead'
  if (/\bphoi hop\b/.test(head) && !/\bchu tri\b/.test(head)) return 'coordinating'
  if (/\bchu tri\b/.test(head)) return 'lead'
  if (
    /^(?:thoi (?:gian|han|diem|ky)|tien do|ky han|han |lo trinh|hoan thanh|du kien hoan thanh|nam hoan thanh)/.test(
      head,
    )
  )
    return 'deadline'
  if (/^(?:san pham|ket qua|dau ra|yeu cau san pham|hinh thuc)/.test(head)) return 'product'
  if (TARGET_HEAD.test(head)) return 'target'
  if (CONTENT_HEAD.test(head)) return 'content'
  if (/(?:co quan|don vi|bo phan|phong|nguoi)\b.*(?:thuc hien|chiu trach nhiem|tham muu|phu trach)/.test(head))
    return 'altLead'
  if (/^(?:co quan|don vi)(?: ?\/ ?(?:co quan|don vi|dia phuong))*$/.test(head)) return 'altLead'
  if (/(?:thoi gian|thoi han)/.test(head)) return 'deadline'
  return 'other'
}

/** "Thời gian bắt đầu" beside "Thời gian hoàn thành": only the end is a deadline. */
const START_HEAD = /\b(?:bat dau|khoi cong)\b/

/** The roles of columns by their heads, each role once. */
export function rolesOfHeads(heads: readonly string[], known: Known = NOTHING_KNOWN): ColumnRole[] {
  const roles = heads.map((head) => columnRole(head, known))
  const ends = roles.filter((role, at) => role === 'deadline' && !START_HEAD.test(heads[at]!)).length
  return onePerRole(
    roles.map((role, at) => (role === 'deadline' && ends > 0 && START_HEAD.test(heads[at]!) ? 'other' : role)),
  )
}

interface Layout {
  roles: ColumnRole[]
  headerRows: number
}

/**
 * The rows of a table that gives work, or null if its columns are not those of a plan: it needs a content column, and
 * one that says who or by when.
 */
export function tableRows(table: Table): TableRow[] | null {
  const grid = gridOf(table)
  const layout = layoutOf(table, grid)
  return layout ? rowsOf(table, grid, layout) : null
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
    for (const height of [1, 2]) {
      if (first + height > grid.length) continue
      const roles = rolesOf(grid.slice(first, first + height), width)
      const score = scoreOf(roles)
      const isSecond = height === 2 && !isHeaderRow(grid[first + 1]!)
      if (score > 0 && !isSecond && score > (best?.score ?? 0)) best = { roles, headerRows: first + height, score }
    }
  }
  if (best && table.headerRows !== null && table.headerRows > best.headerRows && table.headerRows <= 3)
    best.headerRows = table.headerRows
  return best
}

/** A second header row contains headers ("Đơn vị chủ trì | Đơn vị phối hợp") or column numbers, not content. */
function isHeaderRow(row: readonly (GridCell | undefined)[]): boolean {
  const filled = row.filter((cell) => cell && cell.passage.text !== '')
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
    const printed = rows.map((row) => row[c]?.passage.plain ?? '').reverse()
    heads.push(printed.find((head) => head.length < 120 && columnRole(head, known) !== 'other') ?? '')
  }
  return rolesOfHeads(heads, known)
}

/** One column for each role: of two, the first; without a clear lead column, the weaker one is used. */
function onePerRole(roles: readonly ColumnRole[]): ColumnRole[] {
  const seen = new Set<ColumnRole>()
  const hasLead = roles.includes('lead')
  return roles.map((role) => {
    const own: ColumnRole = role === 'altLead' && !hasLead && !seen.has('lead') ? 'lead' : role
    if (own === 'other') return own
    if (seen.has(own)) return 'other'
    seen.add(own)
    return own
  })
}

function scoreOf(roles: readonly ColumnRole[]): number {
  const has = (role: ColumnRole): boolean => roles.includes(role)
  if (!has('content') || !(has('lead') || has('deadline') || has('coordinating'))) return 0
  return new Set(roles.filter((role) => role !== 'other')).size
}

function rowsOf(table: Table, grid: Grid, layout: Layout): TableRow[] {
  const rows: TableRow[] = []
  const groups: { ordinal: string; title: Passage; depth: number }[] = []
  const last: Partial<Record<ColumnRole, Passage>> = {}
  let place = 0
  for (let at = layout.headerRows; at < grid.length; at++) {
    const cells = grid[at]!
    const row = table.rows[at] as Row
    if (isRepeatedHeader(cells, layout) || isColumnNumbers(cells)) continue
    const read = readRow(cells, layout)
    if (read.content.length === 0) {
      continueRow(rows.at(-1), read.values)
      continue
    }
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
      above.content.push(...read.content)
      continueRow(above, read.values)
      continue
    }
    place++
    inherit(read, last)
    rows.push({
      ordinal: read.ordinal,
      groups: groups.map(({ ordinal, title }) => ({ ordinal, title })),
      content: read.content,
      values: read.values,
      span: row.span,
      place,
    })
  }
  return rows
}

interface ReadRow {
  ordinal: string
  content: Passage[]
  values: Partial<Record<ColumnRole, RowValue>>
  /** Columns that say "as above". */
  ditto: ColumnRole[]
  /** Columns that the text of the row was merged over: the agency stands in that text, not in the row above. */
  covered: ColumnRole[]
}

/** "nt", "như trên" and the ditto sign repeat the row above. */
const DITTO = /^[\s("'“”″-]*(?:nt|n\.t|nhu tren)[\s.)"'“”″-]*$|^[\s]*["“”″〃][\s]*$/

function readRow(cells: readonly (GridCell | undefined)[], layout: Layout): ReadRow {
  const read: ReadRow = { ordinal: '', content: [], values: {}, ditto: [], covered: [] }
  layout.roles.forEach((role, column) => {
    const cell = cells[column]
    if (!cell || cell.passage.text === '' || /^[-–.…/x*]+$/i.test(cell.passage.text)) return
    if (role !== 'content' && DITTO.test(cell.passage.plain)) {
      read.ditto.push(role)
      return
    }
    if (role === 'ordinal') read.ordinal = cell.passage.text.replace(/[.)\s]+$/, '')
    else if (role === 'content') read.content = [cell.passage]
    else if (role === 'other') return
    else if (cell.wide && isSameAsContent(cells, layout, cell)) read.covered.push(role)
    else {
      read.values[role] = { passage: cell.passage, inherited: cell.spilled }
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
  const ordinal = read.ordinal || (/^(?:[IVX]+|[A-Z]|\d{1,2}(?:\.\d+)*)$/.test(first) ? first : '')
  const filled = (Object.keys(read.values) as ColumnRole[]).filter((role) => {
    const value = read.values[role]!
    return !value.inherited && !(value.passage.text.replace(/[.)\s]+$/, '') === ordinal)
  })
  if (filled.length > 0) return null
  const spansRow = cells.length < layout.roles.length || cells.filter((cell) => cell?.passage === title).length > 1
  const isRoman = romanValue(ordinal) !== null || /^[A-Z]$/.test(ordinal)
  if (!spansRow && !isRoman && !/^\d+$/.test(ordinal) && title.text !== title.text.toUpperCase()) return null
  // A numbered row at the end has no rows below that it could name.
  if (!spansRow && !isRoman && !next) return null
  const below = next ? readRow(next, layout) : null
  if (!spansRow && !isRoman && below && Number(below.ordinal) === Number(ordinal) + 1) return null
  const depth =
    ordinal === ''
      ? 2
      : /^[A-Z]$/.test(ordinal) && romanValue(ordinal) === null
        ? 0
        : isRoman
          ? 1
          : 2 + ordinal.split('.').length
  return { ordinal, title, depth }
}

/** The rest of a row split by a page break: it has no number, and its text continues in lower case. */
function isSplitRow(read: ReadRow, above: TableRow | undefined): boolean {
  if (!above || read.ordinal !== '') return false
  return /^\p{Ll}/u.test(read.content[0]!.text) && !read.values.lead && !read.values.deadline
}

function continueRow(above: TableRow | undefined, values: Partial<Record<ColumnRole, RowValue>>): void {
  if (!above) return
  for (const role of Object.keys(values) as ColumnRole[]) above.values[role] ??= values[role]!
}

/**
 * Fills what a merged cell leaves empty in the rows it covers. A deadline is inherited by every row below; a lead only by
 * a row that names no agency; coordinating agencies only together with the lead.
 */
function inherit({ values, ditto, covered }: ReadRow, last: Partial<Record<ColumnRole, Passage>>): void {
  const namesNoAgency = !values.lead && !values.altLead && !values.coordinating && !covered.includes('lead')
  const take = (role: ColumnRole): void => {
    if (!values[role] && last[role]) values[role] = { passage: last[role]!, inherited: true }
  }
  take('deadline')
  for (const role of ditto) take(role)
  if (namesNoAgency) {
    take('lead')
    take('coordinating')
  } else if (values.lead && !values.lead.inherited) {
    delete last.coordinating
  }
  for (const role of ['deadline', 'lead', 'coordinating'] as const) {
    if (values[role]) last[role] = values[role]!.passage
  }
}

function isRepeatedHeader(cells: readonly (GridCell | undefined)[], layout: Layout): boolean {
  const filled = cells
    .map((cell, column) => ({ cell, role: layout.roles[column] }))
    .filter(({ cell }) => cell && cell.passage.text !== '')
  return (
    filled.length >= 2 &&
    filled.every(
      ({ cell }) => cell!.passage.text.length < 80 && columnRole(cell!.passage.plain, cell!.passage.known) !== 'other',
    )
  )
}

/** "(1) | (2) | (3)": numbers of columns. */
function isColumnNumbers(cells: readonly (GridCell | undefined)[]): boolean {
  const filled = cells.filter((cell) => cell && cell.passage.text !== '')
  return filled.length >= 3 && filled.every((cell) => /^\(?(?:\d{1,2}|[a-e])\)?$/i.test(cell!.passage.text))
}
