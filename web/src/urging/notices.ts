import { type Answer, answer } from '@dieuhanh/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { taskKeys } from '../tasks/index.ts'

export type LedgerRow = Answer<'/api/tasks/{id}/urgings'>['rows'][number]
export type NoticeGroup = Answer<'/api/notices'>['groups'][number]

export const taskLedgerQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...taskKeys.one(id), 'urgings'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/tasks/{id}/urgings', {
          params: { path: { id }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

export const noticesKey = ['notices'] as const
export const noticesQuery = queryOptions({
  queryKey: noticesKey,
  queryFn: ({ signal }) => answer(api.GET('/api/notices', { params: { query: { limit: 30 } }, signal })),
  // Notices come once a day, and with each letter.
  refetchInterval: 120_000,
})
