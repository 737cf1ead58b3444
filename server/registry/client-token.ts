import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyHandle, type Db, reading, type Transaction } from '../platform/db.ts'
import { TooMany } from '../platform/errors.ts'
import type { Right } from '../platform/rights.ts'
import type { Scope } from './client-shapes.ts'
import type { RegistryDb } from './db.ts'

/** A key lives a quarter of an hour: one that leaks is worth little, and asking for another costs one request. */
export const TOKEN_SECONDS = 900

const RIGHTS_OF: Record<Scope, readonly Right[]> = { 'tasks.read': [], 'tasks.report': ['task.carryOut'] }

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

export interface Credentials {
  clientId: string
  secret: string
}

/** Why no key is given, in the words of RFC 6749, section 5.2. */
export type Refusal = 'invalid_client' | 'invalid_scope'

/**
 * Gives a program a key for the scopes asked for, all of its own where none is asked. An unknown program and a wrong
 * secret are one answer.
 */
export async function giveToken(
  trx: Transaction<RegistryDb>,
  { clientId, secret }: Credentials,
  asked: readonly string[] | undefined,
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
  const scopes = asked ?? client.scopes
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
  isStale: boolean
}

/**
 * The program behind a key, as an actor of its body; undefined where the key is unknown, expired or its program revoked.
 * Counts the request. Throws 429 past the program's requests in this minute.
 */
export async function findClient(db: Db, token: string, now: Temporal.Instant): Promise<KnownActor | undefined> {
  const client = await behind(db, token, now)
  if (!client) return undefined
  await countRequest(db, client, now)
  const { clientId, name, agencyId, agencyName, scopes, own } = client
  return {
    userId: `client:${clientId}`,
    personId: null,
    name: `${name} (ứng dụng của ${agencyName})`,
    role: 'apiClient',
    rights: [...new Set(scopes.flatMap((scope) => RIGHTS_OF[scope]))],
    agencyId,
    agencyName,
    own,
    seen: own,
    onBehalfOf: null,
    title: null,
    sample: false,
    isTwoFactor: false,
  }
}

async function behind(db: AnyHandle, token: string, now: Temporal.Instant): Promise<Found | undefined> {
  if (!/^dha_[\w-]{43}$/.test(token)) return undefined
  const { rows } = await sql<Found>`
    select c.client_id as "clientId", c.name, c.agency_id as "agencyId", a.name as "agencyName", k.scopes,
           registry.reach(array[c.agency_id], ${dayInVietnam(now)}::date) as own, c.per_minute as "perMinute",
           c.used_at is null or c.used_at < ${now.toString()}::timestamptz - interval '1 minute' as "isStale"
    from registry.client_token k
    join registry.api_client c using (client_id)
    join registry.agency_latest a using (agency_id)
    where k.sha256 = ${hashOf(token)} and k.expires_at > ${now.toString()}::timestamptz and c.revoked_at is null`.execute(
    reading<RegistryDb>(db),
  )
  return rows[0]
}

async function countRequest(db: Db, { clientId, perMinute, isStale }: Found, now: Temporal.Instant): Promise<void> {
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString()
  const { rows } = await sql<{ count: number }>`
    insert into registry.client_minute as m (client_id, minute, count) values (${clientId}, ${minute}, 1)
    on conflict (client_id, minute) do update set count = m.count + 1
    returning count`.execute(db)
  if (isStale) {
    await db
      .updateTable('registry.api_client')
      .set({ used_at: now.toString() })
      .where('client_id', '=', clientId)
      .execute()
  }
  if (rows[0]!.count <= perMinute) return
  const wait = 60 - Math.floor((now.epochMilliseconds / 1000) % 60)
  throw new TooMany(
    'client.too_many',
    `Ứng dụng đã gửi quá ${perMinute} yêu cầu trong một phút. Hãy đợi ${wait} giây.`,
    {
      retryAfter: wait,
    },
  )
}

/** Removes keys and minutes that have passed. */
export async function sweepClients(db: Db): Promise<void> {
  await db.deleteFrom('registry.client_token').where('expires_at', '<', sql<string>`now()`).execute()
  await db.deleteFrom('registry.client_minute').where('minute', '<', sql<string>`now() - interval '1 hour'`).execute()
}
