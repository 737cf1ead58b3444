import type { FactColumns } from './rows.ts'
import type { State } from './shapes.ts'

/** From `on` the task is in this state; a cancelled one is no longer counted. */
export function stateFact(on: string, at: string, state: State): FactColumns {
  return { dimension: 'state', effective_on: on, recorded_at: at, agency_id: null, day: null, state }
}

/** From `on` this agency is accountable for it. */
export function leadFact(on: string, at: string, agencyId: number): FactColumns {
  return { dimension: 'lead', effective_on: on, recorded_at: at, agency_id: agencyId, day: null, state: null }
}

/** From `on` this agency follows it up. */
export function followUpFact(on: string, at: string, agencyId: number): FactColumns {
  return { dimension: 'followUp', effective_on: on, recorded_at: at, agency_id: agencyId, day: null, state: null }
}

/** From `on` it is due on `day`; without a day it cannot be overdue. */
export function dueFact(on: string, at: string, day: string | null): FactColumns {
  return { dimension: 'due', effective_on: on, recorded_at: at, agency_id: null, day, state: null }
}

/** From `on` the first due day is `day`: what the source sets, whatever is granted later. */
export function firstDueFact(on: string, at: string, day: string | null): FactColumns {
  return { dimension: 'firstDue', effective_on: on, recorded_at: at, agency_id: null, day, state: null }
}

/** From `on` it is not completed; on the days before it was. */
export function notCompletedFact(on: string, at: string): FactColumns {
  return { dimension: 'completion', effective_on: on, recorded_at: at, agency_id: null, day: null, state: null }
}

/**
 * The facts to record so that, as known from `at`, the task was completed on `day` and not before (null: never).
 * `recordedDays` are the days with a recorded completion: each gets a new fact, because of two facts the one with the
 * later day would win.
 */
export function correctedCompletion(recordedDays: readonly string[], day: string | null, at: string): FactColumns[] {
  const days = new Set(day === null ? recordedDays : [...recordedDays, day])
  return [...days].sort().map((on) => ({
    dimension: 'completion',
    effective_on: on,
    recorded_at: at,
    agency_id: null,
    day: day !== null && day <= on ? day : null,
    state: null,
  }))
}
