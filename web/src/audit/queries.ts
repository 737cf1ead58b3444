import { type Answer, answer } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AuditSearch } from '../paths/audit.ts'
import { api } from '../shell/api.ts'

export type AuditRow = Answer<'/api/audit'>['rows'][number]
export type Verified = Answer<'/api/audit/verify'>

/** Prefix of every query key about the log. */
export const auditKey = ['audit'] as const

export const auditQuery = (filter: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: [...auditKey, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/audit', {
          params: { query: { ...filter, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const lastActsQuery = (personId: number) =>
  queryOptions({
    queryKey: [...auditKey, 'last', personId],
    queryFn: ({ signal }) => answer(api.GET('/api/audit', { params: { query: { personId, limit: 10 } }, signal })),
  })

/** Event names in the log, to choose from. */
export const auditNamesQuery = queryOptions({
  queryKey: [...auditKey, 'names'],
  queryFn: ({ signal }) => answer(api.GET('/api/audit/names', { signal })),
  staleTime: 60_000,
})
