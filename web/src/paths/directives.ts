import { compact, id, oneOf, type Raw, text } from './parse.ts'

export const DIRECTIVE_STATES = ['reading', 'failed', 'review', 'confirmed', 'dropped'] as const
export interface DirectivesSearch {
  state?: (typeof DIRECTIVE_STATES)[number]
  search?: string
}
const ONLY = ['doubts', 'suggestions'] as const
export type Only = (typeof ONLY)[number]
export interface ReviewSearch {
  /** The draft highlighted on both sides. */
  draft?: number
  /** A place in the text: first and last offset, "1200-1315". */
  span?: string
  /** Only drafts that need a review, or that the second reader suggested in whole or in part. */
  only?: Only
  /** The draft open in the editing drawer. */
  edit?: number
}
export const directivesSearchOf = (raw: Raw): DirectivesSearch =>
  compact({ state: oneOf(DIRECTIVE_STATES)(raw.state), search: text(raw.search, 200) })
export const reviewSearchOf = (raw: Raw): ReviewSearch =>
  compact({
    draft: id(raw.draft),
    span: spanOf(text(raw.span)) ? text(raw.span) : undefined,
    only: oneOf(ONLY)(raw.only),
    edit: id(raw.edit),
  })
/** Start and end of "1200-1315"; undefined for anything else. */
export function spanOf(words: string | undefined): { start: number; end: number } | undefined {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(words ?? '')
  if (!found) return undefined
  const [start, end] = [Number(found[1]), Number(found[2])]
  return start < end ? { start, end } : undefined
}

/** What the server calls directives where tasks come from them. */
export const DIRECTIVE = 'directive'
/** The tasks of a directive, as the filter of tasks names them. */
export const directiveSource = (directiveId: number): string => `${DIRECTIVE}:${directiveId}`

/** What the server calls orders given outside the system where tasks come from them. */
export const ORDER = 'outsideOrder'
/** The tasks of an order, as the filter of tasks names them. */
export const orderSource = (orderId: number): string => `${ORDER}:${orderId}`
/** The file that proves an order. */
export const orderFile = (orderId: number): string => `/api/outside-orders/${orderId}/file`
export interface OrdersSearch {
  search?: string
}
export const ordersSearchOf = (raw: Raw): OrdersSearch => compact({ search: text(raw.search, 200) })

/** The original file of a directive. */
export const directiveFile = (directiveId: number): string => `/api/directives/${directiveId}/file`
