import { answer } from '@dieuhanh/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

export const landingQuery = queryOptions({
  // Under the questions about tasks (tasks/keys.ts), so that a change of a task refreshes it.
  queryKey: ['tasks', 'landing'],
  queryFn: ({ signal }) => answer(api.GET('/api/landing', { signal })),
})
