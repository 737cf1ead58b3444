import { type AnyHandle, reading } from '../platform/db.ts'
import { type HolidayChoices, type WorkingCalendar, workingCalendar } from '../platform/working-days.ts'
import { type Choice, choices, plannedDays, standardOf } from './calendar-store.ts'
import type { RegistryDb } from './db.ts'

/** Computed calendars by their stamp. Few: this server's, and in tests those of their databases. */
const computed = new Map<string, WorkingCalendar>()
const KEPT = 8

/**
 * The calendar of working days as stored in the database. One small query each time checks whether it has changed, so
 * every server process follows an edit immediately, and an uncommitted edit shows only in its own transaction.
 */
export async function calendarOf(db: AnyHandle): Promise<WorkingCalendar> {
  const handle = reading<RegistryDb>(db)
  const standard = await standardOf(handle)
  const known = computed.get(standard.stamp)
  if (known) return known
  const [chosen, planned] = [await choices(handle), await plannedDays(handle)]
  const made = workingCalendar({ choicesOf: choicesBy(standard, chosen), plannedDays: planned })
  // The data read may be newer than the stamp; then the stamp has changed as well, and the result is not cached.
  if ((await standardOf(handle)).stamp === standard.stamp) keep(standard.stamp, made)
  return made
}

function keep(stamp: string, made: WorkingCalendar): void {
  computed.set(stamp, made)
  for (const oldest of computed.keys()) {
    if (computed.size <= KEPT) break
    computed.delete(oldest)
  }
}

/** The choices of any year: as announced, else the usual ones. 24/11 is off from the year that declares it. */
export function choicesBy(
  standard: { tetDaysBefore: number; nationalDaysBefore: number },
  chosen: readonly Choice[],
): (year: number) => HolidayChoices {
  const of = (year: number, holiday: Choice['holiday']) =>
    chosen.find((choice) => choice.year === year && choice.holiday === holiday)?.daysBefore
  const cultureYears = chosen.filter(({ holiday }) => holiday === 'cultureDay').sort((a, b) => b.year - a.year)
  return (year) => ({
    tetDaysBefore: of(year, 'tet') ?? standard.tetDaysBefore,
    nationalDaysBefore: of(year, 'nationalDay') ?? standard.nationalDaysBefore,
    hasCultureDay: cultureYears.find((choice) => choice.year <= year)?.daysBefore === 1,
  })
}
