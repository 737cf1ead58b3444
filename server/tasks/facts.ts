import type { FactColumns } from './rows.ts'
import type { State } from './shapes.ts'

/** From `on` the task is in this state; cancelled is counted no more. */
export function stateFact(on: string, at: string, state: State): FactColumns {
  return { dimension: 'state', effective_on: on, recorded_at: at, agency_id: null, day: null, state }
}

/** From `on` it is this body's to answer for. */
export function leadFact(on: string, at: string, agencyId: number): FactColumns {
  return { dimension: 'lead', effective_on: on, recorded_at: at, agency_id: agencyId, day: null, state: null }
}

/** From `on` this body follows it up. */
export function followUpFact(on: string, at: string, agencyId: number): FactColumns {
  return { dimension: 'followUp', effective_on: on, recorded_at: at, agency_id: agencyId, day: null, state: null }
}

/** From `on` it is due on `day`; without a day it cannot be overdue. */
export function dueFact(on: string, at: string, day: string | null): FactColumns {
  return { dimension: 'due', effective_on: on, recorded_at: at, agency_id: null, day, state: null }
}

/**
 * What has to be recorded so that, as known from `at`, the task was completed on `day` and not before (null: not at
 * all). `recordedDays` are the days for which something is recorded already: each is answered anew, because of two facts
 * the one that holds from the later day would win.
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
