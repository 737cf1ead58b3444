import { ApiProblem } from '@dieuhanh/client'
import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { caseRoutes } from './case-routes.tsx'
import { demandId, root, staff } from './console-root.tsx'
import { incomingRoutes } from './incoming-routes.tsx'
import { outgoingRoutes } from './outgoing-routes.tsx'
import { accountSearchOf, doorSearchOf, signInSearchOf } from './paths/account.ts'
import { accuracySearchOf, labelsSearchOf, outcomesSearchOf } from './paths/accuracy.ts'
import { agenciesSearchOf, agencySearchOf } from './paths/agencies.ts'
import { auditSearchOf } from './paths/audit.ts'
import { connectionsSearchOf } from './paths/connections.ts'
import { directivesSearchOf, ordersSearchOf, reviewSearchOf } from './paths/directives.ts'
import { mailSearchOf } from './paths/mail.ts'
import { notificationsSearchOf } from './paths/notifications.ts'
import { overviewSearchOf } from './paths/overview.ts'
import { queryString, readQuery } from './paths/parse.ts'
import { peopleSearchOf } from './paths/people.ts'
import { itemSearchOf, programmeSearchOf } from './paths/programme.ts'
import { reportSearchOf, reportsSearchOf } from './paths/reports.ts'
import { searchPageSearchOf } from './paths/search.ts'
import { dialogueSearchOf, fixedSearchOf, taskforceActSearchOf, taskforceSearchOf } from './paths/taskforce.ts'
import { taskPageSearchOf, taskSearchOf } from './paths/tasks.ts'
import { letterSearchOf, urgingSearchOf } from './paths/urging.ts'
import { workingDaysSearchOf } from './paths/working-days.ts'
import { workSearchOf } from './paths/worklists.ts'
import { regimesSearchOf, scoreboardSearchOf, templatesSearchOf, writtenSearchOf } from './paths/written-reports.ts'
import { landingOf, searchFor } from './shell/entry.ts'
import { ErrorPage, NotFoundPage } from './shell/error-page.tsx'
import { meQuery, owesSecondFactor } from './shell/session.ts'
import { Waiting } from './shell/waiting.tsx'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: signInSearchOf,
  component: lazyRouteComponent(() => import('./signin/sign-in.tsx'), 'SignIn'),
})
const first = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap-ban-dau',
  component: lazyRouteComponent(() => import('./signin/first.tsx'), 'FirstAdministrator'),
})
const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/quen-mat-khau',
  component: lazyRouteComponent(() => import('./signin/forgotten.tsx'), 'ForgottenPassword'),
})
/** Between password and console: for a user who still needs a second factor. */
const secondLock = createRoute({
  getParentRoute: () => root,
  path: '/xac-thuc',
  validateSearch: doorSearchOf,
  beforeLoad: async ({ context, search }) => {
    const me = await context.queries.ensureQueryData(meQuery).catch((error: unknown) => {
      if (!(error instanceof ApiProblem) || error.problem.status !== 401) throw error
    })
    if (!me) throw redirect({ to: '/dang-nhap', search })
    if (!owesSecondFactor(me)) throw redirect({ href: search.to ?? '/' })
  },
  component: lazyRouteComponent(() => import('./account/second-lock.tsx'), 'SecondLock'),
})
const account = createRoute({
  getParentRoute: () => staff,
  path: '/tai-khoan',
  validateSearch: accountSearchOf,
  component: lazyRouteComponent(() => import('./my-account.tsx'), 'MyAccount'),
})
const notifications = createRoute({
  getParentRoute: () => staff,
  path: '/thong-bao',
  validateSearch: notificationsSearchOf,
  component: lazyRouteComponent(() => import('./notifications/page.tsx'), 'NotificationsPage'),
})
const home = createRoute({
  getParentRoute: () => staff,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(meQuery)
    const to = landingOf(me)
    throw to === '/tong-quan'
      ? redirect({ to, search: searchFor({ isOfFollowed: true, isOfPart: true }, me) })
      : redirect({ to })
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
  beforeLoad: demandId,
  validateSearch: reviewSearchOf,
  component: lazyRouteComponent(() => import('./directives/review.tsx'), 'Review'),
})
const accuracy = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/do-chinh-xac',
  validateSearch: accuracySearchOf,
  component: lazyRouteComponent(() => import('./directives/accuracy.tsx'), 'Accuracy'),
})
const outcomes = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/do-chinh-xac/gia-tri',
  validateSearch: outcomesSearchOf,
  component: lazyRouteComponent(() => import('./directives/outcomes.tsx'), 'Outcomes'),
})
const labels = createRoute({
  getParentRoute: () => staff,
  path: '/van-ban/tu-ngu',
  validateSearch: labelsSearchOf,
  component: lazyRouteComponent(() => import('./directives/labels.tsx'), 'Labels'),
})
const newOrder = createRoute({
  getParentRoute: () => staff,
  path: '/chi-dao/moi',
  component: lazyRouteComponent(() => import('./directives/new-order.tsx'), 'NewOrder'),
})
const order = createRoute({
  getParentRoute: () => staff,
  path: '/chi-dao/$id',
  beforeLoad: demandId,
  component: lazyRouteComponent(() => import('./directives/order.tsx'), 'OrderPage'),
})
const orders = createRoute({
  getParentRoute: () => staff,
  path: '/chi-dao',
  validateSearch: ordersSearchOf,
  component: lazyRouteComponent(() => import('./directives/orders.tsx'), 'Orders'),
})
const tasks = createRoute({
  getParentRoute: () => staff,
  path: '/nhiem-vu',
  validateSearch: taskSearchOf,
  component: lazyRouteComponent(() => import('./all-tasks.tsx'), 'AllTasks'),
})
const task = createRoute({
  getParentRoute: () => staff,
  path: '/nhiem-vu/$id',
  beforeLoad: demandId,
  validateSearch: taskPageSearchOf,
  component: lazyRouteComponent(() => import('./one-task.tsx'), 'OneTask'),
})
const reports = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao',
  validateSearch: reportsSearchOf,
  component: lazyRouteComponent(() => import('./reports/draft.tsx'), 'Reports'),
})
const allReports = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao/tat-ca',
  validateSearch: writtenSearchOf,
  component: lazyRouteComponent(() => import('./reports/written/all-reports.tsx'), 'AllReports'),
})
const reportTemplates = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao/mau',
  validateSearch: templatesSearchOf,
  component: lazyRouteComponent(() => import('./reports/written/templates.tsx'), 'Templates'),
})
const reportRegimes = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao/lich',
  validateSearch: regimesSearchOf,
  component: lazyRouteComponent(() => import('./reports/written/regimes.tsx'), 'Regimes'),
})
const scoreboard = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao/chi-tieu',
  validateSearch: scoreboardSearchOf,
  component: lazyRouteComponent(() => import('./reports/written/scoreboard.tsx'), 'Scoreboard'),
})
const published = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao/da-cong-bo',
  component: lazyRouteComponent(() => import('./reports/written/published.tsx'), 'Published'),
})
const report = createRoute({
  getParentRoute: () => staff,
  path: '/bao-cao/$id',
  beforeLoad: demandId,
  validateSearch: reportSearchOf,
  component: lazyRouteComponent(() => import('./reports/report.tsx'), 'ReportPage'),
})

const searchPage = createRoute({
  getParentRoute: () => staff,
  path: '/tim-kiem',
  validateSearch: searchPageSearchOf,
  component: lazyRouteComponent(() => import('./search/page.tsx'), 'SearchPage'),
})
const taskforce = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac',
  validateSearch: taskforceSearchOf,
  component: lazyRouteComponent(() => import('./taskforce/page.tsx'), 'TaskforcePage'),
})
const taskForce = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac/$id',
  beforeLoad: demandId,
  validateSearch: taskforceActSearchOf,
  component: lazyRouteComponent(() => import('./taskforce/force.tsx'), 'ForcePage'),
})
const newTaskForcePlan = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac/$id/ke-hoach-moi',
  beforeLoad: demandId,
  component: lazyRouteComponent(() => import('./taskforce/new-plan.tsx'), 'NewPlanPage'),
})
const taskForcePlan = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac/ke-hoach/$id',
  beforeLoad: demandId,
  component: lazyRouteComponent(() => import('./taskforce/plan.tsx'), 'PlanPage'),
})
const recommendation = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac/kien-nghi/$id',
  beforeLoad: demandId,
  validateSearch: taskforceActSearchOf,
  component: lazyRouteComponent(() => import('./taskforce/recommendation.tsx'), 'RecommendationPage'),
})
const inspection = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac/kiem-tra/$id',
  beforeLoad: demandId,
  validateSearch: taskforceActSearchOf,
  component: lazyRouteComponent(() => import('./taskforce/inspection.tsx'), 'InspectionPage'),
})
const dialogue = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac/doi-thoai/$id',
  beforeLoad: demandId,
  validateSearch: dialogueSearchOf,
  component: lazyRouteComponent(() => import('./taskforce/dialogue.tsx'), 'DialoguePage'),
})
const fixedAssessment = createRoute({
  getParentRoute: () => staff,
  path: '/to-cong-tac/danh-gia/$id',
  beforeLoad: demandId,
  validateSearch: fixedSearchOf,
  component: lazyRouteComponent(() => import('./taskforce/fixed.tsx'), 'FixedPage'),
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
  beforeLoad: demandId,
  validateSearch: agencySearchOf,
  component: lazyRouteComponent(() => import('./agencies/agency.tsx'), 'AgencyPage'),
})
const workingDays = createRoute({
  getParentRoute: () => staff,
  path: '/lich-lam-viec',
  validateSearch: workingDaysSearchOf,
  component: lazyRouteComponent(() => import('./working-days/year.tsx'), 'WorkingYear'),
})

const people = createRoute({
  getParentRoute: () => staff,
  path: '/nguoi-dung',
  validateSearch: peopleSearchOf,
  component: lazyRouteComponent(() => import('./people/list.tsx'), 'People'),
})
const person = createRoute({
  getParentRoute: () => staff,
  path: '/nguoi-dung/$id',
  beforeLoad: demandId,
  component: lazyRouteComponent(() => import('./one-person.tsx'), 'OnePerson'),
})
const roles = createRoute({
  getParentRoute: () => staff,
  path: '/vai-tro',
  component: lazyRouteComponent(() => import('./people/roles.tsx'), 'Roles'),
})
const auditLog = createRoute({
  getParentRoute: () => staff,
  path: '/nhat-ky',
  validateSearch: auditSearchOf,
  component: lazyRouteComponent(() => import('./audit/log.tsx'), 'AuditLog'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/loi-moi',
  component: lazyRouteComponent(() => import('./people/invitation.tsx'), 'InvitationPage'),
})

/** The form of an act on one task, opened over a list by the address. */
const QuickAct = lazyRouteComponent(() => import('./tasks/quick-act.tsx'), 'QuickAct')
const withActs = (Page: ComponentType) =>
  function WithActs() {
    return (
      <>
        <Page />
        <QuickAct />
      </>
    )
  }
const desk = createRoute({
  getParentRoute: () => staff,
  path: '/viec-cua-toi',
  validateSearch: workSearchOf,
  component: withActs(lazyRouteComponent(() => import('./worklists/desk.tsx'), 'Desk')),
})
const queue = createRoute({
  getParentRoute: () => staff,
  path: '/theo-doi',
  validateSearch: workSearchOf,
  component: withActs(lazyRouteComponent(() => import('./work-queue.tsx'), 'WorkQueue')),
})

const mail = createRoute({
  getParentRoute: () => staff,
  path: '/thu',
  validateSearch: mailSearchOf,
  component: lazyRouteComponent(() => import('./mail/list.tsx'), 'MailLedger'),
})
const connections = createRoute({
  getParentRoute: () => staff,
  path: '/ket-noi',
  validateSearch: connectionsSearchOf,
  component: lazyRouteComponent(() => import('./connections/connections.tsx'), 'Connections'),
})

const reorganisations = createRoute({
  getParentRoute: () => staff,
  path: '/sap-xep',
  component: lazyRouteComponent(() => import('./reorganisation/list.tsx'), 'Reorganisations'),
})
const reorganisation = createRoute({
  getParentRoute: () => staff,
  path: '/sap-xep/$id',
  beforeLoad: demandId,
  component: lazyRouteComponent(() => import('./reorganisation/plan.tsx'), 'ReorganisationPage'),
})

const urging = createRoute({
  getParentRoute: () => staff,
  path: '/don-doc',
  validateSearch: urgingSearchOf,
  component: lazyRouteComponent(() => import('./urging/urging.tsx'), 'Urging'),
})
const letter = createRoute({
  getParentRoute: () => staff,
  path: '/don-doc/$id',
  beforeLoad: demandId,
  validateSearch: letterSearchOf,
  component: lazyRouteComponent(() => import('./urging/letter.tsx'), 'LetterPage'),
})

const programme = createRoute({
  getParentRoute: () => staff,
  path: '/chuong-trinh-cong-tac',
  validateSearch: programmeSearchOf,
  component: lazyRouteComponent(() => import('./programme/page.tsx'), 'ProgrammePage'),
})
const programmeItem = createRoute({
  getParentRoute: () => staff,
  path: '/chuong-trinh-cong-tac/$id',
  beforeLoad: demandId,
  validateSearch: itemSearchOf,
  component: lazyRouteComponent(() => import('./programme/item.tsx'), 'ItemPage'),
})
const programmeAnnex = createRoute({
  getParentRoute: () => staff,
  path: '/chuong-trinh-cong-tac/nhap/$id',
  beforeLoad: demandId,
  component: lazyRouteComponent(() => import('./programme/import-review.tsx'), 'ImportReview'),
})

const tree = root.addChildren([
  invitation,
  signIn,
  first,
  forgotten,
  secondLock,
  staff.addChildren([
    home,
    desk,
    queue,
    account,
    notifications,
    overview,
    directives,
    review,
    accuracy,
    outcomes,
    labels,
    newOrder,
    order,
    orders,
    tasks,
    task,
    urging,
    letter,
    programme,
    programmeItem,
    programmeAnnex,
    reports,
    allReports,
    reportTemplates,
    reportRegimes,
    scoreboard,
    published,
    report,
    searchPage,
    taskforce,
    taskForce,
    newTaskForcePlan,
    taskForcePlan,
    recommendation,
    inspection,
    dialogue,
    fixedAssessment,
    ...incomingRoutes,
    ...outgoingRoutes,
    ...caseRoutes,
    agencies,
    reorganisations,
    reorganisation,
    agency,
    workingDays,
    people,
    person,
    roles,
    auditLog,
    mail,
    connections,
  ]),
])

export function createConsole(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch: readQuery,
    stringifySearch: queryString,
    // Unknown parameters of an address are dropped, not passed on to the server.
    search: { strict: true },
    defaultPreload: 'intent',
    // Data belongs to the query client; the router only preloads the code of a page.
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
