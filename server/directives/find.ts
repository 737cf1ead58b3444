import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { holdsTyped, placeOf } from '../platform/search.ts'
import { firstHits, type Searched } from '../platform/search-page.ts'
import { directivesSeen, readsWhole } from './access.ts'
import type { DirectivesDb } from './db.ts'
import { hasPartOf } from './store.ts'

/** Number, type, subject, issuer and file of a row of `directives.directive`, folded. */
export const SEARCHED = sql<string>`searched`

/** As much of a text as the excerpt is chosen from. */
const AROUND = 1500

const searched: Searched = {
  day: { vi: 'Ngày ban hành', en: 'Issued on' },
  states: ['draft', 'done'],
  rows: ({ actor, words }) => ({
    from: sql`directives.directive d`,
    id: sql`d.directive_id`,
    written: sql`(coalesce(d.number, '') || ' ' || coalesce(d.subject, '') || ' ' || d.file_name)`,
    folded: sql`d.searched`,
    foldedTitle: sql`d.searched`,
    // The directive itself, or its text; two indexes, one after the other.
    holds: (typed) => sql<boolean>`d.directive_id in (
      select o.directive_id from directives.directive o where ${holdsTyped(sql`o.searched`, typed)}
      union
      select r.directive_id from directives.reading r where ${holdsTyped(sql`r.searched`, typed)} and ${readsWhole(actor)})`,
    seen: sql<boolean>`(d.state <> 'dropped' and ${directivesSeen(actor, 'd')})`,
    day: sql`d.issued_on`,
    // `directive_found_idx` (0096_directive_found.sql).
    order: sql`coalesce(d.issued_on, '-infinity'::date)`,
    state: sql`(case d.state when 'confirmed' then 'done' else 'draft' end)`,
    // Who issued it, or who has a task of it.
    ofAgencies: (ids) => sql<boolean>`(d.issuer_agency_id = any(${ids}) or ${hasPartOf(sql`d.directive_id`, ids)})`,
    title: sql`coalesce(d.subject, d.file_name)`,
    detail: sql`nullif(concat_ws(' · ', d.number, d.issuer), '')`,
    // Around the first place only: a text may have hundreds of pages. Folding moves a place by a few letters at most.
    content: sql`coalesce(
      (select substr(regexp_replace(r.reading ->> 'text', '\\s+', ' ', 'g'),
          greatest(${placeOf(sql`r.searched`, words)} - ${sql.lit(AROUND)}, 1), ${sql.lit(2 * AROUND)})
        from directives.reading r
        where r.directive_id = d.directive_id and not ${holdsTyped(sql`d.searched`, words)} and ${readsWhole(actor)}),
      d.file_name)`,
    to: sql`'/van-ban/' || d.directive_id`,
  }),
}

/** Directives by number, type, subject, issuer, file and text; an officer finds confirmed ones with a task of a visible agency. */
export const directiveFinder: Finder = {
  kind: 'directive',
  vi: 'Văn bản',
  en: 'Directives',
  all: (words) => `/van-ban?search=${encodeURIComponent(words)}`,
  find: ({ db, actor, words, limit, today }) =>
    firstHits(reading<DirectivesDb>(db), { actor, today, searched }, words, limit),
  searched,
}
