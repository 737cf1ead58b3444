import { type Answer, answer } from '@dieuhanh/client'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { meQuery } from '../shell/session.ts'

export type Account = Answer<'/api/account'>

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => answer(api.GET('/api/account', { signal })),
})

/** Refetches the account page and the signed-in user after a change of factors. */
export function useRefreshAccount(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: accountQuery.queryKey }),
      queries.invalidateQueries({ queryKey: meQuery.queryKey }),
    ])
}
