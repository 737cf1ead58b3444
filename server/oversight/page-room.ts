/**
 * How much of one page is left for a table, in points: so that a report that promises one page has one as DOCX and as PDF. What
 * is measured here is on the high side: a line too many is a row less, a line too few would be a second page.
 */
import { type Column, MOST, PAGE, type Part, SIZE } from '../platform/official-document/model.ts'
import { titleLines } from '../platform/official-document/typography.ts'
import { fitted } from './fitted.ts'
import type { ReportText } from './text-shapes.ts'

const points = (millimetres: number) => (millimetres * 72) / 25.4
const WIDTH = points(PAGE.width - PAGE.left - PAGE.right)
const HEIGHT = points(PAGE.height - PAGE.top - PAGE.bottom)
/** The height of a line of size 1 in the face of official documents, and in its paragraphs. */
const LINE = 1.15
const SPACED = LINE * 1.15
/** Above and below the words of a cell, and its rule. */
const CELL = 4
/** The mark, the national title with issuer, number and place, and the kind of paper; its title comes to that. */
const HEAD = 16 + 3 * SIZE.title * SPACED + 6 + 18 + SIZE.type * SPACED + 12
/** The lines left free after a table and before the signature, as a DOCX has them. */
const AROUND = 2 * SIZE.body * LINE + 12
/** Room to sign in, with the name under it. */
const SIGNED = 72 + 2 * SIZE.body * LINE

export const paragraphHeight = (words: string): number =>
  6 + fitted(words, SIZE.body, WIDTH - points(10), 99, 'normal').length * SIZE.body * SPACED

/** What is left of the page under the head, above the signature and beside these parts; a table among them counts with its rows. */
export function roomFor(
  parts: readonly Part[],
  { title, recipients }: Pick<ReportText, 'title' | 'recipients'>,
  signature: string,
): number {
  const inParts = parts.reduce((sum, part) => sum + heightOf(part), 0)
  const names = recipients.reduce(
    (sum, name) => sum + fitted(`- ${name};`, SIZE.recipients, WIDTH / 2 - 6, 9).length,
    0,
  )
  // One who signs for another has a line more than the draft.
  const titles = Math.max(2, signature.split('\n').length)
  const foot = Math.max(12 * SPACED + names * SIZE.recipients * SPACED, titles * SIZE.title * SPACED + SIGNED)
  return HEIGHT - HEAD - titleLines(title, MOST.page).length * SIZE.type * SPACED - inParts - foot - AROUND
}

function heightOf(part: Part): number {
  if (part.kind === 'heading' || part.kind === 'centred') return paragraphHeight(part.text)
  if (part.kind === 'paragraph') return paragraphHeight(part.runs.map(({ text }) => text).join(''))
  if (part.kind === 'picture') return points(part.height) + 12
  const size = part.size ?? SIZE.table
  const rows = [part.columns.map(({ title }) => title), ...part.rows.map((row) => row.map(({ text }) => text))]
  return AROUND + rows.reduce((sum, row) => sum + rowHeight(part.columns, row, size), 0)
}

/** How many of the rows fit under the header of the table. */
export function rowsThatFit(columns: readonly Column[], rows: readonly string[][], size: number, room: number): number {
  let left =
    room -
    rowHeight(
      columns,
      columns.map(({ title }) => title),
      size,
    )
  let fit = 0
  for (const row of rows) {
    left -= rowHeight(columns, row, size)
    if (left < 0) break
    fit += 1
  }
  return fit
}

function rowHeight(columns: readonly Column[], cells: readonly string[], size: number): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const most = Math.max(
    ...cells.map((words, at) => fitted(words, size, (columns[at]!.width / whole) * WIDTH - 6, 99, 'normal').length),
  )
  return most * size * LINE + CELL
}
