import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { firstHits, type Searched } from '../platform/search-page.ts'
import { itemSeen } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import { CODES, scopeOf } from './lists.ts'

const searched: Searched = {
  day: { vi: 'Hạn trình', en: 'Due on' },
  states: ['open', 'overdue', 'done', 'ended'],
  rows: ({ actor, today }) => ({
    from: sql`programme.item i`,
    id: sql`i.item_id`,
    written: sql`(i.code || ' ' || i.name || ' ' || coalesce(i.source_number, ''))`,
    folded: sql`i.search`,
    seen: itemSeen(actor, sql`i.item_id`, sql`i.lead_agency_id`),
    day: sql`i.due_on`,
    // Owed is overdue; what was submitted is under way until it is issued.
    state: sql`(case when i.state = 'stopped' then 'ended' when i.state = 'issued' then 'done'
      when i.state in ('planned', 'returned') and i.due_on <= ${scopeOf({}, today).over}::date then 'overdue' else 'open' end)`,
    ofAgencies: (ids) => sql<boolean>`(i.lead_agency_id = any(${ids}) or exists (
      select from programme.item_party p where p.item_id = i.item_id and p.agency_id = any(${ids})))`,
    title: sql`i.name`,
    detail: sql`concat_ws(' · ', i.code, i.source_number, i.in_charge, (select a.name from registry.agency_latest a where a.agency_id = i.lead_agency_id))`,
    to: sql`'/chuong-trinh-cong-tac/' || i.item_id`,
  }),
}

/** Entries by code, name, source and deputy in charge. */
export const itemFinder: Finder = {
  kind: 'programmeItem',
  vi: 'Đề án trong chương trình công tác',
  en: 'Entries of the work programme',
  codes: CODES,
  all: (words) => `/chuong-trinh-cong-tac?tab=list&search=${encodeURIComponent(words)}`,
  find: ({ db, actor, words, limit, today }) =>
    firstHits(reading<ProgrammeDb>(db), { actor, today, searched }, words, limit),
  searched,
}
