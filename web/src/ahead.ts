import type { QueryClient } from '@tanstack/react-query'
import { askAhead } from './overview/queries.ts'
import { overviewSearchOf, readQuery } from './paths.ts'
import { meQuery } from './shell/session.ts'

/**
 * Begins what the page at this address will need while the console itself is being read: who is signed in and, for the
 * page most people open first, its figures and its code. Should nobody be signed in, the door opens as it does without.
 */
export function beginAhead(queries: QueryClient): void {
  const { pathname, search } = window.location
  if (pathname.startsWith('/dang-nhap')) return
  void queries.prefetchQuery(meQuery)
  if (pathname !== '/tong-quan') return
  askAhead(queries, overviewSearchOf(readQuery(search)))
  void import('./staff.tsx')
  void import('./overview/overview.tsx')
  void import('./overview/agencies.tsx')
  void import('./overview/months.tsx')
}
