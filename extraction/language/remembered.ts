import type { Passage } from './passage.ts'

/**
 * The function, reading each stretch of a passage once: the steps ask about the same words as an item, as a sentence and for
 * what was not understood. What it returns is shared, so no caller may change it. Forgotten together with the passage.
 */
export function remembered<Found>(
  read: (passage: Passage, from: number, to: number) => Found,
): (passage: Passage, from: number, to: number) => Found {
  const known = new WeakMap<Passage, Map<number, Found>>()
  return (passage, from, to) => {
    const found = known.get(passage) ?? new Map<number, Found>()
    if (found.size === 0) known.set(passage, found)
    const key = from < SHORT && to < SHORT ? from * SHORT + to : SHORT * SHORT + from * LONGEST + to
    const before = found.get(key)
    if (before !== undefined) return before
    const now = read(passage, from, to)
    found.set(key, now)
    return now
  }
}

/** In most passages both ends go into a small integer, which is looked up faster than a large one. */
const SHORT = 2 ** 15
/** No passage has as many characters, so both ends of a stretch are one number. */
const LONGEST = 2 ** 26
