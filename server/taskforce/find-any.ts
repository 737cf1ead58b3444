import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { firstHits, type Searched } from '../platform/search-page.ts'
import type { TaskforceDb } from './db.ts'
import { standingOn } from './recommendations.ts'
import { isOffice, seesFinding, seesPartOfInspection, seesRecommendation } from './sight.ts'

const recommendations: Searched = {
  day: { vi: 'Hạn thực hiện', en: 'Due on' },
  states: ['draft', 'open', 'overdue', 'done', 'ended'],
  rows: ({ actor, today }) => ({
    from: sql`taskforce.recommendation r left join tasks.traced_task t on t.task_id = r.task_id`,
    id: sql`r.recommendation_id`,
    written: sql`(r.words || ' ' || coalesce(r.basis, '') || ' ' || coalesce(r.theme, ''))`,
    folded: sql`r.searched`,
    foldedTitle: sql`left(r.searched, char_length(r.words))`,
    seen: seesRecommendation(actor),
    day: sql`r.due_on`,
    state: sql`(case ${standingOn(today)} when 'drafted' then 'draft' when 'waiting' then 'open' when 'open' then 'open'
      when 'late' then 'overdue' when 'overdueAnswer' then 'overdue' when 'done' then 'done' else 'ended' end)`,
    ofAgencies: (ids) => sql<boolean>`(r.agency_id = any(${ids}) or r.addressee_id = any(${ids}))`,
    title: sql`r.words`,
    detail: sql`concat_ws(' · ', r.theme, (select a.name from registry.agency_latest a where a.agency_id = r.agency_id))`,
    content: sql`r.basis`,
    to: sql`'/to-cong-tac/kien-nghi/' || r.recommendation_id`,
  }),
}

const inspections: Searched = {
  day: { vi: 'Ngày bắt đầu kiểm tra', en: 'Begins on' },
  states: ['draft', 'open', 'done', 'ended'],
  rows: ({ actor }) => ({
    from: sql`taskforce.inspection i`,
    id: sql`i.inspection_id`,
    written: sql`(i.title || ' ' || coalesce(i.decision, '') || ' ' || coalesce(i.conclusion, ''))`,
    folded: sql`i.searched`,
    seen: seesPartOfInspection(actor),
    day: sql`i.from_on`,
    state: sql`(case i.state when 'planned' then 'draft' when 'concluded' then 'done' when 'stopped' then 'ended' else 'open' end)`,
    ofAgencies: (ids) => sql<boolean>`(i.agency_id = any(${ids}) or i.subject_id = any(${ids}))`,
    title: sql`i.title`,
    detail: sql`concat_ws(' · ', i.decision, i.conclusion, (select a.name from registry.agency_latest a where a.agency_id = i.agency_id))`,
    to: sql`'/to-cong-tac/kiem-tra/' || i.inspection_id`,
  }),
}

const findings: Searched = {
  day: { vi: 'Ngày bắt đầu cuộc kiểm tra', en: 'Its inspection begins on' },
  states: ['open', 'overdue', 'done'],
  rows: ({ actor, today }) => ({
    from: sql`taskforce.finding f join taskforce.inspection i using (inspection_id)`,
    id: sql`f.finding_id`,
    written: sql`(f.fact || ' ' || f.nature || ' ' || f.evidence)`,
    folded: sql`f.searched`,
    foldedTitle: sql`left(f.searched, char_length(f.fact))`,
    // As in their list: what was sent. A draft is found within its inspection.
    seen: sql<boolean>`(f.state not in ('draft', 'dropped') and ${seesFinding(actor)})`,
    day: sql`i.from_on`,
    state: sql`(case when f.state = 'confirmed' then 'done' when f.remedy_by < ${today}::date then 'overdue' else 'open' end)`,
    ofAgencies: (ids) => sql<boolean>`(f.responsible_id = any(${ids}) or i.agency_id = any(${ids}))`,
    title: sql`f.fact`,
    detail: sql`concat_ws(' · ', i.title, (select a.name from registry.agency_latest a where a.agency_id = f.responsible_id))`,
    content: sql`(f.nature || ' · ' || f.evidence)`,
    to: sql`'/to-cong-tac/kiem-tra/' || f.inspection_id || '?finding=' || f.finding_id`,
  }),
}

const forces: Searched = {
  day: { vi: 'Ngày bắt đầu hoạt động', en: 'In force from' },
  states: ['open', 'ended'],
  isFor: isOffice,
  rows: ({ today }) => ({
    from: sql`taskforce.task_force g`,
    id: sql`g.task_force_id`,
    written: sql`(g.name || ' ' || g.act || ' ' || g.scope)`,
    folded: sql`g.searched`,
    foldedTitle: sql`left(g.searched, char_length(g.name))`,
    seen: sql`true`,
    day: sql`g.from_on`,
    state: sql`(case when g.to_on < ${today}::date then 'ended' else 'open' end)`,
    // Its standing agency, or one that a member follows or followed.
    ofAgencies: (ids) => sql<boolean>`(g.standing_agency_id = any(${ids}) or exists (
      select from taskforce.member m join taskforce.area o using (member_id)
      where m.task_force_id = g.task_force_id and o.agency_id = any(${ids})))`,
    title: sql`g.name`,
    detail: sql`concat_ws(' · ', g.act, (select a.name from registry.agency_latest a where a.agency_id = g.standing_agency_id))`,
    content: sql`g.scope`,
    to: sql`'/to-cong-tac/' || g.task_force_id`,
  }),
}

const all = (tab: string) => (words: string) => `/to-cong-tac?tab=${tab}&search=${encodeURIComponent(words)}`
const finder = (head: Pick<Finder, 'kind' | 'vi' | 'en' | 'all'>, searched: Searched): Finder => ({
  ...head,
  find: ({ db, actor, words, limit, today }) =>
    firstHits(reading<TaskforceDb>(db), { actor, today, searched }, words, limit),
  searched,
})

/** Recommendations, inspections, findings and task forces by their words. */
export const taskforceFinders: readonly Finder[] = [
  finder(
    { kind: 'recommendation', vi: 'Kiến nghị', en: 'Recommendations', all: all('recommendations') },
    recommendations,
  ),
  finder({ kind: 'inspection', vi: 'Cuộc kiểm tra', en: 'Inspections', all: all('inspections') }, inspections),
  finder({ kind: 'finding', vi: 'Phát hiện', en: 'Findings', all: all('findings') }, findings),
  finder({ kind: 'taskForce', vi: 'Tổ công tác', en: 'Task forces' }, forces),
]
