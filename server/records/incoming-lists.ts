import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Clock } from '../platform/clock.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { hasRight } from '../platform/rights.ts'
import { holdsTyped } from '../platform/search.ts'
import { bodyOf } from './access.ts'
import type { RecordsDb } from './db.ts'
import { duplicatesCount } from './incoming-duplicates.ts'
import type { IncomingQuery, IncomingRow, IncomingStep } from './incoming-shapes.ts'
import { filesOfIncoming, lastCheck } from './last-check.ts'
import { demandPeriod } from './period.ts'
import { givenIncoming, givenToPeople, keepsBooks, peopleOf, unitsOf, type Way } from './sight.ts'
import { tsqueryOf } from './words.ts'

/** The expression of `incoming_search_idx`, for `records.incoming i`. */
export const SEARCHED = sql<string>`platform.fold(coalesce(i.notation, '') || ' ' || coalesce(i.sender_name, '') || ' ' || coalesce(i.about, ''))`

export const DAY = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date`
/** The instant at which a day begins in Viet Nam: a condition on an instant that an index answers. */
export const begins = (day: string) => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`
export const afterDay = (day: string) => sql`((${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`

/** A document is done, or is none that is to be handled. */
const IS_ENDED = sql`i.state in ('done', 'returned', 'refused')`

/** The bodies whose books the actor lists; null for who keeps none, or those of a unit, who list what was given to them. */
async function bodiesListed(db: AnyHandle, actor: Actor, today: string): Promise<number[] | null> {
  // A unit keeps no book: its leader has what the unit was given.
  if (!keepsBooks(actor) || (await bodyOf(db, actor, today)) !== actor.agencyId) return null
  const { rows } = await sql<{ id: number }>`
    select o.id from unnest(${[...actor.own]}::bigint[]) o(id)
    where exists (select from records.incoming i where i.agency_id = o.id)`.execute(reading<RecordsDb>(db))
  return rows.map(({ id }) => id)
}

/** For `records.incoming i`: who keeps the books of a body lists all of it, everyone else what was given to them. */
export async function listedIncoming(db: AnyHandle, actor: Actor, today: string): Promise<RawBuilder<boolean>> {
  const bodies = await bodiesListed(db, actor, today)
  if (bodies === null) return givenIncoming(actor)
  // One as a rule, whose index then has the rows in their order; those it took over beside it.
  return bodies.length === 1
    ? sql<boolean>`i.agency_id = ${bodies[0]}`
    : sql<boolean>`i.agency_id = any(${bodies}::bigint[])`
}

/**
 * The same as ways, of each of which a list takes the latest, `k.id` being each of the ids. What a unit was given is many documents:
 * those of the bodies that the unit is and was of are walked.
 */
async function waysToIncoming(db: AnyHandle, actor: Actor, today: string): Promise<Way[]> {
  const bodies = await bodiesListed(db, actor, today)
  if (bodies !== null) return [{ ids: bodies, way: sql`i.agency_id = k.id` }]
  const units = sql`${[...unitsOf(actor)]}::bigint[]`
  const ofUnits = sql`records.handling h where h.state <> 'withdrawn' and h.agency_id = any(${units})`
  const { rows } = await sql<{ id: number; many: boolean }>`
    select w.id, (select count(*) > ${MANY} from (select from ${ofUnits} limit ${MANY + 1}) n) as many from (
      select unnest(${units}) as id
      union select c.parent_id from registry.agency_card c where c.agency_id = any(${units}) and c.parent_id is not null) w`.execute(
    reading<RecordsDb>(db),
  )
  if (!rows[0]?.many) return [{ ids: [0], way: givenIncoming(actor) }]
  return [
    { ids: [0], way: givenToPeople(actor) },
    {
      ids: rows.map(({ id }) => id),
      way: sql`(i.agency_id = k.id and exists (select from records.handling h where h.incoming_id = i.incoming_id
        and h.state <> 'withdrawn' and h.agency_id = any(${units}) offset 0))`,
    },
  ]
}

type InList = (actor: Actor, today: string) => RawBuilder<unknown>
const IN_LIST: Record<NonNullable<IncomingQuery['list']>, InList> = {
  toRegister: () => sql`i.state = 'arrived'`,
  duplicates: () => sql`i.state = 'arrived' and exists (
    select from (select) one left join records.incoming_file f on f.incoming_id = i.incoming_id and f.is_main
      left join records.file_text t on t.sha256 = f.sha256 where ${duplicatesCount} > 0)`,
  toPresent: () => sql`i.state = 'registered'`,
  toAssign: (actor) => sql`i.state = 'presented' and i.presented_to_id = any(${peopleOf(actor)}::bigint[])`,
  givenBack: (actor) => sql`i.state = 'presented' and i.presented_to_id = any(${peopleOf(actor)}::bigint[]) and exists (
    select from records.handling h where h.incoming_id = i.incoming_id and h.state = 'givenBack')`,
  dueToday: (_, today) => sql`i.due_on = ${today}::date and not ${IS_ENDED}`,
  returned: () => sql`i.state = 'returned'`,
  all: () => sql`true`,
}
/** Whether a document `i` is in a list of the actor. */
export const inIncomingList = (actor: Actor, list: NonNullable<IncomingQuery['list']>, today: string) =>
  IN_LIST[list](actor, today)

/** The columns at which each step ends and begins. */
export const STEPS: Record<IncomingStep, readonly [end: string, start: string]> = {
  register: ['registered_at', 'arrived_at'],
  present: ['presented_at', 'registered_at'],
  assign: ['assigned_at', 'registered_at'],
  handle: ['done_at', 'assigned_at'],
}

/** The conditions of a filter, words apart. `now`: an ISO instant. */
export function incomingConditions(
  actor: Actor,
  query: IncomingQuery,
  now: string,
  today: string,
): RawBuilder<unknown>[] {
  const { list, state, senderId, kind, from, to, registeredFrom, registeredTo, urgent, overdue, late } = query
  const { step, directiveId, taskId } = query
  return [
    ...(list === undefined ? [] : [inIncomingList(actor, list, today)]),
    ...(state === undefined ? [] : [sql`i.state = ${state}`]),
    ...(senderId === undefined ? [] : [sql`i.sender_id = ${senderId}`]),
    ...(kind === undefined ? [] : [sql`i.kind = ${kind}`]),
    ...(from === undefined ? [] : [sql`i.arrived_at >= ${begins(from)}`]),
    ...(to === undefined ? [] : [sql`i.arrived_at < ${afterDay(to)}`]),
    // A figure's rows: what turned out to be secret is in the book alone (secret documents are counted apart, Quyết định 12).
    ...(registeredFrom === undefined
      ? []
      : [sql`i.registered_at >= ${begins(registeredFrom)} and i.state <> 'refused'`]),
    ...(registeredTo === undefined ? [] : [sql`i.registered_at < ${afterDay(registeredTo)}`]),
    ...(urgent === undefined ? [] : [sql`i.is_urgent = ${urgent}`]),
    ...(overdue === undefined
      ? []
      : [
          overdue
            ? sql`(i.due_on < ${today}::date and not ${IS_ENDED})`
            : sql`(i.due_on is null or i.due_on >= ${today}::date or ${IS_ENDED})`,
        ]),
    ...(late === undefined
      ? []
      : [late ? isLate(now) : sql`not ${isLate(now)} and i.state not in ('returned', 'refused')`]),
    ...(step === undefined ? [] : STEPS[step].map((column) => sql`${sql.ref(`i.${column}`)} is not null`)),
    ...(directiveId === undefined ? [] : [sql`i.directive_id = ${directiveId}`]),
    ...(taskId === undefined
      ? []
      : [
          sql`exists (select from records.task_answer a where a.incoming_id = i.incoming_id and a.task_id = ${taskId})`,
        ]),
  ]
}

/** Registered after its time, or still waiting with its time past. */
export const isLate = (now: string) =>
  sql<boolean>`(case when i.registered_at is null then i.state = 'arrived' and i.register_due_at < ${now}::timestamptz
    else i.registered_at > i.register_due_at end)`

/** More hits than this, and the latest documents are walked instead: most of them have the words. */
const MANY = 2_000

/** The documents that hold the words by number, sender, subject or the text of a file: `found` where they are few, else a condition. */
async function holdsWords(
  db: AnyHandle,
  words: string,
): Promise<{ found: RawBuilder<unknown> | null; holds: RawBuilder<boolean> }> {
  const query = tsqueryOf(words)
  const inHead = holdsTyped(SEARCHED, words)
  // What a clerk has not confirmed yet is shown as it was read, and so it is found.
  const inProposed = sql<boolean>`(i.state = 'arrived' and i.described_at is null and exists (
    select from records.incoming_file p join records.file_text r using (sha256) where p.incoming_id = i.incoming_id and p.is_main
      and ${holdsTyped(sql`platform.fold(concat_ws(' ', r.head ->> 'notation', r.head ->> 'senderName', r.head ->> 'about'))`, words)} offset 0))`
  if (query === null) return { found: null, holds: sql<boolean>`(${inHead} or ${inProposed})` }
  const heads = sql`(select i.incoming_id from records.incoming i where ${inHead}
    union all select i.incoming_id from records.incoming i where ${inProposed})`
  const matching = sql`t.search @@ ${query}::tsquery`
  const { rows } = await sql<{ many: boolean }>`
    select (select count(*) from (select from records.file_text t where ${matching} limit ${MANY + 1}) w) > ${MANY}
      or (select count(*) from (select from ${heads} h limit ${MANY + 1}) w) > ${MANY} as many`.execute(
    reading<RecordsDb>(db),
  )
  if (rows[0]!.many)
    return {
      found: null,
      holds: sql<boolean>`(${inHead} or ${inProposed} or exists (select from records.incoming_file f join records.file_text t using (sha256)
        where f.incoming_id = i.incoming_id and ${matching} offset 0))`,
    }
  return {
    found: sql`select w.incoming_id from (${heads}) w
      union select f.incoming_id from records.file_text t join records.incoming_file f using (sha256) where ${matching}`,
    holds: sql`i.incoming_id in (select f.incoming_id from found f)`,
  }
}

/** Names as known on the day shown; what the text proposes stands in for what no clerk has confirmed. */
export const INCOMING_COLUMNS = sql`
  i.incoming_id as id, i.version, i.state, i.arrived_at as "arrivedAt", i.arrived_by as "arrivedBy", i.way,
  i.register_due_at as "registerDueAt", i.number_written as number, i.registered_at as "registeredAt",
  case when i.described_at is not null then json_build_object('id', i.sender_id, 'name', i.sender_name)
       when t.head ->> 'senderName' is not null then json_build_object('id', (t.head ->> 'senderId')::bigint, 'name', t.head ->> 'senderName')
  end as sender,
  case when i.described_at is null then t.head ->> 'notation' else i.notation end as notation,
  case when i.described_at is null then t.head ->> 'issuedOn' else i.issued_on::text end as "issuedOn",
  case when i.described_at is null then t.head ->> 'kind' else i.kind end as kind,
  case when i.described_at is null and i.about is null then coalesce(t.head ->> 'about',
    (select m.subject from records.incoming_mail m where m.incoming_id = i.incoming_id)) else i.about end as about,
  case when i.described_at is null then coalesce((t.head ->> 'isUrgent')::boolean, i.is_urgent) else i.is_urgent end as "isUrgent",
  i.described_at is not null as "isDescribed", f.name as "fileName",
  (select count(*)::integer from records.incoming_file n where n.incoming_id = i.incoming_id) as files,
  t.state as "textState", t.percent,
  (select (array['unsigned', 'valid', 'unverifiable', 'invalid'])[max(array_position(array['unsigned', 'valid', 'unverifiable', 'invalid'], c.state))]
   from records.incoming_file n cross join ${lastCheck(sql`n.sha256`, filesOfIncoming(sql`n.incoming_id`))} c
   where n.incoming_id = i.incoming_id) as signatures,
  case when i.state = 'arrived' then ${duplicatesCount} else 0 end as duplicates,
  i.due_on as "dueOn",
  case when i.presented_to_id is not null then json_build_object('id', i.presented_to_id, 'name', (
    select c.full_name from registry.person_card c where c.person_id = i.presented_to_id limit 1)) end as "presentedTo",
  (select coalesce((select a.name from registry.agency_latest a where a.agency_id = h.agency_id),
                   (select c.full_name from registry.person_card c where c.person_id = h.person_id limit 1))
   from records.handling h where h.incoming_id = i.incoming_id and h.part = 'lead' and h.from_id is null
     and h.state in ('assigned', 'underway', 'done') limit 1) as lead,
  i.changed_at as "changedAt"`
export const INCOMING_JOINS = sql`
  left join records.incoming_file f on f.incoming_id = i.incoming_id and f.is_main
  left join records.file_text t on t.sha256 = f.sha256`

const fits = (key: readonly unknown[]): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

/** Documents that came in and that the actor may see, the latest first. */
export async function listIncoming(
  db: AnyHandle,
  actor: Actor,
  query: IncomingQuery,
  clock: Clock,
): Promise<{ rows: IncomingRow[]; nextCursor: string | null; mayArrive: boolean }> {
  const { words = '', cursor, limit = 50 } = query
  demandPeriod(query.from, query.to)
  demandPeriod(query.registeredFrom, query.registeredTo, 'registeredFrom')
  const today = todayInVietnam(clock)
  const after = decodeCursor(query, cursor, fits)
  const { found = null, holds } = words.trim() === '' ? {} : await holdsWords(db, words)
  const conditions = [
    sql`true`,
    ...incomingConditions(actor, query, clock.now().toString(), today),
    ...(holds === undefined ? [] : [holds]),
    ...(after ? [sql`(i.arrived_at, i.incoming_id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`] : []),
  ]
  const ways =
    found === null
      ? await waysToIncoming(db, actor, today)
      : [{ ids: [0], way: await listedIncoming(db, actor, today) }]
  // The page first: what its rows show is asked for them alone.
  const statement = sql<IncomingRow>`
    with ${found === null ? sql`` : sql`found as materialized (${found}),`}
    page as materialized (
      select w.incoming_id from (
        ${sql.join(
          ways.map(
            ({ ids, way }) => sql`
              select w.* from unnest(${[...ids]}::bigint[]) k(id) cross join lateral (
                select i.incoming_id, i.arrived_at from records.incoming i where ${way} and ${sql.join(conditions, sql` and `)}
                order by i.arrived_at desc, i.incoming_id desc limit ${sql.lit(limit + 1)}) w`,
          ),
          sql` union `,
        )}
      ) w order by w.arrived_at desc, w.incoming_id desc limit ${sql.lit(limit + 1)})
    select ${INCOMING_COLUMNS} from page join records.incoming i using (incoming_id) ${INCOMING_JOINS}
    order by i.arrived_at desc, i.incoming_id desc`
  // A list of a book has one sensible plan, and making it takes twice as long as the work; how many documents were given to somebody,
  // are of a sender or hold words, the plan has to know.
  const { list: _, cursor: __, limit: ___, ...filters } = query
  const isOfBook = keepsBooks(actor) && Object.values(filters).every((value) => value === undefined || value === '')
  const { rows } = await (isOfBook ? prepared(statement) : statement).execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ arrivedAt, id }) => [arrivedAt, id])
  return { rows: items, nextCursor: next, mayArrive: hasRight(actor, 'records.register') }
}
