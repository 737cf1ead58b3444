import type { Line } from './pieces.ts'

/** A page number alone on its line: "2", "- 2 -", "Trang 2/10", "===== Trang 2 =====", or the name of the file; "12/2026" is a month. */
const PAGE_NUMBER =
  /^(?:\S{1,40}\.(?:docx?|pdf|odt)(?:\s+\d(?: ?\d){0,2})?|\W{0,3}(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?\W{0,3}|[=–—_*-]{3,}\s*trang\s+\d{1,3}\s*[=–—_*-]{3,})$/i

const FILE = /\.(?:docx?|pdf|odt)(?:\s|$)/i

export function isPageNumber(line: Line): boolean {
  // "6." alone is the mark of an item whose text was broken off.
  return PAGE_NUMBER.test(line.text.trim()) && (!/\d[.)]/.test(line.text) || FILE.test(line.text))
}

/** The line that the official gazette prints at the edge of its pages, above or below their number. */
export const GAZETTE = /^\s*CÔNG BÁO\s?\/\s?Số \d/u
/** The stamp of a digital signature, which a copy repeats on its pages: who signed, and within a few lines when. */
export const STAMP = /^\s*(?:(?:Được )?[Kk]ý (?:số )?bởi|Người ký)\s?: /u
const DAY_NAMES = 'Thời gian ký|Ngày ký'
const FIELD_NAMES = 'E-?mail|Cơ quan|Chức vụ|Địa chỉ'
const SIGNED_ON = new RegExp(`^\\s*(?:${DAY_NAMES})\\s?: `, 'u')
const STAMP_FIELD = new RegExp(`^\\s*(?:${FIELD_NAMES})\\s?: `, 'u')
const NEXT_FIELD = new RegExp(` (?:${DAY_NAMES}|${FIELD_NAMES})\\s?:`, 'u')
const STAMP_LINES = 6
/** Lines of the head, in which a stamp says who issued the document. */
export const HEAD_LINES = 12
/** The first line of an item. */
export const ITEM_LINE = /^\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+\p{L}/u

/** It may as well be the number of a row, in a table that was flattened to lines. */
export function isPlainNumber(line: Line): boolean {
  return /^\D{0,2}\d{1,3}\D{0,2}$/.test(line.text.trim())
}

/** Where the stamp that begins at this line ends: with its day if that is near, else with the fields that follow it. */
export function lastOfStamp(lines: readonly Line[], from: number): number {
  let fields = from
  for (let at = from + 1; at <= from + STAMP_LINES && lines[at] && !ITEM_LINE.test(lines[at]!.text); at++) {
    if (SIGNED_ON.test(lines[at]!.text)) return at
    if (fields === at - 1 && STAMP_FIELD.test(lines[at]!.text)) fields = at
  }
  return fields
}

/** Where the name of the signer stands in a stamp of one paragraph, between "Ký bởi:" and the next field. */
export function signerIn(text: string): { from: number; to: number } | null {
  const stamp = STAMP.exec(text)
  if (!stamp) return null
  const next = NEXT_FIELD.exec(text)
  return { from: stamp[0].length, to: next ? next.index : text.length }
}
