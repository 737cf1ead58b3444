import type { Actor } from './actor.ts'
import type { AnyHandle } from './db.ts'
import type { Searched, SearchHit } from './search-page.ts'

/** Finds one kind of thing for the search box of the console. */
export interface Finder {
  kind: string
  vi: string
  en: string
  /** What its codes begin with, as typed in small letters: see `withCodes`. */
  codes?: readonly string[]
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
  /** The same things for the search page: all that the words find, by agency, period and state. */
  searched: Searched
}
