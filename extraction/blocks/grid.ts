import { passageOf } from '../language/passage.ts'
import type { ColumnRole } from './columns.ts'
import { type Content, contentOf } from './content.ts'
import type { Row, Table, TableCell } from './fragments.ts'
import { type FoundHeader, type Header, headerAt, pastNumbers, repeatedAt } from './heads.ts'
import { markOf } from './marks.ts'
import type { Piece } from './pieces.ts'

/**
 * Rebuilds a table that was flattened to one cell after another. The header gives the columns; every later piece is put
 * in the place where its kind of content fits best (a number, names of agencies, a period, …), so cells that are missing
 * at the end of a row or below a merged cell do not shift those after them. Of all ways to lay the pieces out, the one with
 * the greatest sum of fits is taken; the table ends where a further row would lower it.
 */
export interface Rebuilt {
  table: Table
  /** First piece after the table. */
  end: number
}

interface Layout {
  /** The pieces are cells with borders, so an empty piece is an empty cell or the end of a row; else they are lines. */
  bordered: boolean
  source: string
}

/** A title just above the heads may look like a head ("DANH MỤC NHIỆM VỤ"): so many pieces may not belong to them. */
const TITLES_ABOVE = 2

/** The table whose header begins at a piece, or null; null as well if a better one begins at the next pieces. */
export function tableAt(pieces: readonly Piece[], from: number, layout: Layout): Rebuilt | null {
  const best = bestLayout(pieces, from, layout)
  if (!best) return null
  for (let later = from + 1; later <= from + TITLES_ABOVE; later++) {
    if ((bestLayout(pieces, later, layout)?.laid.score ?? 0) > best.laid.score) return null
  }
  return { table: tableOf(best.laid, best.header, layout), end: best.laid.end }
}

function bestLayout(pieces: readonly Piece[], from: number, layout: Layout): { laid: Laid; header: Header } | null {
  const found = headerAt(pieces, from, layout.bordered)
  let best: { laid: Laid; header: Header } | null = null
  for (const header of found?.orders ?? []) {
    const laid = layOut(pieces, found!, header, layout)
    if (laid && laid.score > (best?.laid.score ?? 0)) best = { laid, header }
  }
  return best
}

/** What a column loses when a row has no piece for it, and how much less where the file shows the empty cell. */
const MISSING: Record<ColumnRole, number> = {
  ordinal: 2,
  content: 9,
  lead: 2.5,
  altLead: 1,
  coordinating: 1.2,
  deadline: 2,
  product: 1,
  target: 0.8,
  measureUnit: 0.8,
  other: 0.2,
}
const SHOWN_EMPTY = 0.3
/** A row that begins though no border ended the one before it. */
const NO_BORDER = 2.5
/** After an empty line, text is more likely to stand behind the table. */
const APART = 2
const STRAY_NUMBER = 1.5
/** The search stops where the best layout so far is this much better than any that goes on: bounds the work. */
const DROP = 45
/** A row is worth less than this only if the pieces are no table. */
const LEAST_PER_ROW = 4

/** Columns that name agencies or persons who do not do the work: "Cơ quan theo dõi", "Lãnh đạo phụ trách", "Cấp trình". */
const NAMES_OTHERS = /^(?:co quan|don vi|bo phan|nguoi|lanh dao|can bo|cap|noi)\b/
/** Columns of times that are no limit: "Thời gian bắt đầu", "Ngày giao". */
const TIMES = /^(?:thoi (?:gian|diem|han)|ngay|thang|nam|bat dau|khoi cong|tu ngay)\b/

/** What is expected in a column that gives no work. */
type Other = 'unit' | 'period' | null

function otherOf(role: ColumnRole, head: string): Other {
  if (role !== 'other') return null
  return NAMES_OTHERS.test(head) ? 'unit' : TIMES.test(head) ? 'period' : null
}

const COUNT_HEAD = /^s?tt$/
const IMPOSSIBLE = Number.NEGATIVE_INFINITY

function fit(role: ColumnRole, content: Content, other: Other): number {
  const { ordinal, unit, period, filler, length } = content
  switch (role) {
    case 'ordinal':
      if (!ordinal) return -9
      if (ordinal.form === 'item') return 3
      return ordinal.form === 'number' || ordinal.form === 'path' ? 4 : 1.5
    case 'content':
      if (ordinal) return -9
      if (filler) return -5
      if (period) return -4
      if (unit) return -2.5
      return length >= 25 ? 2.5 : length >= 8 ? 1.5 : 0.5
    case 'lead':
    case 'altLead':
    case 'coordinating':
      if (ordinal) return -9
      if (unit) return role === 'altLead' ? 2 : 3
      if (filler) return 0.5
      if (period || content.listed) return -4
      return length > 80 ? -5 : -1.5
    case 'deadline':
      if (ordinal) return -7
      if (period) return 4
      if (filler) return 0.5
      if (unit) return -4
      return length > 60 ? -5 : -1.5
    case 'product':
      if (ordinal) return -5
      if (unit || period) return -3
      if (content.product) return 2.5
      return length > 250 ? -1.5 : 0.5
    case 'target':
      if (unit) return -3
      if (period) return -2
      return content.figure ? 2 : 0
    default:
      if (ordinal) return -4
      if ((unit && other === 'unit') || (period && other === 'period')) return 2
      if (unit || period) return -1.5
      return 0
  }
}

/** Text in lower case that is longer than this does not go on with a time. */
const TORN_FROM = 40

/** What it costs to read a line as the next line of the cell above it. */
function continuing(role: ColumnRole, content: Content): number {
  if (content.low) return role === 'deadline' && content.length > TORN_FROM ? -3 : 0.5
  if (content.ordinal) return -6
  if (content.listed && !content.unit && (role === 'content' || role === 'product')) return 0.3
  if (content.period) return role === 'deadline' ? -0.5 : -4
  if (content.unit) return role === 'lead' || role === 'coordinating' ? -1.2 : -3
  if (role === 'lead' || role === 'coordinating') return content.length > 60 ? -5 : -2.5
  if (role === 'deadline' || role === 'ordinal') return content.length > 40 ? -5 : -2.5
  return -1.2
}

/** How a piece was placed: in a column, as the number or the title of a group, or as the end of a row. */
type Step = 'cell' | 'more' | 'row' | 'groupNumber' | 'groupTitle' | 'end' | 'start'

interface Move {
  step: Step
  state: number
  before: number
}

interface Laid {
  score: number
  end: number
  rows: LaidRow[]
}

interface LaidRow {
  group: boolean
  /** Pieces by column; for a group: its number, then its title. */
  cells: Piece[][]
  /** Columns whose cell the file shows, if only as an empty one. */
  shown: Set<number>
}

/** The states of the search: the column of the last piece, or one of these. */
function statesOf(columns: number) {
  return { groupNumber: columns, groupTitle: columns + 1, rowEnd: columns + 2, count: columns + 3 }
}

function layOut(pieces: readonly Piece[], found: FoundHeader, header: Header, layout: Layout): Laid | null {
  const { roles } = header
  const columns = roles.length
  const { groupNumber, groupTitle, rowEnd, count } = statesOf(columns)
  /** What is lost by leaving out the columns from one up to another. */
  const before: number[] = [0]
  for (const role of roles) before.push(before.at(-1)! + MISSING[role])
  const skipped = (from: number, to: number): number => before[to]! - before[from]!
  const others = header.columns.map(({ passage }, at) => otherOf(roles[at]!, passage.plain))
  let scores = new Array<number>(count).fill(IMPOSSIBLE)
  scores[rowEnd] = 0
  const moves: { at: number; moves: Move[] }[] = []
  let best = { score: 0, state: rowEnd, length: 0, end: found.end }
  let lastNumber = 0
  let isNewPage = false
  let at = found.end
  while (at < pieces.length) {
    const repeated = repeatedAt(pieces, at, found.printed)
    if (repeated > 0) {
      at = pastNumbers(pieces, at + repeated, found.printed.length)
      isNewPage = true
      continue
    }
    const piece = pieces[at]!
    // Another table begins, with heads of its own.
    if (COUNT_HEAD.test(piece.passage.plain) && headerAt(pieces, at, layout.bordered)) break
    const next = new Array<number>(count).fill(IMPOSSIBLE)
    const taken = new Array<Move>(count)
    const offer = (state: number, score: number, from: number, step: Step): void => {
      if (score > next[state]!) {
        next[state] = score
        taken[state] = { step, state, before: from }
      }
    }
    const content = piece.empty ? null : contentOf(piece.passage)
    const isNext = content?.ordinal !== null && content?.ordinal !== undefined && follows(content.ordinal, lastNumber)
    for (let from = 0; from < count; from++) {
      const score = scores[from]!
      if (score === IMPOSSIBLE) continue
      const isColumn = from < columns
      if (content === null) {
        if (isColumn) {
          offer(rowEnd, score - skipped(from + 1, columns), from, 'end')
          if (from + 1 < columns) offer(from + 1, score - MISSING[roles[from + 1]!] * SHOWN_EMPTY, from, 'cell')
        } else if (from === groupTitle) {
          offer(rowEnd, score, from, 'end')
          offer(groupTitle, score - 0.1, from, 'more')
        } else if (from === rowEnd) {
          offer(rowEnd, score - 0.1, from, 'end')
          offer(0, score - MISSING[roles[0]!] * SHOWN_EMPTY, from, 'row')
        }
        continue
      }
      // A page number that stands between the lines of a table.
      if (!layout.bordered && content.ordinal?.form === 'number') offer(from, score - STRAY_NUMBER, from, 'end')
      if (isColumn) {
        if (!layout.bordered) offer(from, score + continuing(roles[from]!, content), from, 'more')
        for (let to = from + 1; to < columns; to++)
          offer(to, score - skipped(from + 1, to) + fit(roles[to]!, content, others[to]!), from, 'cell')
      }
      if (from === groupNumber) {
        if (!content.ordinal && !content.unit) offer(groupTitle, score + 2, from, 'groupTitle')
        else if (content.unit) offer(groupTitle, score + 1.5, from, 'groupTitle')
        continue
      }
      if (from === groupTitle && !layout.bordered && !content.ordinal)
        offer(groupTitle, score + (content.low || content.title ? 0 : -2.5), from, 'more')
      const border = layout.bordered && from !== rowEnd && !isNewPage ? NO_BORDER : 0
      const start =
        score - (isColumn ? skipped(from + 1, columns) : 0) - border - (piece.apart && layout.bordered ? APART : 0)
      for (let to = 0; to < columns; to++) {
        const role = roles[to]!
        const order = role !== 'ordinal' || !content.ordinal ? 0 : isNext ? 2 : -2
        // The rest of a row that a page end tore has no number, and is not expected to have one.
        const isTorn = role === 'content' && content.low && content.length > TORN_FROM && isColumn
        offer(to, start - (isTorn ? 0 : skipped(0, to)) + fit(role, content, others[to]!) + order, from, 'row')
      }
      if (content.ordinal && content.ordinal.form !== 'path' && content.ordinal.form !== 'item')
        offer(groupNumber, start + (content.ordinal.form === 'number' ? -1 : 1.5), from, 'groupNumber')
      if (!content.ordinal && !content.period && content.length < 300)
        offer(groupTitle, start + (content.title ? 1.5 : content.unit ? -0.5 : -1.5), from, 'groupTitle')
    }
    if (content?.ordinal && (content.ordinal.form === 'number' || content.ordinal.form === 'path'))
      lastNumber = content.ordinal.value
    scores = next
    moves.push({ at, moves: taken })
    at++
    if (content !== null) isNewPage = false
    let top = IMPOSSIBLE
    for (let state = 0; state < count; state++) {
      const score = next[state]!
      if (score > top) top = score
      if (state >= columns) continue
      const closed = score - skipped(state + 1, columns)
      if (closed > best.score) best = { score: closed, state, length: moves.length, end: at }
    }
    if (top < best.score - DROP) break
  }
  const rows = rowsAlong(moves, best.state, best.length, pieces, columns)
  if (!isTable(rows, best.score, roles)) return null
  return { score: best.score, end: behindBorders(pieces, best.end, layout), rows }
}

/** Empty pieces after the last row belong to the table's frame. */
function behindBorders(pieces: readonly Piece[], from: number, layout: Layout): number {
  let end = from
  while (layout.bordered && pieces[end]?.empty) end++
  return end
}

function follows(ordinal: NonNullable<Content['ordinal']>, last: number): boolean {
  return ordinal.value === last + 1 || ordinal.value === 1 || ordinal.form === 'path'
}

function rowsAlong(
  moves: readonly { at: number; moves: Move[] }[],
  state: number,
  length: number,
  pieces: readonly Piece[],
  columns: number,
): LaidRow[] {
  const path: { piece: Piece; move: Move }[] = []
  let here = state
  for (let step = length - 1; step >= 0; step--) {
    const move = moves[step]!.moves[here]
    if (!move) break
    path.push({ piece: pieces[moves[step]!.at]!, move })
    here = move.before
  }
  const rows: LaidRow[] = []
  const blank = (): Piece[][] => Array.from({ length: columns }, () => [])
  for (const { piece, move } of path.reverse()) {
    const row = rows.at(-1)
    if (move.step === 'end') continue
    if (move.step === 'row') rows.push({ group: false, cells: blank(), shown: new Set() })
    else if (move.step === 'groupNumber') rows.push({ group: true, cells: [[], []], shown: new Set() })
    else if (move.step === 'groupTitle' && !(row?.group && row.cells[1]!.length === 0 && row.cells[0]!.length > 0))
      rows.push({ group: true, cells: [[], []], shown: new Set() })
    const open = rows.at(-1)!
    if (!open.group) open.shown.add(move.state)
    if (piece.empty) continue
    const place = open.group ? (move.step === 'groupNumber' ? 0 : 1) : move.state
    open.cells[place]!.push(piece)
  }
  return rows
}

/** At least two rows of work, or one that says who and by when. */
function isTable(rows: readonly LaidRow[], score: number, roles: readonly ColumnRole[]): boolean {
  const full = rows.filter((row) => !row.group && row.cells[roles.indexOf('content')]!.length > 0)
  if (full.length === 0 || score < LEAST_PER_ROW * full.length) return false
  if (full.length > 1) return true
  const has = (role: ColumnRole): boolean => (full[0]!.cells[roles.indexOf(role)]?.length ?? 0) > 0
  return has('lead') && (has('deadline') || has('coordinating') || has('product'))
}

function tableOf(laid: Laid, header: Header, { source, bordered }: Layout): Table {
  const content = header.roles.indexOf('content')
  const cellOf = (column: number, pieces: readonly Piece[], columnSpan = 1): TableCell => ({
    column,
    columnSpan,
    rowSpan: 1,
    passage: passageOf(
      source,
      pieces.flatMap((piece) => piece.lines),
    ),
  })
  const rows: Row[] = [rowOf(header.columns.map((head, column) => cellOf(column, [head])))]
  for (const { group, cells, shown } of laid.rows) {
    // A cell that is not there was merged with the one above it; between plain lines an empty one leaves no trace either.
    if (!group)
      rows.push(
        rowOf(cells.flatMap((pieces, column) => (!bordered || shown.has(column) ? cellOf(column, pieces) : []))),
      )
    else {
      const title = cellOf(content, cells[1]!)
      const number = cells[0]!.length > 0 ? cellOf(0, cells[0]!) : null
      rows.push(rowOf(content > 0 ? [...(number ? [number] : []), ...numbered(title, number)] : [title]))
    }
  }
  const spans = rows.map((row) => row.span)
  return {
    kind: 'table',
    span: { start: spans[0]!.start, end: spans.reduce((end, span) => Math.max(end, span.end), 0) },
    rows,
    headerRows: 1,
    mergesKnown: bordered,
  }
}

/** "II. TITLE" in one cell is number and title. */
function numbered(title: TableCell, number: TableCell | null): TableCell[] {
  const mark = number ? null : markOf(title.passage.text)
  if (!mark || !['roman', 'capital', 'number'].includes(mark.kind) || mark.length >= title.passage.text.length)
    return [title]
  const { source } = title.passage
  return [
    { ...title, column: 0, passage: passageOf(source, [title.passage.span(0, mark.length)]) },
    { ...title, passage: passageOf(source, [title.passage.span(mark.length)]) },
  ]
}

function rowOf(cells: TableCell[]): Row {
  const spans = cells.filter((cell) => cell.passage.text !== '').map((cell) => cell.passage.span())
  const start = Math.min(...spans.map((span) => span.start))
  return { span: { start, end: Math.max(...spans.map((span) => span.end)) }, cells }
}
