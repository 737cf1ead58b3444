import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { hasRight } from '../platform/rights.ts'
import { ruleOf, type SpecialDay, type WorkingCalendar } from '../platform/working-days.ts'
import { calendarOf } from './calendar.ts'
import type { CalendarYear } from './calendar-shapes.ts'
import { type Choice, choices, findYear, standardOf } from './calendar-store.ts'
import type { RegistryDb } from './db.ts'

/** A year of the calendar with what was announced for it and where it differs from the rule alone. */
export async function getCalendarYear(db: Handle<RegistryDb>, actor: Actor, year: number): Promise<CalendarYear> {
  const [calendar, row, chosen, standard] = await Promise.all([
    calendarOf(db),
    findYear(db, year),
    choices(db),
    standardOf(db),
  ])
  const announced = (holiday: Choice['holiday'], usual: number) => {
    // The rule on 24/11 holds from its year on, so an earlier year may have set it.
    const found =
      holiday === 'cultureDay'
        ? chosen
            .filter((choice) => choice.holiday === holiday && choice.year <= year)
            .sort((a, b) => b.year - a.year)
            .at(0)
        : chosen.find((choice) => choice.holiday === holiday && choice.year === year)
    const { daysBefore = usual, source = null, confidence = null } = found ?? {}
    return { daysBefore, usual, source, confidence }
  }
  const byRule = ruleOf(year, { ...standard, hasCultureDay: false })
  const months = Array.from({ length: 12 }, (_, month) => workingDaysOf(calendar, year, month + 1))
  return {
    year,
    version: row?.version ?? 1,
    changedAt: row?.changedAt ?? null,
    changedBy: row?.changedBy ?? null,
    mayChange: hasRight(actor, 'registry.keep'),
    choices: {
      tet: announced('tet', standard.tetDaysBefore),
      nationalDay: announced('nationalDay', standard.nationalDaysBefore),
      cultureDay: announced('cultureDay', 0),
    },
    days: calendar.specialDays(year),
    workingDays: months.reduce((sum, days) => sum + days, 0),
    workingDaysByMonth: months,
    differences: differencesOf(calendar, year, byRule),
  }
}

function workingDaysOf(calendar: WorkingCalendar, year: number, month: number): number {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return calendar.workingDaysBetween(
    first.subtract({ days: 1 }).toString(),
    first.add({ months: 1 }).subtract({ days: 1 }).toString(),
  )
}

function differencesOf(calendar: WorkingCalendar, year: number, byRule: readonly SpecialDay[]) {
  const off = new Set(byRule.map(({ day }) => day))
  const days = new Set([...off, ...calendar.specialDays(year).map(({ day }) => day)])
  return [...days]
    .sort()
    .map((day) => ({ day, isWorking: calendar.isWorkingDay(day) }))
    .filter(({ day, isWorking }) => isWorking !== (!off.has(day) && Temporal.PlainDate.from(day).dayOfWeek < 6))
}
