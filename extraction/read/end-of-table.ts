import { COUNTED_ROW, type Column, isTitle, segmentsOf } from './segments.ts'

/** A title of three words or more; "VTV," and "THỜI" in capitals are cells. */
export function isTitleOfMore(line: string): boolean {
  return isTitle(line) && segmentsOf(line).length === 1 && /\p{L}[^\p{L}]+\p{L}+[^\p{L}]+\p{L}/u.test(line)
}

/** Recipients, notes, the next annex and the signature are never rows. */
export function isAfterTable(line: string): boolean {
  return /^\s*(?:N[ơo]i nh[ậa]n|Ghi ch[úu]|PHỤ LỤC|\(\*+\) \S|(?:TM|KT|TL|TUQ)\.\s)/u.test(line)
}

/** Text below the table, if no further row follows it: a title, a sentence or the heading of a section. */
export function endsRows(
  lines: readonly string[],
  at: number,
  afterBlank: boolean,
  columns: readonly Column[],
): boolean {
  const line = lines[at]!
  const isText =
    isTitleOfMore(line) ||
    isSentence(lines, at, columns) ||
    (afterBlank && (isSection(lines, at, columns) || isAcrossText(line, columns)))
  return isText && !goesOn(lines, at + 1, columns)
}

/** Lines that are looked at for a further row. */
const AHEAD = 6

/** A number where the numbers of rows stand, with cells beside it. */
function goesOn(lines: readonly string[], from: number, columns: readonly Column[]): boolean {
  const next = lines.slice(from, from + AHEAD)
  return next.some((line) => {
    const [number, ...cells] = segmentsOf(line)
    return number !== undefined && cells.length > 0 && COUNTED_ROW.test(number.text) && number.start < columns[1]!.start
  })
}

/** A line of text from the margin across the columns: where numbers of rows would stand. */
function isAcrossText(line: string, columns: readonly Column[]): boolean {
  const [only, ...more] = segmentsOf(line)
  if (!only || more.length > 0 || !/^\p{Lu}/u.test(only.text) || COUNTED_ROW.test(only.text.split(' ')[0]!))
    return false
  return only.start <= columns[0]!.start + 1 && only.end > columns.at(-1)!.start * 0.8
}

/** A sentence from the margin, where the numbers of rows stand; it may go on in the next line. */
function isSentence(lines: readonly string[], at: number, columns: readonly Column[]): boolean {
  const line = lines[at]!
  if (!/^\s*\p{Lu}\p{Ll}/u.test(line) || !isAtMargin(line, columns)) return false
  const next = lines[at + 1] ?? ''
  const goesOn = /^\s*\p{Ll}/u.test(next) && isAtMargin(next, columns)
  return goesOn || /[.;]\/?\.?\s*$/.test(line)
}

/** One text from the margin into the column of names. */
function isAtMargin(line: string, columns: readonly Column[]): boolean {
  const [only, ...more] = segmentsOf(line)
  return only !== undefined && more.length === 0 && only.start <= columns[0]!.start + 1 && only.end > columns[2]!.start
}

/** The heading of the next section behind an empty line: what comes below it is text, not rows. */
function isSection(lines: readonly string[], at: number, columns: readonly Column[]): boolean {
  const [only, ...more] = segmentsOf(lines[at]!)
  if (!only || more.length > 0 || !/^[IVX]{1,5}\.\s+\p{Lu}/u.test(only.text)) return false
  const next = lines.slice(at + 1, at + 4).find((line) => line.trim() !== '')
  return next !== undefined && segmentsOf(next).length === 1 && isAcross(next, columns)
}

/** A line that one text fills to beyond the second column of words, and no number begins. */
export function isAcross(line: string, columns: readonly Column[]): boolean {
  const segments = segmentsOf(line)
  const only = segments[0]!
  const last = columns.at(-1)!
  return segments.length === 1 && only.start < columns[2]!.start && only.end > (columns[2]!.end + last.end) / 2
}
