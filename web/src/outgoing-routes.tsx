/** The pages of documents that go out. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { demandId, staff } from './console-root.tsx'
import {
  bookSearchOf,
  outgoingPageSearchOf,
  outgoingSearchOf,
  templateSearchOf,
  templatesSearchOf,
} from './paths/outgoing.ts'

const outgoing = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-di',
  validateSearch: outgoingSearchOf,
  component: lazyRouteComponent(() => import('./records/outgoing-list.tsx'), 'OutgoingPage'),
})
const oneOutgoing = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-di/$id',
  beforeLoad: demandId,
  validateSearch: outgoingPageSearchOf,
  component: lazyRouteComponent(() => import('./records/outgoing-page.tsx'), 'OneOutgoing'),
})
const draft = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-di/$id/soan',
  beforeLoad: demandId,
  component: lazyRouteComponent(() => import('./records/draft-page.tsx'), 'DraftPage'),
})
const book = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-di/so',
  validateSearch: bookSearchOf,
  component: lazyRouteComponent(() => import('./records/outgoing-book.tsx'), 'OutgoingBook'),
})
const templates = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-di/mau',
  validateSearch: templatesSearchOf,
  component: lazyRouteComponent(() => import('./records/template-list.tsx'), 'TemplatesPage'),
})
const newTemplate = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-di/mau/moi',
  component: lazyRouteComponent(() => import('./records/template-page.tsx'), 'NewTemplate'),
})
const template = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban-di/mau/$id',
  beforeLoad: demandId,
  validateSearch: templateSearchOf,
  component: lazyRouteComponent(() => import('./records/template-page.tsx'), 'TemplatePage'),
})

export const outgoingRoutes = [outgoing, book, templates, newTemplate, template, oneOutgoing, draft] as const
