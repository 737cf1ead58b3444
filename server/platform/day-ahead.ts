import { formatDay } from './calendar.ts'
import { wrong } from './errors.ts'

/** Of a day that has not come nothing is owed or submitted yet: what falls due until then would be counted as neither. */
export function refuseDayAhead(field: string, day: string, today: string): void {
  if (day > today) {
    throw wrong(
      field,
      'request.day_ahead',
      `Ngày ${formatDay(day)} chưa đến. Hãy chọn hôm nay (${formatDay(today)}) hoặc ngày trước.`,
    )
  }
}
