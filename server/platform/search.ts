import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { AnyHandle } from './db.ts'

export interface SearchHit {
  title: string
  /** What distinguishes it from others of the same title: its number, its agency. */
  detail: string | null
  /** Address in the console. */
  to: string
}

/** Finds one kind of thing for the search box of the console. */
export interface Finder {
  kind: string
  vi: string
  en: string
  /** Up to `limit`, the best first, by an index; only what the actor may open. */
  find: (ask: {
    db: AnyHandle
    actor: Actor
    words: string
    limit: number
    today: string
  }) => Promise<readonly SearchHit[]>
  /** Address of the full list that the words find; omitted if no list can be searched. */
  all?: (words: string) => string
}

/**
 * Whether a folded text contains every word typed, ignoring case and diacritics; `%`, `_` and `\` are ordinary
 * characters. True if nothing is typed.
 */
export function holdsWords(folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const words = typed.split(/\s+/u).filter(Boolean)
  const conditions = words.map(
    (word) => sql`${folded} like '%' || platform.fold(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`,
  )
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
