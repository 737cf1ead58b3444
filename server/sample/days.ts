/** Days as integers counted from 01/01/1970, because tens of thousands of them are computed. */
const MS = 86_400_000

export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / MS
}

const written = new Map<number, string>()

export function isoOf(day: number): string {
  let iso = written.get(day)
  if (iso === undefined) {
    iso = new Date(day * MS).toISOString().slice(0, 10)
    written.set(day, iso)
  }
  return iso
}

/** First and last day of a month, "2020-02". */
export function monthOf(month: string): { first: number; last: number } {
  const first = dayOf(`${month}-01`)
  const [year, number] = month.split('-').map(Number) as [number, number]
  return { first, last: Date.UTC(year, number, 1) / MS - 1 }
}

/** Days other than Saturdays and Sundays on which offices were closed, within the period of the national register. */
const HOLIDAYS = new Set(
  [
    ['2020-01-01', '2020-01-01'],
    ['2020-01-23', '2020-01-29'],
    ['2020-04-02', '2020-04-02'],
    ['2020-04-30', '2020-05-01'],
    ['2020-09-02', '2020-09-02'],
    ['2021-01-01', '2021-01-01'],
    ['2021-02-10', '2021-02-16'],
    ['2021-04-21', '2021-04-21'],
    ['2021-04-30', '2021-05-03'],
    ['2021-09-02', '2021-09-03'],
  ].flatMap(([from, to]) => {
    const first = dayOf(from!)
    return Array.from({ length: dayOf(to!) - first + 1 }, (_, index) => first + index)
  }),
)

/** Which days offices are open. */
export interface OfficeDays {
  isOpen(day: number): boolean
  /** The day itself or the next on which offices are open. */
  from(day: number): number
  /** The day itself or the last before it on which offices were open. */
  upTo(day: number): number
}

export function officeDays(isOpen: (day: number) => boolean): OfficeDays {
  return {
    isOpen,
    from(day) {
      let found = day
      while (!isOpen(found)) found += 1
      return found
    },
    upTo(day) {
      let found = day
      while (!isOpen(found)) found -= 1
      return found
    },
  }
}

/** 01/01/1970 was a Thursday. */
export function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7
  return weekday === 0 || weekday === 6
}

/** Office days of the national register. */
export const OFFICE_DAYS = officeDays((day) => !isWeekend(day) && !HOLIDAYS.has(day))
