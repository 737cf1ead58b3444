import { type Answer, answer } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { auditKey } from '../audit/index.ts'
import type { PeopleSearch } from '../paths/people.ts'
import { api } from '../shell/api.ts'
import { meQuery } from '../shell/session.ts'

export type PersonRow = Answer<'/api/people'>['rows'][number]
export type Person = Answer<'/api/people/{id}'>
export type PersonPost = Person['posts'][number]
export type Deputation = Person['deputations']['given'][number]
export type Role = Answer<'/api/roles'>['rows'][number]
export type HeldPost = Answer<'/api/me/posts'>['posts'][number]

/** Prefix of every query key about people. */
export const peopleKey = ['people'] as const
const rolesKey = ['roles'] as const

export const peopleQuery = (search: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey, 'list', search],
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

/** People found by a search, to choose from. */
export const foundPeopleQuery = (search: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'found', search],
    queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query: { search, limit: 30 } }, signal })),
    placeholderData: keepPreviousData,
  })

export const colleaguesQuery = (search: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'colleagues', search],
    queryFn: ({ signal }) => answer(api.GET('/api/me/colleagues', { params: { query: { search } }, signal })),
    placeholderData: keepPreviousData,
  })

export const personQuery = (id: number) =>
  queryOptions({
    queryKey: [...peopleKey, 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  })

export const rolesQuery = queryOptions({
  queryKey: rolesKey,
  queryFn: ({ signal }) => answer(api.GET('/api/roles', { signal })),
})

export const myPostsQuery = queryOptions({
  queryKey: [...meQuery.queryKey, 'posts'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/posts', { signal })),
  staleTime: 60_000,
})

export const myDeputationsQuery = queryOptions({
  queryKey: [...meQuery.queryKey, 'deputations'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/deputations', { signal })),
})

/** Refetches everything that shows people, posts and their history. */
export const refreshPeople = (queries: QueryClient): Promise<unknown> =>
  Promise.all(
    [peopleKey, myPostsQuery.queryKey, myDeputationsQuery.queryKey, auditKey].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  )

/** Refetches the roles, and the user's own rights, which may have changed. */
export const refreshRoles = (queries: QueryClient): Promise<unknown> =>
  Promise.all([rolesKey, meQuery.queryKey, peopleKey].map((queryKey) => queries.invalidateQueries({ queryKey })))
