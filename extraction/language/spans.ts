import type { Span } from '../shapes.ts'
import type { Stretch } from './sentences.ts'

/** Two ranges have at least one character in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** The same of stretches of one passage. */
export function meets(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to
}
