import { type Answer, answer } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { AccuracySearch, LabelsSearch, OutcomesSearch } from '../paths/accuracy.ts'
import { api } from '../shell/api.ts'

export type Accuracy = Answer<'/api/directives/accuracy'>
export type Counts = Pick<Accuracy['byMonth'][number], 'right' | 'changed' | 'added' | 'dropped'>
export type Correction = Answer<'/api/directives/corrections'>['rows'][number]
export type MissedLabel = Answer<'/api/directives/missed-labels'>['rows'][number]
export type Outcome = Answer<'/api/directives/outcomes'>['rows'][number]
export type Label = Answer<'/api/directives/labels'>['rows'][number]

const keys = {
  accuracy: ['accuracy'] as const,
  labels: ['labels'] as const,
}

/** Refetches what a new alias or label changes: which corrections are dealt with, and the labels. */
export const refreshTaught = (queries: QueryClient): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: [...keys.accuracy, 'corrections'] }),
    queries.invalidateQueries({ queryKey: [...keys.accuracy, 'labels'] }),
    queries.invalidateQueries({ queryKey: keys.labels }),
  ])

export const accuracyQuery = (search: AccuracySearch) =>
  queryOptions({
    queryKey: [...keys.accuracy, 'figures', search],
    queryFn: ({ signal }) => answer(api.GET('/api/directives/accuracy', { params: { query: search }, signal })),
    placeholderData: keepPreviousData,
  })

export const correctionsQuery = (search: AccuracySearch) =>
  queryOptions({
    queryKey: [...keys.accuracy, 'corrections', search],
    queryFn: ({ signal }) => answer(api.GET('/api/directives/corrections', { params: { query: search }, signal })),
    placeholderData: keepPreviousData,
  })

export const missedLabelsQuery = (search: AccuracySearch) =>
  queryOptions({
    queryKey: [...keys.accuracy, 'labels', search],
    queryFn: ({ signal }) => answer(api.GET('/api/directives/missed-labels', { params: { query: search }, signal })),
    placeholderData: keepPreviousData,
  })

export const outcomesQuery = (search: OutcomesSearch) =>
  infiniteQueryOptions({
    queryKey: [...keys.accuracy, 'outcomes', search],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/directives/outcomes', {
          params: { query: { ...search, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const labelsQuery = ({ act: _, ...search }: LabelsSearch) =>
  infiniteQueryOptions({
    queryKey: [...keys.labels, search],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/directives/labels', {
          params: { query: { ...search, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
