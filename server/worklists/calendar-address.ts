import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type Recorded, record } from '../platform/audit.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import { type AnyTransaction, type Handle, type Transaction, within } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, TooMany, wrong } from '../platform/errors.ts'
import { findActor } from '../registry/index.ts'
import type { CalendarAddress, NewCalendarAddress } from './calendar-shapes.ts'
import type { WorklistsDb } from './db.ts'

/** For one person: phone, desktop, and calendars of a few agencies they follow. */
const MOST_ADDRESSES = 20
/** Readings within an hour. Calendar applications read a few times a day; this often is a fault of the application. */
const MOST_READS = 60

/** The person's addresses in force, newest first. */
export async function listAddresses(db: Handle<WorklistsDb>, actor: Actor): Promise<{ addresses: CalendarAddress[] }> {
  const { rows } = await sql<CalendarAddress>`
    select f.calendar_address_id as id, f.scope, f.agency_id as "agencyId", a.name as "agencyName", f.added_at as "addedAt",
           f.last_read_at as "lastReadAt"
    from worklists.calendar_address f left join registry.agency_latest a on a.agency_id = f.agency_id
    where f.person_id = ${actor.personId} and f.revoked_at is null
    order by f.calendar_address_id desc`.execute(db)
  return { addresses: rows }
}

/** Adds an address. Its key is shown once; the database keeps its SHA-256, which is enough for 256 random bits. */
export async function addAddress(
  trx: Transaction<WorklistsDb>,
  { actor, now }: AskToMake,
  { scope, agencyId }: NewCalendarAddress,
): Promise<{ id: number; key: string }> {
  if (actor.personId === null) {
    throw new Forbidden(
      'calendar_address.no_person',
      'Chỉ người dùng mới có lịch; ứng dụng kết nối đọc nhiệm vụ qua API.',
    )
  }
  if (scope === 'agency' && agencyId === undefined) {
    throw wrong('agencyId', 'calendar_address.no_agency', 'Hãy chọn cơ quan có thời hạn cần xem.')
  }
  if (scope === 'mine' && agencyId !== undefined) {
    throw wrong('agencyId', 'calendar_address.agency_not_needed', 'Lịch “việc của tôi” không chọn cơ quan.')
  }
  if (agencyId !== undefined && !(maySee(actor, agencyId) && (await isAgency(trx, agencyId)))) {
    // The list of agencies is public; their tasks are not.
    throw wrong(
      'agencyId',
      'calendar_address.agency_not_visible',
      'Bạn không xem được nhiệm vụ của cơ quan này. Hãy chọn cơ quan khác.',
    )
  }
  // One request of a person at a time: two would each count the addresses without the other's.
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar addresses', ${actor.personId}))`.execute(trx)
  const { addresses } = await listAddresses(trx, actor)
  if (addresses.length >= MOST_ADDRESSES) {
    throw new Conflict(
      'calendar_address.too_many',
      `Bạn đã có ${MOST_ADDRESSES} địa chỉ lịch. Hãy thu hồi bớt địa chỉ không dùng.`,
    )
  }
  const key = randomBytes(32).toString('base64url')
  const { calendar_address_id: id } = await trx
    .insertInto('worklists.calendar_address')
    .values({
      sha256: hashOf(key),
      person_id: actor.personId,
      scope,
      agency_id: agencyId ?? null,
      added_at: now.toString(),
    })
    .returning('calendar_address_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'calendarAddress.added', {
    subject: { kind: 'calendarAddress', id },
    at: now.toString(),
    after: { scope, agencyId },
  })
  return { id, key }
}

/** Revokes an address of the actor. From now on it is answered with 404. */
export async function revokeAddress(trx: Transaction<WorklistsDb>, { actor, id, now }: AskToAdd): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('worklists.calendar_address')
    .set({ revoked_at: now.toString() })
    .where('calendar_address_id', '=', id)
    .where('person_id', '=', actor.personId ?? 0)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound('calendar_address.not_found', 'Không tìm thấy địa chỉ lịch này.')
  await record(trx, actor, 'calendarAddress.revoked', { subject: { kind: 'calendarAddress', id }, at: now.toString() })
}

/** Ends every calendar address of a person whose password has changed: whoever knew the old one may have added one. */
export async function endAddresses(trx: AnyTransaction, { actor, subject, at }: Recorded): Promise<void> {
  const ended = await within<WorklistsDb>(trx)
    .updateTable('worklists.calendar_address')
    .set({ revoked_at: at })
    .where('person_id', '=', Number(subject.id) || 0)
    .where('revoked_at', 'is', null)
    .returning('calendar_address_id as id')
    .execute()
  for (const { id } of ended) {
    await record(trx, actor, 'calendarAddress.revoked', { subject: { kind: 'calendarAddress', id }, at })
  }
}

/** Calendars that show an agency's deadlines show its successor's from now on. Returns how many. */
export async function passAddresses(handle: AnyTransaction, from: number, to: number): Promise<number> {
  const { numUpdatedRows } = await within<WorklistsDb>(handle)
    .updateTable('worklists.calendar_address')
    .set({ agency_id: to })
    .where('agency_id', '=', from)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** The content of a calendar: which agencies, by the current rights of its owner. */
export interface Reading {
  scope: 'mine' | 'agency'
  /** The agencies whose deadlines it shows. */
  agencyIds: number[]
  /** Its name in a calendar application. */
  name: string
}

/**
 * Opens a calendar by its key. An unknown key, a revoked one, an owner without a post and an agency that the owner may no
 * longer see all give the same 404. Counts the reading; too many within an hour are refused.
 */
export async function openCalendar(
  trx: Transaction<WorklistsDb>,
  key: string,
  today: string,
  now: Temporal.Instant,
): Promise<Reading> {
  const { rows } = await sql<{ scope: 'mine' | 'agency'; agency_id: number | null; reads: number; user_id: string }>`
    update worklists.calendar_address f
    set last_read_at = ${now.toString()}::timestamptz,
        window_at = case when f.window_at > ${now.toString()}::timestamptz - interval '1 hour' then f.window_at
                         else ${now.toString()}::timestamptz end,
        window_reads = case when f.window_at > ${now.toString()}::timestamptz - interval '1 hour'
                            then f.window_reads + 1 else 1 end
    from registry.person_card p
    where f.sha256 = ${hashOf(key)} and f.revoked_at is null and p.person_id = f.person_id
      and p.valid @> ${today}::date
    returning f.scope, f.agency_id, f.window_reads as reads, p.user_id`.execute(trx)
  const found = rows[0]
  if (!found) throw unknown()
  const actor = await findActor(trx, { userId: found.user_id, sessionId: null }, today)
  if (!actor) throw unknown()
  if (found.reads > MOST_READS) {
    throw new TooMany('calendar_address.too_often', 'Lịch này được đọc quá nhiều lần trong một giờ.', {
      retryAfter: 3600,
    })
  }
  if (found.agency_id === null) {
    return { scope: 'mine', agencyIds: await agenciesOfPosts(trx, found.user_id, today), name: 'Thời hạn của tôi' }
  }
  if (!maySee(actor, found.agency_id)) throw unknown()
  const { agencyIds, name } = await agencyOf(trx, found.agency_id, today)
  return { scope: 'agency', agencyIds, name: `Thời hạn: ${name}` }
}

/** The agencies of every post the person has on the day, with their units and the agencies they took over. */
async function agenciesOfPosts(db: Handle<WorklistsDb>, userId: string, today: string): Promise<number[]> {
  const { rows } = await sql<{ agencyIds: number[] }>`
    select registry.reach(array(select p.agency_id from registry.person_card p
                                where p.user_id = ${userId} and p.valid @> ${today}::date), ${today}::date) as "agencyIds"`.execute(
    db,
  )
  return rows[0]!.agencyIds
}

async function agencyOf(
  db: Handle<WorklistsDb>,
  id: number,
  today: string,
): Promise<{ agencyIds: number[]; name: string }> {
  const { rows } = await sql<{ agencyIds: number[]; name: string }>`
    select registry.reach(array[${id}::bigint], ${today}::date) as "agencyIds", a.name
    from registry.agency_latest a where a.agency_id = ${id}`.execute(db)
  return rows[0]!
}

/** Whether there is or was an agency of this id. */
async function isAgency(db: Handle<WorklistsDb>, id: number): Promise<boolean> {
  const query = db.selectFrom('registry.agency_latest').select('agency_id').where('agency_id', '=', id)
  return (await query.executeTakeFirst()) !== undefined
}

const maySee = ({ seen }: Actor, agencyId: number): boolean => seen === null || seen.includes(agencyId)
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()
const unknown = () => new NotFound('calendar_address.not_found', 'Không tìm thấy địa chỉ lịch này.')
