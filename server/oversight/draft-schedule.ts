/** Which drafts are due on a day by the regimes in force. Pure. */
import { addDays, addMonths, monthEnd } from '../platform/calendar.ts'
import { type Period, type PeriodSort, periodBefore, periodWith } from './period.ts'

/** A dated row: on which day the draft of a kind is to be there. */
export interface Regime {
  regimeId: number
  kind: string
  sort: PeriodSort
  validFrom: string
  validTo: string | null
  /** The day of the month; the last one where the month is shorter. */
  dayOfMonth: number
  /** The months in which it falls due, 1 to 12. */
  months: readonly number[]
  /** `running`: the report is of the period the day is in; `before`: of the one that ended. */
  of: 'running' | 'before'
}
export interface DueDraft {
  regimeId: number
  kind: string
  period: Period
  dueOn: string
}

/** How far back a missed day is made good: a server that stood still for a month still brings the draft. */
const LOOK_BACK_DAYS = 40

/** The drafts whose day has come by `today` and not longer ago than 40 days, oldest first. */
export function draftsDue(regimes: readonly Regime[], today: string): DueDraft[] {
  const since = addDays(today, -LOOK_BACK_DAYS)
  const due: DueDraft[] = []
  for (const regime of regimes) {
    for (let month = `${since.slice(0, 7)}-01`; month <= today; month = addMonths(month, 1)) {
      const dueOn = dayIn(month, regime.dayOfMonth)
      if (!regime.months.includes(Number(month.slice(5, 7)))) continue
      if (
        dueOn < since ||
        dueOn > today ||
        dueOn < regime.validFrom ||
        (regime.validTo !== null && dueOn > regime.validTo)
      )
        continue
      const running = periodWith(regime.sort, dueOn)
      due.push({
        regimeId: regime.regimeId,
        kind: regime.kind,
        period: regime.of === 'running' ? running : periodBefore(running),
        dueOn,
      })
    }
  }
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.regimeId - b.regimeId))
}

/** The next day on which the regime asks for a draft; null where its time is over. */
export function nextDue(regime: Regime, today: string): string | null {
  for (let step = 0; step <= 12; step += 1) {
    const month = addMonths(`${today.slice(0, 7)}-01`, step)
    const dueOn = dayIn(month, regime.dayOfMonth)
    if (dueOn < today || dueOn < regime.validFrom || !regime.months.includes(Number(month.slice(5, 7)))) continue
    return regime.validTo !== null && dueOn > regime.validTo ? null : dueOn
  }
  return null
}

function dayIn(month: string, day: number): string {
  const last = monthEnd(month)
  return `${month.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`
}
