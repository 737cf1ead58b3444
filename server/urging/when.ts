import { addDays, daysBetween } from '../platform/calendar.ts'
import type { WorkingCalendar } from '../platform/working-days.ts'
import type { TaskToUrge } from '../tasks/index.ts'
import type { RuleEvent } from './shapes.ts'

/** What of a rule decides when it speaks and about which tasks. */
export interface RuleOf {
  event: RuleEvent
  days: number | null
  urgencies: readonly string[]
  deadlineKinds: readonly string[]
  agencyIds: readonly number[]
}

/** Why a task is spoken of now. */
export interface Occasion {
  /** The day it is about: due, of the milestone, on which the report was due, of the last word. */
  dueOn: string
  /** Working days to go (before), days past (on, after, period, milestone), days of silence. */
  days: number
}

/** Days a rule may speak of: after `after` (the working day on which the rules were applied last) up to and with `on`. */
export interface Window {
  after: string
  on: string
}

/** A task whose source says nothing of urgency is of the ordinary kind. */
export const ORDINARY = 'thường'

/** Whether the rule is about such tasks at all. An empty list means any. */
export function concerns(rule: RuleOf, task: TaskToUrge): boolean {
  const urgency = (task.urgency?.trim() || ORDINARY).toLocaleLowerCase('vi')
  return (
    (rule.urgencies.length === 0 || rule.urgencies.some((one) => one.toLocaleLowerCase('vi') === urgency)) &&
    (rule.deadlineKinds.length === 0 || rule.deadlineKinds.includes(task.deadlineKind)) &&
    (rule.agencyIds.length === 0 || rule.agencyIds.includes(task.leadAgencyId))
  )
}

/**
 * Whether a rule speaks of a task on a day, and of what; undefined: not today. Nobody is told anything on a rest day:
 * what falls on one is told on the next working day, which is why the days since the last time are looked at and the
 * latest of them counts.
 */
export function occasionOf(
  rule: RuleOf,
  task: TaskToUrge,
  { after, on }: Window,
  calendar: WorkingCalendar,
): Occasion | undefined {
  if (!calendar.isWorkingDay(on) || !concerns(rule, task)) return undefined
  for (let day = on; day > after; day = addDays(day, -1)) {
    const anchor = anchorOn(rule, task, day, calendar)
    if (anchor !== undefined) return { dueOn: anchor, days: reckoned(rule.event, anchor, on, calendar) }
  }
  return undefined
}

function reckoned(event: RuleEvent, anchor: string, on: string, calendar: WorkingCalendar): number {
  return event === 'before'
    ? Math.max(calendar.workingDaysBetween(on, anchor), 0)
    : Math.max(daysBetween(anchor, on), 0)
}

/** The day the rule's count starts from, where it comes out on this very day. */
function anchorOn(rule: RuleOf, task: TaskToUrge, day: string, calendar: WorkingCalendar): string | undefined {
  const every = rule.days ?? 0
  switch (rule.event) {
    case 'before':
      return task.dueOn !== null && task.dueOn > day && calendar.addWorkingDays(task.dueOn, -every) === day
        ? task.dueOn
        : undefined
    case 'on':
      return task.dueOn === day ? task.dueOn : undefined
    case 'after':
      return task.dueOn !== null && isTurn(task.dueOn, day, every, calendar) ? task.dueOn : undefined
    case 'silence': {
      const silent = daysBetween(task.heardOn, day)
      return silent > 0 && silent % every === 0 ? task.heardOn : undefined
    }
    case 'period':
      return task.periods.find(({ dueOn }) => isFirstOrTurn(dueOn, day, rule.days, calendar))?.dueOn
    case 'milestone':
      return task.milestones.find(({ dueOn }) => isFirstOrTurn(dueOn, day, rule.days, calendar))?.dueOn
  }
}

/** Every so many working days past the day. */
function isTurn(past: string, day: string, every: number, calendar: WorkingCalendar): boolean {
  return day > past && calendar.isWorkingDay(day) && calendar.workingDaysBetween(past, day) % every === 0
}

/** The first working day past it, and then every so many; without a number, once. */
function isFirstOrTurn(past: string, day: string, every: number | null, calendar: WorkingCalendar): boolean {
  if (day <= past || !calendar.isWorkingDay(day)) return false
  const passed = calendar.workingDaysBetween(past, day)
  return passed === 1 || (every !== null && passed > 1 && (passed - 1) % every === 0)
}
