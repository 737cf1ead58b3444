import type { Body } from './agencies.ts'
import type { Course } from './course.ts'
import { dayOf } from './days.ts'
import type { Frame } from './frame.ts'
import type { Random } from './random.ts'

/** What happens after the report day to a task that was open then; all of it recorded later, so that day's figures stay. */
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

/** `isForGood`: never finished so far. */
export function futureOf(random: Random, frame: Frame, body: Body, course: Course, isForGood: boolean): Future {
  const { offices, reportDay, firstAfter } = frame
  const due = course.extension?.due ?? course.term.due
  const awaiting = due !== null && random.isLikely(0.028) ? offices.upTo(reportDay - random.between(2, 9)) : null
  const isAwaiting = awaiting !== null && awaiting > course.given + 8
  const extension =
    due !== null && due > firstAfter + 30 && random.isLikely(0.08)
      ? { on: offices.upTo(due - random.between(2, 12)), due: offices.from(due + random.between(20, 75)) }
      : null
  const on = isForGood ? null : doneOn(random, frame, extension?.due ?? due)
  const passes = body.heir !== null && (on === null || on + 10 >= dayOf(body.heir.on))
  return {
    awaiting: isAwaiting ? awaiting : null,
    sentBack: firstAfter + random.between(0, 5),
    extension,
    heir: passes ? { ...body.heir!, on: offices.from(dayOf(body.heir!.on)) } : null,
    done: on === null ? null : { on, confirmed: offices.from(on + random.between(1, 7)) },
    claimBefore: isAwaiting ? awaiting! : (extension?.on ?? on ?? reportDay + 200),
  }
}

/** Mostly in time; what was overdue already, within the year; what has no day, when its programme ended. */
function doneOn(random: Random, frame: Frame, due: number | null): number {
  const { offices, reportDay, firstAfter, lastClosed } = frame
  if (due === null) return offices.from(random.between(reportDay + 60, lastClosed))
  if (due <= reportDay) return offices.from(firstAfter + random.between(4, 260))
  const on = random.isLikely(0.85) ? due - random.between(0, 14) : due + random.between(1, 70)
  return offices.from(Math.max(on, firstAfter + 8))
}
