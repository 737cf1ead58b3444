import { type Answer, answer, type Query } from '@dieuhanh/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type MonthlyReport = Answer<'/api/reports/monthly'>
export type MonthlyQuery = Query<'/api/reports/monthly'>
export type FrozenRow = Answer<'/api/reports'>['rows'][number]

export const monthlyQuery = (query: MonthlyQuery) =>
  queryOptions({
    queryKey: ['report', 'monthly', query],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/monthly', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The figures of the report beside those of the month before and of the same period last year. */
export const comparisonQuery = ({
  from,
  asOf,
  knownOn,
  rounding,
}: Pick<MonthlyReport, 'from' | 'asOf' | 'knownOn' | 'rounding'>) =>
  queryOptions({
    queryKey: ['statistics', 'comparison', from, asOf, knownOn, rounding],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/statistics', {
          params: { query: { from, asOf, rounding, ...(knownOn ? { knownOn } : {}) } },
          signal,
        }),
      ),
  })

export const frozenListQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports', { signal })),
})

export const frozenQuery = (id: number) =>
  queryOptions({
    queryKey: ['report', 'frozen', id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
