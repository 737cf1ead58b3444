import { type Answer, answer, type Query } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type SearchFilter = Query<'/api/search/counts'>
export type FoundKind = Answer<'/api/search/counts'>['kinds'][number]
export type FoundHit = Answer<'/api/search/{kind}'>['rows'][number]
export type MarkedText = FoundHit['title']

export const LEAST = 2

export const countsQuery = (filter: SearchFilter) =>
  queryOptions({
    queryKey: ['search', 'counts', filter],
    queryFn: ({ signal }) => answer(api.GET('/api/search/counts', { params: { query: filter }, signal })),
    enabled: filter.words.length >= LEAST,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

export const hitsQuery = (kind: string, filter: SearchFilter) =>
  infiniteQueryOptions({
    queryKey: ['search', 'hits', kind, filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/search/{kind}', {
          params: { path: { kind }, query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
