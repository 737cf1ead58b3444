import { type Answer, answer } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PeopleSearch } from '../paths.ts'
import { api } from '../shell/api.ts'

export type PersonRow = Answer<'/api/people'>['rows'][number]
export type Person = Answer<'/api/people/{id}'>
export type PersonPost = Person['posts'][number]
export type Deputation = Person['deputations']['given'][number]
export type Role = Answer<'/api/roles'>['rows'][number]
export type HeldPost = Answer<'/api/me/posts'>['posts'][number]

export const peopleQuery = (search: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/people', {
          params: { query: { ...search, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** People found by some words, for a choice among them. */
export const foundPeopleQuery = (search: string) =>
  queryOptions({
    queryKey: ['people', 'found', search],
    queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query: { search, limit: 30 } }, signal })),
    placeholderData: keepPreviousData,
  })

export const colleaguesQuery = (search: string) =>
  queryOptions({
    queryKey: ['people', 'colleagues', search],
    queryFn: ({ signal }) => answer(api.GET('/api/me/colleagues', { params: { query: { search } }, signal })),
    placeholderData: keepPreviousData,
  })

export const personQuery = (id: number) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  })

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => answer(api.GET('/api/roles', { signal })),
})

export const myPostsQuery = queryOptions({
  queryKey: ['me', 'posts'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/posts', { signal })),
  staleTime: 60_000,
})

export const myDeputationsQuery = queryOptions({
  queryKey: ['me', 'deputations'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/deputations', { signal })),
})

/** Everything that tells of people and posts is asked for again. */
export const refreshPeople = (queries: QueryClient): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['people'] }),
    queries.invalidateQueries({ queryKey: ['me', 'posts'] }),
    queries.invalidateQueries({ queryKey: ['me', 'deputations'] }),
    queries.invalidateQueries({ queryKey: ['audit'] }),
  ])
