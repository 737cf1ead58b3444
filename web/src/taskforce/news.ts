import type { QueryClient } from '@tanstack/react-query'
import { landingQuery } from '../shell/landing-query.ts'
import type { Refreshes } from '../shell/live.ts'
import { taskforceKey } from './keys.ts'

/**
 * The assessment by what is known now, which also stands beside a fixed one, is a question of the whole period: it is asked again
 * when it is opened, not by every act.
 */
const LIVE_READINGS: readonly unknown[] = ['assessment', 'fixed']
/** What shows tasks as they are: the scope of an inspection, what became of a recommendation, a member's own page. */
const OF_TASKS: readonly unknown[] = ['mine', 'inspection', 'recommendation', 'recommendations', 'plan', 'trace']

const where = (queries: QueryClient, isShown: (part: unknown) => boolean): Promise<unknown> =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [feature, part] }) => feature === taskforceKey[0] && isShown(part),
  })

const refresh = (queries: QueryClient): Promise<unknown> =>
  Promise.all([
    where(queries, (part) => !LIVE_READINGS.includes(part)),
    queries.invalidateQueries({ queryKey: landingQuery.queryKey }),
  ])

/** The kinds of changes that the Task Force's pages follow. */
export const taskforceRefreshes: Refreshes = {
  taskForce: refresh,
  recommendation: refresh,
  inspection: refresh,
  finding: refresh,
  dialogue: refresh,
  question: refresh,
  // A correction, which the page of the one corrected names.
  fixedAssessment: (queries) => where(queries, (part) => part === 'fixed'),
}

/** What of the Task Force's pages follows the tasks themselves. */
export const refreshTasksOfTaskforce = (queries: QueryClient): Promise<unknown> =>
  where(queries, (part) => OF_TASKS.includes(part))
