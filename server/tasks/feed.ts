import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, TooMany, wrong } from '../platform/errors.ts'
import { findActor } from '../registry/index.ts'
import type { TasksDb } from './db.ts'
import type { FeedCard, NewFeed } from './feed-shapes.ts'

/** Of one person: their telephone, their table, and those of a few bodies they follow. */
const MOST_FEEDS = 20
/** Calendar programmes read a few times a day; so often within an hour is a fault of the programme. */
const MOST_READS = 60

/** The addresses of the person that are in force, newest first. */
export async function listFeeds(db: Handle<TasksDb>, actor: Actor): Promise<{ feeds: FeedCard[] }> {
  const { rows } = await sql<FeedCard>`
    select f.feed_id as id, f.scope, f.agency_id as "agencyId", a.name as "agencyName", f.made_at as "madeAt",
           f.last_read_at as "lastReadAt"
    from tasks.feed f left join registry.agency_latest a on a.agency_id = f.agency_id
    where f.person_id = ${actor.personId} and f.revoked_at is null
    order by f.feed_id desc`.execute(db)
  return { feeds: rows }
}

/** Makes an address. Its key is answered this once; the database keeps its SHA-256, enough for 256 random bits. */
export async function makeFeed(
  trx: Transaction<TasksDb>,
  { actor, now }: AskToMake,
  { scope, agencyId }: NewFeed,
): Promise<{ id: number; key: string }> {
  if (actor.personId === null) {
    throw new Forbidden('feed.no_person', 'Chỉ người dùng mới có lịch; ứng dụng kết nối đọc nhiệm vụ qua API.')
  }
  if (scope === 'body' && agencyId === undefined) {
    throw wrong('agencyId', 'feed.no_body', 'Hãy chọn cơ quan có thời hạn cần xem.')
  }
  if (scope === 'mine' && agencyId !== undefined) {
    throw wrong('agencyId', 'feed.body_unasked', 'Lịch “việc của tôi” không chọn cơ quan.')
  }
  if (agencyId !== undefined && !maySee(actor, agencyId)) {
    // The bodies of the country are no secret; what is asked of them is.
    throw wrong('agencyId', 'feed.body_not_seen', 'Bạn không xem được nhiệm vụ của cơ quan này. Hãy chọn cơ quan khác.')
  }
  const { feeds } = await listFeeds(trx, actor)
  if (feeds.length >= MOST_FEEDS) {
    throw new Conflict('feed.too_many', `Bạn đã có ${MOST_FEEDS} địa chỉ lịch. Hãy thu hồi bớt địa chỉ không dùng.`)
  }
  const key = randomBytes(32).toString('base64url')
  const { feed_id: id } = await trx
    .insertInto('tasks.feed')
    .values({
      sha256: hashOf(key),
      person_id: actor.personId,
      scope,
      agency_id: agencyId ?? null,
      made_at: now.toString(),
    })
    .returning('feed_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'feed.made', {
    subject: { kind: 'feed', id },
    at: now.toString(),
    after: { scope, agencyId },
  })
  return { id, key }
}

/** Ends an address of one's own: who still has it finds nothing there. */
export async function revokeFeed(trx: Transaction<TasksDb>, { actor, id, now }: AskToAdd): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('tasks.feed')
    .set({ revoked_at: now.toString() })
    .where('feed_id', '=', id)
    .where('person_id', '=', actor.personId ?? 0)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound('feed.not_found', 'Không tìm thấy địa chỉ lịch này.')
  await record(trx, actor, 'feed.revoked', { subject: { kind: 'feed', id }, at: now.toString() })
}

/** Whose calendar an address is, and of which bodies, by the rights of the owner now. */
export interface Reading {
  scope: 'mine' | 'body'
  /** The bodies whose deadlines are in it. */
  bodies: number[]
  /** What it is called in a calendar programme. */
  name: string
}

/**
 * Opens a calendar by its key. An unknown key, a revoked one, an owner without a post and a body the owner may see no more
 * are one and the same 404. Counts the reading; too many within an hour are refused.
 */
export async function openFeed(
  trx: Transaction<TasksDb>,
  key: string,
  today: string,
  now: Temporal.Instant,
): Promise<Reading> {
  const { rows } = await sql<{ scope: 'mine' | 'body'; agency_id: number | null; reads: number; user_id: string }>`
    update tasks.feed f
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
    throw new TooMany('feed.too_often', 'Lịch này được đọc quá nhiều lần trong một giờ.', { retryAfter: 3600 })
  }
  if (found.agency_id === null) {
    return { scope: 'mine', bodies: await bodiesOfPosts(trx, found.user_id, today), name: 'Thời hạn của tôi' }
  }
  if (!maySee(actor, found.agency_id)) throw unknown()
  const { bodies, name } = await bodyOf(trx, found.agency_id, today)
  return { scope: 'body', bodies, name: `Thời hạn: ${name}` }
}

/** The bodies of every post held on the day, with the units under them and the bodies they took over. */
async function bodiesOfPosts(db: Handle<TasksDb>, userId: string, today: string): Promise<number[]> {
  const { rows } = await sql<{ bodies: number[] }>`
    select registry.reach(array(select p.agency_id from registry.person_card p
                                where p.user_id = ${userId} and p.valid @> ${today}::date), ${today}::date) as bodies`.execute(
    db,
  )
  return rows[0]!.bodies
}

async function bodyOf(db: Handle<TasksDb>, id: number, today: string): Promise<{ bodies: number[]; name: string }> {
  const { rows } = await sql<{ bodies: number[]; name: string }>`
    select registry.reach(array[${id}::bigint], ${today}::date) as bodies, a.name
    from registry.agency_latest a where a.agency_id = ${id}`.execute(db)
  return rows[0]!
}

const maySee = ({ seen }: Actor, agencyId: number): boolean => seen === null || seen.includes(agencyId)
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()
const unknown = () => new NotFound('feed.not_found', 'Không tìm thấy địa chỉ lịch này.')
