import type { Transaction } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import type { AskWithin } from '../platform/change.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { type KeptAgency, lockAgency, type Period } from './agency-rows.ts'
import type { RegistryDb } from './db.ts'
import type { AgencyKind } from './shapes.ts'
import { findAgencyLatest } from './store.ts'

/**
 * Who manages what: `registry.keep` every agency and unit; `people.keepOwn` the units under the own agency, which it
 * may add, rename, move within it and end, and nothing else.
 */

type Doer = Actor | SystemActor

/**
 * Locks the agency and returns it with its periods. 404 if there is none, 403 if the actor may not change it, 409 if
 * stale.
 */
export async function agencyToKeep(
  trx: Transaction<RegistryDb>,
  { actor, id, version }: AskWithin,
): Promise<KeptAgency> {
  const agency = await lockAgency(trx, id)
  if (!agency) throw new NotFound('registry.no_such_agency', 'Không tìm thấy cơ quan này.')
  if (!mayKeep(actor, agency.periods.at(-1))) throw notAllowed()
  if (version !== undefined) checkVersion(version, agency.version, { by: agency.changedBy, at: agency.changedAt })
  return agency
}

/** Throws 403 unless the actor may put such an agency in that place. */
export function toPlace(actor: Doer, place: { kind: AgencyKind; parentId: number | null }): void {
  if (!mayKeep(actor, place)) throw notAllowed()
}

export function mayKeep(actor: Doer, place: Pick<Period, 'kind' | 'parentId'> | undefined): boolean {
  if ('system' in actor || hasRight(actor, 'registry.keep')) return true
  return place?.kind === 'unit' && place.parentId !== null && mayAddUnit(actor, place.parentId)
}

/** The history of an agency's changes is for those who manage it and those who read the log. */
export async function toReadHistory(db: Handle<RegistryDb>, actor: Actor, id: number): Promise<void> {
  const agency = await findAgencyLatest(db, id)
  if (!agency) throw new NotFound('registry.no_such_agency', 'Không tìm thấy cơ quan này.')
  if (!mayKeep(actor, agency) && !hasRight(actor, 'audit.read')) throw notAllowed()
}

/** Whether units may be added under this agency. */
export function mayAddUnit(actor: Doer, parentId: number): boolean {
  if ('system' in actor || hasRight(actor, 'registry.keep')) return true
  return hasRight(actor, 'people.keepOwn') && actor.own.includes(parentId)
}

function notAllowed(): Forbidden {
  return new Forbidden(
    'registry.may_not_keep',
    'Danh mục cơ quan do quản trị viên giữ; đầu mối của một cơ quan chỉ sửa các đơn vị thuộc cơ quan mình.',
  )
}

/** Of these agencies the ones the actor may change, each with its version, as an act on it must name it. */
export async function agenciesToKeep(
  db: AnyHandle,
  actor: Actor,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await reading<RegistryDb>(db)
    .selectFrom('registry.agency as a')
    .innerJoin('registry.agency_latest as l', 'l.agency_id', 'a.agency_id')
    .select(['a.agency_id as id', 'a.version', 'l.kind', 'l.parent_id as parentId'])
    .where('a.agency_id', 'in', [...ids])
    .$castTo<{ id: number; version: number; kind: AgencyKind; parentId: number | null }>()
    .execute()
  return new Map(rows.filter((row) => mayKeep(actor, row)).map(({ id, version }) => [id, version]))
}
