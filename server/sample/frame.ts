import { monthOf, OFFICE_DAYS, type OfficeDays } from './days.ts'

/**
 * Fourteen months of tasks, and the two days at their end on which the figures are those of the plan: the months of the
 * national register, or as many of another time.
 */
export interface Frame {
  /** Fourteen, "2020-01" to "2021-02": a year, then the two most recent months. */
  months: readonly string[]
  /** Last day of the fourteenth month, and of the one before it. */
  reportDay: number
  monthBefore: number
  /** The last office days before each of the two. */
  lastOpen: number
  lastOpenBefore: number
  /** The first working day on which anything after the report is recorded. */
  firstAfter: number
  /** Long-running tasks are closed by this day. */
  lastClosed: number
  offices: OfficeDays
}

const LENGTH = 14
/** From 28/02/2021 to 28/11/2025. */
const LONGEST_DUTY = 1_734

/** The frame that ends with a month, "2021-02". */
export function frameEnding(month: string, offices: OfficeDays): Frame {
  const months = Array.from({ length: LENGTH }, (_, index) => monthAfter(month, index + 1 - LENGTH))
  const reportDay = monthOf(months[13]!).last
  const monthBefore = monthOf(months[12]!).last
  return {
    months,
    reportDay,
    monthBefore,
    lastOpen: offices.upTo(reportDay),
    lastOpenBefore: offices.upTo(monthBefore),
    firstAfter: offices.from(reportDay + 2),
    lastClosed: reportDay + LONGEST_DUTY,
    offices,
  }
}

/** Consecutive frames without a gap, the last of which ends with `month`. */
export function framesUpTo(month: string, count: number, offices: OfficeDays): Frame[] {
  return Array.from({ length: count }, (_, index) =>
    frameEnding(monthAfter(month, (index + 1 - count) * LENGTH), offices),
  )
}

/** The month `count` months later, or earlier: "2021-01" and -1 give "2020-12". */
export function monthAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const all = year * 12 + number - 1 + count
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}

/** The year of the report day. */
export function yearOf({ months }: Frame): number {
  return Number(months[13]!.slice(0, 4))
}

/** 01/01/2020 to 28/02/2021: the two days whose figures the national register reproduces are its report day and 31/01/2021. */
export const NATIONAL: Frame = frameEnding('2021-02', OFFICE_DAYS)
