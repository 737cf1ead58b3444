import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { holdsTyped, namesTyped, tierOf } from '../platform/search.ts'
import type { Searched, SearchHit } from '../platform/search-page.ts'
import type { RecordsDb } from './db.ts'
import { OUTGOING_SEARCHED, textsWith } from './outgoing-lists.ts'
import { seesOutgoing } from './sight.ts'
import { tsqueryOf } from './words.ts'

const WRITTEN = sql<string>`(coalesce(o.notation, '') || ' ' || o.about)`

/** The document itself, or its text; two indexes, one after the other. */
const holds = (typed: string) => {
  const query = tsqueryOf(typed)
  const inHead = holdsTyped(OUTGOING_SEARCHED, typed)
  if (query === null) return inHead
  return sql<boolean>`o.outgoing_id in (
    select w.outgoing_id from (select o.outgoing_id from records.outgoing o where ${inHead}) w union ${textsWith(query)})`
}

const searched: Searched = {
  day: { vi: 'Ngày ký, dự thảo: ngày sửa', en: 'Signed on; of a draft, the day it was changed' },
  states: ['draft', 'open', 'done', 'ended'],
  isFor: ({ personId }) => personId !== null,
  rows: ({ actor }) => ({
    from: sql`records.outgoing o`,
    id: sql`o.outgoing_id`,
    written: WRITTEN,
    folded: OUTGOING_SEARCHED,
    holds,
    seen: sql<boolean>`(o.state <> 'dropped' and ${seesOutgoing(actor)})`,
    day: sql`coalesce(o.dated_on, (o.changed_at at time zone 'Asia/Ho_Chi_Minh')::date)`,
    state: sql`(case when o.signed_at is null then 'draft' when o.state in ('signed', 'sealed') then 'open'
      when o.state = 'issued' then 'done' else 'ended' end)`,
    ofAgencies: (ids) => sql<boolean>`(o.agency_id = any(${ids}) or o.unit_id = any(${ids}))`,
    title: sql`o.about`,
    detail: sql`concat_ws(' · ', o.notation, (select u.name from registry.agency_latest u where u.agency_id = o.unit_id))`,
    to: sql`'/van-ban-di/' || o.outgoing_id`,
  }),
}

/** Outgoing documents by notation, subject and text; dropped drafts are left out. */
export const outgoingFinder: Finder = {
  kind: 'outgoing',
  vi: 'Văn bản đi',
  en: 'Outgoing documents',
  async find({ db, actor, words, limit }) {
    if (searched.isFor?.(actor) === false) return []
    const { rows } = await sql<SearchHit>`
      select o.about as title, o.notation as detail, '/van-ban-di/' || o.outgoing_id as "to",
             ${tierOf(WRITTEN, OUTGOING_SEARCHED, words)} as tier
      from records.outgoing o
      where ${holds(words)} and o.state <> 'dropped' and ${seesOutgoing(actor)}
      order by ${namesTyped(OUTGOING_SEARCHED, words)} desc, o.outgoing_id desc limit ${limit}`.execute(
      reading<RecordsDb>(db),
    )
    return rows
  },
  searched,
}
