import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { hasRight } from '../platform/rights.ts'
import { type Finder, holdsWords, type SearchHit } from '../platform/search.ts'
import type { RegistryDb } from './db.ts'
import { mayAssignFollowing, seenPeople } from './person-access.ts'

/**
 * Agencies and units of today by their names of any day, abbreviation and other names; everyone may read the registry.
 */
const agencyFinder: Finder = {
  kind: 'agency',
  vi: 'Cơ quan, đơn vị',
  en: 'Agencies and units',
  all: (words) => `/co-quan?search=${encodeURIComponent(words)}`,
  async find({ db, words, limit, today }) {
    // Two indexes, one after the other: with `or` in one condition neither would be used (0027_registry_search.sql).
    const own = sql`platform.fold(c.name || ' ' || coalesce(c.abbreviation, '') || ' ' || coalesce(c.name_en, ''))`
    const { rows } = await sql<SearchHit>`
      select c.name as title, coalesce(o.name, c.abbreviation) as detail, '/co-quan/' || c.agency_id as "to"
      from registry.agency_card c
      left join registry.agency_card o on o.agency_id = c.parent_id and o.valid @> ${today}::date
      where c.valid @> ${today}::date and c.agency_id in (
        select c.agency_id from registry.agency_card c where ${holdsWords(own, words)}
        union
        select s.agency_id from registry.agency_alias s where ${holdsWords(sql`platform.fold(s.alias)`, words)})
      order by c.kind = 'unit', c.position, c.agency_id limit ${limit}`.execute(reading<RegistryDb>(db))
    return rows
  },
}

/** People by name, for those who manage people or set whom a member of the Task Force follows. */
const personFinder: Finder = {
  kind: 'person',
  vi: 'Người dùng',
  en: 'People',
  all: (words) => `/nguoi-dung?search=${encodeURIComponent(words)}`,
  async find({ db, actor, words, limit }) {
    if (!hasRight(actor, 'people.keep') && !hasRight(actor, 'people.keepOwn') && !mayAssignFollowing(actor)) return []
    const { rows } = await sql<SearchHit>`
      select p.full_name as title, held.words as detail, '/nguoi-dung/' || p.person_id as "to"
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
}

export const registryFinders: readonly Finder[] = [agencyFinder, personFinder]
