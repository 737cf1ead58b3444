import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { hasRight } from '../platform/rights.ts'
import { firstHits, type Searched } from '../platform/search-page.ts'
import { seesCase } from './case-access.ts'
import { caseHolds } from './case-words.ts'
import type { RecordsDb } from './db.ts'
import { keepsBooks } from './sight.ts'

const cases: Searched = {
  day: { vi: 'Ngày mở hồ sơ', en: 'Opened on' },
  states: ['open', 'overdue', 'done', 'ended'],
  isFor: (actor) => keepsBooks(actor) || hasRight(actor, 'records.draft'),
  rows: ({ actor, today }) => ({
    from: sql`records.case_file c`,
    id: sql`c.case_id`,
    written: sql`(c.title || ' ' || coalesce(c.code, ''))`,
    folded: sql`c.searched`,
    holds: caseHolds,
    foldedTitle: sql`left(c.searched, char_length(c.title))`,
    seen: seesCase(actor),
    day: sql`c.opened_on`,
    state: sql`(case when c.state = 'open' then 'open' when c.state = 'destroyed' then 'ended'
      when c.state in ('closed', 'dueForArchive') and c.due_on < ${today}::date then 'overdue'
      when c.state in ('closed', 'dueForArchive', 'handedOver') then 'open' else 'done' end)`,
    ofAgencies: (ids) => sql<boolean>`(c.agency_id = any(${ids}) or c.unit_id = any(${ids}))`,
    title: sql`c.title`,
    detail: sql`concat_ws(' · ', c.code, c.year, (select a.name from registry.agency_latest a where a.agency_id = c.unit_id))`,
    to: sql`'/van-ban/ho-so/' || c.case_id`,
  }),
}

export const caseFinders: readonly Finder[] = [
  {
    kind: 'caseFile',
    vi: 'Hồ sơ',
    en: 'Case files',
    all: (words) => `/van-ban/ho-so?search=${encodeURIComponent(words)}`,
    find: ({ db, actor, words, limit, today }) =>
      firstHits(reading<RecordsDb>(db), { actor, today, searched: cases }, words, limit),
    searched: cases,
  },
]
