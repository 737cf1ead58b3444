import { sql } from 'kysely'
import type { Handle } from '../platform/db.ts'
import { holdsWords } from '../platform/search.ts'
import type { RegistryDb } from './db.ts'
import type { Agency, AgencyKind } from './shapes.ts'

type Registry = Handle<RegistryDb>

const CARD = [
  'agency_id as id',
  'slug',
  'name',
  'name_en as nameEn',
  'abbreviation',
  'kind',
  'parent_id as parentId',
  'valid_from as validFrom',
  'valid_to as validTo',
] as const

export interface AgencyFilter {
  on: string
  kind?: AgencyKind
  parentId?: number
  search?: string
}

/** Agencies of a day, in protocol order. `search` looks in name, abbreviation and other names, ignoring diacritics. */
export async function listAgencies(db: Registry, { on, kind, parentId, search }: AgencyFilter): Promise<Agency[]> {
  let query = db.selectFrom('registry.agency_card as c').select(CARD).where(sql<boolean>`c.valid @> ${on}::date`)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (parentId !== undefined) query = query.where('parent_id', '=', parentId)
  if (search !== undefined) {
    const own = sql`platform.fold(c.name || ' ' || coalesce(c.abbreviation, '') || ' ' || coalesce(c.name_en, ''))`
    query = query.where(sql<boolean>`(${holdsWords(own, search)} or exists (
      select from registry.agency_alias s
      where s.agency_id = c.agency_id and ${holdsWords(sql`platform.fold(s.alias)`, search)}))`)
  }
  return (await query.orderBy('position').orderBy('agency_id').execute()) as Agency[]
}

/** Days on which agencies passed over or were renamed, with how many did; units within an agency left out. */
export async function turnsOf(db: Registry): Promise<{ on: string; agencies: number }[]> {
  return db
    .selectFrom('registry.succession')
    .select(['effective_on as on', sql<number>`count(distinct old_agency_id)`.as('agencies')])
    .where(sql<boolean>`exists (
      select from registry.agency_period p
      where p.agency_id = old_agency_id and p.kind <> 'unit' and p.valid @> effective_on - 1)`)
    .groupBy('effective_on')
    .orderBy('effective_on')
    .execute()
}

/** The agency as it was on a day; undefined if it did not exist then. */
export async function findAgencyOn(db: Registry, id: number, on: string): Promise<Agency | undefined> {
  return (await db
    .selectFrom('registry.agency_card as c')
    .select(CARD)
    .where('agency_id', '=', id)
    .where(sql<boolean>`c.valid @> ${on}::date`)
    .executeTakeFirst()) as Agency | undefined
}

/** The agency as last known. */
export async function findAgencyLatest(db: Registry, id: number): Promise<Agency | undefined> {
  return (await db.selectFrom('registry.agency_latest').select(CARD).where('agency_id', '=', id).executeTakeFirst()) as
    | Agency
    | undefined
}

/** One way an agency was written over one period. */
export interface NameRow {
  id: number
  slug: string
  name: string
  abbreviation: string | null
  kind: AgencyKind
  parentId: number | null
  position: number
  /** Whether the period includes the day in question. */
  isThere: boolean
  validFrom: string | null
  validTo: string | null
  aliases: string[]
}

/** Every period of every agency with its other names: a few hundred rows, matched in memory. */
export async function namesOn(db: Registry, on: string | null): Promise<NameRow[]> {
  const rows = await db
    .selectFrom('registry.agency_card as c')
    .select([
      'agency_id as id',
      'slug',
      'name',
      'abbreviation',
      'kind',
      'parent_id as parentId',
      'position',
      'valid_from as validFrom',
      'valid_to as validTo',
      sql<boolean>`${on}::date is null or c.valid @> ${on}::date`.as('isThere'),
      sql<
        string[]
      >`array(select s.alias from registry.agency_alias s where s.agency_id = c.agency_id order by s.alias)`.as(
        'aliases',
      ),
    ])
    .orderBy('position')
    .orderBy('agency_id')
    .orderBy(sql`c.valid desc`)
    .execute()
  return rows as NameRow[]
}

export interface CodeHolder {
  id: number
  scheme: string
  validFrom: string | null
  validTo: string | null
}

/** Who has a code on a day, under any scheme; without a day, everyone who ever had it. */
export async function holdersOf(db: Registry, code: string, on: string | null): Promise<CodeHolder[]> {
  return db
    .selectFrom('registry.agency_code as c')
    .select([
      'agency_id as id',
      'scheme',
      sql<string | null>`lower(c.valid)`.as('validFrom'),
      sql<string | null>`upper(c.valid) - 1`.as('validTo'),
    ])
    .where('code', '=', code)
    .where(sql<boolean>`(${on}::date is null or c.valid @> ${on}::date)`)
    .orderBy('scheme')
    .orderBy(sql`c.valid`)
    .execute()
}

export interface Passage {
  oldId: number
  newId: number
  kind: string
  effectiveOn: string
}

/** Successions without renamings: a renamed agency stays the same. */
export async function passages(db: Registry): Promise<Passage[]> {
  const rows = await db
    .selectFrom('registry.succession')
    .select(['old_agency_id as oldId', 'new_agency_id as newId', 'kind', 'effective_on as effectiveOn'])
    .where('kind', 'in', ['main', 'partial'])
    .orderBy('effective_on')
    .orderBy(sql`kind <> 'main'`)
    .orderBy('succession_id')
    .execute()
  return rows.flatMap((row) => (row.newId === null ? [] : [{ ...row, newId: row.newId }]))
}

export interface CollectiveRow {
  phrase: string
  kinds: string[]
  parentId: number | null
  isOfIssuer: boolean
  isPart: boolean
}

export async function collectives(db: Registry): Promise<CollectiveRow[]> {
  return db
    .selectFrom('registry.collective')
    .select(['phrase', 'kinds', 'parent_id as parentId', 'is_of_issuer as isOfIssuer', 'is_part as isPart'])
    .orderBy('collective_id')
    .execute()
}
