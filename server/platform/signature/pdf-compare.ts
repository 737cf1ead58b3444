import type { PdfFile } from './pdf-file.ts'
import { Dict, Name, PdfError, PdfString, Ref, Stream, type Value } from './pdf-objects.ts'

/** Equal in themselves; references are equal if they name the same object. */
export function areAlike(a: Value, b: Value): boolean {
  const open: [Value, Value][] = [[a, b]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [one, other] = next
    if (one === other) continue
    if (one instanceof Name && other instanceof Name && one.value === other.value) continue
    if (one instanceof Ref && other instanceof Ref && one.num === other.num && one.gen === other.gen) continue
    if (one instanceof PdfString && other instanceof PdfString && areSameBytes(one.bytes, other.bytes)) continue
    if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
      one.forEach((value, place) => {
        open.push([value, other[place]!])
      })
      continue
    }
    if (one instanceof Dict && other instanceof Dict && one.size === other.size) {
      for (const [key, value] of one) open.push([value, other.get(key) ?? null])
      continue
    }
    if (one instanceof Stream && other instanceof Stream && areSameBytes(one.raw, other.raw)) {
      open.push([one.dict, other.dict])
      continue
    }
    return false
  }
  return true
}

const areSameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/**
 * Which values of two states of a file are the same, all that they refer to included. Objects that were written again and
 * differ are found first; then a value is the same if no such object can be reached from it. Pages are compared by who
 * asks, so the walk ends at them.
 */
export class Sameness {
  readonly #prior: PdfFile
  readonly #final: PdfFile
  readonly #differing = new Set<number>()
  readonly #explained = new Set<number>()
  readonly #pages: ReadonlySet<number>
  /** Objects from which no differing one is reached. */
  readonly #clean = new Set<number>()

  constructor(prior: PdfFile, final: PdfFile) {
    this.#prior = prior
    this.#final = final
    const now = new Set(final.pages.map(({ ref }) => ref.num))
    this.#pages = new Set(prior.pages.flatMap(({ ref }) => (now.has(ref.num) ? [ref.num] : [])))
    for (const num of rewritten(prior, final)) {
      final.source.work.spend(2)
      if (!this.#isLeft(num)) this.#differing.add(num)
    }
  }

  #isLeft(num: number): boolean {
    const [before, after] = [this.#prior.entry(num), this.#final.entry(num)]
    if (before?.kind === 'at' && after?.kind === 'at' && before.where === after.where && before.gen === after.gen)
      return true
    // A generation is part of how others refer to it.
    const gens = [before, after].map((entry) => (entry?.kind === 'at' ? entry.gen : 0))
    if (gens[0] !== gens[1]) return false
    try {
      return areAlike(this.#prior.object(num), this.#final.object(num))
    } catch (error) {
      if (error instanceof PdfError && error.code === 'pdf.damaged') return false
      throw error
    }
  }

  /** Says that a difference of what is referred to has been spoken of. */
  explain(before: Value | undefined, after: Value | undefined): void {
    for (const one of [before, after]) if (one instanceof Ref) this.#explained.add(one.num)
  }

  explainNumber(num: number): void {
    this.#explained.add(num)
  }

  /** The same for all that is reached. */
  explainAll(before: Value | undefined, after: Value | undefined): void {
    for (const [file, start] of [
      [this.#prior, before],
      [this.#final, after],
    ] as const) {
      const seen = new Set<number>()
      const open: Value[] = [start ?? null]
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        file.source.work.spend(1)
        if (next instanceof Ref) {
          if (seen.has(next.num) || this.#pages.has(next.num)) continue
          seen.add(next.num)
          this.#explained.add(next.num)
          open.push(objectOf(file, next))
        } else open.push(...childrenOf(next))
      }
    }
  }

  unexplained(): number[] {
    return [...this.#differing].filter((num) => !this.#explained.has(num))
  }

  same(before: Value | undefined, after: Value | undefined): boolean {
    const seen = new Set<number>()
    const pairs = new Set<string>()
    const open: [Value, Value][] = [[before ?? null, after ?? null]]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      this.#final.source.work.spend(1)
      let [one, other] = next
      if (one instanceof Ref && other instanceof Ref) {
        if (one.num === other.num && one.gen === other.gen) {
          if (this.#pages.has(one.num) || seen.has(one.num) || this.#clean.has(one.num)) continue
          if (this.#differing.has(one.num)) return false
          seen.add(one.num)
          const value = objectOf(this.#final, other)
          for (const child of childrenOf(value)) open.push([child, child])
          continue
        }
        const pair = `${one.num} ${other.num}`
        if (pairs.has(pair)) continue
        pairs.add(pair)
      }
      if (one === other && !isComposed(one)) continue
      if (one instanceof Ref) one = objectOf(this.#prior, one)
      if (other instanceof Ref) other = objectOf(this.#final, other)
      if (one === other) {
        for (const child of childrenOf(one)) open.push([child, child])
        continue
      }
      if (!pushPairs(one, other, open)) return false
    }
    for (const num of seen) this.#clean.add(num)
    return true
  }
}

/** What was written again: all that later tables name, and what lies in streams that they replace. */
function* rewritten(prior: PdfFile, final: PdfFile): Generator<number> {
  const old = new Set(prior.sections)
  const now = new Set(final.sections)
  const found = new Set<number>()
  for (const section of [
    ...final.sections.filter((one) => !old.has(one)),
    ...prior.sections.filter((one) => !now.has(one)),
  ])
    for (const num of section.entries.keys()) found.add(num)
  yield* found
  for (const { entries } of final.sections)
    for (const [num, { kind, where }] of entries) if (kind === 'in' && found.has(where) && !found.has(num)) yield num
}

function objectOf(file: PdfFile, ref: Ref): Value {
  try {
    return file.object(ref.num, ref.gen)
  } catch (error) {
    // What cannot be read cannot be seen either; whether it changed shows by its place.
    if (error instanceof PdfError && error.code === 'pdf.damaged') return null
    throw error
  }
}

const isComposed = (value: Value): boolean => Array.isArray(value) || value instanceof Dict || value instanceof Stream

/** Ways back to the page or to the field above would lead everywhere. */
const isWayBack = (key: string, value: Value) =>
  (key === 'Parent' || key === 'P' || key === 'Data') && value instanceof Ref

function childrenOf(value: Value): Value[] {
  if (value instanceof Stream) return childrenOf(value.dict)
  if (Array.isArray(value)) return value.filter((one) => one instanceof Ref || isComposed(one))
  if (!(value instanceof Dict)) return []
  const found: Value[] = []
  for (const [key, one] of value) if ((one instanceof Ref || isComposed(one)) && !isWayBack(key, one)) found.push(one)
  return found
}

/** Puts the parts of two values beside each other. False if they differ in themselves. */
function pushPairs(one: Value, other: Value, open: [Value, Value][]): boolean {
  if (one instanceof Stream && other instanceof Stream) {
    if (!areSameBytes(one.raw, other.raw)) return false
    open.push([one.dict, other.dict])
    return true
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return false
    one.forEach((value, place) => {
      open.push([value, other[place]!])
    })
    return true
  }
  if (one instanceof Dict && other instanceof Dict) {
    for (const key of new Set([...one.keys(), ...other.keys()])) {
      const [before, after] = [one.get(key) ?? null, other.get(key) ?? null]
      if (isWayBack(key, before) && isWayBack(key, after)) continue
      open.push([before, after])
    }
    return true
  }
  return areAlike(one, other)
}
