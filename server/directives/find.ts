import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Finder, holdsTyped, namesTyped, type SearchHit } from '../platform/search.ts'
import { directivesSeen } from './access.ts'
import type { DirectivesDb } from './db.ts'

/** The searched text of a row of `directives.directive`: the expression of `directive_search_idx` (0026_directive_search.sql). */
export const SEARCHED = sql`platform.fold(coalesce(number, '') || ' ' || coalesce(type, '') || ' ' || coalesce(subject, '')
  || ' ' || coalesce(issuer, '') || ' ' || file_name)`

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
}
