import { askAhead } from './overview/queries.ts'
import { overviewSearchOf } from './paths/overview.ts'
import { readQuery } from './paths/parse.ts'
import { createQueries } from './shell/api.ts'
import { meQuery } from './shell/session.ts'

/** Set by the console once it can navigate; an earlier response is handled by the page that requests it again. */
export const whenTurnedAway: { signedOut?: () => void; locked?: () => void } = {}

/** Every query of this window. */
export const queries = createQueries(
  () => whenTurnedAway.signedOut?.(),
  () => whenTurnedAway.locked?.(),
)

/** Pages that need no sign-in. */
const OPEN_TO_ALL = new Set(['/dang-nhap', '/thiet-lap-ban-dau', '/xac-thuc', '/loi-moi', '/quen-mat-khau'])

/**
 * Prefetches what the page at this address needs while the console is still loading: who is signed in and, for the
 * page most people open first, its figures and its code. If no one is signed in, the sign-in page opens as usual.
 */
export function beginAhead(): void {
  const { pathname, search } = window.location
  if (OPEN_TO_ALL.has(pathname)) return
  void queries.prefetchQuery(meQuery)
  if (pathname !== '/tong-quan') return
  askAhead(queries, overviewSearchOf(readQuery(search)))
  void import('./staff.tsx')
  void import('./overview/overview.tsx')
}
