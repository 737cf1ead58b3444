/**
 * The calendar and the number formats of official Vietnamese papers. A day is an ISO string ("2021-02-28") at the
 * borders and in rows; `Temporal.PlainDate` for calculations. A legal day is a day in Asia/Ho_Chi_Minh.
 */
import type { Clock } from './clock.ts'

export const VIETNAM = 'Asia/Ho_Chi_Minh'

/** Today in Viet Nam, ISO. */
export function todayInVietnam(clock: Clock): string {
  return dayInVietnam(clock.now())
}

/** The day in Viet Nam at an instant, ISO. */
export function dayInVietnam(instant: Temporal.Instant | string): string {
  const at = typeof instant === 'string' ? Temporal.Instant.from(instant) : instant
  return at.toZonedDateTimeISO(VIETNAM).toPlainDate().toString()
}

/** Whether the text is a real day written "2021-02-28". */
export function isDay(text: string): boolean {
  // PostgreSQL has no year 0.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Adds months; if the resulting month is too short, its last day: 31/01 + 1 month = 28/02. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** The last day of the same period of the year before: the end of a month for the end of a month, 29/02/2020 for 28/02/2021. */
export function yearBefore(day: string): string {
  const before = addMonths(day, -12)
  return day === monthEnd(day) ? monthEnd(before) : before
}

/** The first instant after the day in Viet Nam. */
export function dayEnds(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(VIETNAM).toInstant()
}

/** `before` where it cuts something off what was recorded by the end of the day, else null. */
export function cutBefore(day: string, before: string | null | undefined): string | null {
  if (before == null || Temporal.Instant.compare(Temporal.Instant.from(before), dayEnds(day)) >= 0) return null
  return before
}

/** Days from the first to the second: negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  // ISO days as midnights in UTC, where every day has 24 hours: a list calls this for every row.
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

export function monthStart(day: string): string {
  return Temporal.PlainDate.from(day).with({ day: 1 }).toString()
}

/** Last day of the month the day is in. */
export function monthEnd(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return date.with({ day: date.daysInMonth }).toString()
}

/** "28/02/2021" */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** How a figure is cut to its decimals. Official reports use both; every figure states which. */
export type Rounding = 'truncate' | 'round'

/**
 * The share of a part in a whole, in percent, cut to `decimals`. Computed in whole numbers, so that no digit depends on
 * a binary fraction: 343 of 10,527 truncated to one decimal is 3.2, rounded 3.3. A whole of 0 has no share: null.
 */
export function percentage(part: number, whole: number, decimals: number, rounding: Rounding): number | null {
  if (whole === 0) return null
  const scale = 10n ** BigInt(decimals)
  const numerator = BigInt(part) * 100n * scale
  const denominator = BigInt(whole)
  const floor = numerator / denominator
  const up = rounding === 'round' && (numerator % denominator) * 2n >= denominator ? 1n : 0n
  return Number(floor + up) / Number(scale)
}

/**
 * Vietnamese number format: "10.527", "3,2". `decimals` fixes the digits after the comma; without it, as many as there
 * are.
 */
export function formatNumber(value: number, decimals?: number): string {
  const digits = decimals === undefined ? value.toString() : value.toFixed(decimals)
  const [whole = '', fraction] = digits.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** "3,2%"; "–" if there is no share. */
export function formatPercentage(value: number | null, decimals: number): string {
  return value === null ? '–' : `${formatNumber(value, decimals)}%`
}
