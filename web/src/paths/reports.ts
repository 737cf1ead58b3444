import type { Query } from '@dieuhanh/client'
import { COUNTINGS, compact, day, id, month, oneOf, queryString, type Raw, text } from './parse.ts'

export type Rounding = NonNullable<Query<'/api/statistics'>['rounding']>
export const ROUNDINGS = ['truncate1', 'round1', 'round0', 'truncate2', 'round2'] as const satisfies readonly Rounding[]
export type ReportState = NonNullable<Query<'/api/reports'>['state']>
export const REPORT_STATES = ['draft', 'submitted', 'issued', 'dropped'] as const satisfies readonly ReportState[]
export interface ReportsSearch {
  /** Only the reports in this state, without the month's figures. */
  state?: ReportState
  month?: string
  from?: string
  knownOn?: string
  rounding?: Rounding
  counting?: (typeof COUNTINGS)[number]
  /** Only what the agencies that a person follows lead. */
  followerId?: number
}
export const reportsSearchOf = (raw: Raw): ReportsSearch =>
  compact({
    state: oneOf(REPORT_STATES)(raw.state),
    month: month(raw.month),
    from: day(raw.from),
    knownOn: day(raw.knownOn),
    rounding: oneOf(ROUNDINGS)(raw.rounding),
    counting: oneOf(COUNTINGS)(raw.counting),
    followerId: id(raw.followerId),
  })

export interface ReportSearch {
  /** The act whose form is open. */
  act?: string
}
export const reportSearchOf = (raw: Raw): ReportSearch => compact({ act: text(raw.act, 60) })

/** The file of the month's figures as computed now. */
export const draftReportFile = (query: Query<'/api/reports/monthly'>, format: string): string =>
  `/api/reports/monthly/document${queryString({ ...query, format })}`

/** The file of a report that was drawn up: of an issued one always the same bytes. */
export const reportFile = (reportId: number, format: string): string =>
  `/api/reports/${reportId}/document?format=${format}`
