import { dayEnds, dayInVietnam } from '../platform/calendar.ts'
import type { WorkingCalendar } from '../platform/working-days.ts'

/** A row of `records.clock_rule` for issuing: working days after the day of signing, and minutes for an urgent document. */
export interface IssueRule {
  days: number
  urgentMinutes: number
}

/**
 * By when a signed document is issued: on the day of its signature, at the latest at the end of the next working day; an urgent one
 * at once (Nghị định 30/2020/NĐ-CP, Điều 18.1). Pure.
 */
export function issueBy(
  { days, urgentMinutes }: IssueRule,
  signedAt: Temporal.Instant,
  isUrgent: boolean,
  calendar: Pick<WorkingCalendar, 'addWorkingDays'>,
): Temporal.Instant {
  if (isUrgent) return signedAt.add({ minutes: urgentMinutes })
  return dayEnds(calendar.addWorkingDays(dayInVietnam(signedAt), days))
}
