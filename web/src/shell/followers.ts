import { answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from './api.ts'

/** Who follows which agencies on a day. */
export const followersQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['people', 'followers', on ?? 'today'],
    queryFn: ({ signal }) => answer(api.GET('/api/followers', { params: { query: on ? { on } : {} }, signal })),
    staleTime: 5 * 60_000,
  })

/** The name of the person the list is filtered by; their number, where they follow nothing on the day. */
export function useFollowerName(id: number | undefined, on: string | undefined): string | undefined {
  const { t } = useTranslation()
  const { data } = useQuery({ ...followersQuery(on), enabled: id !== undefined })
  if (id === undefined) return undefined
  return data?.followers.find((one) => one.id === id)?.name ?? t('filter.formerFollower', { id })
}
