import { addMonths, formatDay } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { calendarOf } from '../registry/index.ts'

/** The farthest aims of directives are a generation ahead (net zero by 2050); a later day is a slip of the hand. */
const YEARS_AHEAD = 50

/** Whether a due day is too far ahead of a day to be meant. */
export const isTooFar = (dueOn: string, today: string): boolean => dueOn > addMonths(today, 12 * YEARS_AHEAD)

export const TOO_FAR = `Hạn không được quá ${YEARS_AHEAD} năm kể từ hôm nay. Hãy xem lại năm.`

/** Throws `task.due_too_far` naming `path`. */
export function refuseFarDay(path: string, dueOn: string, today: string): void {
  if (isTooFar(dueOn, today)) throw wrong(path, 'task.due_too_far', TOO_FAR)
}

/**
 * A new due day must be in the future and a working day, so that it can be met. A limit that would end on a rest day ends
 * on the next working day (Bộ luật Dân sự 2015 Điều 148); the error names that day. Throws naming `path`.
 */
export async function refuseDueDay(db: AnyHandle, path: string, newDueOn: string, today: string): Promise<void> {
  if (newDueOn <= today) {
    throw wrong(path, 'task.due_not_ahead', `Hạn mới phải sau hôm nay (${formatDay(today)}). Hãy chọn ngày muộn hơn.`)
  }
  refuseFarDay(path, newDueOn, today)
  const calendar = await calendarOf(db)
  if (calendar.isWorkingDay(newDueOn)) return
  const why = calendar.special(newDueOn)?.name ?? 'cuối tuần'
  const next = calendar.nextWorkingDay(newDueOn)
  throw wrong(
    path,
    'task.due_not_working_day',
    `Ngày ${formatDay(newDueOn)} là ngày nghỉ (${why}). Hãy chọn ngày làm việc tiếp theo: ${formatDay(next)}.`,
  )
}

/** A requested day that has passed can no longer be granted. */
export function refuseLapsedDay(requestedDay: string, today: string): void {
  if (requestedDay > today) return
  throw wrong(
    'decision',
    'task.requested_day_passed',
    `Ngày đề nghị (${formatDay(requestedDay)}) đã qua nên không chấp nhận được nữa. Hãy chọn “Không chấp thuận”, rồi gia hạn tới ngày khác nếu cần.`,
  )
}
