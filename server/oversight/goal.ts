/** How far a measured target is from what is required, and what the measurement rests on. Pure. */
import { formatNumber } from '../platform/calendar.ts'

export interface Goal {
  comparator: string
  value: number
  maxValue: number | null
  unit: string
  measured: number | null
}
export const GOAL_STATES = ['unmeasured', 'missed', 'reached'] as const
export type GoalState = (typeof GOAL_STATES)[number]
/** What a measurement rests on: only a word, papers of the agency that nobody has checked, or papers that were confirmed. */
export const GROUNDS = ['none', 'claim', 'evidence', 'confirmed'] as const
export type Ground = (typeof GROUNDS)[number]

export interface GoalCheck {
  state: GoalState
  /** How much is lacking, in the unit of the target; null where nothing is measured. Zero where it is reached. */
  gap: number | null
  /** The gap is above what is required, not below. */
  isOver: boolean
  /** "thiếu 12,5 %" */
  words: string
}

/** "10–15%", "ít nhất 80%": what a target requires, without the sentence it stands in. */
export function requiredWords({ comparator, value, maxValue, unit }: Omit<Goal, 'measured'>): string {
  const asWritten = (number: number) => `${formatNumber(number)}${unit === '%' ? '%' : ` ${unit}`}`
  if (comparator === 'range')
    return maxValue === null ? asWritten(value) : `${formatNumber(value)}–${asWritten(maxValue)}`
  const before = BEFORE[comparator]
  return before === undefined ? asWritten(value) : `${before} ${asWritten(value)}`
}
const BEFORE: Record<string, string> = {
  '>=': 'ít nhất',
  '>': 'trên',
  '<=': 'không quá',
  '<': 'dưới',
  'increase>=': 'tăng ít nhất',
  'decrease>=': 'giảm ít nhất',
}

/** The same comparators as `tasks.target`; a plain number is what to reach. For "at least" and "increase" what lacks is above, for "at most" below. */
export function checkGoal({ comparator, value, maxValue, unit, measured }: Goal): GoalCheck {
  if (measured === null) return { state: 'unmeasured', gap: null, isOver: false, words: 'chưa có số đo' }
  const lacking = lackOf(comparator, value, maxValue, measured)
  const isReached =
    lacking === 0 && !(comparator === '>' && measured === value) && !(comparator === '<' && measured === value)
  if (isReached) return { state: 'reached', gap: 0, isOver: false, words: 'đạt' }
  const gap = Number(lacking.toPrecision(12))
  const isOver =
    ['<=', '<'].includes(comparator) || (comparator === 'range' && maxValue !== null && measured > maxValue)
  return {
    state: 'missed',
    gap,
    isOver,
    words: `${isOver ? 'vượt' : 'thiếu'} ${formatNumber(gap)}${unit === '%' ? '%' : ` ${unit}`}`,
  }
}

/**
 * How far a target is from its aim, to compare targets of several units: of a share its points, so that 39% lacking is more than
 * 12%; of others the part of what is required that lacks. Zero where nothing lacks or nothing is measured.
 */
export function lackShare({ unit, gap, value }: { unit: string; gap: number | null; value?: number }): number {
  if (gap === null || gap === 0) return 0
  return gap / (unit === '%' || value === undefined || value === 0 ? 100 : Math.abs(value))
}

function lackOf(comparator: string, value: number, maxValue: number | null, measured: number): number {
  switch (comparator) {
    case '<=':
    case '<':
      return Math.max(0, measured - value)
    case 'range':
      return measured < value ? value - measured : Math.max(0, measured - (maxValue ?? value))
    default:
      return Math.max(0, value - measured)
  }
}

/** Whether what is measured is claimed or proved: evidence alone is the agency's; confirmed is what the follow-up unit checked. */
export function groundOf({
  measured,
  evidence,
  isConfirmed,
}: {
  measured: number | null
  evidence: number
  isConfirmed: boolean
}): Ground {
  if (measured === null) return 'none'
  if (isConfirmed && evidence > 0) return 'confirmed'
  return evidence > 0 ? 'evidence' : 'claim'
}
