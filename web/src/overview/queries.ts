import { type Answer, answer } from '@dieuhanh/client'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { OverviewSearch } from '../paths/overview.ts'
import type { Sort, TaskFilter } from '../paths/tasks.ts'
import { api } from '../shell/api.ts'
import { landingQuery } from '../shell/landing-query.ts'
import { taskKeys } from '../tasks/index.ts'
import { addDays } from '../ui/format.ts'

/** Number of rows of a short list. */
const SHOWN = 4

export type Statistics = Answer<'/api/statistics'>

export const statisticsQuery = (filter: OverviewSearch) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'overview', filter],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/statistics', { params: { query: { ...filter, by: 'agency' } }, signal })),
  })

export const trendQuery = (filter: OverviewSearch) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'trend', filter],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/statistics/trend', { params: { query: { ...filter, months: 12 } }, signal })),
  })

export const shortListQuery = (filter: TaskFilter, sort: Sort) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'short', filter, sort],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tasks', { params: { query: { ...filter, sort, limit: SHOWN, count: true } }, signal })),
  })

export type ShortListName = 'awaiting' | 'longest' | 'dueIn7' | 'dueIn30'

/** The filters of the four short lists, as of a day. */
export function shortLists(
  search: OverviewSearch,
  asOf: string,
): Record<ShortListName, { filter: TaskFilter; sort: Sort }> {
  const due = (from: number, to: number): TaskFilter => ({
    ...search,
    standing: 'openInTerm',
    dueFrom: addDays(asOf, from),
    dueTo: addDays(asOf, to),
  })
  return {
    awaiting: { filter: { ...search, standing: 'awaitingConfirmation' }, sort: 'urgency' },
    longest: { filter: { ...search, standing: 'openOverdue' }, sort: 'urgency' },
    dueIn7: { filter: due(0, 7), sort: 'dueOn' },
    dueIn30: { filter: due(8, 30), sort: 'dueOn' },
  }
}

/**
 * Requests everything on the page in parallel, before its code is loaded. The day is the browser's; if the server has
 * another, the lists by due day are requested again.
 */
export function askAhead(queries: QueryClient, search: OverviewSearch): void {
  // Viet Nam is at UTC+7 all year; a time zone lookup would take a slow computer 50 ms.
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  void queries.prefetchQuery(statisticsQuery(search))
  void queries.prefetchQuery(trendQuery(search))
  if (!search.asOf && !search.from) void queries.prefetchQuery(landingQuery)
  for (const { filter, sort } of Object.values(shortLists(search, search.asOf ?? today))) {
    void queries.prefetchQuery(shortListQuery(filter, sort))
  }
}
