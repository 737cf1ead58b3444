import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { holdsTyped, namesTyped } from '../platform/search.ts'
import type { Searched, SearchHit } from '../platform/search-page.ts'
import { directivesSeen } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { hasPartOf } from './store.ts'

/** The searched text of a row of `directives.directive`: the expression of `directive_search_idx` (0026_directive_search.sql). */
export const SEARCHED = sql<string>`platform.fold(coalesce(number, '') || ' ' || coalesce(type, '') || ' ' || coalesce(subject, '')
  || ' ' || coalesce(issuer, '') || ' ' || file_name)`

const searched: Searched = {
  day: { vi: 'Ngày ban hành', en: 'Issued on' },
  states: ['draft', 'done'],
  rows: ({ actor }) => ({
    from: sql`directives.directive d`,
    id: sql`d.directive_id`,
    written: sql`(coalesce(d.number, '') || ' ' || coalesce(d.subject, '') || ' ' || d.file_name)`,
    folded: SEARCHED,
    seen: sql<boolean>`(d.state <> 'dropped' and ${directivesSeen(actor, 'd')})`,
    day: sql`d.issued_on`,
    // `directive_found_idx` (0096_directive_found.sql).
    order: sql`coalesce(d.issued_on, '-infinity'::date)`,
    state: sql`(case d.state when 'confirmed' then 'done' else 'draft' end)`,
    // Who issued it, or who has a task of it.
    ofAgencies: (ids) => sql<boolean>`(d.issuer_agency_id = any(${ids}) or ${hasPartOf(sql`d.directive_id`, ids)})`,
    title: sql`coalesce(d.subject, d.file_name)`,
    detail: sql`nullif(concat_ws(' · ', d.number, d.issuer), '')`,
    content: sql`d.file_name`,
    to: sql`'/van-ban/' || d.directive_id`,
  }),
}

/** Directives by number, type, subject, issuer and file; an officer finds confirmed ones with a task of a visible agency. */
export const directiveFinder: Finder = {
  kind: 'directive',
  vi: 'Văn bản',
  en: 'Directives',
  all: (words) => `/van-ban?search=${encodeURIComponent(words)}`,
  async find({ db, actor, words, limit }) {
    const { rows } = await sql<SearchHit>`
      select coalesce(d.subject, d.file_name) as title, nullif(concat_ws(' · ', d.number, d.issuer), '') as detail,
             '/van-ban/' || d.directive_id as "to"
      from directives.directive d
      where ${holdsTyped(SEARCHED, words)} and d.state <> 'dropped' and ${directivesSeen(actor, 'd')}
      order by ${namesTyped(SEARCHED, words)} desc, d.directive_id desc limit ${limit}`.execute(
      reading<DirectivesDb>(db),
    )
    return rows
  },
  searched,
}
