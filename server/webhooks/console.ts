import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import { type Db, type Handle, type Transaction, toJson } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { decodeCursor, onlyId, pageOf } from '../platform/paging.ts'
import { demandKeeper, endpointToKeep, mayKeep } from './access.ts'
import { addDelivering } from './announce.ts'
import type { WebhooksDb } from './db.ts'
import { beginTry, settle, writeOutcome } from './deliver.ts'
import { TEST_EVENT } from './events.ts'
import { post } from './request.ts'
import { bodyOf, headersOf } from './sending.ts'
import type { Delivery, DeliveryList, DeliveryQuery, EndpointRow, Replay, Replayed } from './shapes.ts'

/** The endpoints a user keeps, with the state of each. */
export async function listEndpoints(db: Handle<WebhooksDb>, actor: Actor): Promise<Static<typeof EndpointRow>[]> {
  demandKeeper(actor)
  const { rows } = await sql<Static<typeof EndpointRow>>`
    select e.endpoint_id as id, e.agency_id as "agencyId", a.name as "agencyName", e.name, e.url, e.events, e.state,
           e.paused_because as "pausedBecause", e.failing_since as "failingSince", e.made_at as "madeAt",
           e.made_by as "madeBy", e.version, n.last as "lastSequence",
           (select count(*) from webhooks.delivery d where d.endpoint_id = e.endpoint_id and d.state in ('due', 'delivering'))
             as waiting,
           (select count(*) from webhooks.delivery d where d.endpoint_id = e.endpoint_id and d.kind = 'event' and d.state = 'givenUp')
             as "givenUp",
           (select max(d.settled_at) from webhooks.delivery d where d.endpoint_id = e.endpoint_id and d.state = 'delivered')
             as "lastDeliveredAt",
           (select max(s.ends_at) from webhooks.secret s where s.endpoint_id = e.endpoint_id and s.ends_at > now())
             as "formerSecretUntil"
    from webhooks.endpoint e
    join registry.agency_latest a using (agency_id)
    join webhooks.numbering n using (endpoint_id)
    where e.removed_at is null
    order by a.name collate "vi-x-icu", e.name collate "vi-x-icu", e.endpoint_id`.execute(db)
  return rows.filter(({ agencyId }) => mayKeep(actor, agencyId))
}

const rowsOf = (db: Handle<WebhooksDb>, endpointId: number) =>
  db
    .selectFrom('webhooks.delivery as d')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('webhooks.delivery_try as t')
          .select(['t.try_no', 't.status', 't.error'])
          .whereRef('t.delivery_id', '=', 'd.delivery_id')
          .orderBy('t.try_no', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'd.delivery_id as id',
      'd.sequence',
      'd.event',
      'd.occurred_at as occurredAt',
      'd.state',
      sql<number>`coalesce(last.try_no, 0)`.as('tries'),
      'd.next_try_at as nextTryAt',
      'last.status',
      'last.error',
    ])
    .where('d.endpoint_id', '=', endpointId)

/** The deliveries of an endpoint, newest first. */
export async function listDeliveries(
  db: Handle<WebhooksDb>,
  actor: Actor,
  endpointId: number,
  query: DeliveryQuery,
): Promise<Static<typeof DeliveryList>> {
  await endpointToKeep(db, actor, endpointId)
  const limit = query.limit ?? 50
  const after = decodeCursor({ ...query, endpointId }, query.cursor, onlyId)
  let rows = rowsOf(db, endpointId)
    .orderBy('d.delivery_id', 'desc')
    .limit(limit + 1)
  if (query.state) rows = rows.where('d.state', '=', query.state)
  if (query.event) rows = rows.where('d.event', '=', query.event)
  if (after) rows = rows.where('d.delivery_id', '<', after[0])
  const page = pageOf({ ...query, endpointId }, await rows.execute(), limit, ({ id }) => [id])
  return { rows: page.items, nextCursor: page.next }
}

/** One delivery: what is sent, and every try with its answer. */
export async function showDelivery(
  db: Handle<WebhooksDb>,
  actor: Actor,
  endpointId: number,
  deliveryId: number,
): Promise<Delivery> {
  await endpointToKeep(db, actor, endpointId)
  const row = await rowsOf(db, endpointId)
    .select(['d.delivery_id', 'd.occurred_at', 'd.data'])
    .where('d.delivery_id', '=', deliveryId)
    .executeTakeFirst()
  if (!row) throw noDelivery()
  const { delivery_id, occurred_at, data, ...shown } = row
  const tries = await db
    .selectFrom('webhooks.delivery_try')
    .selectAll()
    .select(sql<number | null>`round(extract(epoch from ended_at - began_at) * 1000)::int`.as('milliseconds'))
    .where('delivery_id', '=', deliveryId)
    .orderBy('try_no')
    .execute()
  return {
    ...shown,
    body: bodyOf({ ...shown, delivery_id, occurred_at, data }),
    tryRows: tries.map(({ try_no, url, signature, began_at, milliseconds, outcome, status, answer, error }) => ({
      no: try_no,
      url,
      headers: headersOf({ delivery_id, event: shown.event }, signature),
      beganAt: began_at,
      milliseconds,
      outcome,
      status,
      answer,
      error,
    })),
  }
}

/**
 * Sends a sample event once, now, outside the order of the others, even to a paused endpoint. Returns the id of the
 * delivery, successful or not.
 */
export async function sendTest(db: Db<WebhooksDb>, actor: Actor, endpointId: number, config: Config): Promise<number> {
  const begun = await db.transaction().execute(async (trx) => {
    const endpoint = await endpointToKeep(trx, actor, endpointId)
    const delivery = await trx
      .insertInto('webhooks.delivery')
      .values({
        endpoint_id: endpointId,
        kind: 'test',
        event: TEST_EVENT,
        occurred_at: sql<string>`now()`,
        data: toJson({ message: 'Sự kiện thử của Điều Hành. Không có nhiệm vụ nào thay đổi.' }),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return beginTry(trx, endpoint, delivery, config)
  })
  const { endpoint, delivery, tryNo, signature } = begun
  const answered = await post(endpoint.url, bodyOf(delivery), headersOf(delivery, signature), config.webhooks)
  await db.transaction().execute(async (trx) => {
    const isDelivered = await writeOutcome(trx, delivery.delivery_id, tryNo, answered)
    await settle(trx, delivery.delivery_id, isDelivered ? 'delivered' : 'givenUp')
  })
  return delivery.delivery_id
}

/** Makes every settled delivery after a sequence number due again, with the same ids and order. Returns how many. */
export async function replayAfter(
  trx: Transaction<WebhooksDb>,
  { actor, id: endpointId }: AskToAdd,
  { after }: Replay,
): Promise<Replayed> {
  await endpointToKeep(trx, actor, endpointId)
  return { count: await comeAgain(trx, actor, endpointId, sql<boolean>`sequence > ${after}`, { after }) }
}

/** The same for one delivery. */
export async function replayOne(
  trx: Transaction<WebhooksDb>,
  { actor, id: endpointId }: AskToAdd,
  { deliveryId }: { deliveryId: number },
): Promise<Replayed> {
  await endpointToKeep(trx, actor, endpointId)
  const count = await comeAgain(trx, actor, endpointId, sql<boolean>`delivery_id = ${deliveryId}`, { deliveryId })
  if (count > 0) return { count }
  const known = await trx
    .selectFrom('webhooks.delivery')
    .select('delivery_id')
    .where('endpoint_id', '=', endpointId)
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst()
  if (!known) throw noDelivery()
  return { count: 0 }
}

async function comeAgain(
  trx: Transaction<WebhooksDb>,
  actor: Actor,
  endpointId: number,
  which: ReturnType<typeof sql<boolean>>,
  detail: object,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('webhooks.delivery')
    .set({
      state: 'due',
      due_since: sql<string>`now()`,
      next_try_at: sql<string>`now()`,
      round_tries: 0,
      settled_at: null,
    })
    .where('endpoint_id', '=', endpointId)
    .where('kind', '=', 'event')
    .where('state', 'in', ['delivered', 'givenUp'])
    .where(which)
    .executeTakeFirstOrThrow()
  const count = Number(numUpdatedRows)
  if (count > 0) {
    await addDelivering(trx, endpointId)
    await record(trx, actor, 'webhook.replayed', {
      subject: { kind: 'webhook', id: endpointId },
      detail: { ...detail, count },
    })
  }
  return count
}

function noDelivery(): NotFound {
  return new NotFound('webhook.no_delivery', 'Không tìm thấy lần gửi này; các lần gửi được giữ 90 ngày.')
}
