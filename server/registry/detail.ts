import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { historyOf } from '../platform/audit.ts'
import type { Handle } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { mayAddUnit, mayKeep } from './agency-access.ts'
import type { AgencyHistory } from './agency-shapes.ts'
import type { RegistryDb } from './db.ts'
import type { Agency, AgencyDetail, Succession } from './shapes.ts'
import { findAgencyLatest, findAgencyOn } from './store.ts'

type Registry = Handle<RegistryDb>

/**
 * One agency: as it was on the day, or as last known if it did not exist then; with all its periods, codes, other
 * names, and the agencies before and after it. Throws `registry.no_such_agency`.
 */
export async function getAgencyDetail(db: Registry, actor: Actor, id: number, on: string): Promise<AgencyDetail> {
  const agency = (await findAgencyOn(db, id, on)) ?? (await findAgencyLatest(db, id))
  if (!agency) throw new NotFound('registry.no_such_agency', 'Không tìm thấy cơ quan này.')
  const [kept, periods, codes, aliases, links] = await Promise.all([
    keptOf(db, id),
    periodsOf(db, id),
    codesOf(db, id),
    aliasesOf(db, id),
    successionsOf(db, id),
  ])
  return {
    ...agency,
    ...kept,
    may: mayOf(actor, id, (await findAgencyLatest(db, id))!),
    aliases,
    periods,
    codes,
    predecessors: links.filter(({ newId, kind }) => newId === id && kind !== 'renamed'),
    successors: links.filter(({ oldId }) => oldId === id),
  }
}

function mayOf(actor: Actor, id: number, latest: Agency): AgencyDetail['may'] {
  const change = mayKeep(actor, latest)
  return {
    change,
    addUnit: mayAddUnit(actor, id),
    readHistory: change || hasRight(actor, 'audit.read'),
    readPeople: hasRight(actor, 'people.keep') || (hasRight(actor, 'people.keepOwn') && actor.own.includes(id)),
  }
}

async function keptOf(db: Registry, id: number) {
  return db
    .selectFrom('registry.agency as a')
    .innerJoin('registry.agency_latest as l', 'l.agency_id', 'a.agency_id')
    .select([
      'a.version',
      'a.changed_at as changedAt',
      'a.changed_by as changedBy',
      sql<number>`l.position`.as('position'),
    ])
    .where('a.agency_id', '=', id)
    .executeTakeFirstOrThrow()
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

/** Successions to and from an agency. */
async function successionsOf(db: Registry, id: number): Promise<Succession[]> {
  return successions(db)
    .where((where) => where.or([where('old_agency_id', '=', id), where('new_agency_id', '=', id)]))
    .execute() as Promise<Succession[]>
}

/** All that took effect after the first day, up to the second. */
export async function successionsBetween(db: Registry, from: string, to: string): Promise<Succession[]> {
  return successions(db).where('effective_on', '>', from).where('effective_on', '<=', to).execute() as Promise<
    Succession[]
  >
}

/** Each name as it was on the last day before, or the first day of, the succession. */
function successions(db: Registry) {
  const nameOn = (agency: string, day: string) => sql<string>`coalesce(
    (select c.name from registry.agency_card c where c.agency_id = ${sql.ref(agency)} and c.valid @> ${sql.raw(day)}),
    (select c.name from registry.agency_latest c where c.agency_id = ${sql.ref(agency)}))`
  return db
    .selectFrom('registry.succession as s')
    .select([
      'succession_id as id',
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
    .orderBy('effective_on')
    .orderBy(sql`s.kind <> 'main'`)
    .orderBy('succession_id')
}

/** Acts on an agency, latest first. */
export async function agencyHistory(db: Registry, id: number): Promise<AgencyHistory> {
  const entries = await historyOf(db, 'agency', id)
  return {
    entries: entries.reverse().map((entry) => ({
      at: entry.recordedAt,
      on: entry.happenedOn,
      by: entry.actorName,
      onBehalfOf: entry.onBehalfOfName,
      event: entry.event,
      source: sourceIn(entry.detail) ?? sourceIn(entry.after),
    })),
  }
}

function sourceIn(found: unknown): string | null {
  if (typeof found !== 'object' || found === null) return null
  if ('source' in found && typeof found.source === 'string') return found.source
  return 'reason' in found && typeof found.reason === 'string' ? found.reason : null
}
