import { sql } from 'kysely'
import { type Actor, type SystemActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { UrgingDb } from './db.ts'

/** Replaces an agency by its successor in the rules that name it. Returns how many rules changed. */
export async function passRules(
  anyTrx: AnyTransaction,
  actor: Actor | SystemActor,
  from: number,
  to: number,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ id: number; agencyIds: number[] }>`
    update urging.rule r
    set agency_ids = array(
          select distinct case when a.id = ${from} then ${to}::bigint else a.id end as id
          from unnest(r.agency_ids) as a(id) order by id),
        version = r.version + 1, changed_at = ${now.toString()}::timestamptz, changed_by = ${signatureOf(actor)}
    where ${from} = any(r.agency_ids)
    returning r.rule_id as id, r.agency_ids as "agencyIds"`.execute(within<UrgingDb>(anyTrx))
  for (const { id, agencyIds } of rows) {
    await record(anyTrx, actor, 'urging.ruleChanged', {
      subject: { kind: 'urgingRule', id },
      at: now.toString(),
      before: { agencyId: from },
      after: { agencyIds },
    })
  }
  return rows.length
}
