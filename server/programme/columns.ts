/** Finds the columns of an annex "Danh mục đề án" by their heads, and its rows. Pure: cells in, rows and errors out. */

import type { Level, TextKind } from './shapes.ts'

export type ColumnName = 'ordinal' | 'name' | 'lead' | 'coordinating' | 'level' | 'term' | 'inCharge' | 'note'

export interface TableRow {
  /** As the document counts: "dòng 12". */
  at: string
  cells: string[]
}

export interface AnnexRow {
  at: string
  name: string
  lead: string
  coordinating: string[]
  level: string
  term: string
  inCharge: string | null
  note: string | null
}

export type Columns = Partial<Record<ColumnName, number>>
export interface Annex {
  columns: Columns
  /** The heads as printed, for the review. */
  heads: Partial<Record<ColumnName, string>>
  rows: AnnexRow[]
}
/** The annex of a whole file. `unread`: its tables that hold no entries, each with its place and why. */
export interface AnnexOfFile extends Annex {
  unread: string[]
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** In this order: the first that fits a head takes it. */
const HEADS: readonly [ColumnName, RegExp][] = [
  ['ordinal', /^(?:tt|stt|so tt|so thu tu)$/],
  ['coordinating', /phoi hop/],
  ['lead', /chu tri|co quan trinh$|don vi trinh$/],
  ['inCharge', /phu trach|lanh dao (?:chinh phu|theo doi)|nguoi chi dao/],
  ['level', /cap trinh|cap quyet dinh|cap (?:co )?tham quyen|^trinh (?:chinh phu|cap)/],
  ['term', /thoi (?:han|gian|diem)|thang trinh|^thang$|tien do|han trinh/],
  ['name', /ten (?:de an|van ban|nhiem vu)|^de an|^noi dung|ten goi|cac de an/],
  ['note', /ghi chu/],
]

/** What a table must have to be such an annex; the level may be said in the title of a section instead. */
export const NEEDED: readonly ColumnName[] = ['name', 'lead', 'term']
export const COLUMN_WORDS: Record<ColumnName, string> = {
  ordinal: 'TT',
  name: 'Tên đề án',
  lead: 'Cơ quan chủ trì',
  coordinating: 'Cơ quan phối hợp',
  level: 'Cấp trình',
  term: 'Thời hạn trình',
  inCharge: 'Người phụ trách',
  note: 'Ghi chú',
}

export function columnsIn(cells: readonly string[]): Columns {
  const found: Columns = {}
  for (const [place, cell] of cells.entries()) {
    const head = fold(cell)
    if (head === '' || head.length > 120) continue
    const name = HEADS.find(([column, pattern]) => found[column] === undefined && pattern.test(head))?.[0]
    if (name) found[name] = place
  }
  return found
}

/** The row of heads: the first of the table's first rows that has a name and a lead, or the one that has most. */
function headRow(rows: readonly TableRow[]): { place: number; columns: Columns } {
  const tried = rows.slice(0, 12).map(({ cells }, place) => ({ place, columns: columnsIn(cells) }))
  const size = ({ columns }: { columns: Columns }) => Object.keys(columns).length
  return tried.reduce((best, one) => (size(one) > size(best) ? one : best), tried[0] ?? { place: -1, columns: {} })
}

/**
 * Reads a table. `missing`: needed columns that no head names; then there are no rows. A row across the table is a heading:
 * one that names a level ("A. TRÌNH CHÍNH PHỦ") or a month ("THÁNG 3") is valid for the rows below it, and one that names an
 * agency too.
 */
export function readAnnex(rows: readonly TableRow[]): Annex & { missing: ColumnName[] } {
  const { place, columns } = headRow(rows)
  const heads: Annex['heads'] = {}
  for (const [name, at] of Object.entries(columns) as [ColumnName, number][])
    heads[name] = rows[place]!.cells[at]!.trim()
  const body = rows.slice(place + 1)
  const has = (name: ColumnName) => columns[name] !== undefined
  // Of what stands above the heads, a numbered heading is of the rows below; the title of the whole says nothing of them.
  const opening = rows
    .slice(0, place)
    .flatMap(({ cells }) => titleOf(cells) ?? [])
    .filter((title) => MARK.test(title) && saidBy(title).length > 0)
  const titles = [...opening, ...body.flatMap(({ cells }) => titleOf(cells) ?? [])]
  const missing = NEEDED.filter(
    (name) =>
      !has(name) &&
      !(name === 'term' && titles.some((title) => MONTH_TITLE.test(title))) &&
      !(name === 'lead' && has('name') && has('term') && titles.some((title) => AGENCY_TITLE.test(title))),
  )
  if (missing.length > 0) return { columns, heads, rows: [], missing }
  const found: AnnexRow[] = []
  const above = sectionsOf(titles)
  for (const title of opening) above.enter(title)
  for (const { at, cells } of body) {
    const title = titleOf(cells)
    if (title !== undefined) {
      above.enter(title)
      continue
    }
    const cell = (name: ColumnName) => (columns[name] === undefined ? '' : (cells[columns[name]] ?? '').trim())
    const name = cell('name')
    // A second row of heads ("(1) (2) (3)").
    if (/^\(?\d{1,2}\)?$/.test(name)) continue
    // An empty row; one that has an agency and a term of its own lacks its name, which is for a person to write.
    if (name === '' && !(isWritten(cell('lead')) && isWritten(cell('term')))) continue
    found.push({
      at,
      name: name.replace(/\s+/gu, ' '),
      lead: cell('lead') || above.of('lead'),
      coordinating: partsOf(cell('coordinating')),
      level: cell('level') || above.of('level'),
      term: cell('term') || above.of('term'),
      inCharge: cell('inCharge') || null,
      note: cell('note') || null,
    })
  }
  return { columns, heads, rows: found, missing: [] }
}

const isWritten = (cell: string) => /\p{L}/u.test(cell) || /\d{1,2}\s*[/.-]\s*\d/.test(cell)

type Said = 'level' | 'term' | 'lead'

/** What a heading says by its own words. */
function saidBy(title: string): Said[] {
  const said: Said[] = []
  if (LEVEL_TITLE.test(title)) said.push('level')
  if (MONTH_TITLE.test(title)) said.push('term')
  if (AGENCY_TITLE.test(title)) said.push('lead')
  return said
}

/** How a heading is numbered: those numbered alike stand side by side, and each ends the one before. */
function numberingOf(title: string): string {
  const mark = MARK.exec(title)?.[0].trim()
  if (mark === undefined) return 'none'
  const sign = mark.slice(-1)
  const number = mark.slice(0, -1)
  return `${/^\d/.test(number) ? '1' : /^[IVX]+$/.test(number) ? 'I' : 'A'}${sign}`
}

/**
 * The headings that a row stands under, as the table is walked. A heading that is not understood says what those numbered like it
 * say: its words are then the agency, level or term of its rows, to be read or put right, and never those of the heading before.
 */
function sectionsOf(titles: readonly string[]): { enter(title: string): void; of(said: Said): string } {
  const saidAt = new Map<string, Said>()
  for (const title of titles) {
    const [said] = saidBy(title)
    if (said && !saidAt.has(numberingOf(title))) saidAt.set(numberingOf(title), said)
  }
  let path: { said: Said; numbering: string; words: string }[] = []
  return {
    enter(title) {
      const numbering = numberingOf(title)
      const alike = path.findLast((one) => one.numbering === numbering)?.said ?? saidAt.get(numbering)
      const own = saidBy(title)
      const says = own.length > 0 ? own : alike ? [alike] : []
      const words = title.replace(MARK, '').trim()
      if (says.length === 0) {
        // A line that fits nothing may end the section of an agency: whose its rows are is for a person to say.
        if (numbering === 'none') path = path.filter(({ said }) => said !== 'lead')
        return
      }
      // What was said within the section that ends, ends with it.
      const ends = path.findIndex(({ said }) => says.includes(said))
      if (ends >= 0) path = path.slice(0, ends)
      path.push(...says.map((said) => ({ said, numbering, words: said === 'level' ? title : words })))
    },
    of: (said) => path.findLast((one) => one.said === said)?.words ?? '',
  }
}

const MARK = /^(?:[IVXLC]+|[A-ZĐ]|\d{1,3})[.)/:]\s*/u
const LEVEL_TITLE =
  /trình\s+(?:quốc hội|ủy ban thường vụ|uỷ ban thường vụ|chính phủ|thủ tướng)|các đề án.*(?:chính phủ|thủ tướng)/iu
const MONTH_TITLE = /(?:^|\s)(?:tháng\s+\d{1,2}|quý\s+(?:I{1,3}|IV|[1-4]))(?:\b|$)/iu
const AGENCY_TITLE =
  /^(?:(?:[IVXLC]+|[A-ZĐ]|\d{1,3})[.)/:]?\s*)?(?:bộ|ban|ngân hàng|thanh tra|văn phòng|ủy ban|uỷ ban|viện|đài|thông tấn|bảo hiểm|học viện)\s/iu

/** The one text of a row whose other cells are empty, repeat it (a merged cell), or hold its number. */
function titleOf(cells: readonly string[]): string | undefined {
  const texts = [...new Set(cells.map((cell) => cell.replace(/\s+/gu, ' ').trim()).filter(Boolean))]
  if (texts.length === 1 && !/^\d+$/.test(texts[0]!)) return texts[0]
  if (texts.length === 2 && /^(?:[IVXLC]+|[A-ZĐ])[.)]?$/u.test(texts[0]!))
    return `${texts[0]!.replace(/[.)]$/, '')}. ${texts[1]}`
  return undefined
}

/** The agencies of a cell: each on its line, or between semicolons, or between commas. */
export function partsOf(cell: string): string[] {
  const marked = cell.split(/[\n;]/u).map((part) => part.replace(/^[-–+•]\s*/u, '').trim())
  return marked
    .flatMap((part) =>
      part.split(
        /,\s*(?=(?:Bộ|Ban|Ngân hàng|Thanh tra|Văn phòng|Ủy ban|Uỷ ban|UBND|Viện|Tòa|Toà|Bảo hiểm|Đài|Thông tấn|các)\s)/u,
      ),
    )
    .map((part) => part.trim().replace(/[.,]$/u, ''))
    .filter((part) => part !== '' && part !== '-')
}

/** The level that a cell or a heading names; null where it names none. */
export function readLevel(words: string): Level | null {
  const text = fold(words)
  if (/ubtvqh|uy ban thuong vu/.test(text)) return 'standingCommittee'
  if (/quoc hoi|^qh$/.test(text)) return 'nationalAssembly'
  if (/thu tuong|^ttg(?:cp)?$|^ttcp$/.test(text)) return 'primeMinister'
  if (/chinh phu|^cp$/.test(text)) return 'government'
  return null
}

const KINDS: readonly [TextKind, RegExp][] = [
  ['ordinance', /^(?:du (?:an|thao) )?phap lenh/],
  ['law', /^(?:du (?:an|thao) )?(?:bo )?luat/],
  ['resolution', /^(?:du thao )?nghi quyet/],
  ['decree', /^(?:du thao )?nghi dinh/],
  ['decision', /^(?:du thao )?quyet dinh/],
  ['directive', /^(?:du thao )?chi thi/],
  ['strategy', /^(?:du thao )?chien luoc/],
  ['plan', /^(?:du thao )?(?:ke hoach|quy hoach)/],
  ['report', /^(?:du thao )?(?:bao cao|to trinh)/],
  ['scheme', /^(?:du thao )?(?:de an|chuong trinh|du an)/],
]

/** The kind of text that the name of an entry begins with. */
export function kindOf(name: string): TextKind {
  const text = fold(name)
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'scheme'
}

/** Texts of law, whose files need an appraisal. */
export const isNormative = (kind: string): boolean =>
  ['law', 'ordinance', 'resolution', 'decree', 'decision'].includes(kind)
