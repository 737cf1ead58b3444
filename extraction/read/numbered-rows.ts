import { COUNTED_ROW } from './segments.ts'

interface LineOfRow {
  cells: readonly string[]
  afterBlank: boolean
}

/** Rows with more lines are not looked for. */
const LONGEST_ROW = 120

/** What speaks against a row that begins at a line. */
const COST = { afterBlank: -4, begins: -0.7, title: -1.5, goesOn: 1.5, titleGoesOn: 4, isOpen: 2, isClosed: -1 }
/** Each line that the number is away from its place in the row. */
const AWAY = 0.5

/**
 * The lines on which the numbered rows of a table begin. A number stands on the first line of its row or in its middle, the
 * same in the whole table; a row begins where its cells begin. Null for fewer than two numbers.
 */
export function rowStartsOf(lines: readonly LineOfRow[]): number[] | null {
  const numbers = lines.flatMap(({ cells }, at) => (COUNTED_ROW.test(cells[0]!) ? [at] : []))
  if (numbers.length < 2) return null
  const places = placesOf(lines, numbers)
  const ways = [false, true].map((isMiddle) => leastCost(lines.length, numbers, places, isMiddle))
  return ways[0]!.cost <= ways[1]!.cost ? ways[0]!.starts : ways[1]!.starts
}

/** A line where a row may begin, with what speaks against it. */
interface Place {
  at: number
  cost: number
}

/** For the number of each row, the lines from that of the number before on. */
function placesOf(lines: readonly LineOfRow[], numbers: readonly number[]): Place[][] {
  return numbers.map((number, row) => {
    const places: Place[] = []
    for (let at = Math.max((numbers[row - 1] ?? -1) + 1, number - LONGEST_ROW); at <= number; at++)
      places.push({ at, cost: at === 0 ? 0 : costOfStart(lines, at, number) })
    return places
  })
}

function leastCost(
  end: number,
  numbers: readonly number[],
  starting: readonly (readonly Place[])[],
  isMiddle: boolean,
): { cost: number; starts: number[] } {
  /** For each row, the places where it may begin, with the least cost of all rows before it. */
  const places: { at: number; cost: number; before: number }[][] = []
  starting.forEach((own, row) => {
    const rowBefore = places[row - 1]
    const above = numbers[row - 1]!
    places.push(
      own.map(({ at, cost }) => {
        if (!rowBefore) return { at, cost, before: -1 }
        let least = { at, cost: Number.POSITIVE_INFINITY, before: -1 }
        rowBefore.forEach((before, index) => {
          const all = before.cost + cost + AWAY * away(before.at, above, at, isMiddle)
          if (all < least.cost) least = { at, cost: all, before: index }
        })
        return least
      }),
    )
  })
  const last = numbers.at(-1)!
  let best = 0
  let least = Number.POSITIVE_INFINITY
  places.at(-1)!.forEach(({ at, cost }, index) => {
    const total = cost + AWAY * Math.min(4, away(at, last, end, isMiddle))
    if (total < least) [least, best] = [total, index]
  })
  const starts: number[] = []
  for (let row = numbers.length - 1; row >= 0; row--) {
    const place = places[row]![best]!
    starts.unshift(place.at)
    best = place.before
  }
  return { cost: least, starts }
}

function away(start: number, number: number, end: number, isMiddle: boolean): number {
  return isMiddle ? Math.abs(number - (start + end - 1) / 2) : number - start
}

const OPEN = /(?:[,–-]|(?:^|\s)(?:và|của|các|với|theo|trong|cho|về|đến|từ|tại))$/

/** What speaks against a new row at a line, whose number is on a line from here on. */
function costOfStart(lines: readonly LineOfRow[], at: number, number: number): number {
  let cost = lines[at]!.afterBlank ? COST.afterBlank : 0
  const width = lines[at]!.cells.length
  for (let column = 1; column < width; column++) {
    const first = firstText(lines, at, number, column)
    if (first === '') continue
    const begins = /^[\p{Lu}\d"“(+–-]/u.test(first)
    if (column === 1) cost += begins ? COST.title : COST.titleGoesOn
    else cost += begins ? COST.begins : COST.goesOn
  }
  for (let above = at - 1; above >= 0 && above > at - 20; above--) {
    const before = lines[above]!.cells[1]!
    if (before === '') continue
    if (OPEN.test(before)) cost += COST.isOpen
    else if (/[.;]$/.test(before)) cost += COST.isClosed
    break
  }
  return cost
}

/** The first text of a column at a line or below it, within a few lines after the number. */
function firstText(lines: readonly LineOfRow[], at: number, number: number, column: number): string {
  for (let below = at; below < Math.min(lines.length, number + 3); below++)
    if (lines[below]!.cells[column] !== '') return lines[below]!.cells[column]!
  return ''
}
