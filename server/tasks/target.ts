import type { Static } from 'typebox'
import type { Comparator } from './shapes.ts'

/**
 * Whether a measured value reaches a target; null while nothing is measured. For "increase by at least" and "decrease by
 * at least" the measured value is the change itself, in the target's unit, from the baseline it names.
 */
export function isMet(
  target: { comparator: Static<typeof Comparator>; value: number; max: number | null },
  measured: number | undefined,
): boolean | null {
  if (measured === undefined) return null
  const { comparator, value, max } = target
  switch (comparator) {
    // "đạt 80%" is what to reach: 82% reaches it.
    case '=':
    case '>=':
    case 'increase>=':
    case 'decrease>=':
      return measured >= value
    case '<=':
      return measured <= value
    case '>':
      return measured > value
    case '<':
      return measured < value
    case 'range':
      return measured >= value && (max === null || measured <= max)
  }
}

/** Whether a value is stored and read back exactly: below 10^15, with at most 15 digits. */
export function isExact(value: number): boolean {
  return Math.abs(value) < 1e15 && Number(value.toPrecision(15)) === value
}
