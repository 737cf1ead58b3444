import type { SendOptions } from './app.ts'

/** Statuses in the order of `WALKERS`, named after who may do it. */
export const ALL = '200 200 200 200 200 200'
export const KEEPS = '409 403 403 403 403 403'
export const KEEPERS = '200 403 403 403 403 403'
export const NO_PLAN = '404 403 403 403 403 403'
export const NONE = '404 404 404 404 404 404'
export const CHANGE_BY_LEADER = '403 403 403 409 403 404'
export const CHANGE_BY_GIVER = '409 409 403 403 403 404'
export const NOT_TO_REVIEW = '409 409 403 403 403 404'
export const REPORTS = '200 200 200 403 403 403'
export const DRAFTS = '200 200 403 403 403 403'
export const BY_BROWSER = '403 403 403 403 403 403'
export const STALE = { ifMatch: 999 }
export const URGERS = '200 200 403 403 403 403'
export const DRAFT_LETTER = '200 200 404 404 404 404'
export const CHANGE_OF_LETTER = '409 409 404 404 404 404'
export const REASON = { ...STALE, body: { reason: 'Lý do' } }

export interface Walked {
  /** Statuses in the order of `WALKERS`. */
  status: string
  options?: SendOptions
  query?: string
  /** No sign-in needed; `strange` is the status without sign-in if it is not 200. */
  open?: true
  strange?: number
}
