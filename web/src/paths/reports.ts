import type { Query } from '@dieuhanh/client'
import { compact, day, month, oneOf, queryString, type Raw } from './parse.ts'

export type Rounding = NonNullable<Query<'/api/statistics'>['rounding']>
export const ROUNDINGS = ['truncate1', 'round1', 'round0', 'truncate2', 'round2'] as const satisfies readonly Rounding[]
export interface ReportsSearch {
  month?: string
  from?: string
  knownOn?: string
  rounding?: Rounding
}
export const reportsSearchOf = (raw: Raw): ReportsSearch =>
  compact({
    month: month(raw.month),
    from: day(raw.from),
    knownOn: day(raw.knownOn),
    rounding: oneOf(ROUNDINGS)(raw.rounding),
  })

/** The file of a report that is not issued. */
export const draftReportFile = (query: Query<'/api/reports/monthly'>, format: string): string =>
  `/api/reports/monthly/document${queryString({ ...query, format })}`

/** The file of an issued report. */
export const issuedReportFile = (reportId: number, format: string): string =>
  `/api/reports/${reportId}/document?format=${format}`
