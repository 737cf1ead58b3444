/** References of parts: splitting "II.1.a" gives "II.1.a/1" and "II.1.a/2"; merging all parts restores "II.1.a". Pure. */

/** Two free references for the parts of one. */
export function refsOfParts(ref: string, taken: ReadonlySet<string>): [string, string] {
  const first = freeRef(`${ref}/1`, taken)
  return [first, freeRef(`${ref}/2`, new Set([...taken, first]))]
}

/** The reference itself, or its part with the next free number: "II.1.a/3". */
export function freeRef(ref: string, taken: ReadonlySet<string>): string {
  if (!taken.has(ref)) return ref
  const [, base = ref, number] = /^(.*)\/(\d+)$/su.exec(ref) ?? []
  for (let next = Number(number ?? 1) + 1; ; next++) {
    const candidate = `${base}/${next}`
    if (!taken.has(candidate)) return candidate
  }
}

/** The reference of merged drafts: that of the first, or of the original if no other part of it is left. */
export function refOfMerged(refs: readonly string[], taken: ReadonlySet<string>): string {
  const first = refs[0]!
  const base = /^(.*)\/\d+$/su.exec(first)?.[1]
  if (base === undefined || !refs.every((ref) => ref.startsWith(`${base}/`))) return first
  const isFree = !taken.has(base) && ![...taken].some((ref) => ref.startsWith(`${base}/`))
  return isFree ? base : first
}

/** Reference of a task a reviewer adds: "BS.1" (bổ sung). */
export function refOfAdded(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`BS.${number}`)) return `BS.${number}`
}
