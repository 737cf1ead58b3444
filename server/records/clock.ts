import { dayEnds, dayInVietnam, VIETNAM } from '../platform/calendar.ts'
import type { WorkingCalendar } from '../platform/working-days.ts'

/** A row of `records.clock_rule` for registering. `closesAt`: "17:00:00", time in Viet Nam. */
export interface RegisterRule {
  closesAt: string
  /** Working days after the day that the arrival counts as of; 0: the same day. */
  days: number
  urgentMinutes: number
}

/**
 * By when a document that arrived is registered: at the end of the day it arrived on; after closing hour or on a day off, of the next
 * working day; an urgent one at once, whatever the hour (Nghị định 30/2020/NĐ-CP, Điều 21, 22). Pure.
 */
export function registerBy(
  { closesAt, days, urgentMinutes }: RegisterRule,
  arrivedAt: Temporal.Instant,
  isUrgent: boolean,
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'nextWorkingDay' | 'addWorkingDays'>,
): Temporal.Instant {
  if (isUrgent) return arrivedAt.add({ minutes: urgentMinutes })
  const day = dayInVietnam(arrivedAt)
  const at = arrivedAt.toZonedDateTimeISO(VIETNAM).toPlainTime()
  const isAfterHours = Temporal.PlainTime.compare(at, Temporal.PlainTime.from(closesAt)) >= 0
  const counted =
    calendar.isWorkingDay(day) && isAfterHours ? calendar.addWorkingDays(day, 1) : calendar.nextWorkingDay(day)
  return dayEnds(days === 0 ? counted : calendar.addWorkingDays(counted, days))
}
