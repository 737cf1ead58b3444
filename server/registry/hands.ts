/** Through whose hands a document goes to its signature: whom its acts tell. */
import { sql } from 'kysely'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { Right } from '../platform/rights.ts'
import type { Told } from '../platform/tell.ts'
import { holdersOf } from './addressees.ts'
import type { RegistryDb } from './db.ts'
import { overseersOf } from './workers.ts'

/** The named signatory and their deputies; if none is named, everyone who may sign. */
export async function signersOf(
  trx: AnyTransaction,
  right: Right,
  signatoryId: number | null,
  on: string,
): Promise<Told[]> {
  return (await overseersOf(trx, right, on))
    .filter(({ holderId }) => signatoryId === null || signatoryId === holderId)
    .map(({ personId }) => ({ personId, agencyId: null, why: 'signer' }))
}

/**
 * Who did these acts on the document and may still prepare its kind; if no one is left, everyone who may.
 *
 * @param events the acts of preparing it: drawing up, editing, submitting.
 */
export async function preparersOf(
  trx: AnyTransaction,
  { kind, id, events }: { kind: string; id: number; events: readonly string[] },
  right: Right,
  on: string,
): Promise<Told[]> {
  const rows = await within<RegistryDb>(trx)
    .selectFrom('platform.audit_entry')
    .select('actor_person_id')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', String(id))
    .where('event', 'in', [...events])
    .execute()
  const hands = new Set(rows.map(({ actor_person_id }) => actor_person_id))
  const holders = await holdersOf(trx, right, on)
  const own = holders.filter(({ personId }) => hands.has(personId))
  return (own.length > 0 ? own : holders).map(({ personId }) => ({ personId, agencyId: null, why: 'preparer' }))
}

/** These people, and whoever may act in a post of theirs on a day; closed sign-ins are left out. */
export async function withDeputies(trx: AnyTransaction, people: readonly number[], on: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct p.person_id as id from (
      select unnest(${[...people]}::bigint[]) as person_id
      union
      select d.deputy_id from registry.deputation d join registry.post o using (post_id)
      where o.person_id = any(${[...people]}::bigint[]) and d.valid @> ${on}::date and d.revoked_at is null) w
    join registry.person p using (person_id)
    join platform.user_card u on u.user_id = p.user_id and u.deactivated_at is null
    order by 1`.execute(within<RegistryDb>(trx))
  return rows.map(({ id }) => id)
}
