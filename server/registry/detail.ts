import { sql } from 'kysely'
import type { Handle } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { RegistryDb } from './db.ts'
import type { AgencyDetail, Succession } from './shapes.ts'
import { findAgencyLatest, findAgencyOn } from './store.ts'

type Registry = Handle<RegistryDb>

/**
 * One body: as it was on the day, or as last known where it was not there that day; with all its periods, codes, other
 * names, and the bodies before and after it. Throws `registry.no_such_agency`.
 */
export async function getAgencyDetail(db: Registry, id: number, on: string): Promise<AgencyDetail> {
  const agency = (await findAgencyOn(db, id, on)) ?? (await findAgencyLatest(db, id))
  if (!agency) throw new NotFound('registry.no_such_agency', 'Không tìm thấy cơ quan này.')
  const [periods, codes, aliases, links] = await Promise.all([
    periodsOf(db, id),
    codesOf(db, id),
    aliasesOf(db, id),
    successionsOf(db, id),
  ])
  return {
    ...agency,
    aliases,
    periods,
    codes,
    predecessors: links.filter(({ newId, kind }) => newId === id && kind !== 'renamed'),
    successors: links.filter(({ oldId }) => oldId === id),
  }
}

async function periodsOf(db: Registry, id: number): Promise<AgencyDetail['periods']> {
  const rows = await db
    .selectFrom('registry.agency_period as p')
    .select([
      'name',
      'name_en as nameEn',
      'abbreviation',
      'kind',
      'parent_id as parentId',
      sql<string | null>`(
        select c.name from registry.agency_card c
        where c.agency_id = p.parent_id and c.valid && p.valid order by c.valid desc limit 1)`.as('parentName'),
      sql<string | null>`lower(p.valid)`.as('validFrom'),
      sql<string | null>`upper(p.valid) - 1`.as('validTo'),
      'source',
      'confidence',
    ])
    .where('agency_id', '=', id)
    .orderBy('valid')
    .execute()
  return rows as AgencyDetail['periods']
}

async function codesOf(db: Registry, id: number): Promise<AgencyDetail['codes']> {
  const rows = await db
    .selectFrom('registry.agency_code as c')
    .select([
      'scheme',
      'code',
      sql<string | null>`lower(c.valid)`.as('validFrom'),
      sql<string | null>`upper(c.valid) - 1`.as('validTo'),
      'source',
      'confidence',
    ])
    .where('agency_id', '=', id)
    .orderBy('scheme')
    .orderBy('valid')
    .execute()
  return rows as AgencyDetail['codes']
}

async function aliasesOf(db: Registry, id: number): Promise<string[]> {
  const rows = await db
    .selectFrom('registry.agency_alias')
    .select('alias')
    .where('agency_id', '=', id)
    .orderBy('alias')
    .execute()
  return rows.map(({ alias }) => alias)
}

/** Links to and from a body, each name as it was on the last day before, or the first day of, the passage. */
async function successionsOf(db: Registry, id: number): Promise<Succession[]> {
  const nameOn = (agency: string, day: string) => sql<string>`coalesce(
    (select c.name from registry.agency_card c where c.agency_id = ${sql.ref(agency)} and c.valid @> ${sql.raw(day)}),
    (select c.name from registry.agency_latest c where c.agency_id = ${sql.ref(agency)}))`
  const rows = await db
    .selectFrom('registry.succession as s')
    .select([
      's.kind',
      'old_agency_id as oldId',
      nameOn('s.old_agency_id', 's.effective_on - 1').as('oldName'),
      'new_agency_id as newId',
      nameOn('s.new_agency_id', 's.effective_on').as('newName'),
      'subject',
      'effective_on as effectiveOn',
      'source',
      'confidence',
    ])
    .where((where) => where.or([where('old_agency_id', '=', id), where('new_agency_id', '=', id)]))
    .orderBy('effective_on')
    .orderBy(sql`s.kind <> 'main'`)
    .orderBy('succession_id')
    .execute()
  return rows as Succession[]
}
