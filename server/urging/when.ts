import { addDays, daysBetween } from '../platform/calendar.ts'
import type { WorkingCalendar } from '../platform/working-days.ts'
import type { TaskToUrge } from '../tasks/index.ts'
import type { RuleEvent } from './shapes.ts'

/** The part of a rule that decides when it applies and to which tasks. */
export interface RuleOf {
  event: RuleEvent
  days: number | null
  urgencies: readonly string[]
  deadlineKinds: readonly string[]
  agencyIds: readonly number[]
}

/** Why a rule applies to a task now. */
export interface Occasion {
  /** The day it is about: the due day, the milestone's, the day the report was due, or that of the last news. */
  dueOn: string
  /** Working days left (before), days past (on, after, period, milestone), or days of silence. */
  days: number
}

/** The days a rule checks: after `after` (the working day on which the rules were last applied) up to and including `on`. */
export interface Window {
  after: string
  on: string
}

/** The urgency of a task whose source names none. */
export const ORDINARY = 'thường'

/** Whether the rule covers such a task at all. An empty list means any. */
export function concerns(rule: RuleOf, task: TaskToUrge): boolean {
  const urgency = (task.urgency?.trim() || ORDINARY).toLocaleLowerCase('vi')
  return (
    (rule.urgencies.length === 0 || rule.urgencies.some((one) => one.toLocaleLowerCase('vi') === urgency)) &&
    (rule.deadlineKinds.length === 0 || rule.deadlineKinds.includes(task.deadlineKind)) &&
    (rule.agencyIds.length === 0 || rule.agencyIds.includes(task.leadAgencyId))
  )
}

/**
 * Whether a rule applies to a task on a day, and why; undefined: not today. No one is notified on a rest day: a reminder
 * that falls on one is made on the next working day. So all days since the last run are checked, and the latest counts.
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
    if (anchor !== undefined) return { dueOn: anchor, days: daysOf(rule.event, anchor, on, calendar) }
  }
  return undefined
}

function daysOf(event: RuleEvent, anchor: string, on: string, calendar: WorkingCalendar): number {
  return event === 'before'
    ? Math.max(calendar.workingDaysBetween(on, anchor), 0)
    : Math.max(daysBetween(anchor, on), 0)
}

/** The day from which the rule counts, if its count ends on exactly this day. */
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

/** Every `every` working days past the day. */
function isTurn(past: string, day: string, every: number, calendar: WorkingCalendar): boolean {
  return day > past && calendar.isWorkingDay(day) && calendar.workingDaysBetween(past, day) % every === 0
}

/** The first working day past it, and then every `every` working days; once if null. */
function isFirstOrTurn(past: string, day: string, every: number | null, calendar: WorkingCalendar): boolean {
  if (day <= past || !calendar.isWorkingDay(day)) return false
  const passed = calendar.workingDaysBetween(past, day)
  return passed === 1 || (every !== null && passed > 1 && (passed - 1) % every === 0)
}
