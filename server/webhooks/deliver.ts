import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { alone } from '../platform/alone.ts'
import { record } from '../platform/audit.ts'
import type { Config } from '../platform/config.ts'
import type { Db, Handle, Transaction } from '../platform/db.ts'
import type { JobContext, JobHandlers, Schedule } from '../platform/jobs.ts'
import type { Endpoint } from './access.ts'
import { addDelivering, DELIVER_JOB } from './announce.ts'
import type { WebhooksDb } from './db.ts'
import { type Answered, post } from './request.ts'
import { bodyOf, type DeliveryRecord, headersOf } from './sending.ts'
import { openSecret, signatureOf } from './signature.ts'

const RESUME_JOB = 'webhooks.resume'
const SWEEP_JOB = 'webhooks.sweep'

/** How long settled deliveries are kept, and so how far back a receiver can replay. */
const KEPT_DAYS = 90
/** Deliveries one job makes before it frees the worker for others. */
const MOST_AT_ONCE = 200
const FIRST_PAUSE_SECONDS = 10
const LONGEST_PAUSE_SECONDS = 3600

const POSTMAN = systemActor('webhook')

type Context = Pick<JobContext, 'db' | 'config' | 'signal'>

export const webhookJobs: JobHandlers = {
  [DELIVER_JOB]: ({ endpointId }: { endpointId: number }, context: JobContext) => deliver(endpointId, context),
  [RESUME_JOB]: (_payload: unknown, { db }: JobContext) => resume(db),
  [SWEEP_JOB]: (_payload: unknown, { db }: JobContext) => sweep(db),
}

export const webhookSchedules: readonly Schedule[] = [
  { at: '* * * * *', job: RESUME_JOB, atStart: true },
  { at: '40 19 * * *', job: SWEEP_JOB },
]

/** A try that was just recorded. */
interface Begun {
  endpoint: Endpoint
  delivery: DeliveryRecord
  tryNo: number
  signature: string
}

/**
 * Delivers what is due for an endpoint, one by one in the order of the events, until none is left or one fails: later ones
 * wait for it. One process at a time; each try is recorded before it is made.
 */
export async function deliver(endpointId: number, { db, config, signal }: Context): Promise<void> {
  let left = MOST_AT_ONCE
  for (;;) {
    let isThrough = false
    const isMine = await alone(db, `webhook/${endpointId}`, async (held) => {
      while (left > 0 && !signal?.aborted && !isThrough) {
        left -= 1
        isThrough = !(await deliverNext(held, endpointId, config))
      }
    })
    if (!isMine) return
    // A job that found the lock taken left its delivery to us. It was committed before that, so it is visible now.
    if (!(await isWaiting(db, endpointId))) return
    if (left <= 0 || signal?.aborted) {
      await db.transaction().execute((trx) => addDelivering(trx, endpointId))
      return
    }
  }
}

/** False if nothing is due now, or the try failed. */
async function deliverNext(db: Db, endpointId: number, config: Config): Promise<boolean> {
  const begun = await db.transaction().execute((trx) => beginNext(trx, endpointId, config))
  if (begun === 'nothing') return false
  if (begun === 'givenUp') return true
  const { endpoint, delivery, signature } = begun
  const answered = await post(endpoint.url, bodyOf(delivery), headersOf(delivery, signature), config.webhooks)
  return db.transaction().execute((trx) => endTry(trx, begun, answered, config))
}

async function beginNext(
  trx: Transaction<WebhooksDb>,
  endpointId: number,
  config: Config,
): Promise<Begun | 'nothing' | 'givenUp'> {
  const endpoint = await trx
    .selectFrom('webhooks.endpoint')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'active')
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!endpoint) return 'nothing'
  const next = await trx
    .selectFrom('webhooks.delivery')
    .selectAll()
    .select([
      sql<boolean>`state = 'due' and next_try_at > now()`.as('isEarly'),
      sql<boolean>`due_since < now() - make_interval(hours => ${config.webhooks.giveUpHours})`.as('isOld'),
    ])
    .where('endpoint_id', '=', endpointId)
    .where('kind', '=', 'event')
    .where('state', 'in', ['due', 'delivering'])
    .orderBy('sequence')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!next || next.isEarly) return 'nothing'
  await closeLostTry(trx, next.delivery_id)
  if (next.isOld) {
    await settle(trx, next.delivery_id, 'givenUp')
    return 'givenUp'
  }
  return beginTry(trx, endpoint, next, config)
}

/** Records a delivery about to be made, with its signature and address. */
export async function beginTry(
  trx: Transaction<WebhooksDb>,
  endpoint: Endpoint,
  delivery: DeliveryRecord,
  config: Config,
): Promise<Begun> {
  const secrets = await secretsOf(trx, endpoint.endpoint_id, config)
  const signature = signatureOf(secrets, Math.floor(Date.now() / 1000), bodyOf(delivery))
  await trx
    .updateTable('webhooks.delivery')
    .set((row) => ({ state: 'delivering', next_try_at: null, round_tries: row('round_tries', '+', 1) }))
    .where('delivery_id', '=', delivery.delivery_id)
    .execute()
  const { try_no: tryNo } = await trx
    .insertInto('webhooks.delivery_try')
    .values({
      delivery_id: delivery.delivery_id,
      try_no: sql<number>`(select coalesce(max(try_no), 0) + 1 from webhooks.delivery_try where delivery_id = ${delivery.delivery_id})`,
      url: endpoint.url,
      signature,
    })
    .returning('try_no')
    .executeTakeFirstOrThrow()
  return { endpoint, delivery, tryNo, signature }
}

async function secretsOf(db: Handle<WebhooksDb>, endpointId: number, config: Config): Promise<string[]> {
  const rows = await db
    .selectFrom('webhooks.secret')
    .select('sealed')
    .where('endpoint_id', '=', endpointId)
    .where((row) => row.or([row('ends_at', 'is', null), row('ends_at', '>', sql<string>`now()`)]))
    .orderBy('secret_id', 'desc')
    .execute()
  return rows.map(({ sealed }) => openSecret(sealed, endpointId, config))
}

/** The process that made the try is gone: its answer is unknown. */
async function closeLostTry(trx: Transaction<WebhooksDb>, deliveryId: number): Promise<void> {
  await trx
    .updateTable('webhooks.delivery_try')
    .set({
      ended_at: sql<string>`clock_timestamp()`,
      outcome: 'lost',
      error: 'the process ended before the answer was recorded',
    })
    .where('delivery_id', '=', deliveryId)
    .where('outcome', 'is', null)
    .execute()
}

/** Records the result of a try; true if it was delivered. */
async function endTry(
  trx: Transaction<WebhooksDb>,
  { endpoint, delivery, tryNo }: Begun,
  answered: Answered,
  config: Config,
): Promise<boolean> {
  const isDelivered = await writeOutcome(trx, delivery.delivery_id, tryNo, answered)
  const { endpoint_id: endpointId } = endpoint
  if (isDelivered) {
    await settle(trx, delivery.delivery_id, 'delivered')
    await trx
      .updateTable('webhooks.endpoint')
      .set({ failing_since: null })
      .where('endpoint_id', '=', endpointId)
      .where('failing_since', 'is not', null)
      .execute()
    return true
  }
  const seconds = pauseAfter(delivery.round_tries + 1)
  const { next_try_at } = await trx
    .updateTable('webhooks.delivery')
    .set({ state: 'due', next_try_at: sql<string>`now() + make_interval(secs => ${seconds})` })
    .where('delivery_id', '=', delivery.delivery_id)
    .returning('next_try_at')
    .executeTakeFirstOrThrow()
  if (await pauseIfLong(trx, endpointId, config)) return false
  await addDelivering(trx, endpointId, next_try_at!)
  return false
}

export async function writeOutcome(
  trx: Transaction<WebhooksDb>,
  deliveryId: number,
  tryNo: number,
  { status, answer, error }: Answered,
): Promise<boolean> {
  const isDelivered = error === null && status !== null && status >= 200 && status < 300
  await trx
    .updateTable('webhooks.delivery_try')
    .set({
      ended_at: sql<string>`clock_timestamp()`,
      outcome: isDelivered ? 'delivered' : 'failed',
      status,
      answer,
      error,
    })
    .where('delivery_id', '=', deliveryId)
    .where('try_no', '=', tryNo)
    .execute()
  return isDelivered
}

/** Exponential backoff up to an hour, with 20 % jitter so that many do not return at the same moment. */
function pauseAfter(tries: number): number {
  const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** (tries - 1), LONGEST_PAUSE_SECONDS)
  return pause * (0.8 + 0.4 * Math.random())
}

/** Pauses the endpoint after this long of failures only, until a user resumes it. True if it was paused. */
async function pauseIfLong(trx: Transaction<WebhooksDb>, endpointId: number, { webhooks }: Config): Promise<boolean> {
  const endpoint = await trx
    .updateTable('webhooks.endpoint')
    .set((row) => ({ failing_since: row.fn.coalesce('failing_since', sql<string>`now()`) }))
    .where('endpoint_id', '=', endpointId)
    .returning([
      'failing_since',
      'state',
      sql<boolean>`failing_since < now() - make_interval(hours => ${webhooks.pauseHours})`.as('isLong'),
    ])
    .executeTakeFirstOrThrow()
  if (!endpoint.isLong || endpoint.state !== 'active') return false
  await trx
    .updateTable('webhooks.endpoint')
    .set((row) => ({
      state: 'paused',
      paused_because: 'failure',
      version: row('version', '+', 1),
      changed_at: sql<string>`now()`,
      changed_by: POSTMAN.name,
    }))
    .where('endpoint_id', '=', endpointId)
    .execute()
  await record(trx, POSTMAN, 'webhook.paused', {
    subject: { kind: 'webhook', id: endpointId },
    detail: { failingSince: endpoint.failing_since },
  })
  return true
}

export async function settle(
  trx: Transaction<WebhooksDb>,
  deliveryId: number,
  state: 'delivered' | 'givenUp',
): Promise<void> {
  await trx
    .updateTable('webhooks.delivery')
    .set({ state, next_try_at: null, settled_at: sql<string>`clock_timestamp()` })
    .where('delivery_id', '=', deliveryId)
    .execute()
}

async function isWaiting(db: Db<WebhooksDb>, endpointId: number): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select coalesce((
      select d.state = 'delivering' or d.next_try_at <= now()
      from webhooks.delivery d join webhooks.endpoint e using (endpoint_id)
      where d.endpoint_id = ${endpointId} and d.kind = 'event' and d.state in ('due', 'delivering')
        and e.state = 'active' and e.removed_at is null
      order by d.sequence limit 1), false) as waits`.execute(db)
  return rows[0]!.waits
}

/** Takes up what a killed process left. For a delivery still in progress the job finds the endpoint locked and ends. */
async function resume(db: Db<WebhooksDb>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ endpointId: number }>`
      select distinct d.endpoint_id as "endpointId" from webhooks.delivery d join webhooks.endpoint e using (endpoint_id)
      where d.kind = 'event' and (d.state = 'delivering' or (d.state = 'due' and d.next_try_at <= now()))
        and e.state = 'active' and e.removed_at is null`.execute(trx)
    for (const { endpointId } of rows) await addDelivering(trx, endpointId)
    // A test has a user waiting for it; one whose process ended is not repeated.
    const left = await trx
      .selectFrom('webhooks.delivery')
      .select('delivery_id')
      .where('kind', '=', 'test')
      .where('state', '=', 'delivering')
      .where('due_since', '<', sql<string>`now() - interval '2 minutes'`)
      .execute()
    for (const { delivery_id } of left) {
      await closeLostTry(trx, delivery_id)
      await settle(trx, delivery_id, 'givenUp')
    }
  })
}

async function sweep(db: Db<WebhooksDb>): Promise<void> {
  const past = sql<string>`now() - make_interval(days => ${KEPT_DAYS})`
  await db.deleteFrom('webhooks.delivery').where('settled_at', '<', past).execute()
  // A paused endpoint keeps its deliveries no longer than the others.
  await db.deleteFrom('webhooks.delivery').where('due_since', '<', past).where('state', '=', 'due').execute()
  await db.deleteFrom('webhooks.secret').where('ends_at', '<', sql<string>`now()`).execute()
}
