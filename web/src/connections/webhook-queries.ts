import { type Answer, answer, type Query } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type Endpoint = Answer<'/api/webhooks'>['endpoints'][number]
export type DeliveryRow = Answer<'/api/webhooks/{id}/deliveries'>['rows'][number]
export type Delivery = Answer<'/api/webhooks/{id}/deliveries/{deliveryId}'>
export interface ShownSecret {
  name: string
  secret: string
}

const webhooksKey = ['webhooks'] as const

/** Refetches endpoints and their deliveries. */
export const refreshWebhooks = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: webhooksKey })

export const endpointsQuery = queryOptions({
  queryKey: webhooksKey,
  queryFn: ({ signal }) => answer(api.GET('/api/webhooks', { signal })),
})

export const webhookEventsQuery = queryOptions({
  queryKey: ['webhook-events'],
  queryFn: ({ signal }) => answer(api.GET('/api/webhooks/events', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

type Filter = Pick<Query<'/api/webhooks/{id}/deliveries'>, 'state' | 'event'>

export const deliveriesQuery = (id: number, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...webhooksKey, id, 'deliveries', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/webhooks/{id}/deliveries', {
          params: { path: { id }, query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ rows }) => rows.some(({ state }) => state === 'due' || state === 'delivering'))
        ? 5_000
        : false,
  })

export const deliveryQuery = (id: number, deliveryId: number) =>
  queryOptions({
    queryKey: [...webhooksKey, id, 'delivery', deliveryId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/webhooks/{id}/deliveries/{deliveryId}', { params: { path: { id, deliveryId } }, signal })),
  })
