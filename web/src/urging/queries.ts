import { type Answer, ApiProblem, answer, type Body, readProblem } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type Plan = Answer<'/api/urging/plan'>
export type AgencyRow = Answer<'/api/urging/agencies'>['agencies'][number]
export type Rule = Answer<'/api/urging/rules'>['rules'][number]
export type RuleEdit = Body<'/api/urging/rules'>
export type Setting = Answer<'/api/urging/setting'>
export type SettingEdit = Body<'/api/urging/setting', 'put'>
export type LetterCard = Answer<'/api/urging/letters'>['rows'][number]
export type Letter = Answer<'/api/urging/letters/{id}'>
export type LetterState = LetterCard['state']
export type LetterAct = LetterCard['may'][number]
export type Made = Answer<'/api/urging/letters', 'post'>
export type Effect = Answer<'/api/urging/effect'>
export type EffectRow = Effect['total']

/** Query keys about urging. */
const urgingKeys = { all: ['urging'] as const, letters: ['letters'] as const }

/** Refetches rules, settings and figures of urging, and letters. */
export const refreshUrging = (queries: QueryClient): Promise<unknown> =>
  Promise.all([urgingKeys.all, urgingKeys.letters].map((queryKey) => queries.invalidateQueries({ queryKey })))

export const planQuery = queryOptions({
  queryKey: [...urgingKeys.all, 'plan'],
  queryFn: ({ signal }) => answer(api.GET('/api/urging/plan', { params: { query: {} }, signal })),
})

export const agenciesQuery = queryOptions({
  queryKey: [...urgingKeys.all, 'agencies'],
  queryFn: ({ signal }) => answer(api.GET('/api/urging/agencies', { signal })),
})

export interface AgencyFigure {
  id: number
  name: string
  kind: 'silent' | 'periodsMissing'
}
export const agencyTasksQuery = ({ id, kind }: AgencyFigure) =>
  queryOptions({
    queryKey: [...urgingKeys.all, 'agency', id, kind],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/urging/agencies/{id}/tasks', { params: { path: { id }, query: { kind } }, signal })),
  })

export const rulesQuery = queryOptions({
  queryKey: [...urgingKeys.all, 'rules'],
  queryFn: ({ signal }) => answer(api.GET('/api/urging/rules', { signal })),
})

export const settingQuery = queryOptions({
  queryKey: [...urgingKeys.all, 'setting'],
  queryFn: ({ signal }) => answer(api.GET('/api/urging/setting', { signal })),
})

export const lettersQuery = (filter: { state?: LetterState; agencyId?: number }) =>
  infiniteQueryOptions({
    queryKey: [...urgingKeys.letters, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/urging/letters', {
          params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const letterQuery = (id: number) =>
  queryOptions({
    queryKey: [...urgingKeys.letters, id],
    queryFn: ({ signal }) => answer(api.GET('/api/urging/letters/{id}', { params: { path: { id } }, signal })),
  })

export const choicesQuery = (id: number) =>
  queryOptions({
    queryKey: [...urgingKeys.letters, id, 'choices'],
    queryFn: ({ signal }) => answer(api.GET('/api/urging/letters/{id}/choices', { params: { path: { id } }, signal })),
  })

export const reportsQuery = (id: number) =>
  queryOptions({
    queryKey: [...urgingKeys.letters, id, 'reports'],
    queryFn: ({ signal }) => answer(api.GET('/api/urging/letters/{id}/reports', { params: { path: { id } }, signal })),
  })

/** The print preview. */
export const paperQuery = (id: number, version: number) =>
  queryOptions({
    queryKey: [...urgingKeys.letters, id, 'paper', version],
    queryFn: async ({ signal }) => {
      const response = await fetch(letterFile(id, 'html'), { signal })
      if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
      return response.text()
    },
  })

export const letterFile = (id: number, format: 'docx' | 'pdf' | 'html') =>
  `/api/urging/letters/${id}/document?format=${format}`

export const effectQuery = (span: { from?: string; to?: string; asOf?: string }) =>
  queryOptions({
    queryKey: [...urgingKeys.all, 'effect', span],
    queryFn: ({ signal }) => answer(api.GET('/api/urging/effect', { params: { query: span }, signal })),
    placeholderData: keepPreviousData,
  })

export interface Counted {
  from: string
  to: string
  asOf: string
  agencyId?: number
  ruleId?: number
  kind?: 'letter'
  within?: number
  outcome?: 'reported' | 'done'
}
export const effectRowsQuery = (counted: Counted) =>
  queryOptions({
    queryKey: [...urgingKeys.all, 'effect', 'rows', counted],
    queryFn: ({ signal }) => answer(api.GET('/api/urging/effect/rows', { params: { query: { ...counted } }, signal })),
  })

export const agencyLedgerQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...urgingKeys.all, 'ledger', id],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/urging/agencies/{id}/ledger', {
          params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
