import { type Answer, answer } from '@dieuhanh/client'
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, post } from './api.ts'

export type Me = Answer<'/api/me'>
export type Right = Me['rights'][number]

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answer(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
})

/** The signed-in user. Only inside the frame, whose route has loaded it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data

export async function signIn(email: string, password: string): Promise<void> {
  await post('/api/auth/sign-in/email', { email, password })
}

/** Ends the session and clears all fetched data. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await post('/api/auth/sign-out', {})
    queries.clear()
  }
}

/** Whether this person may do it. The server decides; this only controls what the screen offers. */
export const mayDo = (me: Me, right: Right): boolean => me.rights.includes(right)

/** Whether a second factor is still needed: to be verified, or enrolled because the role requires one. */
export const owesSecondFactor = (me: Me): boolean => ['toProve', 'toEnrol'].includes(me.secondFactor.state)
