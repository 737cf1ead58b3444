/** The week's programme: what the Prime Minister and the deputies do, when and where; also as a calendar. */
import { createHash, randomBytes } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { addDays, formatDay, VIETNAM } from '../platform/calendar.ts'
import type { Ask, AskToAdd, AskToMake } from '../platform/change.ts'
import { type AnyHandle, type Handle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, TooMany, wrong } from '../platform/errors.ts'
import { checkVersion } from '../platform/version.ts'
import { findActor } from '../registry/index.ts'
import { isKeeper, itemSeen, toKeep } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import { periodOf } from './found.ts'
import { cardColumns, matching, scopeOf } from './lists.ts'
import type { ItemCard } from './shapes.ts'
import type { Feed, NewFeed, SetSitting, Sitting, Week } from './week-shapes.ts'

const instantOf = (day: string, time: string) =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(VIETNAM).toInstant().toString()

async function columnsOf(trx: Transaction<ProgrammeDb>, input: SetSitting) {
  const starts = instantOf(input.on, input.from)
  const ends = instantOf(input.on, input.to)
  if (input.to <= input.from) throw wrong('to', 'sitting.ends_first', 'Giờ kết thúc phải sau giờ bắt đầu.')
  if (input.itemId !== undefined) {
    const item = await trx
      .selectFrom('programme.item')
      .select('item_id')
      .where('item_id', '=', input.itemId)
      .executeTakeFirst()
    if (!item) throw wrong('itemId', 'sitting.no_item', 'Không có đề án này. Hãy chọn lại, hoặc để trống.')
  }
  return {
    starts_at: starts,
    ends_at: ends,
    title: input.title,
    place: input.place ?? null,
    chair: input.chair,
    attending: input.attending ?? null,
    item_id: input.itemId ?? null,
  }
}

export async function setSitting(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  input: SetSitting,
): Promise<number> {
  toKeep(actor)
  const by = signatureOf(actor)
  const { sitting_id: id } = await trx
    .insertInto('programme.sitting')
    .values({
      ...(await columnsOf(trx, input)),
      made_at: now.toString(),
      made_by: by,
      changed_at: now.toString(),
      changed_by: by,
    })
    .returning('sitting_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'sitting.set', { subject: { kind: 'sitting', id }, at: now.toString(), after: input })
  return id
}

async function sittingToChange(trx: Transaction<ProgrammeDb>, { actor, id, version }: Ask) {
  toKeep(actor)
  const found = await trx
    .selectFrom('programme.sitting')
    .select(['version', 'changed_by', 'changed_at', 'title', 'starts_at'])
    .where('sitting_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('sitting.not_found', 'Không tìm thấy dòng lịch này, hoặc đã rút.')
  checkVersion(version, found.version, { by: found.changed_by, at: found.changed_at })
  return found
}

export async function changeSitting(trx: Transaction<ProgrammeDb>, ask: Ask, input: SetSitting): Promise<number> {
  const before = await sittingToChange(trx, ask)
  const next = { version: ask.version + 1, changed_at: ask.now.toString(), changed_by: signatureOf(ask.actor) }
  await trx
    .updateTable('programme.sitting')
    .set({ ...(await columnsOf(trx, input)), ...next })
    .where('sitting_id', '=', ask.id)
    .execute()
  await record(trx, ask.actor, 'sitting.set', {
    subject: { kind: 'sitting', id: ask.id },
    at: ask.now.toString(),
    before: { title: before.title, startsAt: before.starts_at },
    after: input,
  })
  return next.version
}

export async function withdrawSitting(trx: Transaction<ProgrammeDb>, ask: Ask): Promise<number> {
  const before = await sittingToChange(trx, ask)
  const at = ask.now.toString()
  const next = { version: ask.version + 1, changed_at: at, changed_by: signatureOf(ask.actor), withdrawn_at: at }
  await trx.updateTable('programme.sitting').set(next).where('sitting_id', '=', ask.id).execute()
  await record(trx, ask.actor, 'sitting.withdrawn', {
    subject: { kind: 'sitting', id: ask.id },
    at,
    before: { title: before.title },
  })
  return next.version
}

async function sittingsBetween(
  db: Handle<ProgrammeDb>,
  actor: Actor,
  from: string,
  to: string,
  chair?: string | null,
): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`
    select s.sitting_id as id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.title, s.place, s.chair, s.attending,
           case when i.item_id is not null then jsonb_build_object('id', i.item_id, 'code', i.code, 'name', i.name) end as item,
           s.version, s.changed_at as "changedAt"
    from programme.sitting s
    left join programme.item i on i.item_id = s.item_id and ${itemSeen(actor, sql`i.item_id`, sql`i.lead_agency_id`)}
    where s.withdrawn_at is null and (${chair ?? null}::text is null or s.chair = ${chair ?? null})
      and s.starts_at >= ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and s.starts_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    order by s.starts_at, s.sitting_id`.execute(db)
  return rows
}

/** A week from Monday: its lines, and the entries due in it that the actor may read. */
export async function showWeek(handle: AnyHandle, actor: Actor, on: string, today: string): Promise<Week> {
  const db = reading<ProgrammeDb>(handle)
  const { firstOn, lastOn } = periodOf('week', on)
  const scope = scopeOf({}, today)
  const { rows: due } = await sql<ItemCard>`
    select ${cardColumns(scope)} ${matching(actor, scope, { from: firstOn, to: lastOn, standing: 'counted' })}
    order by v.due_on, v.item_id limit 200`.execute(db)
  return { firstOn, lastOn, sittings: await sittingsBetween(db, actor, firstOn, lastOn), due, mayKeep: isKeeper(actor) }
}

/* ----- the same as a calendar ----- */
const MOST_FEEDS = 10
const MOST_READS = 60
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()
const unknown = () => new NotFound('programmeFeed.not_found', 'Không tìm thấy địa chỉ lịch này.')

export async function listFeeds(db: AnyHandle, actor: Actor): Promise<{ rows: Feed[] }> {
  const { rows } = await sql<Feed>`
    select f.feed_id as id, f.scope, f.chair, f.added_at as "addedAt", f.last_read_at as "lastReadAt"
    from programme.feed f where f.person_id = ${actor.personId} and f.revoked_at is null order by f.feed_id desc`.execute(
    reading<ProgrammeDb>(db),
  )
  return { rows }
}

/** The key is shown once; its hash is kept, which is enough for 256 random bits. */
export async function addFeed(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  { scope, chair }: NewFeed,
): Promise<{ id: number; key: string }> {
  if (actor.personId === null) {
    throw new Forbidden('programmeFeed.people_only', 'Chỉ người dùng mới tạo được địa chỉ lịch; phần mềm đọc qua API.')
  }
  if (scope === 'due' && chair !== undefined) {
    throw wrong('chair', 'programmeFeed.chair_not_needed', 'Lịch hạn trình không chọn người chủ trì. Hãy bỏ trống.')
  }
  await sql`select pg_advisory_xact_lock(hashtextextended('programme feeds', ${actor.personId}))`.execute(trx)
  if ((await listFeeds(trx, actor)).rows.length >= MOST_FEEDS) {
    throw new Conflict(
      'programmeFeed.too_many',
      `Bạn đã có ${MOST_FEEDS} địa chỉ lịch. Hãy thu hồi bớt địa chỉ không dùng.`,
    )
  }
  const key = randomBytes(32).toString('base64url')
  const { feed_id: id } = await trx
    .insertInto('programme.feed')
    .values({ sha256: hashOf(key), person_id: actor.personId, scope, chair: chair ?? null, added_at: now.toString() })
    .returning('feed_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'programmeFeed.added', {
    subject: { kind: 'programmeFeed', id },
    at: now.toString(),
    after: { scope, chair },
  })
  return { id, key }
}

export async function revokeFeed(trx: Transaction<ProgrammeDb>, { actor, id, now }: AskToAdd): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('programme.feed')
    .set({ revoked_at: now.toString() })
    .where('feed_id', '=', id)
    .where('person_id', '=', actor.personId ?? 0)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw unknown()
  await record(trx, actor, 'programmeFeed.revoked', { subject: { kind: 'programmeFeed', id }, at: now.toString() })
}

/** Every calendar address of a person whose password has changed ends: whoever knew the old one may have added one. */
export async function endFeeds(trx: Transaction<ProgrammeDb>, personId: number, at: string): Promise<void> {
  await trx
    .updateTable('programme.feed')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Opens a calendar by its key, under the rights its owner has now. Counts the reading. */
export async function readFeed(
  trx: Transaction<ProgrammeDb>,
  key: string,
  { today, now, origin }: { today: string; now: Temporal.Instant; origin: string },
): Promise<string> {
  const at = now.toString()
  const { rows } = await sql<{ scope: Feed['scope']; chair: string | null; reads: number; user_id: string }>`
    update programme.feed f
    set last_read_at = ${at}::timestamptz,
        window_at = case when f.window_at > ${at}::timestamptz - interval '1 hour' then f.window_at else ${at}::timestamptz end,
        window_reads = case when f.window_at > ${at}::timestamptz - interval '1 hour' then f.window_reads + 1 else 1 end
    from registry.person_card p
    where f.sha256 = ${hashOf(key)} and f.revoked_at is null and p.person_id = f.person_id and p.valid @> ${today}::date
    returning f.scope, f.chair, f.window_reads as reads, p.user_id`.execute(trx)
  const found = rows[0]
  const actor = found && (await findActor(trx, { userId: found.user_id, sessionId: null }, today))
  if (!found || !actor) throw unknown()
  if (found.reads > MOST_READS) {
    throw new TooMany('programmeFeed.too_often', 'Lịch này được đọc quá nhiều lần trong một giờ.', { retryAfter: 3600 })
  }
  if (found.scope === 'week') {
    const sittings = await sittingsBetween(trx, actor, addDays(today, -30), addDays(today, 90), found.chair)
    return writeWeek(found.chair, sittings, origin)
  }
  const scope = scopeOf({}, today)
  const { rows: due } = await sql<ItemCard & { version: number; changedAt: string }>`
    select ${cardColumns(scope)}, i.version, i.changed_at as "changedAt"
    ${matching(actor, scope, { from: addDays(today, -365), standing: 'counted' })} and v.state in ('planned', 'returned')
    order by v.due_on, v.item_id limit 2000`.execute(trx)
  return writeDue(due, origin)
}

const calendarNamed = (name: string) =>
  ical({
    name,
    prodId: { company: 'Điều Hành', product: 'Chương trình công tác', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })

function writeWeek(chair: string | null, sittings: readonly Sitting[], origin: string): string {
  const calendar = calendarNamed(chair === null ? 'Chương trình công tác tuần' : `Chương trình công tác tuần: ${chair}`)
  const host = new URL(origin).hostname
  for (const sitting of sittings) {
    const link = sitting.item
      ? `${origin}/chuong-trinh-cong-tac/${sitting.item.id}`
      : `${origin}/chuong-trinh-cong-tac?tab=week`
    const changed = Temporal.Instant.from(sitting.changedAt)
    calendar.createEvent({
      id: `lich-tuan-${sitting.id}@${host}`,
      start: Temporal.Instant.from(sitting.startsAt),
      end: Temporal.Instant.from(sitting.endsAt),
      summary: sitting.title,
      ...(sitting.place ? { location: sitting.place } : {}),
      description: [
        `Chủ trì: ${sitting.chair}`,
        ...(sitting.attending ? [`Thành phần: ${sitting.attending}`] : []),
        ...(sitting.item ? [`${sitting.item.code}: ${sitting.item.name}`] : []),
        link,
      ].join('\n'),
      url: link,
      stamp: changed,
      lastModified: changed,
      sequence: sitting.version,
    })
  }
  return calendar.toString()
}

function writeDue(items: readonly (ItemCard & { version: number; changedAt: string })[], origin: string): string {
  const calendar = calendarNamed('Hạn trình đề án')
  const host = new URL(origin).hostname
  for (const item of items) {
    const day = Temporal.PlainDate.from(item.dueOn)
    const link = `${origin}/chuong-trinh-cong-tac/${item.id}`
    const changed = Temporal.Instant.from(item.changedAt)
    calendar.createEvent({
      id: `de-an-${item.id}@${host}`,
      start: day,
      end: day.add({ days: 1 }),
      allDay: true,
      summary: `Hạn trình: ${item.name}`.slice(0, 200),
      description: [`${item.code} · ${item.leadAgencyName}`, `Hạn ${formatDay(item.dueOn)}`, link].join('\n'),
      url: link,
      stamp: changed,
      lastModified: changed,
      sequence: item.version,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
