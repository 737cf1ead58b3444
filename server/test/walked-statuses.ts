import type { SendOptions } from './app.ts'

/** Statuses in the order of `WALKERS`, named after who may do it. */
export const ALL = '200 200 200 200 200 200'
export const KEEPS = '409 403 403 403 403 403'
export const KEEPERS = '200 403 403 403 403 403'
/** Draws up the plan of a reorganisation; who reads and rehearses it; who chooses the tasks. */
export const NO_PLAN = '404 403 403 403 403 403'
export const NO_PLAN_TO_SEE = '404 404 403 403 403 403'
export const NO_PLAN_TO_CHOOSE = '403 404 403 403 403 403'
export const NONE = '404 404 404 404 404 404'
export const CHANGE_BY_LEADER = '403 403 403 409 403 404'
export const CHANGE_BY_GIVER = '403 409 403 403 403 404'
export const NOT_TO_REVIEW = '403 409 403 403 403 404'
export const REPORTS = '200 200 200 403 403 403'
export const DRAFTS = '200 200 403 403 403 403'
export const BY_BROWSER = '403 403 403 403 403 403'
export const STALE = { ifMatch: 999 }
export const URGERS = '403 200 403 403 403 403'
export const DRAFT_LETTER = '200 200 404 404 404 404'
export const CHANGE_OF_LETTER = '403 409 404 404 404 404'
export const CHANGE_OF_REPORT = '403 409 403 403 403 403'
/** Done by its author, who does not walk, on what these may read. */
export const BY_READERS = '403 403 403 403 403 404'
/** Done by leaders, of whom none walks. */
export const BY_NO_ONE = '403 403 403 403 403 403'
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
