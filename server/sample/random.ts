/** Reproducible random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** An integer from `least` to `most`, both included. */
  between(least: number, most: number): number
  isLikely(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** One of the choices, with probability by weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** A shuffled copy; the given list is not changed. */
  shuffled<T>(list: readonly T[]): T[]
}

/** A 32-bit generator: a Weyl sequence mixed by multiplication (constants of MurmurHash3's finaliser). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    isLikely: (share) => next() < share,
    pick: (from) => from[between(0, from.length - 1)]!,
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [thing, weight] of from) {
        left -= weight
        if (left < 0) return thing
      }
      return from.at(-1)![0]
    },
    shuffled(list) {
      const result = [...list]
      for (let last = result.length - 1; last > 0; last--) {
        const other = between(0, last)
        ;[result[last], result[other]] = [result[other]!, result[last]!]
      }
      return result
    },
  }
}
