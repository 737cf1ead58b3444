import { asSentence } from './typography.ts'

/**
 * An official document as laid out by Nghị định 30/2020/NĐ-CP (05/3/2020), Phụ lục I: one model, rendered to DOCX, PDF
 * and HTML. The renderers add no text of their own beyond the national title and "Nơi nhận:".
 */

/** A run of text in one style. `href` makes it a link if the medium has links. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  href?: string
}

export type Align = 'left' | 'center' | 'right'

export interface Column {
  title: string
  /** Share of the table's width; the shares of a table are summed, so any scale works. */
  width: number
  align: Align
}

export interface Table {
  kind: 'table'
  columns: Column[]
  rows: Run[][]
  /** Rows printed in bold: totals. */
  totals?: number[]
  /** In points, where the table must be smaller than others. */
  size?: number
  /** Rows of one run, printed in bold across the table: what the rows below belong to. */
  sections?: number[]
}

/** A drawing: as vectors for pages and PDF, as points for DOCX, whose readers do not all read vectors. */
export interface Picture {
  kind: 'picture'
  svg: string
  png: Uint8Array
  /** In millimetres. */
  width: number
  height: number
  /** What it shows, for those who do not see it. */
  alt: string
}

export type Part =
  /** level 1: "I. …" in bold capitals as given; level 2: "1. …" in bold. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; runs: Run[] }
  /** A line of its own in bold: who issues a decision, and "QUYẾT ĐỊNH:" (Phụ lục III, Mẫu 1.2). */
  | { kind: 'centred'; text: string }
  | Table
  | Picture

export interface Signature {
  /** Lines above the name. */
  title: string
  /** Null: not signed yet. */
  name: string | null
}

export interface Annex {
  /** "Phụ lục I" */
  label: string
  title: string
  /** What it goes with, in brackets and italics under the title: "Kèm theo văn bản số …" (Phụ lục I, Mục III.1). */
  basis?: string
  landscape: boolean
  parts: Part[]
}

export interface OfficialDocument {
  superiorAgency: string | null
  issuingAgency: string
  /** Complete: "12/BC-TCT"; null leaves the number to be filled in: "Số:        /BC-TCT". */
  number: string | null
  /** The part after the number, printed while `number` is null. */
  notation: string
  /** Null: minutes name place and day in their text (Phụ lục III, Mẫu 1.9). */
  place: string | null
  /** ISO day; null leaves day and month to be filled in. */
  issuedOn: string | null
  /**
   * "BÁO CÁO"; printed in capitals. Null: a letter (công văn), whose subject is printed as "V/v …" under its number.
   */
  type: string | null
  subject: string
  /** Of a letter: its addressees, after "Kính gửi:". */
  addressees?: string[]
  body: Part[]
  signature: Signature
  /** Of a paper that two sides sign: the other side's, at the left; the recipients are then printed below both. */
  counterSignature?: Signature
  recipients: string[]
  annexes: Annex[]
  /** Printed above everything on page 1: that it is a draft, or a sample. */
  mark: string | null
}

/** Annexes of words and tables, printed on their own, without the document they go with. */
export interface LooseAnnexes {
  /** Of the file. */
  title: string
  issuingAgency: string
  annexes: [Annex, ...Annex[]]
}

/** Page measures in millimetres: within the ranges of Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 } as const
/** Sizes in points, same source, Mục IV. */
export const SIZE = {
  title: 13,
  motto: 14,
  body: 14,
  place: 14,
  number: 13,
  type: 14,
  about: 12,
  recipients: 11,
  table: 11,
} as const

/**
 * How the words of a body are set: size in points, and lines of a single one. Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.5: 13 to 14,
 * and a single line at least.
 */
export interface Setting {
  size: number
  line: number
}
/** As a paper is set, and closer, where that spares a page which would have its end alone. */
export const SETTINGS = [
  { size: SIZE.body, line: 1.15 },
  { size: SIZE.body, line: 1 },
  { size: 13, line: 1 },
] as const satisfies readonly Setting[]

/** How many characters a centred line holds: of the page, of a wide page, and of the issuing agency's column. */
export const MOST = { page: 62, wide: 96, column: 30 } as const

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

/** A notation with a zero before a number below ten (Nghị định 30/2020/NĐ-CP, Phụ lục I): "4/BC-TCT" is "04/BC-TCT". */
export function asWritten(notation: string): string {
  return notation.replace(/^\d(?=\D)/, '0$&')
}

/** "Số: 12/BC-TCT", as written; blank space while there is none. */
export function numberLine(document: Pick<OfficialDocument, 'number' | 'notation'>): string {
  if (document.number === null) return `Số:          ${document.notation}`
  return `Số: ${asWritten(document.number)}`
}

/** "Hà Nội, ngày 02 tháng 3 năm 2021": days below 10 and months 1 and 2 take a leading zero. */
export function placeLine(document: Pick<OfficialDocument, 'place' | 'issuedOn'>): string {
  if (document.place === null) return ''
  if (document.issuedOn === null) return `${document.place}, ngày      tháng      năm`
  return `${document.place}, ${dayInWords(document.issuedOn)}`
}

/** A month as papers write it: "01", "02", "3" (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4). */
export const monthDigits = (month: number): string => (month <= 2 ? `0${month}` : String(month))

/** "ngày 02 tháng 3 năm 2021" */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return `ngày ${String(day).padStart(2, '0')} tháng ${monthDigits(month)} năm ${year}`
}

/** Title in the properties of a file: "Báo cáo Tình hình …", "Công văn V/v …". */
export function fileTitle({ type, subject }: Pick<OfficialDocument, 'type' | 'subject'>): string {
  return type === null ? `Công văn ${aboutLine(subject)}` : `${type} ${subject}`
}

/** "V/v đôn đốc …" under the number of a letter (Phụ lục I, Mục II.5). */
export function aboutLine(subject: string): string {
  return `V/v ${subject}`
}

/** One addressee on the line of "Kính gửi:", several below it, each with ";", the last with "." (Phụ lục I, Mục II.9). */
export function addresseeLines(addressees: readonly string[]): string[] {
  if (addressees.length <= 1) return [`Kính gửi: ${addressees[0] ?? ''}`]
  return ['Kính gửi:', ...addressees.map((name, index) => `- ${name}${index === addressees.length - 1 ? '.' : ';'}`)]
}

/** The last body paragraph closes with "./." and each recipient with ";", the last with ".". */
export function recipientLines(recipients: string[]): string[] {
  return recipients.map((name, index) => `- ${name}${index === recipients.length - 1 ? '.' : ';'}`)
}

export const run = (text: string, style: Omit<Run, 'text'> = {}): Run => ({ text, ...style })
export const paragraph = (...runs: (Run | string)[]): Part => ({
  kind: 'paragraph',
  runs: runs.map((one) => (typeof one === 'string' ? run(one) : one)),
})

/** A paragraph for each line of a text that somebody typed; the last ends with the mark of official texts. */
export function paragraphs(text: string, end = ''): Part[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.map((line, place) =>
    paragraph(place === lines.length - 1 && end ? asSentence(line).replace(/[.\s]+$/, '') + end : asSentence(line)),
  )
}
