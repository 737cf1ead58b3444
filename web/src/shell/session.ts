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

/** Who is signed in. Only inside the frame, whose route has fetched it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data

export async function signIn(email: string, password: string): Promise<void> {
  await post('/api/auth/sign-in/email', { email, password })
}

/** Ends the session and forgets everything it had fetched. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await post('/api/auth/sign-out', {})
    queries.clear()
  }
}

/** May this person do it? The server decides; this is what the screen offers. */
export const mayDo = (me: Me, right: Right): boolean => me.rights.includes(right)

/** Whether the second factor is still owed: to be proved, or to be enrolled because the role asks for one. */
export const owesSecondFactor = (me: Me): boolean => ['toProve', 'toEnrol'].includes(me.secondFactor.state)
