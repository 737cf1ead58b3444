import { answer } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { taskKeys } from '../tasks/index.ts'
import type { WorkGroup } from './work-groups.tsx'

export interface WorkFilter {
  silentDays?: number
  agencyId?: number
  followerId?: number
}
type List = 'desk' | 'queue'
type Page = { silentDays: number; soonDays: number; groups: WorkGroup[] }

/** Fetches one of the two lists; both have the same form. */
async function fetchWork(
  list: List,
  query: WorkFilter & { group?: string; cursor?: string },
  signal: AbortSignal,
): Promise<Page> {
  const { agencyId: _agencyId, followerId: _followerId, ...own } = query
  return list === 'desk'
    ? answer(api.GET('/api/desk', { params: { query: own as never }, signal }))
    : answer(api.GET('/api/queue', { params: { query: query as never }, signal }))
}

/** All groups with their first rows. */
export const workQuery = (list: List, filter: WorkFilter) =>
  queryOptions({
    queryKey: [...taskKeys.lists, list, 'all', filter],
    queryFn: ({ signal }) => fetchWork(list, filter, signal),
    placeholderData: keepPreviousData,
  })

/** One group, page by page. */
export const groupQuery = (list: List, filter: WorkFilter, group: string) =>
  infiniteQueryOptions({
    queryKey: [...taskKeys.lists, list, 'group', group, filter],
    queryFn: ({ pageParam, signal }) =>
      fetchWork(list, { ...filter, group, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.groups[0]?.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
