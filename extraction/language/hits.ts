const NONE: readonly RegExpExecArray[] = []

/**
 * Every hit of a global pattern from a place on, as `matchAll` finds them. That makes a copy of the pattern for each search, and most
 * searches in a document find nothing.
 */
export function hitsOf(pattern: RegExp, text: string, from = 0): readonly RegExpExecArray[] {
  pattern.lastIndex = from
  let hit = pattern.exec(text)
  if (!hit) return NONE
  const hits: RegExpExecArray[] = []
  for (; hit; hit = pattern.exec(text)) {
    hits.push(hit)
    if (hit[0] === '') pattern.lastIndex++
  }
  return hits
}
