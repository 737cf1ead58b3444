import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { holdsTyped } from '../platform/search.ts'
import { bodyOf } from './access.ts'
import type { RecordsDb } from './db.ts'
import { afterDay, begins, DAY, SEARCHED } from './incoming-lists.ts'
import type { HandlingQuery, HandlingRow } from './incoming-shapes.ts'
import { demandPeriod } from './period.ts'
import { keepsBooks, peopleOf, unitsOf } from './sight.ts'

export const IS_OPEN = sql<boolean>`h.state in ('assigned', 'underway')`
/** Past its day and not done. */
export const openLate = (today: string) => sql<boolean>`(${IS_OPEN} and h.due_on < ${today}::date)`
/** Done after its day. */
export const DONE_LATE = sql<boolean>`(h.state = 'done' and ${DAY('h.ended_at')} > h.due_on)`

/** For `records.handling h`: what the list holds. Throws 403 to who asks for all without keeping the books. */
export async function inHandlingList(
  db: AnyHandle,
  actor: Actor,
  list: HandlingQuery['list'],
  today: string,
): Promise<RawBuilder<unknown>> {
  if (list === 'unit') return sql`h.agency_id = any(${[...unitsOf(actor)]}::bigint[])`
  if (list === 'all') {
    if (!keepsBooks(actor))
      throw new Forbidden(
        'handling.not_all',
        'Chỉ văn thư, lãnh đạo và người làm lưu trữ của cơ quan mới xem mọi phần việc.',
      )
    const body = await bodyOf(db, actor, today)
    return body === actor.agencyId
      ? sql`i.agency_id = any(${[...actor.own]}::bigint[])`
      : sql`h.unit_id = any(${[...actor.own]}::bigint[])`
  }
  return sql`h.person_id = any(${peopleOf(actor)}::bigint[])`
}

/** The units whose parts may be in documents of the actor's: of today and of before, those that had any. As a table of `unit_id`. */
export const unitsWithParts = (actor: Actor): RawBuilder<unknown> => {
  const own = sql`${[...actor.own]}::bigint[]`
  return sql`(
    select w.unit_id from (
      select unnest(${own}) as unit_id union select c.agency_id from registry.agency_card c where c.parent_id = any(${own})) w
    where exists (select from records.handling h where h.unit_id = w.unit_id))`
}

/** The conditions of a filter: figures count by the same ones that list. */
export function handlingConditions(query: HandlingQuery, today: string): RawBuilder<unknown>[] {
  const { state, open, part, overdue, late, isOnline, unitId, personId, direct, endedFrom, endedTo, words } = query
  return [
    ...(state === undefined ? [sql`h.state <> 'withdrawn'`] : [sql`h.state = ${state}`]),
    ...(open === undefined ? [] : [open ? IS_OPEN : sql`not ${IS_OPEN}`]),
    ...(part === undefined ? [] : [sql`h.part = ${part}`]),
    ...(overdue === undefined ? [] : [overdue ? openLate(today) : sql`coalesce(not ${openLate(today)}, true)`]),
    ...(late === undefined
      ? []
      : [
          late
            ? sql`(${DONE_LATE} or ${openLate(today)})`
            : sql`(h.state = 'done' and coalesce(not ${DONE_LATE}, true))`,
        ]),
    ...(isOnline === undefined ? [] : [sql`h.is_online = ${isOnline}`]),
    ...(unitId === undefined ? [] : [sql`h.unit_id = ${unitId}`]),
    ...(personId === undefined ? [] : [sql`h.person_id = ${personId}`]),
    ...(direct === undefined ? [] : [direct ? sql`h.from_id is null` : sql`h.from_id is not null`]),
    // As of documents registered in a period: parts of one that turned out to be secret are in no figure.
    ...(endedFrom === undefined ? [] : [sql`h.ended_at >= ${begins(endedFrom)} and i.state <> 'refused'`]),
    ...(endedTo === undefined ? [] : [sql`h.ended_at < ${afterDay(endedTo)}`]),
    ...(words === undefined || words.trim() === ''
      ? []
      : [sql`(${holdsTyped(SEARCHED, words)} or i.number_written = ${words.trim()})`]),
  ]
}

/** Parts without a day come last. */
const DUE = sql`coalesce(h.due_on, 'infinity'::date)`
const fits = (key: readonly unknown[]): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

/** Parts of documents, what is due first at the top. */
export async function listHandlings(
  db: AnyHandle,
  actor: Actor,
  query: HandlingQuery,
  today: string,
): Promise<{ rows: HandlingRow[]; nextCursor: string | null }> {
  const { list = 'mine', cursor, limit = 50 } = query
  demandPeriod(query.endedFrom, query.endedTo, 'endedFrom')
  const after = decodeCursor(query, cursor, fits)
  const conditions = [
    await inHandlingList(db, actor, list, today),
    ...handlingConditions(query, today),
    ...(after ? [sql`(${DUE}, h.handling_id) > (${after[0]}::date, ${after[1]}::bigint)`] : []),
  ]
  // Of all parts of a body: the first of each unit, and the first of these, each by its index.
  const ofUnits =
    list === 'all'
      ? sql`${unitsWithParts(actor)} u cross join lateral (
          select h.handling_id, ${DUE} as due from records.handling h join records.incoming i using (incoming_id)
          where h.unit_id = u.unit_id and ${sql.join(conditions, sql` and `)} order by ${DUE}, h.handling_id limit ${limit + 1}) w`
      : sql`(select h.handling_id, ${DUE} as due from records.handling h join records.incoming i using (incoming_id)
          where ${sql.join(conditions, sql` and `)}) w`
  const { rows } = await sql<HandlingRow>`
    with page as materialized (
      select w.handling_id from ${ofUnits} order by w.due, w.handling_id limit ${limit + 1})
    select h.handling_id as id, h.incoming_id as "incomingId", h.part, h.state,
           coalesce((select a.name from registry.agency_latest a where a.agency_id = h.agency_id),
                    (select c.full_name from registry.person_card c where c.person_id = h.person_id limit 1)) as holder,
           h.due_on as "dueOn", h.assigned_at as "assignedAt", h.assigned_by as "assignedBy", h.words, h.ended_at as "endedAt",
           h.is_online as "isOnline", i.number_written as number, i.notation, i.sender_name as sender, i.about,
           i.is_urgent as "isUrgent"
    from page join records.handling h using (handling_id) join records.incoming i using (incoming_id)
    order by ${DUE}, h.handling_id`.execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ dueOn, id }) => [dueOn ?? 'infinity', id])
  return { rows: items, nextCursor: next }
}
