import type { Body } from './bodies.ts'
import type { Course } from './course.ts'
import { dayOf, workdayFrom, workdayUpTo } from './days.ts'
import { REPORT_DAY } from './plan.ts'
import type { Random } from './random.ts'

/** What happens after 28/02/2021 to a task that was open then; all of it recorded later, so that day's figures stay. */
export interface Future {
  /** Claimed done before the report and not yet confirmed: sent back after it, with a later day of completion. */
  awaiting: number | null
  sentBack: number
  extension: { on: number; due: number } | null
  /** Its lead ended in 2025 with the task still open. */
  heir: { id: number; name: string; on: number } | null
  /** Null: open to this day. */
  done: { on: number; confirmed: number } | null
  /** Reports of progress come before this day. */
  claimBefore: number
}

const FIRST_AFTER = workdayFrom(REPORT_DAY + 2)
/** Long duties were closed by the end of 2025. */
const LAST_CLOSED = dayOf('2025-11-28')

/** `isForGood`: never finished so far. */
export function futureOf(random: Random, body: Body, course: Course, isForGood: boolean): Future {
  const due = course.extension?.due ?? course.term.due
  const awaiting = due !== null && random.isLikely(0.028) ? workdayUpTo(REPORT_DAY - random.between(2, 9)) : null
  const isAwaiting = awaiting !== null && awaiting > course.given + 8
  const extension =
    due !== null && due > FIRST_AFTER + 30 && random.isLikely(0.08)
      ? { on: workdayUpTo(due - random.between(2, 12)), due: workdayFrom(due + random.between(20, 75)) }
      : null
  const on = isForGood ? null : doneOn(random, extension?.due ?? due)
  const passes = body.heir !== null && (on === null || on + 10 >= dayOf(body.heir.on))
  return {
    awaiting: isAwaiting ? awaiting : null,
    sentBack: FIRST_AFTER + random.between(0, 5),
    extension,
    heir: passes ? { ...body.heir!, on: workdayFrom(dayOf(body.heir!.on)) } : null,
    done: on === null ? null : { on, confirmed: workdayFrom(on + random.between(1, 7)) },
    claimBefore: isAwaiting ? awaiting! : (extension?.on ?? on ?? REPORT_DAY + 200),
  }
}

/** Mostly in time; what was overdue already, within the year; what has no day, when its programme ended. */
function doneOn(random: Random, due: number | null): number {
  if (due === null) return workdayFrom(random.between(REPORT_DAY + 60, LAST_CLOSED))
  if (due <= REPORT_DAY) return workdayFrom(FIRST_AFTER + random.between(4, 260))
  const on = random.isLikely(0.85) ? due - random.between(0, 14) : due + random.between(1, 70)
  return workdayFrom(Math.max(on, FIRST_AFTER + 8))
}
