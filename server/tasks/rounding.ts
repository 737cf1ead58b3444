import { formatNumber, formatPercentage, percentage } from '../platform/calendar.ts'
import type { Rounding, Share } from './figure-shapes.ts'

/**
 * How shares are printed. Official reports do both: 343 of 10.527 is "3,2%" (truncated), 3.893 of 6.191 is "63%" (rounded).
 * So the caller chooses the rule, and every share states it.
 */
const RULES = {
  truncate1: { decimals: 1, method: 'truncate' },
  round1: { decimals: 1, method: 'round' },
  round0: { decimals: 0, method: 'round' },
  truncate2: { decimals: 2, method: 'truncate' },
  round2: { decimals: 2, method: 'round' },
} as const satisfies Record<Rounding, { decimals: number; method: 'truncate' | 'round' }>

/** The share of `numerator` in `denominator`, in percent, printed the Vietnamese way: "3,2%"; "–" where there is none. */
export function share(numerator: number, denominator: number, rounding: Rounding): Share {
  const { decimals, method } = RULES[rounding]
  return {
    numerator,
    denominator,
    exact: denominator === 0 ? null : (numerator / denominator) * 100,
    printed: formatPercentage(percentage(numerator, denominator, decimals, method), decimals),
    rounding,
  }
}

/** "+0,1" as a report says it: "tăng 0,1 điểm phần trăm"; null where there is nothing to compare with. */
export function pointsInWords(points: string): string | null {
  if (points === '–') return null
  const size = points.replace(/^[+-]/, '')
  if (!/[1-9]/.test(size)) return 'không thay đổi'
  return `${points.startsWith('-') ? 'giảm' : 'tăng'} ${size} điểm phần trăm`
}

/**
 * Change from one share to another in percentage points, signed: "+0,1", "-1,25", "0,0". The difference is taken from
 * the exact shares in whole numbers and truncated once, at the end; "–" where one of them is a share of nothing.
 */
export function pointsBetween(earlier: Share, later: Share, rounding: Rounding): string {
  if (earlier.denominator === 0 || later.denominator === 0) return '–'
  const { decimals, method } = RULES[rounding]
  const [a, b, c, d] = [later.numerator, later.denominator, earlier.numerator, earlier.denominator].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const scale = 10n ** BigInt(decimals)
  const difference = (a * d - c * b) * 100n * scale
  const whole = b * d
  const size = difference < 0n ? -difference : difference
  const up = method === 'round' && (size % whole) * 2n >= whole ? 1n : 0n
  const cut = size / whole + up
  const sign = cut === 0n ? '' : difference < 0n ? '-' : '+'
  return `${sign}${formatNumber(Number(cut) / Number(scale), decimals)}`
}
