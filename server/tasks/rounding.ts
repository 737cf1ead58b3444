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
 * Change from one share to another in percentage points, signed: "+0,1", "-1,25", "0,0"; "–" where one of them is a share of
 * nothing. The one rule: it is the difference of the two shares as they are printed, so that whoever subtracts the printed
 * figures finds the printed change.
 *
 * Of the published reports only that of 2017 (Báo cáo 1270/BC-TCTTTg) tells the rules apart: done "98,62%", the rest "1,38%",
 * which is 100 less the printed share; from the counts (223 of 16.274) it would be 1,37. February 2021 ("3,2%, tăng 0,1%";
 * "27,2% - giảm 7,5%") follows as well.
 */
export function pointsBetween(earlier: Share, later: Share, rounding: Rounding): string {
  const { decimals, method } = RULES[rounding]
  const scale = 10 ** decimals
  const [before, after] = [earlier, later].map(({ numerator, denominator }) => {
    const printed = percentage(numerator, denominator, decimals, method)
    return printed === null ? null : Math.round(printed * scale)
  })
  if (before == null || after == null) return '–'
  const points = (after - before) / scale
  return `${points > 0 ? '+' : ''}${formatNumber(points, decimals)}`
}

/** "+0,1" as a number; null where there is nothing to compare with. */
export function pointsValue(points: string): number | null {
  return points === '–' ? null : Number(points.replaceAll('.', '').replace(',', '.'))
}
