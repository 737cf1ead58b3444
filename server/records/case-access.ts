import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask, AskToAdd } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { hasRight, type Right } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { demand, demandFor } from './access.ts'
import type { CaseState } from './case-state.ts'
import type { RecordsDb } from './db.ts'
import { keepsBooks, peopleOf } from './sight.ts'
import { findRow, lockRow, notFound, type Row } from './store.ts'

type Trx = Transaction<RecordsDb>
export type KeptCase = Row<'records.case_file'> & { state: CaseState }

const own = (actor: Actor) => sql`any(${[...actor.own]}::bigint[])`

/**
 * For `records.case_file c`: a case is its keeper's and its unit's; clerks, leaders and archivists of a body or unit see all of
 * theirs. The list of a case is seen with it; a document in it is opened by those who may read that document.
 */
export const seesCase = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(c.unit_id = ${actor.agencyId} or c.keeper_id = any(${peopleOf(actor)}::bigint[])
    ${keepsBooks(actor) ? sql`or c.agency_id = ${own(actor)} or c.unit_id = ${own(actor)}` : sql``})`

/** The same as ways with an index each: lists take the latest of each. */
export const waysToCases = (actor: Actor) => ({
  units: [...new Set([actor.agencyId, ...(keepsBooks(actor) ? actor.own : [])])],
  bodies: keepsBooks(actor) ? [...actor.own] : [],
  keepers: peopleOf(actor),
})

/** For a table of a body, such as `records.hand_over h`: those who keep its books, and the unit that handed over. */
export const seesHandOver = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(h.unit_id = ${actor.agencyId} or h.offered_by_id = any(${peopleOf(actor)}::bigint[])
    ${keepsBooks(actor) ? sql`or h.agency_id = ${own(actor)} or h.unit_id = ${own(actor)}` : sql``})`

/** For `records.destruction d`: the archive of the body and its leaders. */
export const seesDestruction = (actor: Actor): RawBuilder<boolean> =>
  hasRight(actor, 'records.archive') || hasRight(actor, 'records.sign')
    ? sql<boolean>`(d.agency_id = ${own(actor)})`
    : sql<boolean>`false`

type CaseOf = Pick<Row<'records.case_file'>, 'agency_id' | 'unit_id' | 'keeper_id'>
const isOwnUnit = (actor: Actor, one: CaseOf) => one.unit_id === actor.agencyId || actor.own.includes(one.unit_id)
const isKeeper = (actor: Actor, { keeper_id }: CaseOf) => peopleOf(actor).includes(keeper_id)

/** Adds to a case and takes out of it: those of its unit who draft, and its keeper. */
export const mayFill = (actor: Actor, one: CaseOf): boolean =>
  hasRight(actor, 'records.draft') && (isOwnUnit(actor, one) || isKeeper(actor, one))
/** Closes a case, opens it again and hands it over: its keeper; the leader of the unit where the keeper cannot. */
export const mayKeep = (actor: Actor, one: CaseOf): boolean =>
  hasRight(actor, 'records.draft') &&
  (isKeeper(actor, one) || (hasRight(actor, 'records.assign') && isOwnUnit(actor, one)))
export const mayArchive = (actor: Actor, { agency_id }: Pick<CaseOf, 'agency_id'>): boolean =>
  hasRight(actor, 'records.archive') && actor.own.includes(agency_id)

/** A person, whose name the act carries; an API client opens, hands over and decides nothing. */
export function personOf({ personId }: Actor): number {
  if (personId !== null) return personId
  throw new Forbidden('records.person_only', 'Việc này do cán bộ làm; phần mềm kết nối không làm thay được.')
}

/** A case that the actor may read; the same 404 whether there is none or it is not theirs to see. */
export async function caseToRead(db: AnyHandle, actor: Actor, id: number): Promise<KeptCase> {
  const { rows } = await sql`select from records.case_file c where c.case_id = ${id} and ${seesCase(actor)}`.execute(
    reading<RecordsDb>(db),
  )
  const row = rows.length > 0 ? await findRow(db, 'records.case_file', id) : undefined
  if (!row) throw notFound('records.case_file')
  return row as KeptCase
}

/** Locks a case for those who fill it, or those who keep it. */
export async function caseToChange(trx: Trx, ask: Ask | AskToAdd, who: 'fill' | 'keep'): Promise<KeptCase> {
  const row = (await lockRow(trx, 'records.case_file', ask.id)) as KeptCase | undefined
  await caseToRead(trx, ask.actor, ask.id)
  demand(ask.actor, 'records.draft')
  if (who === 'fill' ? !mayFill(ask.actor, row!) : !mayKeep(ask.actor, row!)) {
    throw new Forbidden(
      `case.may_not_${who}`,
      who === 'fill'
        ? 'Chỉ người giữ hồ sơ và cán bộ của đơn vị có hồ sơ mới làm được việc này.'
        : 'Chỉ người giữ hồ sơ hoặc lãnh đạo đơn vị mới làm được việc này.',
    )
  }
  if ('version' in ask) checkVersion(ask.version, row!.version, { by: row!.changed_by, at: row!.changed_at })
  return row!
}

/** Locks the cases that the actor names, all or none. */
export const casesToChange = (trx: Trx, actor: Actor, ids: readonly number[]): Promise<KeptCase[]> =>
  lockCases(trx, ids, seesCase(actor))

/** The cases that the actor names, all or none, as they are; for long work before they are locked. */
export async function casesToSee(db: AnyHandle, actor: Actor, ids: readonly number[]): Promise<KeptCase[]> {
  const { rows } = await sql<KeptCase>`
    select c.* from records.case_file c where c.case_id = any(${[...ids]}::bigint[]) and ${seesCase(actor)}`.execute(
    reading<RecordsDb>(db),
  )
  return inOrderOf(ids, rows)
}

function inOrderOf(ids: readonly number[], rows: readonly KeptCase[]): KeptCase[] {
  if (rows.length < new Set(ids).size) throw notFound('records.case_file')
  const byId = new Map(rows.map((row) => [row.case_id, row]))
  return ids.map((id) => byId.get(id)!)
}

/**
 * Locks the cases of a list in one order, so that two lists that share some wait and do not hold each other up. Those of a hand-over
 * or destruction that the actor may answer are the actor's to change.
 */
export async function lockCases(trx: Trx, ids: readonly number[], such = sql<boolean>`true`): Promise<KeptCase[]> {
  const { rows } = await sql<KeptCase>`
    select c.* from records.case_file c where c.case_id = any(${[...ids]}::bigint[]) and ${such}
    order by c.case_id for update of c`.execute(trx)
  return inOrderOf(ids, rows)
}

const SEES = {
  'records.hand_over': (actor: Actor, id: number) =>
    sql`select from records.hand_over h where h.hand_over_id = ${id} and ${seesHandOver(actor)}`,
  'records.destruction': (actor: Actor, id: number) =>
    sql`select from records.destruction d where d.destruction_id = ${id} and ${seesDestruction(actor)}`,
  'records.nomenclature': (actor: Actor, id: number) =>
    sql`select from records.nomenclature n where n.nomenclature_id = ${id} and ${seesNomenclature(actor)}`,
} as const
type OfArchive = keyof typeof SEES

/** For `records.nomenclature n`: everyone of the body once it is issued, the archive before. */
export const seesNomenclature = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(${hasRight(actor, 'records.archive') ? sql`n.agency_id = ${own(actor)}` : sql`false`}
    or (n.state = 'issued' and (n.agency_id = ${own(actor)} or exists (
      select from registry.agency_latest u where u.agency_id = ${actor.agencyId} and u.parent_id = n.agency_id))
      and ${['records.draft', 'records.assign', 'records.register', 'records.sign', 'records.archive'].some((right) => hasRight(actor, right as Right)) ? sql`true` : sql`false`}))`

/** A hand-over, a destruction or a nomenclature that the actor may read. */
export async function ofArchiveToRead<T extends OfArchive>(
  db: AnyHandle,
  actor: Actor,
  table: T,
  id: number,
): Promise<Row<T>> {
  const { rows } = await SEES[table](actor, id).execute(reading<RecordsDb>(db))
  const row = rows.length > 0 ? await findRow(db, table, id) : undefined
  if (!row) throw notFound(table)
  return row
}

/** Locks one of them for those with the right in its body, at the version seen. */
export async function ofArchiveToChange<T extends OfArchive>(
  trx: Trx,
  ask: Ask | AskToAdd,
  table: T,
  right: Right,
): Promise<Row<T>> {
  const row = (await lockRow(trx, table, ask.id)) as Row<'records.nomenclature'> | undefined
  await ofArchiveToRead(trx, ask.actor, table, ask.id)
  demandFor(ask.actor, right, row!.agency_id)
  if ('version' in ask) checkVersion(ask.version, row!.version, { by: row!.changed_by, at: row!.changed_at })
  return row as unknown as Row<T>
}
