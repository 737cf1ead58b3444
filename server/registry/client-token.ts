import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import type { KnownClient } from '../platform/auth.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Db, Transaction } from '../platform/db.ts'
import { TooMany } from '../platform/errors.ts'
import { prepared } from '../platform/prepared.ts'
import type { Right } from '../platform/rights.ts'
import type { Scope } from './client-shapes.ts'
import type { RegistryDb } from './db.ts'

/** A key lives a quarter of an hour: a leaked one is worth little, and getting another costs one request. */
export const TOKEN_SECONDS = 900

const RIGHTS_OF: Record<Scope, readonly Right[]> = {
  'tasks.read': [],
  'tasks.report': ['task.carryOut'],
  'letters.read': [],
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

export interface Credentials {
  clientId: string
  secret: string
}

/** Why no key is given, in the words of RFC 6749, section 5.2. */
export type Refusal = 'invalid_client' | 'invalid_scope'

/**
 * Gives an API client a key for the requested scopes, or all of its own if none is requested. An unknown client and a
 * wrong secret get the same answer.
 */
export async function giveToken(
  trx: Transaction<RegistryDb>,
  { clientId, secret }: Credentials,
  requested: readonly string[] | undefined,
  now: Temporal.Instant,
): Promise<{ token: string; scopes: string[] } | Refusal> {
  const client = await trx
    .selectFrom('registry.api_client')
    .select(['scopes', 'secret_sha256', 'former_sha256', 'former_until'])
    .where('client_id', '=', clientId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const given = hashOf(secret)
  const isFormer = (until: string | null) => until !== null && Temporal.Instant.compare(now, until) < 0
  const isKnown =
    client !== undefined &&
    (timingSafeEqual(given, client.secret_sha256) ||
      (client.former_sha256 !== null && isFormer(client.former_until) && timingSafeEqual(given, client.former_sha256)))
  if (!isKnown) return 'invalid_client'
  const scopes = requested ?? client.scopes
  if (scopes.length === 0 || !scopes.every((scope) => client.scopes.includes(scope))) return 'invalid_scope'
  const token = `dha_${randomBytes(32).toString('base64url')}`
  await trx
    .insertInto('registry.client_token')
    .values({
      sha256: hashOf(token),
      client_id: clientId,
      scopes: [...scopes],
      expires_at: now.add({ seconds: TOKEN_SECONDS }).toString(),
    })
    .execute()
  return { token, scopes: [...scopes] }
}

interface Found {
  clientId: string
  name: string
  agencyId: number
  agencyName: string
  scopes: Scope[]
  own: number[]
  perMinute: number
  count: number
}

/**
 * The API client behind a key, as an actor of its agency; undefined if the key is unknown, expired or its client
 * revoked. Counts the request. Throws 429 if the client has used up its requests of this minute.
 */
export async function findClient(db: Db, token: string, now: Temporal.Instant): Promise<KnownClient | undefined> {
  if (!/^dha_[\w-]{43}$/.test(token)) return undefined
  const client = await counted(db, token, now)
  if (!client) return undefined
  const { clientId, name, agencyId, agencyName, scopes, own, perMinute, count } = client
  if (count > perMinute) throw tooMany(perMinute, now)
  const actor: KnownActor = {
    userId: `client:${clientId}`,
    personId: null,
    name: `${name} (ứng dụng của ${agencyName})`,
    role: 'apiClient',
    rights: [...new Set(scopes.flatMap((scope) => RIGHTS_OF[scope]))],
    agencyId,
    agencyName,
    own,
    seen: own,
    followerId: null,
    onBehalfOf: null,
    title: null,
    sample: false,
    isTwoFactor: false,
  }
  return { actor, scopes }
}

/**
 * The API client behind a key, with its request counted: one statement, because every request of a client begins with
 * it. It is committed without waiting for the disk: the requests of one client are all counted in one row and would
 * wait for each other there, and a crash loses half a second of counting.
 */
async function counted(db: Db, token: string, now: Temporal.Instant): Promise<Found | undefined> {
  const at = now.toString()
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString()
  const { rows } = await prepared(sql<Found>`
    with found as materialized (
      select c.client_id, c.name, c.agency_id, k.scopes, c.per_minute,
             c.used_at is null or c.used_at < ${at}::timestamptz - interval '1 minute' as is_stale,
             set_config('synchronous_commit', 'off', true)
      from registry.client_token k
      join registry.api_client c using (client_id)
      where k.sha256 = ${hashOf(token)} and k.expires_at > ${at}::timestamptz and c.revoked_at is null
    ),
    counted as (
      insert into registry.client_minute as m (client_id, minute, count)
      select client_id, ${minute}::timestamptz, 1 from found
      on conflict (client_id, minute) do update set count = m.count + 1
      returning count
    ),
    noted as (
      update registry.api_client c set used_at = ${at}::timestamptz from found f
      where f.is_stale and c.client_id = f.client_id
    )
    select f.client_id as "clientId", f.name, f.agency_id as "agencyId", f.scopes, f.per_minute as "perMinute", n.count,
           (select a.name from registry.agency_period a where a.agency_id = f.agency_id order by a.valid desc limit 1)
             as "agencyName",
           registry.reach(array[f.agency_id], ${dayInVietnam(now)}::date) as own
    from found f cross join counted n`).execute(db)
  return rows[0]
}

function tooMany(perMinute: number, now: Temporal.Instant): TooMany {
  const wait = 60 - Math.floor((now.epochMilliseconds / 1000) % 60)
  return new TooMany(
    'client.too_many',
    `Ứng dụng đã gửi quá ${perMinute} yêu cầu trong một phút. Hãy đợi ${wait} giây.`,
    { retryAfter: wait },
  )
}

/** Removes keys and minutes that have passed. */
export async function sweepClients(db: Db): Promise<void> {
  await db.deleteFrom('registry.client_token').where('expires_at', '<', sql<string>`now()`).execute()
  await db.deleteFrom('registry.client_minute').where('minute', '<', sql<string>`now() - interval '1 hour'`).execute()
}
