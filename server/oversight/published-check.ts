/** Whether a share that was printed once follows from the counts printed beside it. Pure. */
import { formatPercentage, percentage } from '../platform/calendar.ts'

export interface PublishedCounts {
  assigned: number
  done: number
  doneOnTime: number
  doneLate: number
  openInTerm: number
  openOverdue: number
}
export interface Derivation {
  /** In words: "quá hạn / tổng số giao, cắt bớt 1 số lẻ". */
  rule: string
  printed: string
}
export interface PublishedCheck {
  /** Whether the counts add up. */
  addsUp: boolean
  /** The rule by which the printed share follows; null: by none that we know, so it is shown as not reproducible. */
  derivation: Derivation | null
  /** What each rule would have printed. */
  tried: Derivation[]
}

const PARTS: { rule: string; of: (p: PublishedCounts) => [number, number] }[] = [
  { rule: 'quá hạn chưa hoàn thành / tổng số giao', of: (p) => [p.openOverdue, p.assigned] },
  { rule: 'quá hạn chưa hoàn thành / số đến hạn', of: (p) => [p.openOverdue, p.done + p.openOverdue] },
  { rule: 'quá hạn chưa hoàn thành / chưa hoàn thành', of: (p) => [p.openOverdue, p.openInTerm + p.openOverdue] },
  { rule: 'hoàn thành quá hạn / đã hoàn thành', of: (p) => [p.doneLate, p.done] },
]
const ROUNDINGS = [
  { rounding: 'truncate', words: 'cắt bớt' },
  { rounding: 'round', words: 'làm tròn' },
] as const

/** Tries the known rules on a printed share, with as many decimals as it has. */
export function checkPublished(counts: PublishedCounts, printed: string): PublishedCheck {
  const addsUp =
    counts.done === counts.doneOnTime + counts.doneLate &&
    counts.assigned === counts.done + counts.openInTerm + counts.openOverdue
  const decimals = /,(\d+)%$/.exec(printed)?.[1]?.length ?? 0
  const tried: Derivation[] = []
  for (const { rule, of } of PARTS) {
    const [part, whole] = of(counts)
    for (const { rounding, words } of ROUNDINGS) {
      tried.push({
        rule: `${rule}, ${words} ${decimals} số lẻ`,
        printed: printedShare(part, whole, decimals, rounding),
      })
    }
    // Printed as what a truncated share leaves of 100: 98,62 and 1,38.
    tried.push({
      rule: `100% trừ phần còn lại của ${rule}, cắt bớt ${decimals} số lẻ`,
      printed: complement(part, whole, decimals),
    })
  }
  return { addsUp, derivation: tried.find((one) => one.printed === printed) ?? null, tried }
}

function printedShare(part: number, whole: number, decimals: number, rounding: 'truncate' | 'round'): string {
  return formatPercentage(percentage(part, whole, decimals, rounding), decimals)
}

function complement(part: number, whole: number, decimals: number): string {
  const rest = percentage(whole - part, whole, decimals, 'truncate')
  return rest === null ? '–' : formatPercentage(Number((100 - rest).toFixed(decimals)), decimals)
}
