import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { holdsTyped, namesTyped, tierOf } from '../platform/search.ts'
import type { Searched, SearchHit } from '../platform/search-page.ts'
import { letterSeen } from './access.ts'
import type { UrgingDb } from './db.ts'

const WRITTEN = sql<string>`(coalesce(l.notation, '') || ' ' || l.agency_name || ' ' || l.about)`
/** The expression of `letter_search_idx` (0028_letter_search.sql). */
const SEARCHED = sql<string>`platform.fold(coalesce(l.notation, '') || ' ' || l.agency_name || ' ' || l.about)`

const searched: Searched = {
  day: { vi: 'Ngày ký, dự thảo: ngày số liệu', en: 'Signed on; of a draft, the day of its figures' },
  states: ['draft', 'open', 'overdue', 'done'],
  // An API client reads letters at their own address, by a scope of its own; the search has another.
  isFor: ({ personId }) => personId !== null,
  rows: ({ actor, today }) => ({
    from: sql`urging.letter l`,
    id: sql`l.letter_id`,
    written: WRITTEN,
    folded: SEARCHED,
    seen: sql<boolean>`(l.state <> 'dropped' and ${letterSeen(actor)})`,
    day: sql`coalesce(l.issued_on, l.as_of)`,
    // Out, it waits for the answer.
    state: sql`(case when l.state in ('draft', 'submitted') then 'draft' when l.state in ('answered', 'closed') then 'done'
      when l.reply_by < ${today}::date then 'overdue' else 'open' end)`,
    ofAgencies: (ids) => sql<boolean>`l.agency_id = any(${ids})`,
    title: sql`l.about`,
    detail: sql`concat_ws(' · ', l.notation, l.agency_name)`,
    to: sql`'/don-doc/' || l.letter_id`,
  }),
}

/** Letters by notation, agency and subject; dropped letters are left out. */
export const letterFinder: Finder = {
  kind: 'letter',
  vi: 'Công văn đôn đốc',
  en: 'Urging letters',
  async find({ db, actor, words, limit }) {
    if (searched.isFor?.(actor) === false) return []
    const { rows } = await sql<SearchHit>`
      select l.about as title, concat_ws(' · ', l.notation, l.agency_name) as detail, '/don-doc/' || l.letter_id as "to",
             ${tierOf(WRITTEN, SEARCHED, words)} as tier
      from urging.letter l
      where ${holdsTyped(SEARCHED, words)} and l.state <> 'dropped' and ${letterSeen(actor)}
      order by ${namesTyped(SEARCHED, words)} desc, l.letter_id desc limit ${limit}`.execute(reading<UrgingDb>(db))
    return rows
  },
  searched,
}
