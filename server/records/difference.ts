import { diffArrays } from 'diff'
import { type DraftContent, linesOf } from './draft-content.ts'

/** A line of two versions side by side. `changed` has the words that went and came. */
export interface LineDifference {
  kind: 'same' | 'added' | 'removed' | 'changed'
  before: string | null
  after: string | null
}

/**
 * Lines of two versions: what stayed, came, went, and what was reworded. A line that went is paired
 * with the one that came in its place if they share half of their words.
 */
export function difference(before: DraftContent, after: DraftContent): LineDifference[] {
  const rows: LineDifference[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    rows.push(...pairs(removed, added))
    removed = []
    added = []
  }
  for (const { value, added: isAdded, removed: isRemoved } of diffArrays(linesOf(before), linesOf(after))) {
    if (isRemoved) removed.push(...value)
    else if (isAdded) added.push(...value)
    else {
      flush()
      rows.push(...value.map((line) => ({ kind: 'same' as const, before: line, after: line })))
    }
  }
  flush()
  return rows
}

function pairs(removed: readonly string[], added: readonly string[]): LineDifference[] {
  const rows: LineDifference[] = []
  let next = 0
  for (const line of removed) {
    const place = added.findIndex((candidate, index) => index >= next && isReworded(line, candidate))
    if (place < 0) {
      rows.push({ kind: 'removed', before: line, after: null })
      continue
    }
    for (; next < place; next += 1) rows.push({ kind: 'added', before: null, after: added[next]! })
    rows.push({ kind: 'changed', before: line, after: added[place]! })
    next = place + 1
  }
  for (; next < added.length; next += 1) rows.push({ kind: 'added', before: null, after: added[next]! })
  return rows
}

function isReworded(before: string, after: string): boolean {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length === 0 || b.length === 0) return false
  const rest = new Map<string, number>()
  for (const word of a) rest.set(word, (rest.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = rest.get(word) ?? 0
    if (left === 0) continue
    rest.set(word, left - 1)
    common += 1
  }
  return common * 2 >= Math.min(a.length, b.length)
}

const wordsOf = (line: string) => line.split(/\s+/).filter(Boolean)
