import { sql } from 'kysely'
import { type Actor, agenciesSeenBy, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { type AnyHandle, type AnyTransaction, reading, type Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, wrong } from '../platform/errors.ts'
import { settled } from '../platform/prepared.ts'
import type { RegistryDb } from './db.ts'
import { mayAssignFollowing, mayFollow, personToChange } from './person-access.ts'
import type { FollowerList, SetFollowings } from './person-shapes.ts'
import { followingsOf, rolesOfPerson, touchPerson } from './person-store.ts'

/**
 * From a day on a person follows exactly these agencies, to a day or until further notice; whom they followed before
 * stays recorded. A member of the Task Force sees what they follow; an officer who follows up sees all, and starts with it.
 * Returns the version.
 */
export async function setFollowings(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  { agencyIds, from, to }: SetFollowings,
): Promise<number> {
  const person = await personToChange(trx, ask)
  const today = dayInVietnam(ask.now)
  if (!mayAssignFollowing(ask.actor)) {
    throw new Forbidden(
      'following.not_allowed',
      'Chỉ quản trị hệ thống, lãnh đạo Văn phòng Chính phủ và Tổ trưởng Tổ công tác mới giao được cơ quan theo dõi.',
    )
  }
  const roles = await rolesOfPerson(trx, person.id, today)
  if (!roles.some(mayFollow)) {
    throw new Conflict('following.no_member', 'Người này không giữ vị trí nào theo dõi các cơ quan được giao.')
  }
  if (from < today) {
    throw wrong('from', 'following.past', 'Ngày bắt đầu không được ở quá khứ. Hãy chọn từ hôm nay.')
  }
  if (to !== undefined && to < from) {
    throw wrong('to', 'following.backwards', 'Ngày kết thúc không được trước ngày bắt đầu. Hãy sửa ngày.')
  }
  await demandAgencies(trx, agencyIds, from)
  const before = await followingsOf(trx, person.id)
  const ids = sql`${agencyIds}::bigint[]`
  // To the end of the day `to`: ranges exclude their upper end.
  const end = sql`${to ?? null}::date + 1`
  const since = sql`daterange(${from}::date, ${end})`
  // Agencies that remain followed keep the day they began; the rest end the day before, or never begin.
  await sql`delete from registry.following where person_id = ${person.id} and lower(valid) >= ${from}::date`.execute(
    trx,
  )
  await sql`update registry.following
    set valid = daterange(lower(valid), case when agency_id = any(${ids}) then ${end} else ${from}::date end)
    where person_id = ${person.id} and valid @> ${from}::date`.execute(trx)
  await sql`insert into registry.following (person_id, agency_id, valid)
    select ${person.id}, k.agency_id, ${since} from unnest(${ids}) as k(agency_id)
    where not exists (select from registry.following f
      where f.person_id = ${person.id} and f.agency_id = k.agency_id and f.valid @> ${from}::date)`.execute(trx)
  const version = await touchPerson(trx, person.id, signatureOf(ask.actor), ask.now.toString())
  await record(trx, ask.actor, 'person.followingSet', {
    subject: { kind: 'person', id: person.id },
    at: ask.now.toString(),
    before: { agencyIds: before.filter(({ to }) => to === null || to >= from).map(({ agencyId }) => agencyId) },
    after: { agencyIds, from, ...(to === undefined ? {} : { to }) },
  })
  return version
}

/** Who follows which agencies on a day, to choose from: people who follow one that the actor may see. */
export async function listFollowers(handle: AnyHandle, actor: Actor, on: string): Promise<FollowerList> {
  const seen = agenciesSeenBy(actor)
  // What is followed is followed with the units under it, so an agency above one that is seen counts as well.
  const isSeen = seen === null ? sql`true` : sql`f.agency_id = any(registry.above(${[...seen]}::bigint[], ${on}::date))`
  const { rows } = await sql<FollowerList['followers'][number]>`
    select p.person_id as id, p.full_name as name, json_agg(a.name order by a.position, a.name collate "vi-x-icu") as agencies
    from registry.following f
    join registry.person p using (person_id)
    join registry.agency_card a on a.agency_id = f.agency_id and a.valid @> ${on}::date
    where f.valid @> ${on}::date and ${isSeen}
    group by p.person_id
    order by p.full_name collate "vi-x-icu", p.person_id`.execute(reading<RegistryDb>(handle))
  return { on, followers: rows }
}

/** The people who follow an agency on a day, or one that it belongs to or passed its work to. */
export async function whoFollow(db: AnyHandle, agencyId: number, on: string): Promise<Set<number>> {
  const { rows } = await settled(sql<{ id: number }>`
    select f.person_id as id from registry.following f
    where f.agency_id = any(registry.above(array[${agencyId}::bigint], ${on}::date)) and f.valid @> ${on}::date`).execute(
    reading<RegistryDb>(db),
  )
  return new Set(rows.map(({ id }) => id))
}

/** The name of a person who follows agencies, for the words of a filter. */
export async function followerName(db: AnyHandle, personId: number): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select p.full_name as name from registry.person p
    where p.person_id = ${personId} and exists (select from registry.following f where f.person_id = p.person_id)`.execute(
    reading<RegistryDb>(db),
  )
  return rows[0]?.name
}

/** Lets a person follow agencies, by their slugs, from a day on, as long as each exists: for code that creates accounts, not for users. */
export async function follow(
  trx: AnyTransaction,
  personId: number,
  slugs: readonly string[],
  from: string,
): Promise<void> {
  await sql`insert into registry.following (person_id, agency_id, valid)
    select ${personId}, a.agency_id, daterange(${from}::date, upper(range_agg(p.valid)))
    from registry.agency a join registry.agency_period p using (agency_id)
    where a.slug = any(${[...slugs]}::text[]) group by a.agency_id`.execute(trx)
}

async function demandAgencies(trx: Transaction<RegistryDb>, agencyIds: readonly number[], on: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select k.id from unnest(${[...agencyIds]}::bigint[]) as k(id)
    where not exists (select from registry.agency_period p where p.agency_id = k.id and p.valid @> ${on}::date)`.execute(
    trx,
  )
  if (rows.length > 0) {
    throw wrong('agencyIds', 'following.agency', 'Có cơ quan không tồn tại vào ngày bắt đầu. Hãy chọn lại.')
  }
}
