import type { Query } from '@dieuhanh/client'
import { compact, day, id, oneOf, type Raw, text } from './parse.ts'

export const SEARCH_STATES = ['draft', 'open', 'overdue', 'done', 'ended'] as const satisfies readonly NonNullable<
  Query<'/api/search/counts'>['state']
>[]
export interface SearchPageSearch {
  /** The words typed. */
  q?: string | undefined
  /** The kind whose hits are shown; the first that has some, if left out. */
  kind?: string | undefined
  agencyId?: number | undefined
  /** First and last day, of the day that the kind names. */
  from?: string | undefined
  to?: string | undefined
  state?: (typeof SEARCH_STATES)[number] | undefined
}
export const searchPageSearchOf = (raw: Raw): SearchPageSearch =>
  compact({
    q: text(raw.q, 200),
    kind: text(raw.kind, 60),
    agencyId: id(raw.agencyId),
    from: day(raw.from),
    to: day(raw.to),
    state: oneOf(SEARCH_STATES)(raw.state),
  })
export const searchPagePath = (words: string): string => `/tim-kiem?q=${encodeURIComponent(words)}`
