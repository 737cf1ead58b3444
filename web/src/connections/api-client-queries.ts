import { type Answer, answer } from '@dieuhanh/client'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type ApiClient = Answer<'/api/clients'>['clients'][number]
/** Credentials of an API client, shown once. */
export interface ShownClientSecret {
  clientId: string
  secret: string
}

const apiClientsKey = ['clients'] as const
export const apiClientsQuery = queryOptions({
  queryKey: apiClientsKey,
  queryFn: ({ signal }) => answer(api.GET('/api/clients', { signal })),
})

export const refreshApiClients = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: apiClientsKey })
