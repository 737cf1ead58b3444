import type { Query } from '@dieuhanh/client'
import { compact, id, oneOf, type Raw, text } from './parse.ts'

type Asked = Query<'/api/records/outgoing'>
export const OUTGOING_LISTS = [
  'mine',
  'waiting',
  'toSign',
  'toSeal',
  'toIssue',
  'all',
] as const satisfies readonly NonNullable<Asked['list']>[]
export type OutgoingListName = (typeof OUTGOING_LISTS)[number]
export const OUTGOING_STATES = [
  'drafting',
  'inReview',
  'returned',
  'initialled',
  'forSignature',
  'signed',
  'sealed',
  'issued',
  'replaced',
  'recalled',
  'dropped',
] as const satisfies readonly NonNullable<Asked['state']>[]

export interface OutgoingSearch {
  list?: OutgoingListName
  state?: (typeof OUTGOING_STATES)[number]
  kind?: string
  words?: string
  /** The form that is open: of a new draft. */
  act?: 'new'
  /** Of a new draft: what it answers, the task it belongs to, the document it corrects or replaces. */
  replyTo?: number
  task?: number
  corrects?: number
  replaces?: number
}
export const outgoingSearchOf = (raw: Raw): OutgoingSearch =>
  compact({
    list: oneOf(OUTGOING_LISTS)(raw.list),
    state: oneOf(OUTGOING_STATES)(raw.state),
    kind: text(raw.kind, 10),
    words: text(raw.words, 200),
    act: oneOf(['new'] as const)(raw.act),
    replyTo: id(raw.replyTo),
    task: id(raw.task),
    corrects: id(raw.corrects),
    replaces: id(raw.replaces),
  }) as OutgoingSearch

export interface OutgoingPageSearch {
  /** The act whose form is open. */
  act?: string
  /** The step of the route it is on. */
  step?: number
}
export const outgoingPageSearchOf = (raw: Raw): OutgoingPageSearch =>
  compact({ act: text(raw.act, 60), step: id(raw.step) }) as OutgoingPageSearch

export const outgoingFile = (documentId: number, form: 'pdf' | 'docx' | 'preview'): string =>
  `/api/records/outgoing/${documentId}/${form}`
export const versionFile = (documentId: number, number: number): string =>
  `/api/records/outgoing/${documentId}/versions/${number}/file`

export const BOOK_FORMATS = [
  'pdf',
  'xlsx',
] as const satisfies readonly Query<'/api/records/outgoing/book/file'>['format'][]
export interface BookSearch {
  /** This year if left out. */
  year?: number
  words?: string
}
export const bookSearchOf = (raw: Raw): BookSearch => {
  const year = id(raw.year)
  return compact({
    year: year !== undefined && year >= 1945 && year <= 9999 ? year : undefined,
    words: text(raw.words, 200),
  }) as BookSearch
}
export const bookFile = (filter: { year: number; words?: string }, format: (typeof BOOK_FORMATS)[number]): string =>
  `/api/records/outgoing/book/file?${new URLSearchParams({ ...filter, year: String(filter.year), format })}`
export const copyFile = (copyId: number): string => `/api/records/copies/${copyId}/pdf`

export interface TemplatesSearch {
  kind?: string
}
export const templatesSearchOf = (raw: Raw): TemplatesSearch => compact({ kind: text(raw.kind, 10) }) as TemplatesSearch
export interface TemplateSearch {
  /** Its words are being changed. */
  act?: 'edit'
}
export const templateSearchOf = (raw: Raw): TemplateSearch =>
  compact({ act: oneOf(['edit'] as const)(raw.act) }) as TemplateSearch
