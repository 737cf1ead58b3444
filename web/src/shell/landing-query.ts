import { answer } from '@dieuhanh/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

export const landingQuery = queryOptions({
  // Under the task query keys (tasks/keys.ts), so that a task change refreshes it.
  queryKey: ['tasks', 'landing'],
  queryFn: ({ signal }) => answer(api.GET('/api/landing', { signal })),
})
