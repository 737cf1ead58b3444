/**
 * The shapes of the two steps of the library: `read(bytes, name)` returns a `Reading`, `extract(reading)` returns an
 * `Extraction`. Every offset counts UTF-16 code units of `Reading.text`, and `text.slice(start, end)` is exactly the text
 * that the field was read from.
 */

/** Half-open range of `Reading.text`. */
export interface Span {
  start: number
  end: number
}

export type Format = 'txt' | 'markdown' | 'html' | 'docx' | 'doc' | 'pdf' | 'image'

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'table' | 'pageNumber' | 'header' | 'footer' | 'note'

/** A cell of a table as laid out: a merged cell appears once, at its first row and column, with its extent. */
export interface Cell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  span: Span
}

/** One part of the document in reading order. Blocks do not overlap and are ordered by `span.start`. */
export interface Block {
  kind: BlockKind
  span: Span
  /** 1-based page, if the format has pages. */
  page?: number
  /** Heading depth as the format states it (Markdown #, HTML h1–h6, Word styles). */
  level?: number
  /** Table only. */
  cells?: Cell[]
  /** Table only: how many of its first rows are a header, if the format says so. */
  headerRows?: number
}

/** A document as read: its text, its blocks, and what the reader was unsure of. */
export interface Reading {
  name: string
  format: Format
  /** NFC, `\n` line ends. */
  text: string
  blocks: Block[]
  pages: number | null
  /** True when the text comes from optical character recognition. */
  recognised: boolean
  warnings: Warning[]
}

/**
 * A doubt. `code` is stable; `message` is Vietnamese; `values` are what its words name, so that `wordsOf` can say it in
 * another language; `span` is the place, if there is one.
 */
export interface Warning {
  code: string
  message: string
  values?: Record<string, string | number | string[]>
  span?: Span
}

/** A value with the place it was read from and its confidence (0 to 1). */
export interface Found<T = string> {
  value: T
  span: Span
  confidence: number
}

/**
 * Who read a value, where it was not the rules: the office's own language model (`second-reader/`). Left out for what the
 * rules read.
 */
export type Reader = 'secondReader'

export type Urgency = 'Khẩn' | 'Thượng khẩn' | 'Hỏa tốc' | 'Hỏa tốc hẹn giờ'

/** A cited document: a legal basis, or one that this document implements. */
export interface Citation {
  /** "150/2016/NĐ-CP" */
  number: string
  /** "Nghị định", if the text says so. */
  type: string | null
  /** ISO day, if the text gives one. */
  issuedOn: string | null
  span: Span
}

export interface DocumentFields {
  number: string | null
  type: string | null
  issuer: string | null
  place: string | null
  issuedOn: string | null
  subject: string | null
  signer: string | null
  signerTitle: string | null
  /** ISO day on which it takes effect, if the text gives or implies one ("kể từ ngày ký"). */
  effectOn: string | null
  urgency: Urgency | null
  recipients: string[]
  legalBases: Citation[]
  implements: Citation[]
  /** Where each field above was read, by field name. */
  found: Partial<Record<DocumentFieldName, { span: Span; confidence: number }>>
}
export type DocumentFieldName =
  | 'number'
  | 'type'
  | 'issuer'
  | 'place'
  | 'issuedOn'
  | 'subject'
  | 'signer'
  | 'signerTitle'
  | 'effectOn'
  | 'urgency'
  | 'recipients'

export interface Party {
  role: 'lead' | 'coordinating'
  /** The unit's name as an office would write it: with a shared prefix, without scope and list mark. */
  name: string
  /** The name in the registry of the office (`Knowledge`) if it has this name or alias, else null. */
  known: string | null
  /** What it is responsible for, if the text limits it: "đối với Nghị quyết số 01". */
  scope: string | null
  /** True for "các bộ, ngành, địa phương" and similar names of many agencies. */
  collective: boolean
  /** True when the unit comes from a heading, a row above or the addressee rather than from the task's own text. */
  inherited: boolean
  span: Span
  confidence: number
  by?: Reader
}

export type DeadlineKind = 'date' | 'month' | 'quarter' | 'halfYear' | 'year' | 'standing' | 'perRegulation' | 'none'
export type Rhythm = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'halfYearly' | 'yearly'

export interface Deadline {
  kind: DeadlineKind
  /** Last permitted day, ISO, or null when the text gives none. */
  dueOn: string | null
  /** Exactly as written. */
  text: string
  span: Span
  confidence: number
  /** True for "trước ngày X" read literally; in practice X is the deadline, and `dueOn` is X. */
  strict: boolean
  /** Recurs every year, every quarter …; `dueOn` is then null, because each round has its own day. */
  recurs: Rhythm | null
  /** Printed in a row above or in the heading of the group. */
  inherited: boolean
  /** A dated round of a larger or standing task ("lần 1 trước ngày 31/5"). */
  milestone: boolean
  /** perRegulation: the rule named, "Quy chế làm việc của Chính phủ". */
  rule: string | null
  /** Relative: "06 tháng kể từ ngày Nghị định có hiệu lực". `dueOn` is null unless the anchor's day is known. */
  relative: { amount: number; unit: 'day' | 'workingDay' | 'week' | 'month' | 'year'; anchor: string } | null
  by?: Reader
}

export type Comparator = '=' | '>=' | '<=' | '>' | '<' | 'range' | 'increase>=' | 'decrease>='

export interface Target {
  /** The clause that states it, exactly as written. */
  text: string
  /** What is measured: "tỷ lệ thanh toán trực tuyến trên tổng số giao dịch thanh toán của dịch vụ công". */
  measure: string
  comparator: Comparator
  value: number
  /** Upper bound of a range, else null. */
  max: number | null
  unit: string
  /** "so với năm 2020" */
  baseline: string | null
  /** "trừ hồ sơ mật" */
  scope: string | null
  /** "trong năm 2021" */
  byWhen: string | null
  span: Span
  confidence: number
  by?: Reader
}

export interface ExtractedTask {
  /** Path in the outline: "II.1.b-2", "Điều 3.4.a", "PL.7". Unique in one extraction. */
  ref: string
  /** Thematic heading above the task; null when the heading is only a unit's name. */
  group: string | null
  /** About the first twelve words of the action. */
  title: string
  /** The whole action without list mark and labels, white space folded. */
  content: string
  /** The item as printed, including labelled lines. */
  span: Span
  /** The action: the part highlighted for the reviewer. */
  contentSpan: Span
  lead: string[]
  coordinating: string[]
  parties: Party[]
  deadlines: Deadline[]
  targets: Target[]
  product: Found | null
  /** Notations of the documents this task implements, from `document.implements` ("01/NQ-CP"). */
  implements: string[]
  confidence: number
  warnings: Warning[]
  /** Set for a whole task that only the second reader saw; its parts then have no mark of their own. */
  by?: Reader
}

export interface Group {
  title: string
  span: Span
  /** Targets in the heading, for the group as a whole. */
  targets: Target[]
}

/**
 * What an office adds to the words that the library knows: data that an administrator keeps, never code. All of it is
 * matched without regard to case, accents and white space.
 */
export interface Knowledge {
  /** Agencies as the registry has them, with the other names and abbreviations they go by. */
  units: readonly { name: string; aliases: readonly string[] }[]
  /** Labels of lines and headers of columns: "đơn vị đầu mối" is a lead. */
  labels: readonly { phrase: string; role: LabelRole }[]
}

/** What a label or the header of a column states about the words after it. */
export type LabelRole = 'lead' | 'coordinating' | 'deadline' | 'product' | 'target' | 'content' | 'other'

export const NO_KNOWLEDGE: Knowledge = { units: [], labels: [] }

export interface Extraction {
  document: DocumentFields
  groups: Group[]
  tasks: ExtractedTask[]
  warnings: Warning[]
}

/** Why a file was not read: `code` is stable, `message` says in Vietnamese what is wrong and what to do. */
export class Unreadable extends Error {
  readonly code: UnreadableCode
  constructor(code: UnreadableCode, message: string) {
    super(message)
    this.name = 'Unreadable'
    this.code = code
  }
}
export type UnreadableCode =
  | 'empty'
  | 'too_large'
  | 'unknown_format'
  | 'damaged'
  | 'encrypted'
  | 'no_pages'
  | 'no_text'
  | 'bomb'
  | 'too_slow'
  | 'secret'

/** Progress of reading: pages of text read, or pages recognised. */
export interface Progress {
  stage: 'reading' | 'recognising'
  done: number
  total: number
}
