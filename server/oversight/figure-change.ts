/** What moved between two computations of a report's figures. Pure. */
import { formatDay } from '../platform/calendar.ts'

/** What is printed where nothing was counted because the data begin later. */
export const UNCOUNTED = '–'

export interface Computed {
  ref: string
  value: number | null
  printed: string
  /** Why it could not be computed; null: it could. */
  missing: string | null
}
export interface Moved {
  ref: string
  before: string
  after: string
  /** How far the value went; null where one side has none. */
  by: number | null
}

/**
 * The figures that print otherwise than before, in the order of the later computation. A value that moves behind its
 * rounding has not moved: the paper would say the same. One that is new or gone is not a move.
 */
export function movedBetween(earlier: readonly Computed[], later: readonly Computed[]): Moved[] {
  const before = new Map(earlier.map((one) => [one.ref, one]))
  return later.flatMap((now) => {
    const was = before.get(now.ref)
    if (!was || was.printed === now.printed) return []
    const by = was.value === null || now.value === null ? null : Number((now.value - was.value).toPrecision(12))
    return [{ ref: now.ref, before: was.printed, after: now.printed, by }]
  })
}

/**
 * What figures that moved are called: those of one name are told apart by the days that they count or, of the same days, as one
 * agency's. `name` is of a reference in a language.
 */
export function namesOf(
  moved: readonly Pick<Moved, 'ref'>[],
  days: readonly { ref: string; from: string; asOf: string }[],
  name: (ref: string) => string,
  language: 'vi' | 'en',
): (ref: string) => string {
  const byRef = new Map(days.map((one) => [one.ref, one]))
  return (ref) => {
    const said = name(ref)
    const counted = byRef.get(ref)
    const others = moved.filter((one) => one.ref !== ref && name(one.ref) === said)
    if (others.length === 0 || counted === undefined) return said
    const isOfOtherDays = others.some((one) => {
      const other = byRef.get(one.ref)
      return other !== undefined && (other.from !== counted.from || other.asOf !== counted.asOf)
    })
    if (!isOfOtherDays) {
      const isOfAgency = /;\s*agency=/.test(ref)
      return isOfAgency ? `${said} ${language === 'en' ? '(of one agency)' : '(của một cơ quan)'}` : said
    }
    const [from, to] = [formatDay(counted.from), formatDay(counted.asOf)]
    return language === 'en' ? `${said} (${from} to ${to})` : `${said} (từ ${from} đến ${to})`
  }
}

/** "10.527" and "3,2%" as a reader of English writes them. */
const numbersInEnglish = (printed: string): string =>
  printed.replace(/\d[\d.,]*\d/g, (number) => number.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ',')))

/** "giảm 7,5 điểm phần trăm" to a reader of English: "down 7.5 percentage points". */
export function valueInEnglish(printed: string): string {
  if (printed === 'không thay đổi') return 'unchanged'
  const [, way, size] = /^(tăng|giảm) (\S+) điểm phần trăm$/.exec(printed) ?? []
  if (way === undefined) return numbersInEnglish(printed)
  return `${way === 'tăng' ? 'up' : 'down'} ${numbersInEnglish(size!)} percentage points`
}
