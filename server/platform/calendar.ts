/**
 * The calendar and the number forms of official Vietnamese papers. A day is an ISO string ("2021-02-28") at the borders
 * and in rows; `Temporal.PlainDate` where it is reckoned with. A legal day is a day in Asia/Ho_Chi_Minh.
 */
import type { Clock } from './clock.ts'

export const VIETNAM = 'Asia/Ho_Chi_Minh'

/** Today in Viet Nam, ISO. */
export function todayInVietnam(clock: Clock): string {
  return dayInVietnam(clock.now())
}

/** The day it was in Viet Nam at an instant, ISO. */
export function dayInVietnam(instant: Temporal.Instant | string): string {
  const at = typeof instant === 'string' ? Temporal.Instant.from(instant) : instant
  return at.toZonedDateTimeISO(VIETNAM).toPlainDate().toString()
}

/** Whether the text is a real day written "2021-02-28". */
export function isDay(text: string): boolean {
  // The database knows no year 0.
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

/** Months added; a day that the month reached does not have becomes its last: 31/01 + 1 month = 28/02. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Days from the first to the second: negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  // Of ISO days as midnights in UTC, which has no other days than those of 24 hours: a list asks this for every row.
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

/** How a figure is cut to its decimals. Official reports do both; every figure states which. */
export type Rounding = 'truncate' | 'round'

/**
 * The share of a part in a whole, in percent, cut to `decimals`. Reckoned in whole numbers, so that no binary fraction
 * decides a digit: 343 of 10,527 truncated to one decimal is 3.2, rounded 3.3. A whole of 0 has no share: null.
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

/** Vietnamese number form: "10.527", "3,2". `decimals` fixes the digits after the comma; without it, as many as there are. */
export function formatNumber(value: number, decimals?: number): string {
  const digits = decimals === undefined ? value.toString() : value.toFixed(decimals)
  const [whole = '', fraction] = digits.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** "3,2%"; "–" where there is no share. */
export function formatPercentage(value: number | null, decimals: number): string {
  return value === null ? '–' : `${formatNumber(value, decimals)}%`
}
