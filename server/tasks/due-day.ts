import { formatDay } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { calendarOf } from '../registry/index.ts'

/**
 * A new due day must be in the future and a working day, so that it can be met. A limit that would end on a rest day ends
 * on the next working day (Bộ luật Dân sự 2015 Điều 148); the error names that day. Throws naming `path`.
 */
export async function refuseDueDay(db: AnyHandle, path: string, newDueOn: string, today: string): Promise<void> {
  if (newDueOn <= today) {
    throw wrong(path, 'task.due_not_ahead', `Hạn mới phải sau hôm nay (${formatDay(today)}). Hãy chọn ngày muộn hơn.`)
  }
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
    `Ngày đề nghị (${formatDay(requestedDay)}) đã qua nên không chấp nhận được nữa. Hãy từ chối, rồi gia hạn tới ngày khác nếu cần.`,
  )
}
