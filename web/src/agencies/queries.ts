import { type Answer, answer } from '@dieuhanh/client'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { agenciesKey } from '../form/agency-select.tsx'
import { peopleKey } from '../people/index.ts'
import { api } from '../shell/api.ts'

const agencyKey = ['agency'] as const

export type AgencyList = Answer<'/api/agencies'>
export type Agency = AgencyList['agencies'][number]
export type AgencyDetail = Answer<'/api/agencies/{id}'>
export type Passage = AgencyDetail['successors'][number]
export type Comparison = Answer<'/api/agencies/compare'>
export type Kind = Agency['kind']

/** Ids of the agencies whose name, abbreviation or alias contains the typed words. */
export const foundQuery = (on: string, search: string) =>
  queryOptions({
    queryKey: [...agenciesKey, on, 'search', search],
    queryFn: async ({ signal }) => {
      const { agencies } = await answer(api.GET('/api/agencies', { params: { query: { on, search } }, signal }))
      return new Set(agencies.map(({ id }) => id))
    },
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })

export const comparisonQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...agenciesKey, 'compare', from, to],
    queryFn: ({ signal }) => answer(api.GET('/api/agencies/compare', { params: { query: { from, to } }, signal })),
  })

export const agencyQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: [...agencyKey, id, on],
    queryFn: ({ signal }) => answer(api.GET('/api/agencies/{id}', { params: { path: { id }, query: { on } }, signal })),
    placeholderData: keepPreviousData,
  })

export const agencyHistoryQuery = (id: number) =>
  queryOptions({
    queryKey: [...agencyKey, id, 'history'],
    queryFn: ({ signal }) => answer(api.GET('/api/agencies/{id}/history', { params: { path: { id } }, signal })),
  })

export const agencyPeopleQuery = (id: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'agency', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query: { agencyId: id, limit: 20 } }, signal })),
  })

/** Refetches everything that shows agencies, after one was changed. */
export function useRefreshAgencies(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: agenciesKey }),
      queries.invalidateQueries({ queryKey: agencyKey }),
    ])
}
