/** The pages of documents that come in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { demandId, staff } from './console-root.tsx'
import {
  handlingSearchOf,
  incomingBookSearchOf,
  incomingPageSearchOf,
  incomingSearchOf,
  periodSearchOf,
} from './paths/incoming.ts'

const incoming = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-den',
  validateSearch: incomingSearchOf,
  component: lazyRouteComponent(() => import('./records/incoming-list.tsx'), 'IncomingPage'),
})
const mine = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-den/cua-toi',
  validateSearch: handlingSearchOf,
  component: lazyRouteComponent(() => import('./records/incoming-mine.tsx'), 'HandlingsPage'),
})
const book = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-den/so',
  validateSearch: incomingBookSearchOf,
  component: lazyRouteComponent(() => import('./records/incoming-book.tsx'), 'IncomingBookPage'),
})
const figures = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-den/so-lieu',
  validateSearch: periodSearchOf,
  component: lazyRouteComponent(() => import('./records/incoming-figures.tsx'), 'IncomingFiguresPage'),
})
const one = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-den/$id',
  beforeLoad: demandId,
  validateSearch: incomingPageSearchOf,
  component: lazyRouteComponent(() => import('./records/incoming-page.tsx'), 'OneIncoming'),
})

export const incomingRoutes = [incoming, mine, book, figures, one] as const
