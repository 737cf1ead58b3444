import { type Answer, answer } from '@dieuhanh/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { taskKeys } from '../tasks/index.ts'

export type LedgerRow = Answer<'/api/tasks/{id}/urgings'>['rows'][number]

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
