import type { SampleAgency } from './agencies.ts'
import type { Course } from './course.ts'
import { dayOf } from './days.ts'
import type { Frame } from './frame.ts'
import type { Random } from './random.ts'

/** What happens to an open task after the report day; all of it is recorded later, so that day's figures do not change. */
export interface Future {
  /** Reported done before the report and not confirmed yet: sent back afterwards, with a later day of completion. */
  awaiting: number | null
  sentBack: number
  extension: { on: number; due: number } | null
  /** Its lead ended in 2025 with the task still open. */
  heir: { id: number; name: string; on: number } | null
  /** Null: still open today. */
  done: { on: number; confirmed: number } | null
  /** Progress reports are before this day. */
  claimBefore: number
}

/** `isForGood`: never finished so far. */
export function futureOf(
  random: Random,
  frame: Frame,
  agency: SampleAgency,
  course: Course,
  isForGood: boolean,
): Future {
  const { offices, reportDay, firstAfter } = frame
  const due = course.extension?.due ?? course.term.due
  const awaiting = due !== null && random.isLikely(0.028) ? offices.upTo(reportDay - random.between(2, 9)) : null
  const isAwaiting = awaiting !== null && awaiting > course.given + 8
  const extension =
    due !== null && due > firstAfter + 30 && random.isLikely(0.08)
      ? { on: offices.upTo(due - random.between(2, 12)), due: offices.from(due + random.between(20, 75)) }
      : null
  const on = isForGood ? null : doneOn(random, frame, extension?.due ?? due)
  const passes = agency.heir !== null && (on === null || on + 10 >= dayOf(agency.heir.on))
  return {
    awaiting: isAwaiting ? awaiting : null,
    sentBack: firstAfter + random.between(0, 5),
    extension,
    heir: passes ? { ...agency.heir!, on: offices.from(dayOf(agency.heir!.on)) } : null,
    done: on === null ? null : { on, confirmed: offices.from(on + random.between(1, 7)) },
    claimBefore: isAwaiting ? awaiting! : (extension?.on ?? on ?? reportDay + 200),
  }
}

/** Mostly on time; tasks already overdue, within the year; tasks without a due day, when their plan ended. */
function doneOn(random: Random, frame: Frame, due: number | null): number {
  const { offices, reportDay, firstAfter, lastClosed } = frame
  if (due === null) return offices.from(random.between(reportDay + 60, lastClosed))
  if (due <= reportDay) return offices.from(firstAfter + random.between(4, 260))
  const on = random.isLikely(0.85) ? due - random.between(0, 14) : due + random.between(1, 70)
  return offices.from(Math.max(on, firstAfter + 8))
}
