import { type Answer, answer, type Query } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { landingQuery } from '../shell/landing-query.ts'

export type CaseRow = Answer<'/api/records/cases'>['rows'][number]
export type Case = Answer<'/api/records/cases/{id}'>
export type CaseItem = Case['contents'][number]
export type NomenclatureRow = Answer<'/api/records/nomenclatures'>['rows'][number]
export type Nomenclature = Answer<'/api/records/nomenclatures/{id}'>
export type NomenclatureLine = Nomenclature['contents'][number]
export type HandOverRow = Answer<'/api/records/hand-overs'>['rows'][number]
export type HandOver = Answer<'/api/records/hand-overs/{id}'>
export type DestructionRow = Answer<'/api/records/destructions'>['rows'][number]
export type Destruction = Answer<'/api/records/destructions/{id}'>
export type CaseFigures = Answer<'/api/records/case-figures'>

/** The first part of every query key of case files and the archive. */
export const casesKey = ['records', 'cases'] as const

/** Refetches what is shown of case files and the archive, and what waits. */
export const refreshCases = (queries: QueryClient): Promise<unknown> =>
  Promise.all([casesKey, landingQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey })))

export const casesQuery = (query: Query<'/api/records/cases'>) =>
  infiniteQueryOptions({
    queryKey: [...casesKey, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/cases', {
          params: { query: pageParam ? { ...query, cursor: pageParam } : query },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })
export const caseQuery = (id: number) =>
  queryOptions({
    queryKey: [...casesKey, 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/cases/{id}', { params: { path: { id } }, signal })),
  })
export const caseFiguresQuery = (year: number) =>
  queryOptions({
    queryKey: [...casesKey, 'figures', year],
    queryFn: ({ signal }) => answer(api.GET('/api/records/case-figures', { params: { query: { year } }, signal })),
  })
export const keepersQuery = queryOptions({
  queryKey: [...casesKey, 'keepers'],
  queryFn: ({ signal }) => answer(api.GET('/api/records/case-keepers', { signal })),
})
export const retentionQuery = queryOptions({
  queryKey: [...casesKey, 'retention'],
  queryFn: ({ signal }) => answer(api.GET('/api/records/retention-classes', { signal })),
})
export const nomenclaturesQuery = queryOptions({
  queryKey: [...casesKey, 'nomenclatures'],
  queryFn: ({ signal }) => answer(api.GET('/api/records/nomenclatures', { signal })),
})
export const nomenclatureQuery = (id: number) =>
  queryOptions({
    queryKey: [...casesKey, 'nomenclature', id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/nomenclatures/{id}', { params: { path: { id } }, signal })),
  })
export const handOversQuery = (query: Query<'/api/records/hand-overs'>) =>
  infiniteQueryOptions({
    queryKey: [...casesKey, 'handOvers', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/hand-overs', {
          params: { query: pageParam ? { ...query, cursor: pageParam } : query },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
export const handOverQuery = (id: number) =>
  queryOptions({
    queryKey: [...casesKey, 'handOver', id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/hand-overs/{id}', { params: { path: { id } }, signal })),
  })
export const destructionsQuery = (query: Query<'/api/records/destructions'>) =>
  infiniteQueryOptions({
    queryKey: [...casesKey, 'destructions', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/destructions', {
          params: { query: pageParam ? { ...query, cursor: pageParam } : query },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
export const destructionQuery = (id: number) =>
  queryOptions({
    queryKey: [...casesKey, 'destruction', id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/destructions/{id}', { params: { path: { id } }, signal })),
  })
