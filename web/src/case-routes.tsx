/** The pages of case files and the archive. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { demandId, staff } from './console-root.tsx'
import { archiveActSearchOf, archiveSearchOf, casesSearchOf } from './paths/cases.ts'

const cases = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/ho-so',
  validateSearch: casesSearchOf,
  component: lazyRouteComponent(() => import('./records/case-list.tsx'), 'CasesPage'),
})
const caseFile = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/ho-so/$id',
  beforeLoad: demandId,
  validateSearch: archiveActSearchOf,
  component: lazyRouteComponent(() => import('./records/case-page.tsx'), 'CasePage'),
})
const archive = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/luu-tru',
  validateSearch: archiveSearchOf,
  component: lazyRouteComponent(() => import('./records/archive-desk.tsx'), 'ArchivePage'),
})
const handOver = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/luu-tru/giao-nop/$id',
  beforeLoad: demandId,
  validateSearch: archiveActSearchOf,
  component: lazyRouteComponent(() => import('./records/archive-hand-over.tsx'), 'HandOverPage'),
})
const destruction = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/luu-tru/huy/$id',
  beforeLoad: demandId,
  validateSearch: archiveActSearchOf,
  component: lazyRouteComponent(() => import('./records/archive-destruction.tsx'), 'DestructionPage'),
})
const nomenclatures = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/danh-muc-ho-so',
  validateSearch: archiveActSearchOf,
  component: lazyRouteComponent(() => import('./records/nomenclature-list.tsx'), 'NomenclaturesPage'),
})
const nomenclature = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/danh-muc-ho-so/$id',
  beforeLoad: demandId,
  validateSearch: archiveActSearchOf,
  component: lazyRouteComponent(() => import('./records/nomenclature-page.tsx'), 'NomenclaturePage'),
})

export const caseRoutes = [cases, caseFile, archive, handOver, destruction, nomenclatures, nomenclature] as const
