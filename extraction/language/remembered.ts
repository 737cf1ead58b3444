import type { Passage } from './passage.ts'

/**
 * The function, reading each stretch of a passage once: the steps ask about the same words as an item, as a sentence and for
 * what was not understood. What it returns is shared, so no caller may change it. Forgotten together with the passage.
 */
export function remembered<Rest extends unknown[], Found>(
  read: (passage: Passage, ...rest: Rest) => Found,
  keyOf: (...rest: Rest) => string = (...rest) => rest.join(' '),
): (passage: Passage, ...rest: Rest) => Found {
  const known = new WeakMap<Passage, Map<string, Found>>()
  return (passage, ...rest) => {
    const found = known.get(passage) ?? new Map<string, Found>()
    known.set(passage, found)
    const key = keyOf(...rest)
    const before = found.get(key)
    if (before !== undefined) return before
    const now = read(passage, ...rest)
    found.set(key, now)
    return now
  }
}
