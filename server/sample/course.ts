import { dayOf, monthOf, type OfficeDays } from './days.ts'
import { type Frame, yearOf } from './frame.ts'
import type { Planned } from './plan.ts'
import type { Random } from './random.ts'
import { atEnd, onDay, type Term, termAfter, withoutDay } from './term.ts'

/** The days of one task up to the report day of its frame, as known on that day. */
export interface Course {
  given: number
  term: Term
  extension: { on: number; due: number } | null
  /** The day of completion and the day it was confirmed; null while open. */
  done: { on: number; confirmed: number } | null
}

/** Days on which documents of a month that must show results within the period are dated. */
export function daysFor(frame: Frame, planned: Planned): { first: number; last: number } {
  const { first, last } = monthOf(planned.month)
  return isPressed(frame, planned) ? { first, last: first + 9 } : { first, last: Math.min(last, frame.lastOpen) }
}

/** Tasks given shortly before the report that are already done or overdue by then. */
export function isPressed({ months }: Frame, { month, outcome }: Planned): boolean {
  return month >= months[12]! && outcome !== 'openInTerm'
}

const TRIES = 2_000

/** Draws days until they give the planned outcome on both days. Throws if none do: then the plan is impossible. */
export function courseOf(random: Random, frame: Frame, planned: Planned, given: number): Course {
  for (let tried = 0; tried < TRIES; tried++) {
    const course = drawn(random, frame, planned, given)
    if (course !== null && standsAsPlanned(frame, course, planned)) return course
  }
  throw new Error(`no course for ${JSON.stringify(planned)} given on day ${given}`)
}

function drawn(random: Random, frame: Frame, planned: Planned, given: number): Course | null {
  switch (planned.outcome) {
    case 'doneOnTime':
      return onTime(random, frame, given)
    case 'doneLate':
      return late(random, frame, given, planned.wasOverdue)
    case 'openOverdue':
      return overdue(random, frame, given)
    case 'openInTerm':
      return inTerm(random, frame, planned, given)
  }
}

function onTime(random: Random, { offices, lastOpen }: Frame, given: number): Course {
  // Some tasks without a due day were done and closed within the year.
  const term = random.isLikely(0.035) ? withoutDay(random) : termAfter(random, offices, given)
  const due = term.due ?? given + random.between(30, 250)
  const latest = Math.min(due, lastOpen - 2)
  const early = Math.floor((latest - given) * random.next() ** 2 * 0.6)
  const on = Math.max(offices.upTo(latest - early), given + 1)
  return { given, term, extension: null, done: { on, confirmed: offices.from(on + random.between(1, 6)) } }
}

function late(random: Random, frame: Frame, given: number, isConfirmedLast: boolean): Course {
  const { offices, lastOpen, lastOpenBefore } = frame
  const term = termAfter(random, offices, given)
  const on = isConfirmedLast
    ? offices.upTo(random.between(lastOpenBefore - 2, lastOpen - 2))
    : offices.from(term.due + 1 + Math.floor(-Math.log(1 - random.next()) * 24))
  return { given, term, extension: null, done: { on, confirmed: offices.from(on + random.between(1, 5)) } }
}

function overdue(random: Random, { offices, reportDay }: Frame, given: number): Course {
  const term = random.isLikely(0.5)
    ? onDay(random, offices.from(random.between(given + 10, reportDay - 2)))
    : termAfter(random, offices, given)
  const extension = random.isLikely(0.12) ? extended(random, offices, term.due) : null
  return { given, term, extension, done: null }
}

function inTerm(random: Random, frame: Frame, planned: Planned, given: number): Course | null {
  const { offices, reportDay, monthBefore, lastOpen } = frame
  if (planned.wasOverdue) {
    const term = termAfter(random, offices, given)
    const on = offices.from(random.between(monthBefore + 1, lastOpen - 3))
    return { given, term, extension: { on, due: random.between(reportDay + 10, reportDay + 120) }, done: null }
  }
  if (random.isLikely(0.34)) return { given, term: withoutDay(random), extension: null, done: null }
  if (random.isLikely(0.08)) {
    const term = termAfter(random, offices, given)
    return { given, term, extension: extended(random, offices, term.due), done: null }
  }
  return { given, term: distant(random, frame, given), extension: null, done: null }
}

/** The extension is granted in the last days before the due day it moves. */
function extended(random: Random, offices: OfficeDays, due: number): Course['extension'] {
  return { on: offices.upTo(due - random.between(1, 9)), due: offices.from(due + random.between(20, 110)) }
}

/** Due after the report: soon, by the end of a quarter or year, or years ahead. */
function distant(random: Random, frame: Frame, given: number): Term {
  const { offices, reportDay } = frame
  const soon = random.between(reportDay, reportDay + 300)
  return random.weighted<() => Term>([
    [() => termAfter(random, offices, Math.max(given, reportDay - 20)), 30],
    [() => onDay(random, offices.from(soon)), 24],
    [() => atEnd('month', soon), 16],
    [() => atEnd('quarter', soon), 18],
    [() => atEnd('year', reportDay + 60), 9],
    [() => atEnd('year', dayOf(`${yearOf(frame) + random.between(1, 4)}-06-01`)), 3],
  ])()
}

/** Applies the rule of the statistics on the two days. */
function standsAsPlanned({ reportDay, monthBefore, lastOpen }: Frame, course: Course, planned: Planned): boolean {
  const { given, extension, done, term } = course
  const firstDay = Math.min(...[term.due, extension?.due, done?.on].filter((day) => day !== null && day !== undefined))
  if (firstDay < given + 1) return false
  if (extension !== null && (extension.on <= given + 3 || extension.on > lastOpen)) return false
  if (done !== null && (done.on <= given || done.confirmed < done.on || done.confirmed > lastOpen)) return false
  return (
    outcomeOn(course, reportDay) === planned.outcome &&
    (given > monthBefore || (outcomeOn(course, monthBefore) === 'openOverdue') === planned.wasOverdue)
  )
}

/** The outcome of a task on a day, from what was recorded by then. */
function outcomeOn({ term, extension, done }: Course, day: number): Planned['outcome'] {
  const due = extension !== null && extension.on <= day ? extension.due : term.due
  if (done !== null && done.confirmed <= day) return due === null || done.on <= due ? 'doneOnTime' : 'doneLate'
  return due === null || day <= due ? 'openInTerm' : 'openOverdue'
}
