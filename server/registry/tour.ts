import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { AskToMake } from '../platform/change.ts'
import type { AnyTransaction, Handle, Transaction } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import type { RegistryDb } from './db.ts'
import type { TourSeen } from './person-shapes.ts'

/** Whose tour it is: the person's own, in whatever post they work. An API client has no screen. */
function ownTour({ personId }: Actor): number {
  if (personId !== null) return personId
  throw new Forbidden('tour.people_only', 'Chỉ người dùng có lượt giới thiệu màn hình; phần mềm của cơ quan không có.')
}

/** The newest version of the tour that the actor has seen or skipped; 0: none. */
export async function tourSeen(db: Handle<RegistryDb>, actor: Actor): Promise<TourSeen> {
  const row = await db
    .selectFrom('registry.tour_seen')
    .select('version')
    .where('person_id', '=', ownTour(actor))
    .executeTakeFirst()
  return { version: row?.version ?? 0 }
}

/**
 * The actor has seen or skipped the tour. It never goes back: a window that is still on an older version does not bring
 * the tour back on another device. A mark of what was read, as of notifications: no act on record.
 */
export async function markTour(
  trx: Transaction<RegistryDb>,
  { actor, now }: Pick<AskToMake, 'actor' | 'now'>,
  { version }: TourSeen,
): Promise<TourSeen> {
  await seeTour(trx, ownTour(actor), version, now)
  return tourSeen(trx, actor)
}

/** The mark of one person; also set for the invented people of the sample. */
export async function seeTour(
  trx: AnyTransaction,
  personId: number,
  version: number,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into registry.tour_seen (person_id, version, seen_at) values (${personId}, ${version}, ${now.toString()})
    on conflict (person_id) do update set version = excluded.version, seen_at = excluded.seen_at
    where tour_seen.version < excluded.version`.execute(trx)
}
