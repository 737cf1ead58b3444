/** What every page of the console hangs under. */
import { ApiProblem } from '@dieuhanh/client'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { id } from './paths/parse.ts'
import { BareErrorPage, NotFoundPage } from './shell/error-page.tsx'
import { meQuery, owesSecondFactor } from './shell/session.ts'

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: BareErrorPage,
  notFoundComponent: NotFoundPage,
})
/** An address that names no number is of no page, whatever the server would say of it. */
export function demandId({ params }: { params: { id: string } }): void {
  if (id(params.id) === undefined) throw notFound()
}
/** Every page under it needs a signed-in user. */
export const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queries.ensureQueryData(meQuery)
      if (owesSecondFactor(me)) throw redirect({ to: '/xac-thuc', search: { to: location.href } })
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.status === 401) {
        throw redirect({ to: '/dang-nhap', search: { to: location.href } })
      }
      throw error
    }
  },
  component: lazyRouteComponent(() => import('./staff.tsx'), 'Staff'),
})
