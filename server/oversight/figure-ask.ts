/** Of which days one figure of a report is: its own parameters over what the report says. Pure. */
import { addMonths, cutBefore, formatDay, isDay, monthEnd, yearBefore } from '../platform/calendar.ts'
import type { FigureParams } from './bound-text.ts'
import { type Period, periodBefore } from './period.ts'

/** Of one document all that it ever gave is counted. */
export const EVER = '1990-01-01'

/** What a report says of all its figures. */
export interface ReportScope {
  period: Period
  from: string
  asOf: string
  /** Null: what is known now, until the report is issued. */
  knownOn: string | null
  rounding: string
  agencyId: number | null
  source: string | null
  /**
   * Its comparisons are with what was reported then, at the end of each earlier day; so too those of its corrections. A
   * correction mends this report and not the one of the month before, whose printed figure stands.
   */
  comparesAsReported: boolean
  /**
   * The first instant whose records do not count: when the report was computed, or the end of the day up to which they do. Null:
   * as they are this moment.
   */
  knownBefore: string | null
  /** The instant of this computation, for figures that say themselves up to when records count; null as above. */
  computedBefore: string | null
  /** By which rule its counting begins: another period begins by the same. */
  countsFrom: 'period' | 'year' | 'lastYear'
}
/** Of one figure. */
export interface FigureDays {
  from: string
  asOf: string
  knownOn: string | null
  /** Where that is before the end of `knownOn`: the first instant whose records do not count. */
  knownBefore: string | null
  rounding: string
  agencyId: number | null
  source: string | null
}

/**
 * The days of one figure. Against the period before, counting begins on the same day, or where that is not over yet as it began
 * for a report of then; against the last year, every day moves by a year. Where the report counts what was known at its own end, an earlier day
 * counts what was known at that day's end: what was reported then.
 */
export function daysOf(params: FigureParams, scope: ReportScope): FigureDays {
  const asOf = lastDay(params.asOf ?? 'end', scope)
  const isLastYear = params.asOf === 'lastYear'
  const begins = (): string => {
    const moved = (day: string) => (isLastYear ? addMonths(day, -12) : day)
    switch (params.from) {
      case undefined:
        return params.asOf === 'before' ? beganBefore(scope, asOf) : moved(scope.from)
      case 'period':
        return params.asOf === 'before' ? periodBefore(scope.period).first : moved(scope.period.first)
      case 'year':
        return `${asOf.slice(0, 4)}-01-01`
      case 'lastYear':
        return `${Number(asOf.slice(0, 4)) - 1}-01-01`
      default:
        return params.from
    }
  }
  const isEarlier = params.asOf === 'before' || params.asOf === 'lastYear'
  const isAsReported = scope.knownOn === scope.asOf || (isEarlier && scope.comparesAsReported)
  const asReported = isAsReported ? asOf : scope.knownOn
  const known = (): string | null => {
    if (params.knownOn === undefined) return asReported
    if (params.knownOn === 'now') return null
    return params.knownOn === 'asOf' ? asOf : params.knownOn
  }
  const knownOn = known()
  const before = params.knownOn === undefined ? scope.knownBefore : scope.computedBefore
  return {
    from: begins(),
    asOf,
    knownOn,
    knownBefore: knownOn === null ? before : cutBefore(knownOn, before),
    rounding: params.rounding ?? scope.rounding,
    agencyId: params.agency === undefined ? scope.agencyId : Number(params.agency),
    source: params.source ?? scope.source,
  }
}

/** Where counting begins for the period before, whose last day is `asOf`. */
function beganBefore({ from, period, countsFrom }: ReportScope, asOf: string): string {
  if (countsFrom === 'period' && from === period.first) return periodBefore(period).first
  if (from <= asOf || !from.endsWith('-01-01')) return from
  return `${asOf.slice(0, 4)}-01-01`
}

/** Why there is nothing to count in these days; null where there may be. */
export function noDays({ from, asOf, knownOn }: FigureDays, today: string): string | null {
  const late = [asOf, knownOn ?? asOf].find((day) => day > today)
  if (late !== undefined) return `ngày ${formatDay(late)} chưa đến`
  return from > asOf ? `ngày bắt đầu ${formatDay(from)} sau ngày chốt ${formatDay(asOf)}` : null
}

function lastDay(asOf: string, { asOf: end, period }: ReportScope): string {
  if (asOf === 'end') return end
  if (asOf === 'before') return periodBefore(period).last
  if (asOf === 'lastYear') return yearBefore(end)
  if (isDay(asOf)) return asOf
  const last = monthEnd(end)
  return `${end.slice(0, 8)}${String(Math.min(Number(asOf), Number(last.slice(8)))).padStart(2, '0')}`
}
