import { firstAbove, type Line, linesOf, middle, type Rule } from './sheet.ts'

/** A column of a table without upright rules: where it is, and its texts from top to bottom. */
export interface Column {
  start: number
  end: number
  lines: Line[]
}

/** A row: where it ends, and whether it is one text across the columns. */
export interface RowOfLines {
  bottom: number
  across: Line[]
}

/** Lines of two cells are farther apart than those of one, by at least this factor. */
const CELL_STEP = 1.15
/** Lines of one cell are no closer than this share of their height, and no farther apart than so many heights. */
const LEAST_STEP = 0.8
const MOST_STEP = 2.2
/** Texts of two rows may seem to overlap by so many points where a page was recognised. */
const OVERLAP = 1

/** The texts of each column of these lines. */
export function columnsOf(lines: readonly Line[], places: readonly { start: number; end: number }[]): Column[] {
  const words = lines.flatMap((line) => line.words)
  return places.map(({ start, end }) => ({
    start,
    end,
    lines: linesOf(words.filter((word) => middle(word).x >= start && middle(word).x < end)),
  }))
}

/**
 * The rows of a table, and whether they were told apart with certainty. Drawn rules across the table part its rows. Without
 * them the lines of a cell hold together, and so do cells beside each other; where all of them hold together, because cells
 * have no space around them, rows begin at lines that begin a text in each column they fill.
 *
 * @param across lines that run across the columns: each makes a row of its own, with those directly below it.
 */
export function rowsBetween(
  columns: readonly Column[],
  across: readonly Line[],
  rules: readonly Rule[],
  isHeaded: boolean,
): { rows: RowOfLines[]; isSure: boolean } {
  const ends = rules.length > 1 ? rules.map(({ top, bottom }) => (top + bottom) / 2).sort((a, b) => a - b) : null
  const blocks: Block[] = across.map((line) => ({ top: line.top, bottom: line.bottom, across: line }))
  blocks.push(...blocksOf(columns, ends !== null))
  blocks.sort((a, b) => (ends ? a.top + a.bottom - b.top - b.bottom : a.top - b.top))
  const rows: RowOfLines[] = []
  let between = 0
  for (const block of blocks) {
    const row = rows.at(-1)
    const place = ends ? firstAbove(ends, (block.top + block.bottom) / 2) : 0
    const isAcross = block.across !== undefined
    const isSame = row && place === between && isAcross === row.across.length > 0 && (ends ?? holds(row, block))
    if (isSame) row.bottom = Math.max(row.bottom, block.bottom)
    else rows.push({ bottom: block.bottom, across: [] })
    if (block.across) rows.at(-1)!.across.push(block.across)
    between = place
  }
  // A head and one row, or one row alone: they may be several without space between them.
  const isApart = ends !== null || rows.filter((row) => row.across.length === 0).length > (isHeaded ? 2 : 1)
  return isApart ? { rows, isSure: true } : beginnings(columns, rows)
}

interface Block {
  top: number
  bottom: number
  across?: Line
}

/** Whether a text stands beside those of a row, or a line across directly below another. */
function holds(row: RowOfLines, block: Block): boolean {
  return block.across ? block.top - row.bottom < (block.bottom - block.top) * 0.5 : block.top < row.bottom - OVERLAP
}

/** The texts of cells: lines of one column that are as close as lines of a paragraph; with rules each line is its own. */
function blocksOf(columns: readonly Column[], isRuled: boolean): Block[] {
  const pitch = pitchOf(columns)
  return columns.flatMap(({ lines }) => {
    const blocks: Block[] = []
    let above: Line | undefined
    for (const line of lines) {
      const last = blocks.at(-1)
      if (!isRuled && last && above && line.bottom - above.bottom <= pitch * CELL_STEP) last.bottom = line.bottom
      else blocks.push({ top: line.top, bottom: line.bottom })
      above = line
    }
    return blocks
  })
}

/** The distance between lines of one cell: nearly the smallest. */
function pitchOf(columns: readonly Column[]): number {
  const steps = columns.flatMap(({ lines }) =>
    lines.slice(1).flatMap((line, at) => {
      const step = line.bottom - lines[at]!.bottom
      const height = line.bottom - line.top
      return step > height * LEAST_STEP && step < height * MOST_STEP ? [step] : []
    }),
  )
  return steps.sort((a, b) => a - b)[Math.floor(steps.length * 0.05)] ?? 0
}

const BEGINS = /^[\p{Lu}\d"“(+•–-]/u

/** Rows that begin where a line begins a text in each column that it fills, two at least. */
function beginnings(columns: readonly Column[], held: readonly RowOfLines[]): { rows: RowOfLines[]; isSure: boolean } {
  const lines = columns.flatMap((column) => column.lines).sort((a, b) => a.bottom - b.bottom)
  const rows: RowOfLines[] = []
  const across = held.filter((row) => row.across.length > 0)
  let isTorn = false
  let at = 0
  while (at < lines.length) {
    const first = lines[at]!
    let to = at + 1
    while (to < lines.length && lines[to]!.bottom - first.bottom < (first.bottom - first.top) / 2) to++
    const texts = lines.slice(at, to)
    const isBeginning = texts.length >= 2 && texts.every(({ text }) => BEGINS.test(text))
    const apart = across[0] && across[0].bottom < first.bottom ? across.shift() : undefined
    if (apart) rows.push(apart)
    if (isBeginning || apart || rows.length === 0) {
      rows.push({ bottom: 0, across: [] })
      if (!isBeginning) isTorn = true
    }
    rows.at(-1)!.bottom = Math.max(rows.at(-1)!.bottom, ...texts.map(({ bottom }) => bottom))
    at = to
  }
  rows.push(...across)
  return { rows, isSure: !isTorn || rows.length <= held.length }
}
