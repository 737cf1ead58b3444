/**
 * Text with bound figures: "Có {{tasks.openOverdue; rounding=round1}} nhiệm vụ quá hạn". A figure is named with its
 * parameters and never copied, so that it opens its rows and follows the data until the report is issued. A name without a
 * dot is a field of the report itself: {{period}}. A clause in square brackets, "[[, {{tasks.overdueSharePoints}} so với tháng
 * trước]]", is said where all its figures have values; after "|" stands what is said instead, else nothing is. Pure.
 */
import { isDay } from '../platform/calendar.ts'
import { ROUNDINGS } from '../tasks/index.ts'

/** What a text may say of its own report, and what each stands for. */
export const FIELDS = {
  period: 'kỳ báo cáo: “tháng 02 năm 2021”',
  month: 'tháng của kỳ: “02/2021”',
  year: 'năm của kỳ: “2021”',
  from: 'ngày bắt đầu tính: “01/01/2020”',
  asOf: 'ngày chốt số liệu: “28/02/2021”',
  nextMonth: 'tháng sau kỳ: “3/2021”',
  agency: 'cơ quan mà báo cáo nói về',
  source: 'văn bản mà báo cáo nói về',
  resolution: 'nghị quyết mà câu nói về; câu có trường này được lập riêng cho từng nghị quyết',
  addressee: 'cơ quan nhận báo cáo: cơ quan kế thừa nếu đã sắp xếp',
} as const
export type FieldName = keyof typeof FIELDS

/** Parameters of a figure: what is left out is as the report has it. */
export interface FigureParams {
  /** `period`, `year` (1 January), `lastYear` (1 January of the year before) or a day. */
  from?: string
  /** `end`, `before` (the end of the period before), `lastYear` (the same day), a day, or a day of the last month: 24. */
  asOf?: string
  /** `asOf` (what was recorded by then), `now` or a day. */
  knownOn?: string
  rounding?: string
  agency?: string
  source?: string
}
const PARAMS = [
  'from',
  'asOf',
  'knownOn',
  'rounding',
  'agency',
  'source',
] as const satisfies readonly (keyof FigureParams)[]
const REMEDIES: Record<keyof FigureParams, string> = {
  from: 'Hãy ghi period, year, lastYear hoặc một ngày như 2021-01-01.',
  asOf: 'Hãy ghi end, before, lastYear, một ngày như 2021-02-24 hoặc ngày trong tháng như 24.',
  knownOn: 'Hãy ghi asOf, now hoặc một ngày như 2021-03-01.',
  rounding: `Hãy ghi một trong: ${ROUNDINGS.join(', ')}.`,
  agency: 'Hãy ghi mã số của cơ quan.',
  source: 'Hãy ghi theo dạng loại:mã, ví dụ directive:12.',
}

export interface FigureRef {
  /** The reference in one spelling: two that mean the same are one figure of the report. */
  ref: string
  name: string
  params: FigureParams
}
type Piece = { text: string } | { field: FieldName } | ({ figure: true } & FigureRef)
/** A clause has what may be said, the first choice first: the first is said whose figures all have values. */
export type Segment = Piece | { clause: Piece[][] }

/** Where in the text something is wrong, why, and what to do. */
export interface TextError {
  /** From 1. */
  line: number
  column: number
  code: 'report.reference' | 'report.field_unknown' | 'report.figure_unknown' | 'report.parameter'
  message: string
}

/** Which figures there are: by name, and of which rooms that are not joined names are accepted all the same. */
export interface KnownFigures {
  has: (name: string) => boolean
  names: readonly string[]
  /** Rooms whose figures templates may name before they are offered. */
  awaited: ReadonlySet<string>
}

/** A reference, and the marks of a clause. */
const TOKEN = /\{\{([^{}]*)\}\}|\[\[|\]\]|\|/g
const NAME = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/

/** Reads a text. What is wrong is reported with its place; the rest is read on, so that all errors are named at once. */
export function parseText(text: string, known: KnownFigures): { segments: Segment[]; errors: TextError[] } {
  const segments: Segment[] = []
  const errors: TextError[] = []
  let from = 0
  let clause: { at: number; choices: Piece[][] } | null = null
  const put = (piece: Piece) => (clause === null ? segments : clause.choices.at(-1)!).push(piece)
  const wrongClause = (at: number, message: string) =>
    errors.push({ ...placeOf(text, at), code: 'report.reference', message })
  /** Ends the clause that is open; `problem`: it was not closed where it should be. */
  const endClause = (problem?: string) => {
    if (clause === null) return
    const { at, choices } = clause
    clause = null
    if (problem !== undefined) wrongClause(at, problem)
    else if (figuresIn(choices[0]!).length === 0) wrongClause(at, NO_FIGURE)
    segments.push({ clause: choices })
  }
  const plain = (upTo: number) => {
    const words = text.slice(from, upTo)
    const stray = words.search(/\{\{|\}\}/)
    if (stray >= 0) errors.push(unclosed(text, from + stray))
    if (clause !== null && words.includes('\n')) endClause(UNCLOSED_CLAUSE)
    if (words) put({ text: words })
  }
  for (const found of text.matchAll(TOKEN)) {
    const [token, inside] = found
    if (token === '|' && clause === null) continue
    plain(found.index)
    from = found.index + token.length
    if (token === '[[') {
      endClause(UNCLOSED_CLAUSE)
      clause = { at: found.index, choices: [[]] }
    } else if (token === '|') {
      // The words before it may have ended the clause, at the end of a line.
      const open = clause as { choices: Piece[][] } | null
      if (open === null) put({ text: token })
      else open.choices.push([])
    } else if (token === ']]') {
      if (clause === null) wrongClause(found.index, UNCLOSED_CLAUSE)
      endClause()
    } else {
      const read = readReference(inside!, known)
      if ('message' in read) errors.push({ ...placeOf(text, found.index), ...read })
      else put(read)
    }
  }
  plain(text.length)
  endClause(UNCLOSED_CLAUSE)
  return { segments, errors }
}
const UNCLOSED_CLAUSE =
  'Dấu [[ và ]] không đi thành cặp trong một dòng, hoặc lồng vào nhau. Hãy đóng ngoặc hoặc xóa đi.'
const NO_FIGURE =
  'Vế câu trong [[ ]] chỉ in khi số liệu của nó có giá trị, nên phải có số liệu {{…}}. Hãy thêm số liệu hoặc bỏ cặp ngoặc.'

/** One reference without its braces, as lists of figures hold it. */
export function parseReference(
  inside: string,
  known: KnownFigures,
): FigureRef | { code: TextError['code']; message: string } {
  const read = readReference(inside, known)
  if ('message' in read) return read
  if ('figure' in read) return { ref: read.ref, name: read.name, params: read.params }
  return {
    code: 'report.reference',
    message: `“${inside}” không phải là tên số liệu. Hãy chọn trong danh mục số liệu.`,
  }
}

/** The figures of a text, each once. */
export function figuresIn(segments: readonly Segment[]): FigureRef[] {
  const found = new Map<string, FigureRef>()
  for (const one of segments) {
    if ('figure' in one) found.set(one.ref, { ref: one.ref, name: one.name, params: one.params })
    if ('clause' in one) for (const inner of figuresIn(one.clause.flat())) found.set(inner.ref, inner)
  }
  return [...found.values()]
}

/** The figures that a text cannot do without: those outside clauses. */
export function neededFiguresIn(segments: readonly Segment[]): FigureRef[] {
  return figuresIn(segments.filter((one) => !('clause' in one)))
}

type Wrong = Pick<TextError, 'code' | 'message'>

function readReference(inside: string, known: KnownFigures): Exclude<Piece, { text: string }> | Wrong {
  const [first = '', ...rest] = inside.split(';').map((part) => part.trim())
  if (first === '')
    return { code: 'report.reference', message: 'Giữa {{ và }} chưa có tên. Hãy chọn một số liệu hoặc xóa cặp ngoặc.' }
  if (!first.includes('.')) {
    if (first in FIELDS && rest.length === 0) return { field: first as FieldName }
    if (first in FIELDS) {
      return {
        code: 'report.field_unknown',
        message: `Trường “${first}” không có tham số, nên “${rest.join('; ')}” không dùng được. Hãy chỉ ghi {{${first}}}; số liệu của ngày khác thì ghi tham số ở số liệu.`,
      }
    }
    return {
      code: 'report.field_unknown',
      message: `Không có trường “${first}”. Các trường có thể dùng: ${Object.keys(FIELDS).join(', ')}.`,
    }
  }
  if (!NAME.test(first)) {
    return {
      code: 'report.reference',
      message: `“${first}” không phải là tên số liệu. Tên có dạng phân-hệ.số-liệu, ví dụ tasks.assigned.`,
    }
  }
  if (!known.has(first) && !known.awaited.has(first.split('.')[0]!)) {
    const near = nearest(first, known.names)
    return {
      code: 'report.figure_unknown',
      message: `Không còn hoặc không có số liệu tên “${first}”. ${near ? `Có phải “${near}”? ` : ''}Hãy chọn lại trong danh mục số liệu.`,
    }
  }
  const params: FigureParams = {}
  for (const part of rest) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(part) ?? [null, part, '']
    const key = name.trim() as keyof FigureParams
    if (!PARAMS.includes(key)) {
      return {
        code: 'report.parameter',
        message: `Số liệu “${first}” không có tham số “${name.trim()}”. Tham số có thể dùng: ${PARAMS.join(', ')}.`,
      }
    }
    if (key in params) return { code: 'report.parameter', message: `Tham số “${key}” ghi hai lần. Hãy giữ một.` }
    if (!isValue(key, value.trim())) {
      return { code: 'report.parameter', message: `Tham số ${key} “${value.trim()}” không đúng. ${REMEDIES[key]}` }
    }
    params[key] = value.trim()
  }
  return { figure: true, ref: spelled(first, params), name: first, params }
}

function isValue(key: keyof FigureParams, value: string): boolean {
  switch (key) {
    case 'from':
      return ['period', 'year', 'lastYear'].includes(value) || isDay(value)
    case 'asOf':
      return ['end', 'before', 'lastYear'].includes(value) || isDay(value) || /^([1-9]|[12]\d|3[01])$/.test(value)
    case 'knownOn':
      return ['asOf', 'now'].includes(value) || isDay(value)
    case 'rounding':
      return (ROUNDINGS as readonly string[]).includes(value)
    case 'agency':
      return /^[1-9]\d{0,14}$/.test(value)
    case 'source':
      return /^[a-z][A-Za-z]*:\S.{0,99}$/.test(value)
  }
}

/** What a text says without its clauses' brackets and further choices: for a sentence that quotes it. In SQL: `oversight.words_of`. */
export const withoutClauses = (text: string): string => text.replace(/\|[^[\]]*\]\]|\[\[|\]\]/g, '')

/** The one spelling: the parameters in their order, those that say nothing left out. */
export function spelled(name: string, params: FigureParams): string {
  return [
    name,
    ...PARAMS.flatMap((key) =>
      params[key] === undefined || (key === 'asOf' && params[key] === 'end') ? [] : `${key}=${params[key]}`,
    ),
  ].join('; ')
}

function unclosed(text: string, at: number): TextError {
  return {
    ...placeOf(text, at),
    code: 'report.reference',
    message: 'Dấu {{ và }} không đi thành cặp. Hãy đóng ngoặc hoặc xóa đi.',
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** The known name with the fewest letters to change, if they are few. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const [best] = names.map((one) => ({ one, cost: distance(name, one) })).sort((a, b) => a.cost - b.cost)
  return best && best.cost <= Math.max(3, Math.floor(name.length / 4)) ? best.one : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
