import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'

/** How the log names the things of one kind. */
export interface SubjectNames {
  /** "task": the kind of a subject, as recorded. */
  kind: string
  /** A query of `id`, `name` and `to` (the page of the console; null where there is none, or not for the actor) of the things with these ids. */
  named: (ids: RawBuilder<unknown>, actor: Actor) => RawBuilder<unknown>
  /** Who may open its page; everyone who reads the log by default. */
  opens?: (actor: Actor) => boolean
}

/** For ids that are numbers. */
export const numbers = (ids: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${ids})::bigint[]`
