/** What moved between two computations of a report's figures. Pure. */

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

/** "giảm 7,5 điểm phần trăm" to a reader of English: "down 7,5 percentage points"; numbers stay as the paper prints them. */
export function valueInEnglish(printed: string): string {
  if (printed === 'không thay đổi') return 'unchanged'
  const [, way, size] = /^(tăng|giảm) (\S+) điểm phần trăm$/.exec(printed) ?? []
  return way === undefined ? printed : `${way === 'tăng' ? 'up' : 'down'} ${size} percentage points`
}
