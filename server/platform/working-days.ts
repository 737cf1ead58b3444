import { dayOfLunar } from './lunar.ts'

/**
 * Which days are worked on in Viet Nam, and counting by them. Days are ISO strings. Offices rest on Saturday and
 * Sunday; holidays are those of Bộ luật Lao động 2019, Điều 112; one that falls on a rest day is compensated on the
 * next working day (Điều 111.3). What the law leaves to be decided each year, and swaps of a working day for a
 * Saturday, come from the official plan of the year.
 */

export const HOLIDAYS = [
  'newYear',
  'tet',
  'hungKings',
  'reunification',
  'labour',
  'nationalDay',
  'nationalDayAdjacent',
  'cultureDay',
] as const
export type Holiday = (typeof HOLIDAYS)[number]

/** How the days that the law leaves open fall in one year. */
export interface HolidayChoices {
  /** How many of the five days of Tết lie before the first day of the lunar year: 1 or 2 in practice. */
  tetDaysBefore: number
  /** The day beside National Day: 1 for 01/9, 0 for 03/9. */
  nationalDaysBefore: number
  /** Whether 24/11 is a day off. Not law while Điều 112.1 is not amended (Nghị quyết 80-NQ/TW asks for it). */
  hasCultureDay: boolean
}

/** A day that an official plan makes off or working, whatever the rule says. */
export interface PlannedDay {
  day: string
  kind: 'off' | 'work'
  name: string
  /** The other day of a swap. */
  pairedDay: string | null
  source: string
  confidence: 'verified' | 'memory'
}

/** A day that differs from an ordinary working day or an ordinary Saturday or Sunday. */
export interface SpecialDay {
  day: string
  isWorking: boolean
  /** holiday: by law; compensation: for a holiday on a rest day; planned: by the official plan. */
  kind: 'holiday' | 'compensation' | 'planned'
  /** The holiday itself, or the one compensated for. */
  holiday: Holiday | null
  name: string
  plan: PlannedDay | null
}

/** What a calendar is computed from. */
export interface CalendarFacts {
  choicesOf: (year: number) => HolidayChoices
  plannedDays: readonly PlannedDay[]
}

export interface WorkingCalendar {
  isWorkingDay(day: string): boolean
  /** The day itself if it is a working day, else the next one: where a time limit that ends on a rest day ends. */
  nextWorkingDay(day: string): string
  /** The `count`th working day after the day, which is not counted; before it, if `count` is negative. */
  addWorkingDays(day: string, count: number): string
  /** Working days after `from` up to and with `to`; negative where `to` is earlier. `from` is not counted. */
  workingDaysBetween(from: string, to: string): number
  /** Why a day is off, or worked on although a Saturday; undefined for an ordinary day. */
  special(day: string): SpecialDay | undefined
  /** Every such day of a year, in order. */
  specialDays(year: number): SpecialDay[]
}

/** National Day has had two days, and the list this form, since Bộ luật Lao động 2019 took effect on 01/01/2021. */
const TWO_NATIONAL_DAYS_SINCE = 2021
const TET_DAYS = 5

const NAMES: Record<Holiday, string> = {
  newYear: 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  hungKings: 'Giỗ Tổ Hùng Vương',
  reunification: 'Ngày Chiến thắng',
  labour: 'Quốc tế Lao động',
  nationalDay: 'Quốc khánh',
  nationalDayAdjacent: 'Quốc khánh (ngày liền kề)',
  cultureDay: 'Ngày Văn hóa Việt Nam',
}

/** Holidays of a year and their compensation days, by rule alone. */
export function ruleOf(year: number, choices: HolidayChoices): SpecialDay[] {
  const tet = dayOfLunar(year, 1, 1)
  const holidays: [string, Holiday][] = [
    [`${year}-01-01`, 'newYear'],
    ...Array.from({ length: TET_DAYS }, (_, index): [string, Holiday] => [
      shifted(tet, index - choices.tetDaysBefore),
      'tet',
    ]),
    [dayOfLunar(year, 3, 10), 'hungKings'],
    [`${year}-04-30`, 'reunification'],
    [`${year}-05-01`, 'labour'],
    [`${year}-09-02`, 'nationalDay'],
  ]
  if (year >= TWO_NATIONAL_DAYS_SINCE) {
    holidays.push([`${year}-09-${choices.nationalDaysBefore === 1 ? '01' : '03'}`, 'nationalDayAdjacent'])
  }
  if (choices.hasCultureDay) holidays.push([`${year}-11-24`, 'cultureDay'])
  holidays.sort(([a], [b]) => (a < b ? -1 : 1))
  const days = new Map(holidays.map(([day, holiday]) => [day, offDay(day, 'holiday', holiday)]))
  for (const [day, holiday] of holidays.filter(([day]) => isWeekend(day))) {
    let next = shifted(day, 1)
    while (isWeekend(next) || days.has(next)) next = shifted(next, 1)
    days.set(next, offDay(next, 'compensation', holiday))
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function offDay(day: string, kind: 'holiday' | 'compensation', holiday: Holiday): SpecialDay {
  const name = kind === 'holiday' ? NAMES[holiday] : `Nghỉ bù: ${NAMES[holiday]}`
  return { day, isWorking: false, kind, holiday, name, plan: null }
}

/**
 * The calendar that follows from the rule, the choices of each year and the days planned. Years are computed on demand.
 */
export function workingCalendar({ choicesOf, plannedDays }: CalendarFacts): WorkingCalendar {
  const years = new Map<number, Map<string, SpecialDay>>()

  const specialsOf = (year: number): Map<string, SpecialDay> => {
    const known = years.get(year)
    if (known) return known
    const days = new Map(ruleOf(year, choicesOf(year)).map((special) => [special.day, special]))
    for (const plan of plannedDays) {
      if (yearOf(plan.day) !== year) continue
      const holiday = plan.kind === 'off' ? (days.get(plan.day)?.holiday ?? null) : null
      const { day, name } = plan
      days.set(day, { day, isWorking: plan.kind === 'work', kind: 'planned', holiday, name, plan })
    }
    years.set(year, days)
    return days
  }

  const special = (day: string) => specialsOf(yearOf(day)).get(day)
  const isWorkingDay = (day: string) => special(day)?.isWorking ?? !isWeekend(day)

  return {
    isWorkingDay,
    special,
    specialDays: (year) => [...specialsOf(year).values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    nextWorkingDay(day) {
      let found = day
      while (!isWorkingDay(found)) found = shifted(found, 1)
      return found
    },
    addWorkingDays(day, count) {
      const step = count < 0 ? -1 : 1
      let found = day
      for (let left = Math.abs(count); left > 0; ) {
        found = shifted(found, step)
        if (isWorkingDay(found)) left -= 1
      }
      return found
    },
    workingDaysBetween(from, to) {
      const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
      let count = 0
      for (let day = first; day < last; ) {
        day = shifted(day, 1)
        if (isWorkingDay(day)) count += sign
      }
      return count
    },
  }
}

export function isWeekend(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek >= 6
}

function shifted(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
