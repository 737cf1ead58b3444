import type { QueryClient } from '@tanstack/react-query'
import { landingQuery } from '../shell/landing-query.ts'
import type { Refreshes } from '../shell/live.ts'

/** The first part of every query key of documents that come in. */
export const incomingKey = ['incoming'] as const

/** Refetches documents that come in, and what waits on the first page. */
export const refreshIncoming = (queries: QueryClient): Promise<unknown> =>
  Promise.all(
    [incomingKey, landingQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey: [...queryKey] })),
  )

export const incomingRefreshes: Refreshes = { incoming: (queries) => refreshIncoming(queries) }
