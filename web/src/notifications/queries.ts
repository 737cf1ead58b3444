import { type Answer, answer, type Body } from '@dieuhanh/client'
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type Line = Answer<'/api/notifications'>['rows'][number]
export type LineRow = Line['rows'][number]
export type Preference = Answer<'/api/notifications/preferences'>['kinds'][number]
type Read = Body<'/api/notifications/read'>

const keys = { all: ['notifications'] as const, preferences: ['notificationPreferences'] as const }

/** The bell and the page: after anything that the person was told, or read here or on another device. */
export const refreshNotifications = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: keys.all })

/** The kinds of live changes that concern the bell. */
export const notificationNews = { notification: refreshNotifications, notice: refreshNotifications }

export const unreadQuery = queryOptions({
  queryKey: [...keys.all, 'unread'],
  queryFn: ({ signal }) => answer(api.GET('/api/notifications/unread', { signal })),
  // News comes live; this is for a page whose connection is refused.
  refetchInterval: 120_000,
})

export const linesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...keys.all, 'lines', unread],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/notifications', {
          params: { query: { ...(unread ? { unread } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

export const rowsQuery = ({ onDay, event, isMention }: Pick<Line, 'onDay' | 'event' | 'isMention'>) =>
  infiniteQueryOptions({
    queryKey: [...keys.all, 'rows', onDay, event, isMention],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/notifications/rows', {
          params: { query: { onDay, event, isMention, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

export const preferencesQuery = queryOptions({
  queryKey: keys.preferences,
  queryFn: ({ signal }) => answer(api.GET('/api/notifications/preferences', { signal })),
})

/** Marks lines as read, all if none are named. */
export function useReading() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Read) => answer(api.POST('/api/notifications/read', { body })),
    onSuccess: () => refreshNotifications(queries),
  })
}

/** What to mark for one line. */
export const readOf = ({ source, unread }: Line): Read => (source === 'act' ? { acts: unread } : { notices: unread })

/** The box shows the choice at once, and what it was before if the server refuses. */
export function usePreferring() {
  const queries = useQueryClient()
  const { queryKey } = preferencesQuery
  return useMutation({
    mutationFn: ({ kind, bell, digest, mail }: Pick<Preference, 'kind' | 'bell' | 'digest' | 'mail'>) =>
      answer(
        api.PUT('/api/notifications/preferences/{kind}', { params: { path: { kind } }, body: { bell, digest, mail } }),
      ),
    onMutate: async (chosen) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData(queryKey)
      queries.setQueryData(
        queryKey,
        (found) =>
          found && { kinds: found.kinds.map((one) => (one.kind === chosen.kind ? { ...one, ...chosen } : one)) },
      )
      return { before }
    },
    onError: (_error, _chosen, kept) => queries.setQueryData(queryKey, kept?.before),
    onSuccess: (found) => queries.setQueryData(queryKey, found),
  })
}
