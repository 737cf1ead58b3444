import type { QueryClient } from '@tanstack/react-query'
import { landingQuery } from '../shell/landing-query.ts'
import type { Refreshes } from '../shell/live.ts'

/** The first part of every query key of documents that go out. */
export const outgoingKey = ['outgoing'] as const

/** Refetches documents that go out, and what waits on the first page. */
export const refreshOutgoing = (queries: QueryClient): Promise<unknown> =>
  Promise.all(
    [outgoingKey, landingQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey: [...queryKey] })),
  )

export const outgoingRefreshes: Refreshes = { outgoing: (queries) => refreshOutgoing(queries) }
