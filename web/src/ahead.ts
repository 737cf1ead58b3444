import { askAhead } from './overview/queries.ts'
import { overviewSearchOf } from './paths/overview.ts'
import { readQuery } from './paths/parse.ts'
import { createQueries } from './shell/api.ts'
import { meQuery } from './shell/session.ts'

/** Set by the console once it can go anywhere; an answer that comes before is heard by the page that asks for it again. */
export const whenTurnedAway: { signedOut?: () => void; locked?: () => void } = {}

/** Everything this window has asked of the server. */
export const queries = createQueries(
  () => whenTurnedAway.signedOut?.(),
  () => whenTurnedAway.locked?.(),
)

/** Pages before the door, where nobody need be signed in. */
const OPEN_TO_ALL = new Set(['/dang-nhap', '/thiet-lap-ban-dau', '/xac-thuc', '/loi-moi'])

/**
 * Begins what the page at this address will need while the console itself is being read: who is signed in and, for the
 * page most people open first, its figures and its code. Should nobody be signed in, the door opens as it does without.
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
