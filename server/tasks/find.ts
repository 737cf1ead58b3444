import { sql } from 'kysely'
import type { Finder } from '../platform/finder.ts'
import { firstHits, type Searched } from '../platform/search-page.ts'
import { CODES } from './filter.ts'
import { isVisible } from './sight.ts'

const searched: Searched = {
  day: { vi: 'Ngày giao', en: 'Assigned on' },
  states: ['open', 'overdue', 'done', 'ended'],
  rows: ({ actor, today }) => ({
    from: sql`tasks.task t`,
    id: sql`t.task_id`,
    written: sql`(t.title || ' ' || t.content)`,
    folded: sql`t.searched`,
    // `searched` begins with the title. Where folding lengthens a letter (½), the end of a long title counts as content.
    foldedTitle: sql`left(t.searched, char_length(t.title))`,
    seen: isVisible(actor),
    day: sql`t.assigned_on`,
    // `task_found_idx` (0095_task_found.sql).
    order: sql`t.assigned_on`,
    // As `standing.ts`: the due day itself is still in term.
    state: sql`(case when t.state = 'cancelled' then 'ended' when t.completed_on is not null then 'done'
      when t.due_on < ${today}::date then 'overdue' else 'open' end)`,
    ofAgencies: (ids) => sql<boolean>`(t.lead_agency_id = any(${ids}) or exists (
      select from tasks.party p where p.task_id = t.task_id and p.agency_id = any(${ids}) and p.ended_on is null))`,
    title: sql`t.title`,
    detail: sql`concat_ws(' · ', t.code, t.source_number, (select a.name from registry.agency_latest a where a.agency_id = t.lead_agency_id))`,
    content: sql`t.content`,
    to: sql`'/nhiem-vu/' || t.task_id`,
  }),
}

/** Tasks by title, words, code and number of the document. */
export const taskFinder: Finder = {
  kind: 'task',
  vi: 'Nhiệm vụ',
  en: 'Tasks',
  codes: CODES,
  all: (words) => `/nhiem-vu?search=${encodeURIComponent(words)}`,
  find: ({ db, actor, words, limit, today }) => firstHits(db, { actor, today, searched }, words, limit),
  searched,
}
