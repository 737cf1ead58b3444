import { type Answer, ApiProblem, answer, type Query, readProblem } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { outgoingFile } from '../paths/outgoing.ts'
import { api } from '../shell/api.ts'
import { outgoingKey } from './outgoing-news.ts'

export { refreshOutgoing } from './outgoing-news.ts'
export type OutgoingRow = Answer<'/api/records/outgoing'>['rows'][number]
export type Outgoing = Answer<'/api/records/outgoing/{id}'>
export type OutgoingState = OutgoingRow['state']
export type Content = NonNullable<Outgoing['content']>
export type Step = Outgoing['steps'][number]
export type BookRow = Answer<'/api/records/outgoing/book'>['rows'][number]
export type TemplateRow = Answer<'/api/records/templates'>['rows'][number]
export type Template = Answer<'/api/records/templates/{id}'>
export type Choices = Answer<'/api/records/outgoing/choices'>

export const outgoingListQuery = (filter: Omit<Query<'/api/records/outgoing'>, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: [...outgoingKey, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/outgoing', {
          params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const outgoingQuery = (id: number) =>
  queryOptions({
    queryKey: [...outgoingKey, id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/outgoing/{id}', { params: { path: { id } }, signal })),
  })

export const bookQuery = (filter: Omit<Query<'/api/records/outgoing/book'>, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: [...outgoingKey, 'book', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/outgoing/book', {
          params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** The page as it would be signed now. */
export const previewQuery = (id: number, version: number) =>
  queryOptions({
    queryKey: [...outgoingKey, id, 'preview', version],
    queryFn: async ({ signal }) => {
      const response = await fetch(outgoingFile(id, 'preview'), { signal })
      if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
      return response.text()
    },
  })

export const differencesQuery = (id: number, from: number, to: number) =>
  queryOptions({
    queryKey: [...outgoingKey, id, 'differences', from, to],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/records/outgoing/{id}/differences', { params: { path: { id }, query: { from, to } }, signal }),
      ),
  })

/** Kinds, units and signers of the reader's body; they change a few times a year. */
export const choicesQuery = queryOptions({
  queryKey: [...outgoingKey, 'choices'],
  queryFn: ({ signal }) => answer(api.GET('/api/records/outgoing/choices', { signal })),
  staleTime: 10 * 60_000,
})

export const peopleToAskQuery = (words: string) =>
  queryOptions({
    queryKey: [...outgoingKey, 'people', words],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/records/outgoing/people', { params: { query: words ? { words } : {} }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const templatesQuery = (filter: Query<'/api/records/templates'>) =>
  queryOptions({
    queryKey: [...outgoingKey, 'templates', filter],
    queryFn: ({ signal }) => answer(api.GET('/api/records/templates', { params: { query: filter }, signal })),
  })

export const templateQuery = (id: number) =>
  queryOptions({
    queryKey: [...outgoingKey, 'template', id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/templates/{id}', { params: { path: { id } }, signal })),
  })
