import { type Answer, answer, type Query } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type MailRow = Answer<'/api/mail'>['rows'][number]
export type MailState = MailRow['state']
export type Mail = Answer<'/api/mail/{id}'>

const mailKey = ['mail'] as const

/** Refetches everything about mail. */
export const refreshMail = (queries: QueryClient): Promise<unknown> => queries.invalidateQueries({ queryKey: mailKey })

export const mailListQuery = (filter: Pick<Query<'/api/mail'>, 'state' | 'search'>) =>
  infiniteQueryOptions({
    queryKey: [...mailKey, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/mail', {
          params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // A message that is being sent is settled within seconds.
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ rows }) => rows.some(({ state }) => state === 'due' || state === 'sending'))
        ? 5_000
        : false,
  })

export const mailStatusQuery = queryOptions({
  queryKey: [...mailKey, 'status'],
  queryFn: ({ signal }) => answer(api.GET('/api/mail/status', { signal })),
})

export const mailQuery = (id: number) =>
  queryOptions({
    queryKey: [...mailKey, id],
    queryFn: ({ signal }) => answer(api.GET('/api/mail/{id}', { params: { path: { id } }, signal })),
  })
