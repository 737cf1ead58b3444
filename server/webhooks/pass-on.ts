import { sql } from 'kysely'
import type { Actor, SystemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import type { WebhooksDb } from './db.ts'

/**
 * Gives the endpoints of an agency to its successor. If a name is taken there, the name of the former agency is appended.
 * Returns how many.
 */
export async function passEndpoints(
  trx: AnyTransaction,
  actor: Actor | SystemActor,
  from: { id: number; name: string },
  toId: number,
): Promise<number> {
  const db = within<WebhooksDb>(trx)
  const moved = await db
    .updateTable('webhooks.endpoint as e')
    .set({
      agency_id: toId,
      name: sql<string>`case when exists (
        select from webhooks.endpoint o where o.agency_id = ${toId} and o.name = e.name and o.removed_at is null)
        then e.name || ' (' || ${from.name} || ')' else e.name end`,
      version: sql<number>`e.version + 1`,
      changed_at: sql<string>`now()`,
      changed_by: actor.name,
    })
    .where('e.agency_id', '=', from.id)
    .where('e.removed_at', 'is', null)
    .returning('e.endpoint_id as id')
    .execute()
  for (const { id } of moved) {
    await record(trx, actor, 'webhook.movedOn', {
      subject: { kind: 'webhook', id },
      before: { agencyId: from.id },
      after: { agencyId: toId },
    })
  }
  return moved.length
}
