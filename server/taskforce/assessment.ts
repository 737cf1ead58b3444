/** How agencies are compared (Nghị định 196/2026/NĐ-CP, Điều 2.2.o): parts first, each a ratio of rows; then the weighted sum. */

export const PARTS = ['onTime', 'lateDays', 'debt', 'silence', 'answerDays', 'findings'] as const
export type PartName = (typeof PARTS)[number]

/** What is counted of one agency: the numerator and denominator of each part. */
export interface Measured {
  /** Tasks that were due: those done on time, of all that were due. */
  onTime: { part: number; whole: number }
  /** Days late in all, of the tasks that are or were late. */
  lateDays: { part: number; whole: number }
  /** Entries of the work programme that are owed, of those due in the period or owed since before. */
  debt: { part: number; whole: number }
  /** Open tasks of which nothing was heard for too long, of all open ones under way. */
  silence: { part: number; whole: number }
  /** Days that answers took in all, of what was answered or is waiting past its day. */
  answerDays: { part: number; whole: number }
  /** Findings that repeat earlier ones, of all findings. */
  findings: { part: number; whole: number }
}
export interface Weight {
  part: PartName
  weight: number
  worstDays: number | null
}

/** The mean or share of a part; null where there is nothing to measure. */
export const meanOf = ({ part, whole }: { part: number; whole: number }): number | null =>
  whole === 0 ? null : part / whole

/** Points of a part, 0 to 100; null where there is nothing to measure. */
export function pointsOf(name: PartName, measured: Measured, worstDays: number | null): number | null {
  const points = unbounded(name, measured, worstDays)
  return points === null ? null : Math.min(100, Math.max(0, points))
}

function unbounded(name: PartName, measured: Measured, worstDays: number | null): number | null {
  const value = meanOf(measured[name])
  if (name === 'lateDays' && measured.onTime.whole > 0 && value === null) return 100
  if (value === null) return null
  switch (name) {
    case 'onTime':
      return 100 * value
    case 'debt':
    case 'silence':
    case 'findings':
      return 100 * (1 - value)
    case 'lateDays':
    case 'answerDays':
      return 100 * (1 - value / worstDays!)
  }
}

export interface Scored {
  points: Record<PartName, number | null>
  /** The weighted mean of the parts that were measured, with one decimal, truncated; null where none was. */
  sum: number | null
}

/** A part that could not be measured of an agency has no weight for it, rather than full or no points. */
export function score(measured: Measured, weights: readonly Weight[]): Scored {
  const points = {} as Record<PartName, number | null>
  let sum = 0
  let weighed = 0
  for (const { part, weight, worstDays } of weights) {
    const own = pointsOf(part, measured, worstDays)
    points[part] = own
    if (own === null) continue
    sum += own * weight
    weighed += weight
  }
  // In thousandths first: 0.1 + 0.2 must not become a lower decimal by the way numbers are stored.
  return { points, sum: weighed === 0 ? null : Math.floor(Math.round((sum / weighed) * 1000) / 100) / 10 }
}

export interface Ranked<Row> {
  row: Row
  /** Equal sums have one rank; null: not ranked. */
  rank: number | null
}

/** Those that can be ranked, best first; those with too few tasks after them, in the order given, without a rank. */
export function ranked<Row extends { tasks: number; sum: number | null }>(
  rows: readonly Row[],
  leastTasks: number,
): Ranked<Row>[] {
  const can = (row: Row) => row.tasks >= leastTasks && row.sum !== null
  const able = rows.filter(can).sort((a, b) => b.sum! - a.sum!)
  return [
    ...able.map((row) => ({ row, rank: 1 + able.findIndex(({ sum }) => sum === row.sum) })),
    ...rows.filter((row) => !can(row)).map((row) => ({ row, rank: null })),
  ]
}

/** The figures of one agency, as far as two readings of them are compared. */
interface Figures {
  agency: { id: number; name: string }
  rank: number | null
  sum: number | null
  parts: readonly { part: PartName; numerator: number; denominator: number; points: number | null }[]
}

/** Where two readings of one period differ: the agencies whose figures, points or rank are not the same, in the order of `after`. */
export function differences<F extends Figures>(
  before: readonly F[],
  after: readonly F[],
): { agency: F['agency']; before: F | null; after: F | null }[] {
  const was = new Map(before.map((one) => [one.agency.id, one]))
  const is = new Set(after.map(({ agency }) => agency.id))
  const all = [
    ...after.map((one) => ({ agency: one.agency, before: was.get(one.agency.id) ?? null, after: one })),
    ...before
      .filter(({ agency }) => !is.has(agency.id))
      .map((one) => ({ agency: one.agency, before: one, after: null })),
  ]
  return all.filter((one) => !one.before || !one.after || !isSame(one.before, one.after))
}

const isSame = (a: Figures, b: Figures): boolean =>
  a.rank === b.rank &&
  a.sum === b.sum &&
  a.parts.every(({ part, numerator, denominator, points }) => {
    const other = b.parts.find((one) => one.part === part)
    return other?.numerator === numerator && other.denominator === denominator && other.points === points
  })
