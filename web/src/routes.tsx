import { ApiProblem } from '@dieuhanh/client'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import {
  agenciesSearchOf,
  agencySearchOf,
  directivesSearchOf,
  overviewSearchOf,
  queryString,
  readQuery,
  reportsSearchOf,
  reviewSearchOf,
  signInSearchOf,
  taskPageSearchOf,
  taskSearchOf,
  workingDaysSearchOf,
} from './paths.ts'
import { BareErrorPage, ErrorPage, NotFoundPage } from './shell/error-page.tsx'
import { meQuery } from './shell/session.ts'
import { Waiting } from './shell/waiting.tsx'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: BareErrorPage,
  notFoundComponent: NotFoundPage,
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: signInSearchOf,
  component: lazyRouteComponent(() => import('./signin/sign-in.tsx'), 'SignIn'),
})
/** Everything behind it needs someone signed in. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery)
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.status === 401) {
        throw redirect({ to: '/dang-nhap', search: { to: location.href } })
      }
      throw error
    }
  },
  component: lazyRouteComponent(() => import('./shell/frame.tsx'), 'Frame'),
})
const home = createRoute({
  getParentRoute: () => staff,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    throw redirect({ to: me.seesAll ? '/tong-quan' : '/viec-cua-toi' })
  },
})
const overview = createRoute({
  getParentRoute: () => staff,
  path: '/tong-quan',
  validateSearch: overviewSearchOf,
  component: lazyRouteComponent(() => import('./overview/overview.tsx'), 'Overview'),
})
const directives = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban',
  validateSearch: directivesSearchOf,
  component: lazyRouteComponent(() => import('./directives/list.tsx'), 'Directives'),
})
const review = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/$id',
  validateSearch: reviewSearchOf,
  component: lazyRouteComponent(() => import('./directives/review.tsx'), 'Review'),
})
const tasks = createRoute({
  getParentRoute: () => staff,
  path: '/nhiem-vu',
  validateSearch: taskSearchOf,
  component: lazyRouteComponent(() => import('./tasks/list.tsx'), 'Tasks'),
})
const task = createRoute({
  getParentRoute: () => staff,
  path: '/nhiem-vu/$id',
  validateSearch: taskPageSearchOf,
  component: lazyRouteComponent(() => import('./tasks/task.tsx'), 'TaskPage'),
})
const reports = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao',
  validateSearch: reportsSearchOf,
  component: lazyRouteComponent(() => import('./reports/draft.tsx'), 'DraftReport'),
})
const report = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao/$id',
  component: lazyRouteComponent(() => import('./reports/frozen.tsx'), 'FrozenReport'),
})

const agencies = createRoute({
  getParentRoute: () => staff,
  path: '/co-quan',
  validateSearch: agenciesSearchOf,
  component: lazyRouteComponent(() => import('./agencies/list.tsx'), 'Agencies'),
})
const agency = createRoute({
  getParentRoute: () => staff,
  path: '/co-quan/$id',
  validateSearch: agencySearchOf,
  component: lazyRouteComponent(() => import('./agencies/agency.tsx'), 'AgencyPage'),
})
const workingDays = createRoute({
  getParentRoute: () => staff,
  path: '/lich-lam-viec',
  validateSearch: workingDaysSearchOf,
  component: lazyRouteComponent(() => import('./working-days/year.tsx'), 'WorkingYear'),
})

const tree = root.addChildren([
  signIn,
  staff.addChildren([home, overview, directives, review, tasks, task, reports, report, agencies, agency, workingDays]),
])

export function createConsole(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch: readQuery,
    stringifySearch: queryString,
    defaultPreload: 'intent',
    // Data is the query client's; the router only brings the code of a page beforehand.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsole>
  }
}
