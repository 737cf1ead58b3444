import type { Actor } from './actor.ts'
import type { AnyHandle } from './db.ts'

/** Overdue; to be done; good to know. The order is the order on the page. */
export const URGENCIES = ['late', 'now', 'watch'] as const

/** A line of "what needs me today". Its words are in both languages, so that a new room provides them itself. */
export interface LandingRow {
  /** Unique among all rooms: "queue.toConfirm". */
  name: string
  vi: string
  en: string
  /** As many rows as `to` opens. */
  count: number
  urgency: (typeof URGENCIES)[number]
  /** Address in the console. */
  to: string
}

/**
 * What needs the actor in a room, counted in one statement by the conditions of the lists that the rows open. It runs
 * each time a user opens the landing page, and returns nothing that the actor may not open.
 */
export type Landing = (ask: {
  db: AnyHandle
  actor: Actor
  today: string
  /** For what is late by the hour. */
  now: Temporal.Instant
}) => Promise<readonly LandingRow[]>

/** A row as defined in the code of a room; the number comes from the database. */
export type LandingWords = Omit<LandingRow, 'count'>

/** The rows whose number is not zero. `counts` is one row of a statement, a column for each name. */
export function landingRows(
  words: readonly LandingWords[],
  counts: Readonly<Record<string, number>> | undefined,
): LandingRow[] {
  return words.map((row) => ({ ...row, count: counts?.[row.name] ?? 0 })).filter(({ count }) => count > 0)
}
