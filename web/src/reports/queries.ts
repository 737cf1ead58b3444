import { type Answer, answer, type Query } from '@dieuhanh/client'
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ReportState } from '../paths/reports.ts'
import { api } from '../shell/api.ts'
import { landingQuery } from '../shell/landing-query.ts'
import { taskKeys } from '../tasks/index.ts'

export type MonthlyReport = Answer<'/api/reports/monthly'>
export type MonthlyQuery = Query<'/api/reports/monthly'>
export type ReportRow = Answer<'/api/reports'>['rows'][number]
export type Report = Answer<'/api/reports/{id}'>
export type ReportAct = ReportRow['may'][number]

/** Query keys about reports. */
const reportKeys = { monthly: ['report-of-month'] as const, one: ['report'] as const, lists: ['reports'] as const }

/** Refetches the reports that were drawn up, and what waits. */
export const refreshReports = (queries: QueryClient): Promise<unknown> =>
  Promise.all(
    [reportKeys.one, reportKeys.lists, landingQuery.queryKey].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  )

export const monthlyQuery = (query: MonthlyQuery) =>
  queryOptions({
    queryKey: [...reportKeys.monthly, query],
    // Too expensive to refetch on every task change; it is refetched when the user comes back to it.
    refetchOnMount: 'always',
    queryFn: ({ signal }) => answer(api.GET('/api/reports/monthly', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The figures of the report with those of the month before and of the same period last year. */
export const comparisonQuery = (
  {
    from,
    asOf,
    knownOn,
    rounding,
    counting,
  }: Pick<MonthlyReport, 'from' | 'asOf' | 'knownOn' | 'rounding' | 'counting'>,
  followerId: number | undefined,
) => {
  const query = {
    from,
    asOf,
    rounding,
    ...(knownOn ? { knownOn } : {}),
    ...(counting ? { counting } : {}),
    ...(followerId === undefined ? {} : { followerId }),
  }
  return queryOptions({
    queryKey: [...taskKeys.lists, 'comparison', query],
    queryFn: ({ signal }) => answer(api.GET('/api/statistics', { params: { query }, signal })),
  })
}

/** Reports in a state; without one all that are not dropped. */
export const reportsQuery = (state?: ReportState) =>
  queryOptions({
    queryKey: [...reportKeys.lists, state ?? 'all'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/reports', { params: { query: state === undefined ? {} : { state } }, signal })),
  })

export const reportQuery = (id: number) =>
  queryOptions({
    queryKey: [...reportKeys.one, id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}', { params: { path: { id } }, signal })),
  })

export const signatoriesQuery = queryOptions({
  queryKey: [...reportKeys.lists, 'signatories'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/signatories', { signal })),
})
