import type { Static } from 'typebox'
import type { DeadlineColumns } from './rows.ts'
import type { DeadlineKind, Rhythm } from './shapes.ts'

export type Recurrence = Static<typeof Rhythm>

/** A deadline as the source writes it. `dueOn` is the last permitted day, or null where the text gives none. */
export interface NewDeadline {
  kind: DeadlineKind
  literal: string
  dueOn: string | null
  isMilestone: boolean
  isStrict: boolean
  recurs: Recurrence | null
  rule: string | null
}

/** The row of a deadline as it was set: in force, not done, replaced by none. */
export function deadlineRow(
  { kind, literal, dueOn, isMilestone, isStrict, recurs, rule }: NewDeadline,
  { on, at, by }: { on: string; at: string; by: string },
): Omit<DeadlineColumns, 'position'> {
  return {
    kind,
    literal,
    due_on: dueOn,
    is_milestone: isMilestone,
    recurs,
    rule,
    is_strict: isStrict,
    set_on: on,
    set_at: at,
    set_by: by,
    approved_by: null,
    reason: null,
    replaced_on: null,
    replaced_at: null,
    done_on: null,
    done_at: null,
  }
}

export interface Term {
  /** How the source states the deadline that counts. */
  kind: DeadlineKind
  recurs: Recurrence | null
  /** The day lateness is judged on; null: never overdue. */
  dueOn: string | null
  /** All deadlines; every day but the last is marked as a milestone. */
  deadlines: NewDeadline[]
}

/** A standing task says more than a named rule, and a rule more than nothing. */
const UNDATED: readonly DeadlineKind[] = ['standing', 'perRegulation', 'none']

/**
 * Which of a task's deadlines counts. Of several final days it is the last; the earlier ones are milestones. Days
 * that are all rounds of the work ("lần 1", "lần 2") end with the last round, unless the task is standing or by
 * regulation: such a task has no end, only milestones, and is never overdue itself.
 */
export function termOf(given: readonly NewDeadline[]): Term {
  const undated = UNDATED.map((kind) => given.find((one) => one.dueOn === null && one.kind === kind)).find(Boolean)
  const hasEnd = (one: NewDeadline) => one.dueOn !== null && (!one.isMilestone || undated === undefined)
  const finals = given.some((one) => one.dueOn !== null && !one.isMilestone)
    ? given.filter((one) => one.dueOn !== null && !one.isMilestone)
    : given.filter(hasEnd)
  const last = finals.reduce<NewDeadline | undefined>(
    (latest, one) => (latest === undefined || one.dueOn! > latest.dueOn! ? one : latest),
    undefined,
  )
  const counts = last ?? undated ?? given.find((one) => one.dueOn === null)
  return {
    kind: counts?.kind ?? 'none',
    recurs: counts?.recurs ?? null,
    dueOn: last?.dueOn ?? null,
    deadlines: given.map((one) => ({ ...one, isMilestone: one.dueOn !== null && one !== last })),
  }
}

/** Whether a deadline in force has passed on a day without being met, while the task is open. */
export function isPassed(
  deadline: { dueOn: string | null; replacedOn: string | null; doneOn: string | null },
  isOpen: boolean,
  asOf: string,
): boolean {
  const { dueOn, replacedOn, doneOn } = deadline
  if (!isOpen || dueOn === null || dueOn >= asOf) return false
  return (replacedOn === null || replacedOn > asOf) && (doneOn === null || doneOn > asOf)
}
