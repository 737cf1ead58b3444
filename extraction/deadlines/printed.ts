import type { Passage } from '../language/passage.ts'
import type { Deadline, DeadlineKind, Rhythm } from '../shapes.ts'
import { addDays, isoDay, lastDay } from './days.ts'

/** The document's own days. Days without a year are resolved relative to them. */
export interface Times {
  issuedOn: string | null
  effectOn: string | null
}

/**
 * Why something written as a day or period is none: no calendar has the day, its place is still blank, a part of it is not
 * printed, it counts in a unit that is no day, or a letter stands in the place of a digit.
 */
export type Fault = 'noSuchDay' | 'blank' | 'partMissing' | 'noDays' | 'misread'

/** What is printed of a period that has no year of its own; a rhythm beside it makes it recur. */
export type Part = 'day' | 'dayMonth' | 'month' | 'quarter' | 'half' | 'weekday'

/** A day or period printed in the text, before it is known whether it is a deadline. */
export interface Printed {
  /** Name of its form in the table of forms. */
  form: string
  from: number
  to: number
  kind: DeadlineKind
  dueOn: string | null
  recurs: Rhythm | null
  relative: Deadline['relative']
  rule: string | null
  /** How sure the form is of the day (0 to 1). */
  sure: number
  part: Part | null
  fault: Fault | null
}

/** One match of a form. */
export interface Hit {
  passage: Passage
  /** The match. */
  from: number
  to: number
  /** The stretch searched. */
  min: number
  max: number
  groups: Record<string, string | undefined>
  times: Times
}

/** Confidence by what is printed. */
export const SURE = {
  /** Day, month and year. */
  day: 0.97,
  /** A period with its year. */
  period: 0.95,
  /** Two digits of the year. */
  shortYear: 0.85,
  rule: 0.9,
  /** It has a day only when something happens. */
  open: 0.8,
  /** The year is inferred from the document's own day. */
  inferred: 0.7,
  /** "đầu tháng 6", "giữa quý": a part of a period whose last day is not printed. */
  vague: 0.6,
  /** Lies before the document's own day, or part of it was lost. */
  doubtful: 0.4,
} as const

/** Field by field: all of them have one shape, and to copy `rest` over the rest costs more than the search. */
export function printedAt({ from, to }: { from: number; to: number }, rest: Partial<Printed>): Printed {
  return {
    form: rest.form ?? '',
    from,
    to,
    kind: rest.kind ?? 'none',
    dueOn: rest.dueOn ?? null,
    recurs: rest.recurs ?? null,
    relative: rest.relative ?? null,
    rule: rest.rule ?? null,
    sure: rest.sure ?? SURE.period,
    part: rest.part ?? null,
    fault: rest.fault ?? null,
  }
}

/** A full day; one that no calendar has is kept as a fault, so that nothing inside it is read instead. */
export function dayAt(hit: Hit, year: number, month: number, day: number, sure: number = SURE.day): Printed {
  const dueOn = isoDay(year, month, day)
  return printedAt(hit, dueOn ? { kind: 'date', dueOn, sure } : { fault: 'noSuchDay' })
}

/** A day of the year without its year: the first such day on or after the day of issue. */
export function dayOfYearAt(hit: Hit, month: number, day: number): Printed {
  if (!isDayOfYear(month, day)) return printedAt(hit, { fault: 'noSuchDay' })
  const year = yearOf(hit.times)
  const same = year ? isoDay(year, month, day) : null
  const isOver = same !== null && hit.times.issuedOn !== null && same < hit.times.issuedOn
  const dueOn = year && (isOver || same === null) ? isoDay(year + 1, month, day) : same
  return printedAt(hit, { kind: 'date', dueOn, sure: SURE.inferred, part: 'dayMonth' })
}

export function monthAt(hit: Hit, year: number, month: number, sure: number = SURE.period): Printed {
  if (month < 1 || month > 12) return printedAt(hit, { fault: 'noSuchDay' })
  return printedAt(hit, { kind: 'month', dueOn: lastDay(year, month), sure })
}

/** A month without its year: the first that is not over on the day of issue. */
export function monthOfYearAt(hit: Hit, month: number): Printed {
  const year = yearOf(hit.times)
  const same = year ? lastDay(year, month) : null
  const isOver = same !== null && hit.times.issuedOn !== null && same < hit.times.issuedOn
  const dueOn = year && isOver ? lastDay(year + 1, month) : same
  return printedAt(hit, { kind: 'month', dueOn, sure: SURE.inferred, part: 'month' })
}

/** 29 February is a day of some years. */
function isDayOfYear(month: number, day: number): boolean {
  return isoDay(2024, month, day) !== null
}

export function yearOf(times: Times): number | null {
  return times.issuedOn ? Number(times.issuedOn.slice(0, 4)) : null
}

export function monthOf(times: Times): number | null {
  return times.issuedOn ? Number(times.issuedOn.slice(5, 7)) : null
}

/** Sunday of the week of an ISO day, `weeks` weeks later. */
export function endOfWeek(day: string, weeks = 0): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, ((7 - weekday) % 7) + weeks * 7)
}
