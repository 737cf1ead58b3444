import { daysBetween } from '../platform/calendar.ts'
import type { Partition } from './figure-shapes.ts'
import type { Standing } from './shapes.ts'

/**
 * Which of the four official states a task is in on a day (Báo cáo 1270/BC-TCTTTg of 27/12/2017). Exactly one for every
 * input. The same rule as the SQL function tasks.standing; `as-of.test.ts` checks that they agree.
 */
export function standing(dueOn: string | null, completedOn: string | null, asOf: string): Standing {
  if (completedOn !== null) return dueOn === null || completedOn <= dueOn ? 'doneOnTime' : 'doneLate'
  return dueOn === null || asOf <= dueOn ? 'openInTerm' : 'openOverdue'
}

/** Days past the due day, counted to completion or, while open, to `asOf`; null when not late. */
export function daysLate(dueOn: string | null, completedOn: string | null, asOf: string): number | null {
  if (dueOn === null) return null
  const days = daysBetween(dueOn, completedOn ?? asOf)
  return days > 0 ? days : null
}

export type Counts = Record<Standing, number>

/** The figures of a set of tasks. Every sum is made here from the four, so they always add up. */
export function partition(counts: Counts, awaitingConfirmation: number): Partition {
  const done = counts.doneOnTime + counts.doneLate
  const open = counts.openInTerm + counts.openOverdue
  return {
    assigned: done + open,
    done,
    doneOnTime: counts.doneOnTime,
    doneLate: counts.doneLate,
    open,
    openInTerm: counts.openInTerm,
    openOverdue: counts.openOverdue,
    due: done + counts.openOverdue,
    awaitingConfirmation,
  }
}
