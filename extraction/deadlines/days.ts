/** Calendar days as ISO text. The library needs no other calendar functions. */

export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year < 1900 || year > 2200) return null
  return `${year}-${two(month)}-${two(day)}`
}

export function lastDay(year: number, month: number): string {
  return `${year}-${two(month)}-${two(daysIn(year, month))}`
}

/** The day `months` months after an ISO day: the same day of the month, or its last day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + months
  const y = Math.floor(count / 12)
  const m = (count % 12) + 1
  return `${y}-${two(m)}-${two(Math.min(date, daysIn(y, m)))}`
}

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
