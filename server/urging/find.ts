import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Finder, holdsTyped, namesTyped, type SearchHit } from '../platform/search.ts'
import { letterSeen } from './access.ts'
import type { UrgingDb } from './db.ts'

/** Letters by notation, agency and subject; dropped letters are left out. */
export const letterFinder: Finder = {
  kind: 'letter',
  vi: 'Công văn đôn đốc',
  en: 'Urging letters',
  async find({ db, actor, words, limit }) {
    // An API client reads letters at their own address, by a scope of its own; the search has another.
    if (actor.personId === null) return []
    // The same expression as `letter_search_idx` (0028_letter_search.sql).
    const searched = sql`platform.fold(coalesce(l.notation, '') || ' ' || l.agency_name || ' ' || l.about)`
    const { rows } = await sql<SearchHit>`
      select l.about as title, concat_ws(' · ', l.notation, l.agency_name) as detail, '/don-doc/' || l.letter_id as "to"
      from urging.letter l
      where ${holdsTyped(searched, words)} and l.state <> 'dropped' and ${letterSeen(actor)}
      order by ${namesTyped(searched, words)} desc, l.letter_id desc limit ${limit}`.execute(reading<UrgingDb>(db))
    return rows
  },
}
