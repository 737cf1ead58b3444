import { sql, type Transaction } from 'kysely'
import type { RegistryDb } from './db.ts'
import type { AgencyKind } from './shapes.ts'

type Trx = Transaction<RegistryDb>

/** A stored period of an agency: `to` is the first day that no longer belongs to it, null: it is still open. */
export interface Period {
  name: string
  nameEn: string | null
  abbreviation: string | null
  kind: AgencyKind
  parentId: number | null
  position: number
  from: string | null
  to: string | null
  source: string
  confidence: 'verified' | 'memory'
}

export interface KeptAgency {
  id: number
  version: number
  changedAt: string
  changedBy: string
  /** In order of time; never empty. */
  periods: Period[]
}

export async function lockAgency(trx: Trx, id: number): Promise<KeptAgency | undefined> {
  const agency = await trx
    .selectFrom('registry.agency')
    .select(['agency_id as id', 'version', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('agency_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return agency && { ...agency, periods: await periodsOf(trx, id) }
}

async function periodsOf(trx: Trx, id: number): Promise<Period[]> {
  const rows = await trx
    .selectFrom('registry.agency_period as p')
    .select([
      'name',
      'name_en as nameEn',
      'abbreviation',
      'kind',
      'parent_id as parentId',
      'position',
      sql<string | null>`lower(p.valid)`.as('from'),
      sql<string | null>`upper(p.valid)`.as('to'),
      'source',
      'confidence',
    ])
    .where('agency_id', '=', id)
    .orderBy('valid')
    .execute()
  return rows as Period[]
}

export async function insertAgency(trx: Trx, slug: string, foundedOn: string, by: string): Promise<number> {
  const { id } = await trx
    .insertInto('registry.agency')
    .values({ slug, founded_on: foundedOn, changed_by: by })
    .returning('agency_id as id')
    .executeTakeFirstOrThrow()
  return id
}

/** The slug itself, or with a number appended if another agency has it. */
export async function freeSlug(trx: Trx, wanted: string): Promise<string> {
  const rows = await trx
    .selectFrom('registry.agency')
    .select('slug')
    .where(sql<boolean>`slug = ${wanted} or slug like ${`${wanted}-%`}`)
    .execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  let free = wanted
  for (let number = 2; taken.has(free); number++) free = `${wanted}-${number}`
  return free
}

const range = (from: string | null, to: string | null) => sql<string>`daterange(${from}::date, ${to}::date)`

export async function insertPeriod(trx: Trx, id: number, period: Period): Promise<void> {
  const { nameEn, parentId, from, to, ...rest } = period
  await trx
    .insertInto('registry.agency_period')
    .values({ agency_id: id, ...rest, name_en: nameEn, parent_id: parentId, valid: range(from, to) })
    .execute()
}

/** Replaces the period that begins on `begins`. */
export async function savePeriod(trx: Trx, id: number, begins: string | null, period: Period): Promise<void> {
  const { nameEn, parentId, from, to, ...rest } = period
  await trx
    .updateTable('registry.agency_period')
    .set({ ...rest, name_en: nameEn, parent_id: parentId, valid: range(from, to) })
    .where('agency_id', '=', id)
    .where(sql<boolean>`lower(valid) is not distinct from ${begins}::date`)
    .execute()
}

export async function bumpAgency(trx: Trx, id: number, by: string): Promise<number> {
  const { version } = await trx
    .updateTable('registry.agency')
    .set((row) => ({ version: row('version', '+', 1), changed_at: sql<string>`now()`, changed_by: by }))
    .where('agency_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Whether the agency exists on every day from one day to (not including) another; null: forever. */
export async function isThere(trx: Trx, id: number, from: string | null, to: string | null): Promise<boolean> {
  const found = await trx
    .selectFrom('registry.agency_period')
    .select(sql<boolean>`coalesce(range_agg(valid) @> ${range(from, to)}, false)`.as('isThere'))
    .where('agency_id', '=', id)
    .executeTakeFirstOrThrow()
  return found.isThere
}

/** Whether an agency is, by any number of steps, under another on some day of the period. */
export async function standsUnder(trx: Trx, id: number, other: number, period: Period): Promise<boolean> {
  const { rows } = await sql`
    with recursive above as (
      select ${id}::bigint as agency_id, ${range(period.from, period.to)} as valid
      union
      select p.parent_id, p.valid * a.valid
      from registry.agency_period p join above a on p.agency_id = a.agency_id and p.valid && a.valid
      where p.parent_id is not null
    )
    select 1 from above where agency_id = ${other}::bigint limit 1`.execute(trx)
  return rows.length > 0
}

/** The agency as named on a day, or as last known. */
export async function nameOn(trx: Trx, id: number, day: string): Promise<string> {
  const found = await trx
    .selectFrom('registry.agency_period')
    .select('name')
    .where('agency_id', '=', id)
    .orderBy(sql`valid @> ${day}::date`, 'desc')
    .orderBy('valid', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.name ?? ''
}

export interface Neighbour {
  id: number
  name: string
}

/**
 * Another agency in the same place with the same name at some time in the period. Concurrent callers wait for this
 * transaction, so that two people who found the same agency at the same time do not create two.
 */
export async function namesake(trx: Trx, id: number | null, period: Period): Promise<Neighbour | undefined> {
  await sql`select pg_advisory_xact_lock(7111, 3)`.execute(trx)
  return trx
    .selectFrom('registry.agency_period')
    .select(['agency_id as id', 'name'])
    .where(sql<boolean>`platform.fold(name) = platform.fold(${period.name}) and valid && ${range(period.from, period.to)}
      and parent_id is not distinct from ${period.parentId}::bigint and agency_id is distinct from ${id}::bigint`)
    .limit(1)
    .executeTakeFirst()
}

/** Those that are under the agency on or after a day. */
export async function unitsFrom(trx: Trx, id: number, day: string): Promise<Neighbour[]> {
  return trx
    .selectFrom('registry.agency_period')
    .select(['agency_id as id', sql<string>`max(name)`.as('name')])
    .where('parent_id', '=', id)
    .where(sql<boolean>`valid && ${range(day, null)}`)
    .groupBy('agency_id')
    .orderBy('agency_id')
    .execute()
}

/** The place after the last of the same sort under the same agency. */
export async function lastPosition(trx: Trx, kind: AgencyKind, parentId: number | null): Promise<number> {
  const { last } = await trx
    .selectFrom('registry.agency_period')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('kind', '=', kind)
    .where(sql<boolean>`parent_id is not distinct from ${parentId}::bigint`)
    .executeTakeFirstOrThrow()
  return last + 1
}

/** Codes end with their agency; those that would begin later are withdrawn. */
export async function endCodes(trx: Trx, id: number, day: string): Promise<void> {
  await trx
    .deleteFrom('registry.agency_code')
    .where('agency_id', '=', id)
    .where(sql<boolean>`lower(valid) >= ${day}::date`)
    .execute()
  await trx
    .updateTable('registry.agency_code')
    .set({ valid: sql<string>`daterange(lower(valid), ${day}::date)` })
    .where('agency_id', '=', id)
    .where(sql<boolean>`valid @> ${day}::date`)
    .execute()
}

export interface Code {
  scheme: 'qcvn102' | 'qd20' | 'nso'
  code: string
  from: string | null
  to: string | null
  source: string
  confidence: 'verified' | 'memory'
}

export async function insertCode(trx: Trx, id: number, { from, to, ...code }: Code): Promise<void> {
  await trx
    .insertInto('registry.agency_code')
    .values({ agency_id: id, ...code, valid: range(from, to) })
    .execute()
}

/** Who holds a code at some time in the period. */
export async function holderOf(trx: Trx, { scheme, code, from, to }: Code): Promise<Neighbour | undefined> {
  return trx
    .selectFrom('registry.agency_code as c')
    .innerJoin('registry.agency_latest as a', 'a.agency_id', 'c.agency_id')
    .select(['c.agency_id as id', sql<string>`a.name`.as('name')])
    .where('scheme', '=', scheme)
    .where('code', '=', code)
    .where(sql<boolean>`c.valid && ${range(from, to)}`)
    .limit(1)
    .executeTakeFirst()
}

/** The code as the agency has it on the day before the given one. */
export async function heldCode(
  trx: Trx,
  id: number,
  scheme: string,
  code: string,
  day: string,
): Promise<Code | undefined> {
  return trx
    .selectFrom('registry.agency_code as c')
    .select([
      'scheme',
      'code',
      sql<string | null>`lower(c.valid)`.as('from'),
      sql<string | null>`upper(c.valid)`.as('to'),
      'source',
      'confidence',
    ])
    .where('agency_id', '=', id)
    .where('code', '=', code)
    .where(sql<boolean>`scheme = ${scheme} and c.valid @> (${day}::date - 1)`)
    .executeTakeFirst()
}

export async function endCode(trx: Trx, id: number, { scheme, code, from }: Code, day: string): Promise<void> {
  await trx
    .updateTable('registry.agency_code')
    .set({ valid: range(from, day) })
    .where('agency_id', '=', id)
    .where('scheme', '=', scheme)
    .where('code', '=', code)
    .where(sql<boolean>`lower(valid) is not distinct from ${from}::date`)
    .execute()
}

export async function insertAlias(trx: Trx, id: number, alias: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await trx
    .insertInto('registry.agency_alias')
    .values({ agency_id: id, alias })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return inserted !== 0n
}

export async function deleteAlias(trx: Trx, id: number, alias: string): Promise<boolean> {
  const { numDeletedRows: deleted } = await trx
    .deleteFrom('registry.agency_alias')
    .where('agency_id', '=', id)
    .where('alias', '=', alias)
    .executeTakeFirstOrThrow()
  return deleted > 0n
}
