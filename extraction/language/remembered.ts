import type { Passage } from './passage.ts'

/**
 * The function, reading each stretch of a passage once: the steps ask about the same words as an item, as a sentence and for
 * what was not understood. What it returns is shared, so no caller may change it. It is kept with the passage and forgotten
 * together with it; a weak table from passages to answers takes the collector of memory longer than the reading saves.
 */
export function remembered<Found>(
  read: (passage: Passage, from: number, to: number) => Found,
): (passage: Passage, from: number, to: number) => Found {
  const number = functions++
  return (passage, from, to) => {
    const known = passage.answers?.[number] as Answer<Found> | Table<Found> | undefined
    if (known instanceof Map) {
      const before = known.get(keyOf(from, to))
      if (before) return before.found
    } else
      for (let one = known; one !== undefined; one = one.next) if (one.from === from && one.to === to) return one.found
    const found = read(passage, from, to)
    keep(passage, number, from, to, found)
    return found
  }
}

let functions = 0

interface Answer<Found> {
  from: number
  to: number
  found: Found
  next: Answer<Found> | undefined
  /** How many answers are in the list from here on. */
  size: number
}

type Table<Found> = Map<number, Answer<Found>>

/** Most passages are asked about in two or three stretches, which a list holds in less memory than a table. */
const LONGEST_LIST = 8
/** No passage has as many characters, so both ends of a stretch are one number. */
const LONGEST = 2 ** 26

const keyOf = (from: number, to: number): number => from * LONGEST + to

function keep<Found>(passage: Passage, number: number, from: number, to: number, found: Found): void {
  // Looked up again: to read this stretch, others may have been read.
  passage.answers ??= new Array(functions).fill(undefined)
  const known = passage.answers[number] as Answer<Found> | Table<Found> | undefined
  if (known instanceof Map) {
    known.set(keyOf(from, to), { from, to, found, next: undefined, size: 1 })
    return
  }
  const answer = { from, to, found, next: known, size: (known?.size ?? 0) + 1 }
  passage.answers[number] = answer.size > LONGEST_LIST ? tableOf(answer) : answer
}

function tableOf<Found>(list: Answer<Found>): Table<Found> {
  const table: Table<Found> = new Map()
  for (let one: Answer<Found> | undefined = list; one !== undefined; one = one.next)
    table.set(keyOf(one.from, one.to), one)
  return table
}
