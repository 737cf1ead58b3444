import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { hasRight } from '../platform/rights.ts'
import { holdsTyped } from '../platform/search.ts'
import { calendarOf } from '../registry/index.ts'
import { bodyOf } from './access.ts'
import type { RecordsDb } from './db.ts'
import { type IssueRule, issueBy } from './issue-clock.ts'
import type { OutgoingQuery, OutgoingRow } from './outgoing-shapes.ts'
import { keepsBooks, ownOutgoing, peopleOf, type Way, waysToOutgoing } from './sight.ts'
import { tsqueryOf } from './words.ts'

export const OUTGOING_COLUMNS = sql`
  o.outgoing_id as id, o.version, o.kind, o.about, o.state, o.is_urgent as "isUrgent",
  json_build_object('id', o.unit_id, 'name', u.name) as unit,
  json_build_object('id', o.drafter_id, 'name', d.full_name) as drafter,
  case when o.signer_id is not null then json_build_object('id', o.signer_id, 'name', s.full_name) end as signer,
  o.notation, o.dated_on as "datedOn", o.due_on as "dueOn",
  (select count(*)::integer from records.recipient r where r.outgoing_id = o.outgoing_id) as recipients, o.is_sample as "isSample",
  case when o.state in ('signed', 'sealed') then (
    select json_build_object('signedAt', o.signed_at, 'days', c.days, 'urgentMinutes', c.urgent_minutes)
    from records.clock_rule c where c.rule = 'issue' and c.valid @> (o.signed_at at time zone 'Asia/Ho_Chi_Minh')::date) end as clock,
  o.changed_at as "changedAt", o.changed_by as "changedBy"`

export const OUTGOING_JOINS = sql`
  from records.outgoing o
  join registry.agency_latest u on u.agency_id = o.unit_id
  left join lateral (select c.full_name from registry.person_card c where c.person_id = o.drafter_id limit 1) d on true
  left join lateral (select c.full_name from registry.person_card c where c.person_id = o.signer_id limit 1) s on true`

/** A row as it is read, before its term is computed. */
export type ClockedRow = Omit<OutgoingRow, 'issueBy'> & { clock: (IssueRule & { signedAt: string }) | null }

/** With the instant by which each that is signed is issued. */
export async function withTerms<Row extends ClockedRow>(
  db: AnyHandle,
  rows: readonly Row[],
): Promise<(Omit<Row, 'clock'> & Pick<OutgoingRow, 'issueBy'>)[]> {
  const calendar = rows.some(({ clock }) => clock !== null) ? await calendarOf(db) : null
  return rows.map(({ clock, ...row }) => ({
    ...row,
    issueBy:
      clock === null || calendar === null
        ? null
        : issueBy(clock, Temporal.Instant.from(clock.signedAt), row.isUrgent, calendar).toString(),
  }))
}

/** For `records.outgoing o`: what belongs to a list of the actor. */
export function inList(actor: Actor, list: OutgoingQuery['list']): RawBuilder<boolean> {
  const people = sql`${peopleOf(actor)}::bigint[]`
  const body = sql`o.agency_id = any(${[...actor.own]}::bigint[])`
  if (list === 'mine') return sql`o.drafter_id = any(${people}) and o.state <> 'dropped'`
  if (list === 'waiting')
    return sql`o.state = 'inReview' and exists (select from records.route_step r
      where r.outgoing_id = o.outgoing_id and r.round = o.round and r.state = 'open' and r.person_id = any(${people}))`
  if (list === 'toSign')
    return hasRight(actor, 'records.sign') ? sql`o.state = 'forSignature' and o.signer_id = any(${people})` : sql`false`
  if (list === 'toSeal' || list === 'toIssue')
    return hasRight(actor, 'records.register')
      ? sql`o.state = ${list === 'toSeal' ? 'signed' : 'sealed'} and ${body}`
      : sql`false`
  return sql`o.state <> 'dropped'`
}

/** The expression of `outgoing_search_idx`, for `records.outgoing o`. */
export const OUTGOING_SEARCHED = sql<string>`platform.fold(coalesce(o.notation, '') || ' ' || o.about)`

/** The texts that hold the words, of drafts as they are now: of an earlier version nobody is told what it said. */
export const textsWith = (query: string) => sql`
  select v.outgoing_id from records.document_version v
  where v.search @@ ${query}::tsquery
    and not exists (select from records.document_version l where l.outgoing_id = v.outgoing_id and l.number > v.number)`

/** More hits than this, and the latest documents are walked instead: most of them have the words. */
const MANY = 2_000

/** The documents that hold the words by number, subject or text: `found` where they are few, else a condition to try on each. */
async function holdsOutgoing(
  db: AnyHandle,
  words: string,
): Promise<{ found: RawBuilder<unknown> | null; holds: RawBuilder<boolean> }> {
  const query = tsqueryOf(words)
  const inHead = holdsTyped(OUTGOING_SEARCHED, words)
  if (query === null) return { found: null, holds: inHead }
  const heads = sql`select o.outgoing_id from records.outgoing o where ${inHead}`
  const texts = sql`select v.outgoing_id from records.document_version v where v.search @@ ${query}::tsquery`
  const { rows } = await sql<{ many: boolean }>`
    select (select count(*) from (${texts} limit ${MANY + 1}) w) > ${MANY} or (select count(*) from (${heads} limit ${MANY + 1}) w) > ${MANY} as many`.execute(
    reading<RecordsDb>(db),
  )
  if (!rows[0]!.many)
    return {
      found: sql`select w.outgoing_id from (${heads}) w union ${textsWith(query)}`,
      holds: sql`o.outgoing_id in (select f.outgoing_id from found f)`,
    }
  return {
    found: null,
    holds: sql`(${inHead} or exists (select from records.document_version v where v.outgoing_id = o.outgoing_id
      and v.search @@ ${query}::tsquery
      and v.number = (select max(l.number) from records.document_version l where l.outgoing_id = o.outgoing_id) offset 0))`,
  }
}

/**
 * The ways by which documents are the actor's, of each of which a list takes the latest. Who keeps the books of a body walks its
 * documents; where they had a post elsewhere, and everyone else, by what they took part in.
 */
async function waysOf(db: AnyHandle, actor: Actor, today: string): Promise<Way[]> {
  if (!keepsBooks(actor) || (await bodyOf(db, actor, today)) !== actor.agencyId)
    return [...waysToOutgoing(actor), ...(await waysByRoutes(db, actor))].filter(({ ids }) => ids.length > 0)
  const own = sql`${[...actor.own]}::bigint[]`
  const { rows } = await sql`
    select from registry.person_card c where c.person_id = any(${peopleOf(actor)}::bigint[]) and c.agency_id <> all(${own}) limit 1`.execute(
    reading<RecordsDb>(db),
  )
  return [
    { ids: actor.own, way: sql`(o.agency_id = k.id and ${ownOutgoing(actor)})` },
    ...(rows.length === 0
      ? []
      : [{ ids: [0], way: sql<boolean>`(o.agency_id <> all(${own}) and ${ownOutgoing({ ...actor, rights: [] })})` }]),
  ]
}

/** The drafts that the actor was asked about: few by their ids; of many, the documents of the body are walked. */
async function waysByRoutes(db: AnyHandle, actor: Actor): Promise<Way[]> {
  const people = sql`${peopleOf(actor)}::bigint[]`
  const asked = sql`records.route_step s where s.person_id = any(${people}) and s.state <> 'waiting'`
  const { rows } = await sql<{ many: boolean }>`
    select count(*) > ${MANY} as many from (select from ${asked} limit ${MANY + 1}) w`.execute(reading<RecordsDb>(db))
  if (!rows[0]!.many) return [{ ids: [0], way: sql`o.outgoing_id in (select s.outgoing_id from ${asked})` }]
  // The bodies that the agency of the post is of, and was of.
  const { rows: bodies } = await sql<{ id: number }>`
    select w.id from (
      select unnest(${[actor.agencyId, ...actor.own]}::bigint[]) as id
      union select c.parent_id from registry.agency_card c where c.agency_id = ${actor.agencyId} and c.parent_id is not null) w`.execute(
    reading<RecordsDb>(db),
  )
  return [
    {
      ids: bodies.map(({ id }) => id),
      way: sql`(o.agency_id = k.id and exists (select from records.route_step s where s.outgoing_id = o.outgoing_id
        and s.state <> 'waiting' and s.person_id = any(${people}) offset 0))`,
    },
  ]
}

const fits = (key: readonly unknown[]): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

/** Outgoing documents that the actor may see, the last changed first. */
export async function listOutgoing(
  db: AnyHandle,
  actor: Actor,
  query: OutgoingQuery,
  today: string,
): Promise<{ rows: OutgoingRow[]; nextCursor: string | null }> {
  const { list, state, kind, year, words, cursor, limit = 50 } = query
  const after = decodeCursor(query, cursor, fits)
  const { found = null, holds } = words === undefined || words.trim() === '' ? {} : await holdsOutgoing(db, words)
  const conditions = [
    inList(actor, list),
    ...(state === undefined ? [] : [sql`o.state = ${state}`]),
    ...(kind === undefined ? [] : [sql`o.kind = ${kind}`]),
    ...(year === undefined ? [] : [sql`o.year = ${year}`]),
    ...(holds === undefined ? [] : [holds]),
    ...(after ? [sql`(o.changed_at, o.outgoing_id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`] : []),
  ]
  // The latest of each way, and the latest of these: each way is walked in its order.
  const latest = (way: RawBuilder<unknown>) => sql`
    select o.outgoing_id, o.changed_at from records.outgoing o where ${way} and ${sql.join(conditions, sql` and `)}
    order by o.changed_at desc, o.outgoing_id desc limit ${sql.lit(limit + 1)}`
  const ways =
    found !== null
      ? [{ ids: [0], way: ownOutgoing(actor) }]
      : list === undefined || list === 'all'
        ? await waysOf(db, actor, today)
        : // What waits for the actor, or is to be done by them, is theirs.
          [{ ids: [0], way: list === 'toSeal' || list === 'toIssue' ? ownOutgoing(actor) : sql`true` }]
  const statement = sql<ClockedRow>`
    with ${found === null ? sql`` : sql`found as materialized (${found}),`}
    page as materialized (
      select w.outgoing_id from (
        ${sql.join(
          ways.map(
            ({ ids, way }) =>
              sql`select w.* from unnest(${[...ids]}::bigint[]) k(id) cross join lateral (${latest(way)}) w`,
          ),
          sql` union `,
        )}
      ) w order by w.changed_at desc, w.outgoing_id desc limit ${sql.lit(limit + 1)})
    select ${OUTGOING_COLUMNS} ${OUTGOING_JOINS} join page using (outgoing_id)
    order by o.changed_at desc, o.outgoing_id desc`
  // As of incoming documents: the latest of a book have one sensible plan.
  const isOfBook = keepsBooks(actor) && (list === undefined || list === 'all')
  const isAll = [found, state, kind, year].every((filter) => filter === null || filter === undefined)
  const { rows } = await (isOfBook && isAll ? prepared(statement) : statement).execute(reading<RecordsDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ changedAt, id }) => [changedAt, id])
  return { rows: await withTerms(db, items), nextCursor: next }
}
