import { createHash, randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { ApiClient, ClientEdit, NewClient } from './client-shapes.ts'
import type { RegistryDb } from './db.ts'
import { findAgencyOn } from './store.ts'

/** How long the old secret is accepted beside the new one. */
const FORMER_HOURS = 24

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
const inventSecret = (): string => `dhs_${randomBytes(32).toString('base64url')}`

/**
 * API clients of every agency for system administrators, of the own agencies for those who manage these; others 403.
 */
function demandKeeper(actor: Actor): void {
  if (hasRight(actor, 'system.keep') || hasRight(actor, 'connection.keepOwn')) return
  throw new Forbidden('client.not_yours', 'Chỉ quản trị hệ thống và đầu mối của cơ quan được quản lý ứng dụng kết nối.')
}

function mayKeep(actor: Actor, agencyId: number): boolean {
  return hasRight(actor, 'system.keep') || (hasRight(actor, 'connection.keepOwn') && actor.own.includes(agencyId))
}

export async function listClients(db: Handle<RegistryDb>, actor: Actor): Promise<ApiClient[]> {
  demandKeeper(actor)
  const { rows } = await sql<ApiClient>`
    select c.client_id as "clientId", c.agency_id as "agencyId", a.name as "agencyName", c.name, c.purpose, c.scopes,
           c.per_minute as "perMinute", c.version, c.made_at as "madeAt", c.made_by as "madeBy", c.used_at as "usedAt",
           c.former_until as "formerUntil", c.revoked_at as "revokedAt"
    from registry.api_client c join registry.agency_latest a using (agency_id)
    order by c.revoked_at is not null, a.name collate "vi-x-icu", c.name collate "vi-x-icu", c.client_id`.execute(db)
  return rows.filter(({ agencyId }) => mayKeep(actor, agencyId))
}

/** Adds an API client of an agency. Returns the secret, which is stored nowhere. */
export async function addClient(
  trx: Transaction<RegistryDb>,
  { actor, now }: AskToMake,
  client: NewClient,
): Promise<{ clientId: string; secret: string; version: number }> {
  demandKeeper(actor)
  const agency = await findAgencyOn(trx, client.agencyId, dayInVietnam(now))
  if (!agency || !mayKeep(actor, client.agencyId)) {
    throw wrong('agencyId', 'client.no_such_agency', 'Không có cơ quan này trong phạm vi bạn quản lý. Hãy chọn lại.')
  }
  const clientId = `dhc_${Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
  const secret = inventSecret()
  const at = now.toString()
  const { agencyId, name, purpose, scopes, perMinute = 600 } = client
  await trx
    .insertInto('registry.api_client')
    .values({
      client_id: clientId,
      agency_id: agencyId,
      name: name.trim(),
      purpose: purpose?.trim() ?? null,
      scopes,
      secret_sha256: hashOf(secret),
      per_minute: perMinute,
      made_at: at,
      made_by: actor.name,
      changed_at: at,
      changed_by: actor.name,
    })
    .execute()
  await record(trx, actor, 'client.added', {
    subject: { kind: 'client', id: clientId },
    at,
    after: { agencyId, name, scopes, perMinute },
  })
  return { clientId, secret, version: 1 }
}

/** Locks an API client to change it. A missing one and one the actor may not change get the same answer. */
async function clientToChange(trx: Transaction<RegistryDb>, { actor, id, version }: Ask<string>) {
  demandKeeper(actor)
  const client = await trx
    .selectFrom('registry.api_client')
    .selectAll()
    .where('client_id', '=', id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!client || !mayKeep(actor, client.agency_id)) {
    throw new NotFound('client.not_found', 'Không tìm thấy ứng dụng này.')
  }
  checkVersion(version, client.version, { by: client.changed_by, at: client.changed_at })
  return client
}

const stamp = ({ actor, now }: AskToMake) => ({
  version: sql<number>`version + 1`,
  changed_at: now.toString(),
  changed_by: actor.name,
})

export async function editClient(trx: Transaction<RegistryDb>, ask: Ask<string>, edit: ClientEdit): Promise<number> {
  const before = await clientToChange(trx, ask)
  const { name, purpose, scopes, perMinute = before.per_minute } = edit
  const { version } = await trx
    .updateTable('registry.api_client')
    .set({ name: name.trim(), purpose: purpose?.trim() ?? null, scopes, per_minute: perMinute, ...stamp(ask) })
    .where('client_id', '=', ask.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  // A key issued earlier would keep the scopes it was issued with.
  await trx.deleteFrom('registry.client_token').where('client_id', '=', ask.id).execute()
  await record(trx, ask.actor, 'client.changed', {
    subject: { kind: 'client', id: ask.id },
    at: ask.now.toString(),
    before: { name: before.name, scopes: before.scopes, perMinute: before.per_minute },
    after: { name, scopes, perMinute },
  })
  return version
}

/** A new secret; the old one is accepted for one more day. */
export async function renewSecret(trx: Transaction<RegistryDb>, ask: Ask<string>) {
  const before = await clientToChange(trx, ask)
  const secret = inventSecret()
  const { version } = await trx
    .updateTable('registry.api_client')
    .set({
      secret_sha256: hashOf(secret),
      former_sha256: before.secret_sha256,
      former_until: ask.now.add({ hours: FORMER_HOURS }).toString(),
      ...stamp(ask),
    })
    .where('client_id', '=', ask.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'client.secretRenewed', {
    subject: { kind: 'client', id: ask.id },
    at: ask.now.toString(),
  })
  return { clientId: ask.id, secret, version }
}

/** Ends an API client: its keys are invalid immediately. */
export async function revokeClient(trx: Transaction<RegistryDb>, ask: Ask<string>): Promise<number> {
  await clientToChange(trx, ask)
  const { version } = await trx
    .updateTable('registry.api_client')
    .set({ revoked_at: ask.now.toString(), ...stamp(ask) })
    .where('client_id', '=', ask.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await trx.deleteFrom('registry.client_token').where('client_id', '=', ask.id).execute()
  await record(trx, ask.actor, 'client.revoked', {
    subject: { kind: 'client', id: ask.id },
    at: ask.now.toString(),
  })
  return version
}
