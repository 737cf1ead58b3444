import type { Selectable } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask } from '../platform/change.ts'
import type { Database, Handle, Transaction } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { WebhooksDb } from './db.ts'

export type Endpoint = Selectable<Database['webhooks.endpoint']>

/** `system.keep` gives every endpoint, `connection.keepOwn` those of the own agency; others get 403. */
export function demandKeeper(actor: Actor): void {
  if (hasRight(actor, 'system.keep') || hasRight(actor, 'connection.keepOwn')) return
  throw new Forbidden(
    'webhook.not_allowed',
    'Chỉ quản trị hệ thống và người được giao quản lý kết nối của cơ quan mới dùng được mục này.',
  )
}

export function mayKeep(actor: Actor, agencyId: number): boolean {
  return hasRight(actor, 'system.keep') || (hasRight(actor, 'connection.keepOwn') && actor.own.includes(agencyId))
}

/** An endpoint for a user who keeps it. Missing, removed and another agency's give the same answer: 404. */
export async function endpointToKeep(db: Handle<WebhooksDb>, actor: Actor, id: number): Promise<Endpoint> {
  demandKeeper(actor)
  const endpoint = await db
    .selectFrom('webhooks.endpoint')
    .selectAll()
    .where('endpoint_id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!endpoint || !mayKeep(actor, endpoint.agency_id)) {
    throw new NotFound('webhook.not_found', 'Không tìm thấy địa chỉ nhận webhook này.')
  }
  return endpoint
}

/** The same, locked for a change by a user who saw this version. */
export async function endpointToChange(trx: Transaction<WebhooksDb>, { actor, id, version }: Ask): Promise<Endpoint> {
  await trx
    .selectFrom('webhooks.endpoint')
    .select('endpoint_id')
    .where('endpoint_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const endpoint = await endpointToKeep(trx, actor, id)
  checkVersion(version, endpoint.version, { by: endpoint.changed_by, at: endpoint.changed_at })
  return endpoint
}
