import { systemActor } from '../platform/actor.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { PlannedDay } from '../platform/working-days.ts'
import { type Choice, findYear, insertDays, lockYear, saveChoice } from './calendar-store.ts'
import type { RegistryDb } from './db.ts'
import { optional, rowsOf } from './reference.ts'

/** Loads the official plans of `data/` for each year of which nothing is known yet; afterwards users edit the year. */
export async function loadCalendar(trx: AnyTransaction): Promise<void> {
  const handle = within<RegistryDb>(trx)
  const { name } = systemActor('dữ liệu gốc')
  const { choices, days } = readPlans()
  for (const year of new Set(choices.map((choice) => choice.year))) {
    if (await findYear(handle, year)) continue
    await lockYear(handle, year, name)
    for (const choice of choices.filter((each) => each.year === year)) await saveChoice(handle, choice)
    await insertDays(
      handle,
      days.filter(({ day }) => Number(day.slice(0, 4)) === year),
    )
  }
}

/** The two files as rows. */
export function readPlans(): { choices: Choice[]; days: PlannedDay[] } {
  return {
    choices: rowsOf('calendar.tsv').map((row) => ({
      year: Number(row.year),
      holiday: row.holiday as Choice['holiday'],
      daysBefore: Number(row.days_before),
      source: row.source!,
      confidence: row.confidence as Choice['confidence'],
    })),
    days: rowsOf('day-plans.tsv').map((row) => ({
      day: row.day!,
      kind: row.kind as PlannedDay['kind'],
      name: row.name!,
      pairedDay: optional(row.paired_day),
      source: row.source!,
      confidence: row.confidence as PlannedDay['confidence'],
    })),
  }
}
