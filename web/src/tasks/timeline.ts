import type { Zoom } from '../paths/tasks.ts'
import { addDays, daysBetween, shiftMonth, showDay, showMonth } from '../ui/format.ts'

/** The days a timeline shows, from the first one up to, not including, `end`; positions are percentages of it. */
export interface Span {
  first: string
  end: string
}
export interface Tick {
  day: string
  at: number
  label: string
}

const MONTHS: Record<Zoom, number> = { month: 1, quarter: 3, year: 12 }
/** How many months of the past are shown where no month was chosen. */
const BEFORE: Record<Zoom, number> = { month: 0, quarter: 1, year: 6 }

/** The months from `at` or, where it is left out, around the day of the figures. */
export function spanOf(zoom: Zoom, at: string | undefined, asOf: string): Span {
  const first = at ?? shiftMonth(asOf, -BEFORE[zoom])
  return { first: `${first}-01`, end: `${shiftMonth(first, MONTHS[zoom])}-01` }
}

/** The first month of the span that follows, or of the one before. */
export const nextSpan = (zoom: Zoom, { first }: Span, by: 1 | -1): string => shiftMonth(first, by * MONTHS[zoom])

/** Where a day begins, in percent; below 0 or above 100 outside the span. */
export const placeOf = (day: string, { first, end }: Span): number =>
  (daysBetween(first, day) / daysBetween(first, end)) * 100

/** Firsts of months in a year; Mondays in less. */
export function ticksOf(zoom: Zoom, span: Span): Tick[] {
  const tick = (day: string, label: string) => ({ day, at: placeOf(day, span), label })
  if (zoom === 'year') {
    return Array.from({ length: MONTHS.year }, (_, month) => {
      const name = shiftMonth(span.first, month)
      return tick(`${name}-01`, month === 0 || name.endsWith('-01') ? showMonth(name) : name.slice(5))
    })
  }
  const monday = addDays(span.first, (8 - new Date(`${span.first}T00:00:00Z`).getUTCDay()) % 7)
  const weeks = Math.ceil(daysBetween(monday, span.end) / 7)
  return Array.from({ length: weeks }, (_, week) => {
    const day = addDays(monday, week * 7)
    return tick(day, showDay(day).slice(0, 5))
  })
}

/** A stretch of days inside the span, in percent. */
export interface Stretch {
  left: number
  width: number
  /** It begins before the span, or goes on after it. */
  isCutLeft: boolean
  isCutRight: boolean
}

/** The days from one up to and including another, as far as the span shows them; undefined where it shows none. */
export function stretch(from: string, to: string, span: Span): Stretch | undefined {
  const left = placeOf(from, span)
  const right = placeOf(addDays(to, 1), span)
  if (right <= 0 || left >= 100 || right <= left) return undefined
  return {
    left: Math.max(left, 0),
    width: Math.min(right, 100) - Math.max(left, 0),
    isCutLeft: left < 0,
    isCutRight: right > 100,
  }
}

interface Dated {
  assignedOn: string
  dueOn: string | null
  completedOn: string | null
  percent: number
}
export interface Line {
  /** From the day of assignment to the deadline; without one to the completion, or to no end. */
  bar: Stretch | undefined
  isEndless: boolean
  /** The share of the bar that is done. */
  done: Stretch | undefined
  /** The days past the deadline, up to completion or to the day of the figures. */
  late: Stretch | undefined
  /** Where everything lies outside the span. */
  beyond: 'before' | 'after' | undefined
}

export function lineOf({ assignedOn, dueOn, completedOn, percent }: Dated, span: Span, asOf: string): Line {
  const last = dueOn ?? completedOn
  const isEndless = last === null
  // A deadline before the assignment (a register entered late) still has its day.
  const end = isEndless ? span.end : last < assignedOn ? assignedOn : last
  const shown = Math.round(((daysBetween(assignedOn, end) + 1) * percent) / 100)
  const ended = completedOn ?? asOf
  const bar = stretch(assignedOn, end, span)
  const late = dueOn !== null && ended > dueOn ? stretch(addDays(dueOn, 1), ended, span) : undefined
  const beyond = bar || late ? undefined : assignedOn >= span.end ? 'after' : 'before'
  return {
    bar,
    isEndless,
    done: !isEndless && shown > 0 ? stretch(assignedOn, addDays(assignedOn, shown - 1), span) : undefined,
    late,
    beyond,
  }
}
