import type { QueryClient } from '@tanstack/react-query'
import type { Refreshes } from '../shell/live.ts'
import { refreshCases } from './case-queries.ts'

const refresh = (queries: QueryClient): Promise<unknown> => refreshCases(queries)

/** The kinds of changes that the pages of case files follow. */
export const caseRefreshes: Refreshes = {
  caseFile: refresh,
  nomenclature: refresh,
  handOver: refresh,
  destruction: refresh,
  retentionClass: refresh,
}
