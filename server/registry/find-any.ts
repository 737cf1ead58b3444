import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { reading } from '../platform/db.ts'
import type { Finder } from '../platform/finder.ts'
import { hasRight } from '../platform/rights.ts'
import { holdsWords, tierOf, tiersOf } from '../platform/search.ts'
import type { Searched, SearchHit } from '../platform/search-page.ts'
import type { RegistryDb } from './db.ts'
import { mayAssignFollowing, seenPeople } from './person-access.ts'

const OWN_NAMES = sql<string>`platform.fold(c.name || ' ' || coalesce(c.abbreviation, '') || ' ' || coalesce(c.name_en, ''))`

/** Since when it has borne its name; null where nobody knows. */
const NAMED_SINCE = sql<string | null>`(
  select case when bool_or(n.valid_from is null) then null else min(n.valid_from) end
  from registry.agency_card n
  where n.agency_id = c.agency_id and n.name = c.name and coalesce(n.valid_from, '-infinity') >= coalesce((
    select max(coalesce(o.valid_from, '-infinity')) from registry.agency_card o
    where o.agency_id = c.agency_id and o.name <> c.name and coalesce(o.valid_from, '-infinity') < coalesce(c.valid_from, '-infinity')
  ), '-infinity'))`

const OTHER_NAMES = sql<string | null>`(
  select string_agg(n.words, '; ') from (
    select n.name as words from registry.agency_card n where n.agency_id = c.agency_id and n.name <> c.name
    union
    select s.alias from registry.agency_alias s where s.agency_id = c.agency_id
    union
    select c.name_en
  ) n)`

const searchedAgencies: Searched = {
  day: { vi: 'Ngày bắt đầu mang tên này', en: 'Bears its name since' },
  states: ['open', 'ended'],
  rows: ({ today }) => ({
    from: sql`registry.agency_latest c`,
    id: sql`c.agency_id`,
    written: sql`c.name`,
    folded: OWN_NAMES,
    foldedTitle: sql`platform.fold(c.name)`,
    // By names of any day and other names; two indexes, one after the other.
    holds: (typed) => sql<boolean>`c.agency_id in (
      select c.agency_id from registry.agency_card c where ${holdsWords(OWN_NAMES, typed)}
      union
      select s.agency_id from registry.agency_alias s where ${holdsWords(sql`platform.fold(s.alias)`, typed)})`,
    seen: sql`true`,
    // A period begins too where something else of the agency changed.
    day: NAMED_SINCE,
    state: sql`(case when c.valid_to < ${today}::date then 'ended' else 'open' end)`,
    // The agency, and what is directly under it.
    ofAgencies: (ids) => sql<boolean>`(c.agency_id = any(${ids}) or c.parent_id = any(${ids}))`,
    // What it is found by besides its name of today.
    content: OTHER_NAMES,
    title: sql`c.name`,
    detail: sql`nullif(concat_ws(' · ', c.abbreviation, (select o.name from registry.agency_latest o where o.agency_id = c.parent_id),
      case when c.valid_to < ${today}::date then 'đến hết ngày ' || to_char(c.valid_to, 'DD/MM/YYYY') end), '')`,
    to: sql`'/co-quan/' || c.agency_id`,
  }),
}

/**
 * Agencies and units by their names of any day, abbreviation and other names, those of today before those that have ended;
 * everyone may read the registry.
 */
const agencyFinder: Finder = {
  kind: 'agency',
  vi: 'Cơ quan, đơn vị',
  en: 'Agencies and units',
  all: (words) => `/co-quan?search=${encodeURIComponent(words)}`,
  async find({ db, words, limit, today }) {
    // Two indexes, one after the other: with `or` in one condition neither would be used (0027_registry_search.sql).
    const own = OWN_NAMES
    // A single tier is a constant, which an order refuses.
    const tiers = tiersOf(sql`c.name`, own, words)
    const inOrder = tiers.length > 1 ? tiers.map((tier) => sql`${tier} desc`) : []
    const { rows } = await sql<SearchHit>`
      select c.name as title,
             case when c.valid_to <= ${today}::date then 'đến hết ngày ' || to_char(c.valid_to - 1, 'DD/MM/YYYY')
                  else coalesce(o.name, c.abbreviation) end as detail,
             '/co-quan/' || c.agency_id as "to", ${tierOf(sql`c.name`, own, words)} as tier
      from (
        select c.agency_id from registry.agency_card c where ${holdsWords(own, words)}
        union
        select s.agency_id from registry.agency_alias s where ${holdsWords(sql`platform.fold(s.alias)`, words)}
      ) f
      join lateral (
        select c.* from registry.agency_card c
        where c.agency_id = f.agency_id and (c.valid_from is null or c.valid_from <= ${today}::date)
        order by c.valid_from desc nulls last limit 1
      ) c on true
      left join registry.agency_card o on o.agency_id = c.parent_id and o.valid @> ${today}::date
      order by ${sql.join([...inOrder, sql`c.valid_to <= ${today}::date is true, c.kind = 'unit', c.position, c.agency_id`])}
      limit ${limit}`.execute(reading<RegistryDb>(db))
    return rows
  },
  searched: searchedAgencies,
}

/** Whether people are searched for the actor at all. */
const searchesPeople = (actor: Actor): boolean =>
  hasRight(actor, 'people.keep') || hasRight(actor, 'people.keepOwn') || mayAssignFollowing(actor)

const searchedPeople: Searched = {
  day: null,
  states: ['open', 'ended'],
  isFor: searchesPeople,
  rows: ({ actor, today }) => ({
    from: sql`registry.person p`,
    id: sql`p.person_id`,
    written: sql`p.full_name`,
    folded: sql`platform.fold(p.full_name)`,
    holds: (typed) => holdsWords(sql`platform.fold(p.full_name)`, typed),
    seen: seenPeople(actor),
    day: sql`null::date`,
    // In office on the day, or not.
    state: sql`(case when exists (select from registry.post o where o.person_id = p.person_id and o.valid @> ${today}::date)
      then 'open' else 'ended' end)`,
    ofAgencies: (ids) => sql<boolean>`exists (
      select from registry.post o where o.person_id = p.person_id and o.agency_id = any(${ids}) and o.valid @> ${today}::date)`,
    join: sql`left join lateral (
      select o.title || ', ' || (select a.name from registry.agency_latest a where a.agency_id = o.agency_id) as words
      from registry.post o where o.person_id = p.person_id order by o.valid desc limit 1
    ) held on true`,
    title: sql`p.full_name`,
    detail: sql`held.words`,
    to: sql`'/nguoi-dung/' || p.person_id`,
  }),
}

/** People by name, for those who manage people or set whom a member of the Task Force follows. */
const personFinder: Finder = {
  kind: 'person',
  vi: 'Người dùng',
  en: 'People',
  all: (words) => `/nguoi-dung?search=${encodeURIComponent(words)}`,
  async find({ db, actor, words, limit }) {
    if (!searchesPeople(actor)) return []
    const { rows } = await sql<SearchHit>`
      select p.full_name as title, held.words as detail, '/nguoi-dung/' || p.person_id as "to",
             ${tierOf(sql`p.full_name`, sql`platform.fold(p.full_name)`, words)} as tier
      from registry.person p
      left join lateral (
        select o.title || ', ' || a.name as words
        from registry.post o join registry.agency_latest a using (agency_id)
        where o.person_id = p.person_id order by o.valid desc limit 1
      ) held on true
      where ${holdsWords(sql`platform.fold(p.full_name)`, words)} and ${seenPeople(actor)}
      order by p.full_name collate "vi-x-icu", p.person_id limit ${limit}`.execute(reading<RegistryDb>(db))
    return rows
  },
  searched: searchedPeople,
}

export const registryFinders: readonly Finder[] = [agencyFinder, personFinder]
