import { dayOf, monthOf, workdayFrom, workdayUpTo } from './days.ts'
import { MONTH_BEFORE, type Planned, REPORT_DAY } from './plan.ts'
import type { Random } from './random.ts'
import { atEnd, onDay, type Term, termAfter, withoutDay } from './term.ts'

/** The days of one task up to 28/02/2021, as they were known that day. */
export interface Course {
  given: number
  term: Term
  extension: { on: number; due: number } | null
  /** The day of completion and the day it was confirmed; null while open. */
  done: { on: number; confirmed: number } | null
}

/** Last days on which offices were open before each of the two days. */
const LAST_OF_JANUARY = workdayUpTo(MONTH_BEFORE)
const LAST_OF_FEBRUARY = workdayUpTo(REPORT_DAY)

/** Days on which documents of a month that must show results within the period are dated. */
export function daysFor(planned: Planned): { first: number; last: number } {
  const { first, last } = monthOf(planned.month)
  return isPressed(planned) ? { first, last: first + 9 } : { first, last: Math.min(last, LAST_OF_FEBRUARY) }
}

/** Given shortly before the report and already done or overdue by then. */
export function isPressed({ month, outcome }: Planned): boolean {
  return month >= '2021-01' && outcome !== 'openInTerm'
}

const TRIES = 2_000

/** Draws days until they give the planned outcome on both days. Throws where none do: then the plan cannot be. */
export function courseOf(random: Random, planned: Planned, given: number): Course {
  for (let tried = 0; tried < TRIES; tried++) {
    const course = drawn(random, planned, given)
    if (course !== null && standsAsPlanned(course, planned)) return course
  }
  throw new Error(`no course for ${JSON.stringify(planned)} given on day ${given}`)
}

function drawn(random: Random, planned: Planned, given: number): Course | null {
  switch (planned.outcome) {
    case 'doneOnTime':
      return onTime(random, given)
    case 'doneLate':
      return late(random, given, planned.wasOverdue)
    case 'openOverdue':
      return overdue(random, given)
    case 'openInTerm':
      return inTerm(random, planned, given)
  }
}

function onTime(random: Random, given: number): Course {
  // Some duties without a day were done and closed within the year.
  const term = random.isLikely(0.035) ? withoutDay(random) : termAfter(random, given)
  const due = term.due ?? given + random.between(30, 250)
  const latest = Math.min(due, LAST_OF_FEBRUARY - 2)
  const early = Math.floor((latest - given) * random.next() ** 2 * 0.6)
  const on = Math.max(workdayUpTo(latest - early), given + 1)
  return { given, term, extension: null, done: { on, confirmed: workdayFrom(on + random.between(1, 6)) } }
}

function late(random: Random, given: number, isConfirmedInFebruary: boolean): Course {
  const term = termAfter(random, given)
  const on = isConfirmedInFebruary
    ? workdayUpTo(random.between(LAST_OF_JANUARY - 2, LAST_OF_FEBRUARY - 2))
    : workdayFrom(term.due + 1 + Math.floor(-Math.log(1 - random.next()) * 24))
  return { given, term, extension: null, done: { on, confirmed: workdayFrom(on + random.between(1, 5)) } }
}

function overdue(random: Random, given: number): Course {
  const term = random.isLikely(0.5)
    ? onDay(random, workdayFrom(random.between(given + 10, REPORT_DAY - 2)))
    : termAfter(random, given)
  const extension = random.isLikely(0.12) ? extended(random, term.due) : null
  return { given, term, extension, done: null }
}

function inTerm(random: Random, planned: Planned, given: number): Course | null {
  if (planned.wasOverdue) {
    const term = termAfter(random, given)
    const on = workdayFrom(random.between(MONTH_BEFORE + 1, LAST_OF_FEBRUARY - 3))
    return { given, term, extension: { on, due: random.between(REPORT_DAY + 10, REPORT_DAY + 120) }, done: null }
  }
  if (random.isLikely(0.34)) return { given, term: withoutDay(random), extension: null, done: null }
  if (random.isLikely(0.08)) {
    const term = termAfter(random, given)
    return { given, term, extension: extended(random, term.due), done: null }
  }
  return { given, term: distant(random, given), extension: null, done: null }
}

/** Granted in the last days before the day that is moved. */
function extended(random: Random, due: number): Course['extension'] {
  return { on: workdayUpTo(due - random.between(1, 9)), due: workdayFrom(due + random.between(20, 110)) }
}

/** Due after the report: soon, by the end of a quarter or year, or years ahead. */
function distant(random: Random, given: number): Term {
  const soon = random.between(REPORT_DAY, REPORT_DAY + 300)
  return random.weighted<() => Term>([
    [() => termAfter(random, Math.max(given, REPORT_DAY - 20)), 30],
    [() => onDay(random, workdayFrom(soon)), 24],
    [() => atEnd('month', soon), 16],
    [() => atEnd('quarter', soon), 18],
    [() => atEnd('year', REPORT_DAY + 60), 9],
    [() => atEnd('year', dayOf(`${random.between(2022, 2025)}-06-01`)), 3],
  ])()
}

/** The same rule the statistics apply, asked of the two days. */
function standsAsPlanned(course: Course, planned: Planned): boolean {
  const { given, extension, done, term } = course
  const firstDay = Math.min(...[term.due, extension?.due, done?.on].filter((day) => day !== null && day !== undefined))
  if (firstDay < given + 1) return false
  if (extension !== null && (extension.on <= given + 3 || extension.on > LAST_OF_FEBRUARY)) return false
  if (done !== null && (done.on <= given || done.confirmed < done.on || done.confirmed > LAST_OF_FEBRUARY)) return false
  return (
    outcomeOn(course, REPORT_DAY) === planned.outcome &&
    (given > MONTH_BEFORE || (outcomeOn(course, MONTH_BEFORE) === 'openOverdue') === planned.wasOverdue)
  )
}

/** How a task stood on a day, from what was recorded by then. */
function outcomeOn({ term, extension, done }: Course, day: number): Planned['outcome'] {
  const due = extension !== null && extension.on <= day ? extension.due : term.due
  if (done !== null && done.confirmed <= day) return due === null || done.on <= due ? 'doneOnTime' : 'doneLate'
  return due === null || day <= due ? 'openInTerm' : 'openOverdue'
}
