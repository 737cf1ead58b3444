import { passageOf } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import { LINE_OF_CELL } from '../read/compose.ts'
import { isUnitAt } from '../units/units.ts'
import { isCapitals } from './capitals.ts'
import type { Fragment, Paragraph, Table } from './fragments.ts'
import { markIn } from './marks.ts'
import { pageOf } from './page.ts'
import { hasPlanHeads, mayGiveWork, tableRows } from './tables.ts'

/**
 * The parts of an official document (Nghị định 30/2020/NĐ-CP, Điều 8): the text before the orders, the orders, and what
 * follows.
 */
export interface DocumentParts {
  /** Header, number, place and day, type, subject, legal bases. */
  front: Paragraph[]
  /** "Kính gửi", with its list. */
  addressees: Paragraph[]
  /** Everything that may contain orders, in document order. */
  body: Fragment[]
  /** "Nơi nhận", signature and the text next to them. */
  back: Paragraph[]
  /** All paragraphs, with layout tables opened. */
  all: Paragraph[]
  /** What a web page prints around the document: menus, its attributes, other documents. */
  around: Paragraph[]
  /** Tables that seem to give work and were not understood; nothing of them is in the body. */
  unread: Table[]
}

const OPENING_MARKS = new Set(['part', 'chapter', 'section', 'article', 'capital', 'roman', 'number', 'letter'])
const FRONT_LINE =
  /^(?:so\s*:|so \d|v\/v|\(?ban hanh kem theo|\(kem theo|can cu|xet |theo de nghi|cong hoa xa hoi|doc lap|quyet dinh\s*:|nghi quyet\s*:|ky boi|nguoi ky|den\s|gio|ngay\s*:)/
/** A công điện names its addressees after the authority: "THỦ TƯỚNG CHÍNH PHỦ điện:". */
const DISPATCHED = /^[a-z ,]{4,80}\bdien\s*:/
const BACK_END = /^(?:phu luc|phu bieu|danh muc|ke hoach|chuong trinh|bieu)\b/

export function partsOf(fragments: readonly Fragment[]): DocumentParts {
  const unread: Table[] = []
  const { own: flat, around } = pageOf(mended(fragments).flatMap((fragment) => opened(fragment, unread)))
  const parts: DocumentParts = { front: [], addressees: [], body: [], back: [], all: [], around, unread }
  let place: 'front' | 'addressees' | 'body' | 'back' = 'front'
  for (const fragment of flat) {
    if (fragment.kind === 'table') {
      place = 'body'
      parts.body.push(fragment)
      continue
    }
    parts.all.push(fragment)
    place = placeOf(fragment, place, parts)
    if (place === 'front') {
      parts.front.push(fragment)
      if (mayOrder(fragment)) parts.body.push(fragment)
    } else if (place === 'addressees') parts.addressees.push(fragment)
    else if (place === 'back') parts.back.push(fragment)
    else parts.body.push(fragment)
  }
  return parts
}

function placeOf(
  fragment: Paragraph,
  place: 'front' | 'addressees' | 'body' | 'back',
  parts: DocumentParts,
): typeof place {
  const { plain, text } = fragment.passage
  if (/^\W*noi nhan\b/.test(plain)) return 'back'
  const mark = markIn(fragment.passage)
  if (place === 'back') {
    const ends =
      (mark !== null && ['part', 'chapter', 'section', 'article', 'roman', 'number'].includes(mark.kind)) ||
      (BACK_END.test(plain) && isCapitals(text)) ||
      /^phu luc/.test(plain) ||
      text === '[...]'
    return ends ? 'body' : 'back'
  }
  if (place !== 'body' && (/^\W*kinh (?:gui|chuyen)\b/.test(plain) || DISPATCHED.test(plain))) return 'addressees'
  if (place === 'addressees') {
    const listed = mark === null || mark.kind === 'dash' || mark.kind === 'bullet' || mark.kind === 'plus'
    const openList =
      /:\s*$/.test(parts.addressees.at(-1)?.passage.text ?? '') ||
      /[;,]\s*$/.test(parts.addressees.at(-1)?.passage.text ?? '') ||
      mark !== null
    if (
      listed &&
      openList &&
      text.length < 260 &&
      isUnitAt(fragment.passage, wordAt(wordsOf(fragment.passage), mark?.length ?? 0))
    )
      return 'addressees'
    return 'body'
  }
  if (place === 'front') {
    return mark && OPENING_MARKS.has(mark.kind) && !FRONT_LINE.test(plain) ? 'body' : 'front'
  }
  return place
}

/** Lines before the first numbered item may already give orders; header lines do not. */
function mayOrder({ passage }: Paragraph): boolean {
  return !FRONT_LINE.test(passage.plain) && !isCapitals(passage.text) && passage.text.length > 20
}

/**
 * A table without header directly after another is the rest of it, split off by a page break or an empty line; its rows
 * are added to the first. Tables of one or two columns are layout and are left alone.
 */
function mended(fragments: readonly Fragment[]): Fragment[] {
  const whole: Fragment[] = []
  /** The plan's table that the next fragment may continue, with its own list of rows. */
  let open: Table | null = null
  for (const fragment of fragments) {
    if (fragment.kind === 'paragraph') {
      open = null
      whole.push(fragment)
      continue
    }
    const isRest = open !== null && !hasPlanHeads(fragment) && widthOf(fragment) >= 3
    if (open && isRest && Math.abs(widthOf(fragment) - widthOf(open)) <= 1) {
      for (const row of fragment.rows) open.rows.push(row)
      open.span = { start: open.span.start, end: fragment.span.end }
      continue
    }
    open = tableRows(fragment) !== null ? { ...fragment, rows: [...fragment.rows] } : null
    whole.push(open ?? fragment)
  }
  return whole
}

function widthOf(table: Table): number {
  return table.rows.slice(0, 20).reduce((widest, row) => Math.max(widest, row.cells.length), 0)
}

/** Layout tables are replaced by their cells; tables without tasks are left out, and kept as unread if they may give work. */
function opened(fragment: Fragment, unread: Table[]): Fragment[] {
  if (fragment.kind === 'paragraph' || tableRows(fragment)) return [fragment]
  if (isLayout(fragment))
    return fragment.rows.flatMap((row) => row.cells.filter((cell) => cell.passage.text !== '').flatMap(paragraphsOf))
  if (mayGiveWork(fragment)) unread.push(fragment)
  return []
}

/** The lines of a cell that its format keeps apart are paragraphs of their own: issuer, number, subject. */
function paragraphsOf({ passage }: { passage: Paragraph['passage'] }): Paragraph[] {
  const { start, end } = passage.span()
  const printed = passage.source.slice(start, end)
  if (!printed.includes(LINE_OF_CELL)) return [{ kind: 'paragraph', passage, heading: false }]
  let from = start
  return printed.split(LINE_OF_CELL).flatMap((line) => {
    const own = passageOf(passage.source, [{ start: from, end: from + line.length }])
    own.known = passage.known
    from += line.length + 1
    return own.text === '' ? [] : [{ kind: 'paragraph' as const, passage: own, heading: false }]
  })
}

function isLayout(table: Table): boolean {
  const columns = widthOf(table)
  if (table.rows.length <= 3 || columns <= 2) return true
  const head = table.rows
    .slice(0, 4)
    .flatMap((row) => row.cells.map((cell) => cell.passage.plain))
    .join(' ')
  return columns <= 3 && table.rows.length <= 8 && /cong hoa xa hoi|noi nhan|so\s*:/.test(head)
}
