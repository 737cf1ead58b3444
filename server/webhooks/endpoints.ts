import { sql } from 'kysely'
import { publicEvents, record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import type { AnyHandle, Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { agencyOn } from '../registry/index.ts'
import { demandKeeper, type Endpoint, endpointToChange, mayKeep } from './access.ts'
import { addDelivering } from './announce.ts'
import type { WebhooksDb } from './db.ts'
import { EVERY } from './events.ts'
import type { EndpointEdit, NewEndpoint, Renewal } from './shapes.ts'
import { inventSecret, sealSecret } from './signature.ts'

/** Adds an endpoint of an agency. Returns its secret, which is shown once. `url` has been checked (`checkedUrl`). */
export async function addEndpoint(
  trx: Transaction<WebhooksDb>,
  { actor, now }: AskToMake,
  { agencyId, name, url, events }: NewEndpoint,
  { config }: { config: Config },
): Promise<{ id: number; secret: string; version: number }> {
  demandKeeper(actor)
  if (!mayKeep(actor, agencyId) || !(await agencyOn(trx, agencyId, dayInVietnam(now)))) {
    throw wrong('agencyId', 'webhook.no_such_agency', 'Không có cơ quan này trong phạm vi bạn quản lý. Hãy chọn lại.')
  }
  const at = now.toString()
  const { endpoint_id: id } = await trx
    .insertInto('webhooks.endpoint')
    .values({
      agency_id: agencyId,
      name: name.trim(),
      url,
      events: checkedEvents(trx, events),
      made_at: at,
      made_by: actor.name,
      changed_at: at,
      changed_by: actor.name,
    })
    .returning('endpoint_id')
    .executeTakeFirstOrThrow()
  await trx.insertInto('webhooks.numbering').values({ endpoint_id: id }).execute()
  const secret = await addSecret(trx, id, config)
  await record(trx, actor, 'webhook.added', {
    subject: { kind: 'webhook', id },
    at,
    after: { agencyId, name, url, events },
  })
  return { id, secret, version: 1 }
}

export async function editEndpoint(trx: Transaction<WebhooksDb>, ask: Ask, edit: EndpointEdit): Promise<number> {
  const before = await endpointToChange(trx, ask)
  const after = { name: edit.name.trim(), url: edit.url, events: checkedEvents(trx, edit.events) }
  const { name, url, events } = before
  return change(trx, ask, before, after, 'webhook.edited', { before: { name, url, events }, after })
}

/** Events meanwhile are kept and sent when it is resumed. */
export async function pauseEndpoint(trx: Transaction<WebhooksDb>, ask: Ask): Promise<number> {
  const before = await endpointToChange(trx, ask)
  if (before.state === 'paused') throw new Conflict('webhook.paused', 'Địa chỉ này đang tạm dừng rồi.')
  return change(trx, ask, before, { state: 'paused', paused_because: 'person' }, 'webhook.paused', {})
}

/** What is due is sent immediately, in order. */
export async function resumeEndpoint(trx: Transaction<WebhooksDb>, ask: Ask): Promise<number> {
  const before = await endpointToChange(trx, ask)
  if (before.state === 'active') throw new Conflict('webhook.active', 'Địa chỉ này đang hoạt động.')
  const patch = { state: 'active', paused_because: null, failing_since: null } as const
  const version = await change(trx, ask, before, patch, 'webhook.resumed', {})
  await trx
    .updateTable('webhooks.delivery')
    .set({ next_try_at: sql<string>`now()`, round_tries: 0 })
    .where('endpoint_id', '=', ask.id)
    .where('state', '=', 'due')
    .execute()
  await addDelivering(trx, ask.id)
  return version
}

/** It receives nothing more and its secrets are deleted; its past deliveries stay readable. */
export async function removeEndpoint(trx: Transaction<WebhooksDb>, ask: Ask): Promise<number> {
  const before = await endpointToChange(trx, ask)
  await trx.deleteFrom('webhooks.secret').where('endpoint_id', '=', ask.id).execute()
  const { name, url } = before
  const patch = { removed_at: ask.now.toString() }
  return change(trx, ask, before, patch, 'webhook.removed', { before: { name, url } })
}

/** A new secret; the previous one also signs for `overlapHours`. Returns the new one, which is shown once. */
export async function renewSecret(
  trx: Transaction<WebhooksDb>,
  ask: Ask,
  { overlapHours }: Renewal,
  { config }: { config: Config },
): Promise<{ id: number; secret: string; version: number }> {
  const before = await endpointToChange(trx, ask)
  const mine = trx.deleteFrom('webhooks.secret').where('endpoint_id', '=', ask.id)
  await mine.where('ends_at', 'is not', null).execute()
  if (overlapHours === 0) await mine.execute()
  else {
    await trx
      .updateTable('webhooks.secret')
      .set({ ends_at: sql<string>`now() + make_interval(hours => ${overlapHours})` })
      .where('endpoint_id', '=', ask.id)
      .execute()
  }
  const secret = await addSecret(trx, ask.id, config)
  const version = await change(trx, ask, before, {}, 'webhook.secretRenewed', { after: { overlapHours } })
  return { id: ask.id, secret, version }
}

async function addSecret(trx: Transaction<WebhooksDb>, endpointId: number, config: Config): Promise<string> {
  const secret = inventSecret()
  await trx
    .insertInto('webhooks.secret')
    .values({ endpoint_id: endpointId, sealed: sealSecret(secret, endpointId, config) })
    .execute()
  return secret
}

type Patch = Partial<
  Pick<Endpoint, 'name' | 'url' | 'events' | 'state' | 'paused_because' | 'failing_since' | 'removed_at'>
>

async function change(
  trx: Transaction<WebhooksDb>,
  { actor, id, now }: Ask,
  before: Endpoint,
  patch: Patch,
  event: string,
  entry: { before?: unknown; after?: unknown },
): Promise<number> {
  const version = before.version + 1
  await trx
    .updateTable('webhooks.endpoint')
    .set({ ...patch, version, changed_at: now.toString(), changed_by: actor.name })
    .where('endpoint_id', '=', id)
    .execute()
  await record(trx, actor, event, { subject: { kind: 'webhook', id }, at: now.toString(), ...entry })
  return version
}

function checkedEvents(db: AnyHandle, events: readonly string[]): string[] {
  const unknown = events.find((name) => name !== EVERY && !publicEvents(db).some((choice) => choice.name === name))
  if (unknown !== undefined) {
    throw wrong('events', 'webhook.event_unknown', `Không có sự kiện "${unknown}". Hãy chọn trong danh sách sự kiện.`)
  }
  return events.includes(EVERY) ? [EVERY] : [...events].sort()
}
