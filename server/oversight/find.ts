import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { hasRight } from '../platform/rights.ts'
import { holdsTyped } from '../platform/search.ts'
import { firstHits, type Searched } from '../platform/search-page.ts'
import { hasOwnReports, reportsSeen, seesDrafts } from './access.ts'
import type { OversightDb } from './db.ts'

const searched: Searched = {
  day: { vi: 'Ngày chốt số liệu', en: 'Figures as of' },
  states: ['draft', 'done'],
  isFor: (actor) => seesDrafts(actor) || hasOwnReports(actor) || hasRight(actor, 'report.read'),
  rows: ({ actor }) => ({
    from: sql`oversight.report r join oversight.report_kind k using (kind)`,
    id: sql`r.report_id`,
    written: sql`('Báo cáo ' || coalesce(r.title, r.content ->> 'title', '') || ' ' || coalesce(r.number, '') || ' ' || coalesce(r.source_name, ''))`,
    folded: sql`r.searched`,
    foldedTitle: sql`r.searched`,
    // The report itself, a section or a recommendation that was taken; three indexes, one after the other.
    holds: (typed) => sql<boolean>`r.report_id in (
      select o.report_id from oversight.report o where ${holdsTyped(sql`o.searched`, typed)}
      union
      select s.report_id from oversight.report_section s where ${holdsTyped(sql`s.searched`, typed)}
      union
      select c.report_id from oversight.report_recommendation c where ${holdsTyped(sql`c.searched`, typed)} and c.state = 'taken')`,
    seen: sql<boolean>`(r.state <> 'dropped' and ${reportsSeen(actor)})`,
    day: sql`r.as_of`,
    state: sql`(case r.state when 'issued' then 'done' else 'draft' end)`,
    ofAgencies: (ids) => sql<boolean>`r.subject_agency_id = any(${ids})`,
    title: sql`coalesce(r.title, r.content ->> 'title', k.name)`,
    detail: sql`concat_ws(' · ', r.number, k.name, coalesce((select a.name from registry.agency_latest a where a.agency_id = r.subject_agency_id), r.source_name))`,
    content: sql`(select string_agg(concat_ws(' · ', s.heading, oversight.words_of(s.body)), ' · ' order by s.position)
      from (select heading, body, position from oversight.report_section where report_id = r.report_id
        union all
        select null, body, 1000 + position from oversight.report_recommendation where report_id = r.report_id and state = 'taken') s)`,
    to: sql`'/bao-cao/' || r.report_id`,
  }),
}

/** Reports by title, number, period and the words of their sections and recommendations. */
export const reportFinder: Finder = {
  kind: 'report',
  vi: 'Báo cáo',
  en: 'Reports',
  find: ({ db, actor, words, limit, today }) =>
    firstHits(reading<OversightDb>(db), { actor, today, searched }, words, limit),
  searched,
}
