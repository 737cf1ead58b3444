import { type Answer, answer } from '@dieuhanh/client'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type Keys = Answer<'/api/me/signing-identities'>
export type Key = Keys['identities'][number]

const keysKey = ['signingKeys'] as const

/** The user's own keys, or those of an agency. */
export const keysQuery = (agencyId: number | undefined) =>
  queryOptions({
    queryKey: [...keysKey, agencyId ?? 'mine'],
    queryFn: ({ signal }): Promise<Keys> =>
      agencyId === undefined
        ? answer(api.GET('/api/me/signing-identities', { signal }))
        : answer(api.GET('/api/agencies/{id}/signing-identities', { params: { path: { id: agencyId } }, signal })),
  })

export const refreshKeys = (queries: QueryClient): Promise<unknown> => queries.invalidateQueries({ queryKey: keysKey })
