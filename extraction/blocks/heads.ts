import { passageOf } from '../language/passage.ts'
import { verbAt } from '../units/units.ts'
import { type ColumnRole, columnRole, isOtherHead, rolesOfHeads } from './columns.ts'
import { guessedRoles, type Kind, kindOf, ROWS_SEEN } from './guess.ts'
import { markOf } from './marks.ts'
import type { Piece } from './pieces.ts'

/** The header of a table that was flattened to lines. */
export interface Header {
  /** The heads of the columns in the order in which the cells of a row follow. */
  columns: Piece[]
  roles: ColumnRole[]
}

export interface FoundHeader {
  /** Possible orders of the columns; more than one if a second line of heads divides columns of the first. */
  orders: Header[]
  /** The heads as printed, to know them again after a page break. */
  printed: Piece[]
  /** First piece after the header. */
  end: number
}

const LONGEST_HEAD = 70
const MOST_COLUMNS = 12
const FEWEST_COLUMNS = 3

/** Wrapped lines of the head of one column: at most this many. */
const MOST_HEAD_LINES = 4

/**
 * The header that begins at a piece, or null. It is a run of short texts of which most are known names of columns, with
 * a column for the work and one that says who or by when.
 *
 * @param bordered the pieces are cells, so each is one head; otherwise they are lines, and a head may take several.
 */
export function headerAt(pieces: readonly Piece[], from: number, bordered: boolean): FoundHeader | null {
  return knownHeader(pieces, from, bordered) ?? countedHeader(pieces, from)
}

function knownHeader(pieces: readonly Piece[], from: number, bordered: boolean): FoundHeader | null {
  const first = bordered ? cellHeads(pieces, from) : lineHeads(pieces, from)
  if (first.heads.length < FEWEST_COLUMNS) return null
  let second: { heads: Piece[]; end: number } = { heads: [], end: first.end }
  if (bordered && pieces[first.end]?.empty) {
    const below = cellHeads(pieces, first.end + 1)
    const isHeader = below.heads.length >= 2 && below.heads.every((head) => roleOfHead(head) !== 'ordinal')
    if (isHeader && below.heads.length <= first.heads.length + 2 && pieces[below.end]?.empty) second = below
  }
  const printed = [...first.heads, ...second.heads]
  const orders = (second.heads.length > 0 ? divided(first.heads, second.heads) : alternatives(first.heads))
    .map(headerOf)
    .filter((header) => isPlan(header.roles))
  if (orders.length === 0) return null
  return { orders, printed, end: pastNumbers(pieces, second.end, printed.length) }
}

/** Rows of a table whose heads are not known are looked at within so many pieces. */
const COUNTED_WITHIN = 90

/**
 * A header in unknown words: it begins with the head of the numbers ("TT") and ends before the first number. Its columns
 * are judged by the rows that have all their cells.
 */
function countedHeader(pieces: readonly Piece[], from: number): FoundHeader | null {
  const begin = pieces[from]!
  if (begin.passage.text.length > 10 || roleOfHead(begin) !== 'ordinal') return null
  const heads: Piece[] = []
  let at = from
  for (; at < pieces.length && heads.length <= MOST_COLUMNS; at++) {
    const piece = pieces[at]!
    const last = heads.at(-1)
    if (piece.empty || isColumnNumber(piece, 0) || /^(?:I|A)[.)]?$/.test(piece.passage.text)) break
    if (!mayBeHead(piece)) return null
    if (last && !begin.apart && /^\p{Ll}/u.test(piece.passage.text))
      heads[heads.length - 1] = joinedPiece([last, piece])
    else heads.push(piece)
  }
  if (heads.length < FEWEST_COLUMNS || heads.length > MOST_COLUMNS) return null
  const end = pastNumbers(pieces, at, heads.length)
  const names = heads.map(({ passage }) => passage.plain)
  const roles = rolesOfHeads(names, begin.passage.known)
  const found = guessedRoles(names, roles, wholeRows(pieces.slice(end, end + COUNTED_WITHIN), heads.length))
  if (!found?.roles.includes('lead')) return null
  return { orders: [{ columns: heads, roles: found.roles }], printed: heads, end }
}

/** The rows that have a cell for each column, by the numbers that they begin with. */
function wholeRows(pieces: readonly Piece[], columns: number): (Kind | null)[][] {
  const rows: (Kind | null)[][] = []
  const starts = pieces.flatMap(({ passage }, at) => (/^\d{1,3}(?:\.\d{1,3})?[.)]?$/.test(passage.text) ? [at] : []))
  for (const [index, start] of starts.entries()) {
    const row = pieces.slice(start, starts[index + 1] ?? start + columns)
    while (row.length > columns && row.at(-1)!.empty) row.pop()
    if (row.length !== columns) continue
    rows.push(row.map(({ passage, empty }) => (empty ? null : kindOf(passage))))
    if (rows.length === ROWS_SEEN) break
  }
  return rows
}

function headerOf(columns: Piece[]): Header {
  return {
    columns,
    roles: rolesOfHeads(
      columns.map(({ passage }) => (passage.text.length <= LONGEST_HEAD * 1.5 ? passage.plain : '')),
      columns[0]?.passage.known,
    ),
  }
}

function isPlan(roles: readonly ColumnRole[]): boolean {
  if (!roles.includes('content')) return false
  const known = roles.filter((role) => role !== 'other').length
  const says = roles.includes('lead') || roles.includes('deadline') || roles.includes('coordinating')
  return says && known >= FEWEST_COLUMNS && known >= roles.length * 0.5
}

function roleOfHead({ passage }: Piece): ColumnRole {
  return passage.text.length <= LONGEST_HEAD * 1.5 ? columnRole(passage.plain, passage.known) : 'other'
}

function mayBeHead({ passage, empty }: Piece): boolean {
  const { text } = passage
  return !empty && text.length <= LONGEST_HEAD && !/[.;:]$/.test(text) && !/:\s/.test(text) && /\p{L}/u.test(text)
}

/** Cells up to the end of the row; the first must be a known head. */
function cellHeads(pieces: readonly Piece[], from: number): { heads: Piece[]; end: number } {
  const heads: Piece[] = []
  let at = from
  let unknown = 0
  for (; at < pieces.length && heads.length < MOST_COLUMNS; at++) {
    const piece = pieces[at]!
    if (!mayBeHead(piece)) break
    const role = roleOfHead(piece)
    if (isWork(piece, heads)) break
    if (role === 'other') {
      if (heads.length === 0 || ++unknown > 3) break
    }
    heads.push(piece)
  }
  return { heads, end: at }
}

/** Lines without borders: a line in lower case, or one that only makes sense with the line above, continues its head. */
function lineHeads(pieces: readonly Piece[], from: number): { heads: Piece[]; end: number } {
  const heads: Piece[] = []
  let at = from
  while (at < pieces.length && heads.length < MOST_COLUMNS) {
    const taken = headLines(pieces, at)
    if (taken === 0) break
    const head = joinedPiece(pieces.slice(at, at + taken))
    if (isWork(head, heads)) break
    heads.push(head)
    at += taken
  }
  return { heads, end: at }
}

/** "Rà soát văn bản" below the head of the work is the first work, not a second head of its kind. */
function isWork(piece: Piece, heads: readonly Piece[]): boolean {
  if (heads.length < FEWEST_COLUMNS || roleOfHead(piece) !== 'content') return false
  return verbAt(piece.passage, 0, true) > 0 && heads.some((head) => roleOfHead(head) === 'content')
}

/** How many lines the head at a line takes; 0 if none begins there. */
function headLines(pieces: readonly Piece[], at: number): number {
  const first = pieces[at]!
  if (!mayBeHead(first) || markOf(first.passage.text) !== null || /^\p{Ll}/u.test(first.passage.text)) return 0
  let taken = 1
  while (taken < MOST_HEAD_LINES) {
    const next = pieces[at + taken]
    if (!next || next.empty || !/^[\p{Ll}(/]/u.test(next.passage.text) || next.passage.text.length > LONGEST_HEAD) break
    if (/^\(\d{1,2}\)$/.test(next.passage.text)) break
    taken++
  }
  for (let count = taken; count > 0; count--) {
    if (roleOfHead(joinedPiece(pieces.slice(at, at + count))) !== 'other') return count
  }
  return isKnownOther(first) ? taken : 0
}

function isKnownOther({ passage }: Piece): boolean {
  return passage.text.length < 50 && isOtherHead(passage.plain)
}

function joinedPiece(pieces: readonly Piece[]): Piece {
  if (pieces.length === 1) return pieces[0]!
  const lines = pieces.flatMap((piece) => piece.lines)
  const passage = passageOf(pieces[0]!.passage.source, lines)
  passage.known = pieces[0]!.passage.known
  return {
    lines,
    passage,
    empty: false,
    apart: pieces[0]!.apart,
  }
}

/** A second line of heads stands below one column of the first; which one is decided by the rows. */
function divided(first: readonly Piece[], second: readonly Piece[]): Piece[][] {
  const orders: Piece[][] = []
  for (const [at, head] of first.entries()) {
    const role = roleOfHead(head)
    if (role === 'ordinal' || role === 'content') continue
    orders.push([...first.slice(0, at), ...second, ...first.slice(at + 1)])
  }
  const who = second.filter((head) => ['lead', 'altLead', 'coordinating'].includes(roleOfHead(head)))
  const rest = second.filter((head) => !who.includes(head))
  if (who.length < 2 || rest.length < 2) return orders
  const above = first.findIndex((head) => ['lead', 'altLead', 'other'].includes(roleOfHead(head)))
  const when = first.findIndex((head) => roleOfHead(head) === 'deadline')
  if (above >= 0 && when >= 0)
    orders.push(first.flatMap((head, at) => (at === above ? who : at === when ? rest : [head])))
  return orders
}

/** Without borders the heads of a second line follow those of the first: the last two or three may divide a column. */
function alternatives(heads: readonly Piece[]): Piece[][] {
  const orders: Piece[][] = [[...heads]]
  const roles = heads.map(roleOfHead)
  for (const count of [2, 3]) {
    const tail = roles.slice(-count)
    if (heads.length - count < FEWEST_COLUMNS || !tail.includes('lead') || !tail.includes('coordinating')) continue
    const above = roles.slice(0, -count).findIndex((role) => role === 'lead' || role === 'altLead')
    if (above < 0) continue
    orders.push([...heads.slice(0, above), ...heads.slice(-count), ...heads.slice(above + 1, -count)])
  }
  return orders
}

/** Skips "(1) (2) (3)" below the heads, and the ends of rows around it. */
export function pastNumbers(pieces: readonly Piece[], from: number, columns: number): number {
  let at = from
  if (pieces[at]?.empty) at++
  let count = 0
  while (count < columns + 2 && isColumnNumber(pieces[at + count], count)) count++
  if (count < FEWEST_COLUMNS) return from
  at += count
  return at
}

function isColumnNumber(piece: Piece | undefined, place: number): boolean {
  const hit = /^\(?(?:(\d{1,2})|([A-H]|[a-h]))\)?$/.exec(piece?.passage.text ?? '')
  if (!hit) return false
  if (hit[1]) return Math.abs(Number(hit[1]) - place - 1) <= 2
  return place <= 2
}

/** How many pieces the header takes where it is printed again, or 0. */
export function repeatedAt(pieces: readonly Piece[], at: number, printed: readonly Piece[]): number {
  let here = at
  let matched = 0
  for (const head of printed) {
    if (pieces[here]?.empty && matched > 0) here++
    const piece = pieces[here]
    if (!piece || piece.passage.plain !== head.passage.plain) break
    matched++
    here++
  }
  return matched === printed.length ? here - at : 0
}
