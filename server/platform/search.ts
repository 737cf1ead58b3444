import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { AnyHandle } from './db.ts'

export interface SearchHit {
  title: string
  /** What tells it from others of the same title: its number, its agency. */
  detail: string | null
  /** Address in the console. */
  to: string
}

/** Finds one kind of thing for the search box of the console. */
export interface Finder {
  kind: string
  vi: string
  en: string
  /** Up to `limit`, the best first, by an index; of what the actor may open and nothing else. */
  find: (ask: {
    db: AnyHandle
    actor: Actor
    words: string
    limit: number
    today: string
  }) => Promise<readonly SearchHit[]>
  /** Address of the list of all that the words find; left out where no list searches. */
  all?: (words: string) => string
}

/**
 * Whether a folded text holds every word of what was typed, capitals and marks aside; `%`, `_` and `\` are letters like all
 * others. True for nothing typed.
 */
export function holdsWords(folded: RawBuilder<unknown>, typed: string): RawBuilder<boolean> {
  const words = typed.split(/\s+/u).filter(Boolean)
  const conditions = words.map(
    (word) => sql`${folded} like '%' || platform.fold(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`,
  )
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
