import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { holdsTyped } from '../platform/search.ts'
import { firstHits, type Searched } from '../platform/search-page.ts'
import type { RecordsDb } from './db.ts'
import { SEARCHED } from './incoming-lists.ts'
import { seesIncoming } from './sight.ts'
import { tsqueryOf } from './words.ts'

const incoming: Searched = {
  day: { vi: 'Ngày đến', en: 'Arrived on' },
  states: ['draft', 'open', 'overdue', 'done', 'ended'],
  isFor: ({ personId }) => personId !== null,
  rows: ({ actor, today }) => ({
    from: sql`records.incoming i`,
    id: sql`i.incoming_id`,
    written: sql`(coalesce(i.notation, '') || ' ' || coalesce(i.sender_name, '') || ' ' || coalesce(i.about, ''))`,
    folded: SEARCHED,
    // The document itself, or the text of a file; two indexes, one after the other.
    holds: (typed) => {
      const query = tsqueryOf(typed)
      const inHead = holdsTyped(SEARCHED, typed)
      if (query === null) return inHead
      return sql<boolean>`i.incoming_id in (
        select w.incoming_id from (select i.incoming_id from records.incoming i where ${inHead}) w
        union select f.incoming_id from records.file_text t join records.incoming_file f using (sha256)
          where t.search @@ ${query}::tsquery)`
    },
    seen: sql<boolean>`(i.described_at is not null and i.state <> 'refused' and ${seesIncoming(actor)})`,
    day: sql`(i.arrived_at at time zone 'Asia/Ho_Chi_Minh')::date`,
    state: sql`(case when i.state = 'arrived' then 'draft' when i.state = 'returned' then 'ended' when i.state = 'done' then 'done'
      when i.due_on < ${today}::date then 'overdue' else 'open' end)`,
    ofAgencies: (ids) => sql<boolean>`(i.agency_id = any(${ids}) or i.sender_id = any(${ids}))`,
    title: sql`i.about`,
    detail: sql`concat_ws(' · ', i.notation, i.sender_name, 'số đến ' || i.number_written)`,
    to: sql`'/van-ban-den/' || i.incoming_id`,
  }),
}

/** Incoming documents by notation, sender, subject and the texts of their files. */
export const incomingFinder: Finder = {
  kind: 'incoming',
  vi: 'Văn bản đến',
  en: 'Incoming documents',
  all: (words) => `/van-ban-den?words=${encodeURIComponent(words)}`,
  find: ({ db, actor, words, limit, today }) =>
    firstHits(reading<RecordsDb>(db), { actor, today, searched: incoming }, words, limit),
  searched: incoming,
}
