import { type Answer, answer, type Query } from '@dieuhanh/client'
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { taskKeys } from '../tasks/index.ts'

export type MonthlyReport = Answer<'/api/reports/monthly'>
export type MonthlyQuery = Query<'/api/reports/monthly'>
export type FrozenRow = Answer<'/api/reports'>['rows'][number]

/** Query keys about reports. */
const reportKeys = { one: ['report'] as const, issued: ['reports'] as const }

/** Refetches the issued reports. */
export const refreshReports = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: reportKeys.issued })

export const monthlyQuery = (query: MonthlyQuery) =>
  queryOptions({
    queryKey: [...reportKeys.one, 'monthly', query],
    // Too expensive to refetch on every task change; it is refetched when the user comes back to it.
    refetchOnMount: 'always',
    queryFn: ({ signal }) => answer(api.GET('/api/reports/monthly', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The figures of the report with those of the month before and of the same period last year. */
export const comparisonQuery = ({
  from,
  asOf,
  knownOn,
  rounding,
}: Pick<MonthlyReport, 'from' | 'asOf' | 'knownOn' | 'rounding'>) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'comparison', from, asOf, knownOn, rounding],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/statistics', {
          params: { query: { from, asOf, rounding, ...(knownOn ? { knownOn } : {}) } },
          signal,
        }),
      ),
  })

export const frozenListQuery = queryOptions({
  queryKey: reportKeys.issued,
  queryFn: ({ signal }) => answer(api.GET('/api/reports', { signal })),
})

export const frozenQuery = (id: number) =>
  queryOptions({
    queryKey: [...reportKeys.one, 'issued', id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
