import type { Cadence, Cutoff } from './subtask-shapes.ts'

/** First and last day, both included, ISO. */
export interface Span {
  startsOn: string
  endsOn: string
}

const MONTHS: Record<Exclude<Cadence, 'none'>, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** The day of the month on which a period begins by the decree. */
const DECREE_DAY = 15

/**
 * The period a day falls into. `calendar`: whole months, quarters, half-years, years. `decree`: from day 15 of the month
 * before to day 14 of the last month (Nghị định 09/2019/NĐ-CP Điều 12); the first quarter is 15/12 to 14/3.
 */
export function periodOf(cadence: Exclude<Cadence, 'none'>, cutoff: Cutoff, day: string): Span {
  const date = Temporal.PlainDate.from(day)
  const isNext = cutoff === 'decree' && date.day >= DECREE_DAY
  const month = date.toPlainYearMonth().add({ months: isNext ? 1 : 0 })
  const first = month.subtract({ months: (month.month - 1) % MONTHS[cadence] })
  const last = first.add({ months: MONTHS[cadence] - 1 })
  if (cutoff === 'calendar') {
    return { startsOn: on(first, 1), endsOn: on(last, last.daysInMonth) }
  }
  return { startsOn: on(first.subtract({ months: 1 }), DECREE_DAY), endsOn: on(last, DECREE_DAY - 1) }
}

function on(month: Temporal.PlainYearMonth, day: number): string {
  return month.toPlainDate({ day }).toString()
}

/** The state of a period's report on a day. A late or missing report never makes the task itself overdue. */
export function periodState(
  { dueOn, reportedOn }: { dueOn: string; reportedOn: string | null },
  today: string,
): 'open' | 'onTime' | 'late' | 'missing' {
  if (reportedOn !== null) return reportedOn <= dueOn ? 'onTime' : 'late'
  return dueOn < today ? 'missing' : 'open'
}
