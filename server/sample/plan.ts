import { monthOf } from './days.ts'
import { type Frame, NATIONAL } from './frame.ts'
import type { Random } from './random.ts'

export type Outcome = 'doneOnTime' | 'doneLate' | 'openInTerm' | 'openOverdue'

/** One task before it has an agency and wording: when it is given and its outcome on the two days. */
export interface Planned {
  month: string
  /** As of the report day of its frame: 28/02/2021. */
  outcome: Outcome
  /** Whether it counted as overdue a month before. Only tasks of the first twelve months can. */
  wasOverdue: boolean
}

interface Period {
  /** Indexes of its months in the frame, the second exclusive. */
  months: readonly [from: number, to: number]
  /** How many tasks with each outcome they have. */
  counts: Readonly<Record<Outcome, number>>
  /** How many of each outcome were overdue at the end of January 2021. */
  wasOverdue: Partial<Record<Outcome, number>>
}

/**
 * The published cumulative figures of 28/02/2021: 10,527 tasks given since 01/01/2020, 692 of them in 2021; 6,185 done on
 * time, 769 late, 3,230 in term, 343 overdue (3.258% of all, printed "3,2%"). Their split into 2020, January and February is
 * invented, and so is that 320 of the 10,206 given by 31/01/2021 were overdue then (3.135%, "3,1%"; 0.12 points less).
 */
const PERIODS: readonly Period[] = [
  {
    months: [0, 12],
    counts: { doneOnTime: 6080, doneLate: 763, openInTerm: 2668, openOverdue: 324 },
    wasOverdue: { openOverdue: 231, doneLate: 77, openInTerm: 12 },
  },
  {
    months: [12, 13],
    counts: { doneOnTime: 78, doneLate: 6, openInTerm: 272, openOverdue: 15 },
    wasOverdue: {},
  },
  {
    months: [13, 14],
    counts: { doneOnTime: 27, doneLate: 0, openInTerm: 290, openOverdue: 4 },
    wasOverdue: {},
  },
]

/** Relative number of tasks given in each month of 2020, and of those still open a year later. */
const GIVEN = [70, 75, 105, 110, 100, 95, 90, 85, 90, 95, 90, 95]
const STILL_OPEN = [20, 25, 45, 50, 55, 65, 75, 90, 115, 140, 175, 230]

/** How many tasks the published figures count. */
export const NATIONAL_TOTAL = 10_527

/**
 * All tasks of a frame in the order they are given, the same at every call with the same seed. If `total` differs from the
 * published one, each count keeps its share.
 */
export function planTasks(random: Random, frame: Frame = NATIONAL, total = NATIONAL_TOTAL): Planned[] {
  const totals = apportion(
    total,
    PERIODS.flatMap(({ counts }) => Object.values(counts)),
  )
  return PERIODS.flatMap(({ months: [from, to], counts, wasOverdue }, period) => {
    const months = frame.months.slice(from, to)
    const outcomes = Object.keys(counts) as Outcome[]
    return outcomes.flatMap((outcome, place) => {
      const weights = months.map((_, index) => weightOf(outcome, index))
      const shares = apportion(totals[period * outcomes.length + place]!, weights)
      const tasks = shares.flatMap((count, index) =>
        Array.from({ length: count }, (): Planned => ({ month: months[index]!, outcome, wasOverdue: false })),
      )
      return mark(random, frame, tasks, Math.round(((wasOverdue[outcome] ?? 0) * total) / NATIONAL_TOTAL))
    })
  }).sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
}

function weightOf(outcome: Outcome, month: number): number {
  switch (outcome) {
    case 'openInTerm':
      return STILL_OPEN[month]!
    case 'openOverdue':
      return (GIVEN[month]! + STILL_OPEN[month]!) / 2
    case 'doneLate':
      return GIVEN[month]! - STILL_OPEN[month]! / 8
    case 'doneOnTime':
      return GIVEN[month]! - STILL_OPEN[month]! / 4
  }
}

/** Integer shares of `total` by weight that add up to it: the largest remainders get the rest. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (total * weight) / all)
  const shares = exact.map(Math.floor)
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  const left = total - shares.reduce((sum, share) => sum + share, 0)
  for (const { index } of byRemainder.slice(0, left)) shares[index]! += 1
  return shares
}

/** Marks `count` of the tasks given early enough to be overdue a month before the report. */
function mark(random: Random, { monthBefore }: Frame, tasks: Planned[], count: number): Planned[] {
  const isEarly = ({ month }: Planned) => monthOf(month).last < monthBefore - 45
  const early = tasks.filter(isEarly)
  const late = tasks.filter((task) => !isEarly(task))
  if (count > early.length) throw new Error(`only ${early.length} tasks could have been overdue, not ${count}`)
  const order = random.shuffled(early)
  return [...order.slice(0, count).map((task) => ({ ...task, wasOverdue: true })), ...order.slice(count), ...late]
}
