import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { systemActor } from '../platform/actor.ts'
import { type Announcement, record } from '../platform/audit.ts'
import { type BlobContent, type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, type AnyTransaction, reading, type Transaction, within } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { decodeCursor, pageOf } from '../platform/paging.ts'
import { hasRight } from '../platform/rights.ts'
import { holdsWords } from '../platform/search.ts'
import { maySeeAll } from './access.ts'
import type { DirectivesDb } from './db.ts'
import type { Order, OrderForm, OrderList, OrderQuery, OrderRow } from './outside-order-shapes.ts'

/** The kind of source that these orders are of tasks. */
export const ORDER_SOURCE = 'outsideOrder'

/** For `directives.outside_order_task x`: the actor may see the task. */
function isTaskSeen(actor: Actor): RawBuilder<boolean> {
  if (maySeeAll(actor)) return sql<boolean>`true`
  return sql<boolean>`exists (
    select from tasks.part_held h where h.task_id = x.task_id and h.agency_id = any(${[...(actor.seen ?? [])]}::bigint[]))`
}

/** For `directives.outside_order o`: the actor may read it, with a task of an agency they see. */
function isSeen(actor: Actor): RawBuilder<boolean> {
  if (maySeeAll(actor)) return sql<boolean>`true`
  return sql<boolean>`exists (
    select from directives.outside_order_task x where x.outside_order_id = o.outside_order_id and ${isTaskSeen(actor)})`
}

const rowOf = (actor: Actor) => sql`
  o.outside_order_id as id, o.form, o.given_by as "givenBy", o.given_on as "givenOn", o.about,
  o.document_number as "documentNumber", o.document_on as "documentOn", o.file_name as "fileName",
  o.recorded_at as "recordedAt", o.recorded_by as "recordedBy",
  (select count(*)::integer from directives.outside_order_task x
   where x.outside_order_id = o.outside_order_id and ${isTaskSeen(actor)}) as "taskCount"`

/** The orders the actor may read, newest first. */
export async function listOrders(db: AnyHandle, actor: Actor, query: OrderQuery): Promise<OrderList> {
  const limit = query.limit ?? 50
  const after = decodeCursor(query, query.cursor, isKey)
  const { rows } = await sql<OrderRow>`
    select ${rowOf(actor)}
    from directives.outside_order o
    where ${isSeen(actor)}
      ${query.search ? sql`and ${holdsWords(SEARCHED, query.search)}` : sql``}
      ${after ? sql`and (o.given_on, o.outside_order_id) < (${after[0]}::date, ${after[1]}::bigint)` : sql``}
    order by o.given_on desc, o.outside_order_id desc limit ${limit + 1}`.execute(reading<DirectivesDb>(db))
  const { items, next } = pageOf(query, rows, limit, ({ givenOn, id }) => [givenOn, id])
  return { rows: items, nextCursor: next }
}

const SEARCHED = sql`platform.fold(coalesce(o.document_number, '') || ' ' || o.given_by || ' ' || o.about)`
const isKey = (key: readonly unknown[]): key is [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(key[0]) && Number.isSafeInteger(key[1])

/** One order with its tasks, those that the actor may see. The same 404 whether it does not exist or may not be read. */
export async function showOrder(db: AnyHandle, actor: Actor, id: number): Promise<Order> {
  const { rows } = await sql<Omit<Order, 'mayAdd'>>`
    select ${rowOf(actor)}, coalesce(t.list, '[]') as tasks
    from directives.outside_order o
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', t.task_id, 'code', t.code, 'title', t.title, 'leadAgencyName', l.name,
                                          'state', t.state, 'dueOn', t.due_on) order by x.position) as list
      from directives.outside_order_task x
      join tasks.task_card t on t.task_id = x.task_id
      join registry.agency_latest l on l.agency_id = t.lead_agency_id
      where x.outside_order_id = o.outside_order_id and ${isTaskSeen(actor)}
    ) t on true
    where o.outside_order_id = ${id} and ${isSeen(actor)}`.execute(reading<DirectivesDb>(db))
  if (!rows[0]) throw notThere()
  return { ...rows[0], mayAdd: hasRight(actor, 'directive.review') }
}

/** Locks an order to add tasks to it: two people at the same time take different places. */
export async function lockOrder(
  trx: Transaction<DirectivesDb>,
  actor: Actor,
  id: number,
): Promise<
  Pick<OrderRow, 'form' | 'givenBy' | 'givenOn' | 'about' | 'documentNumber'> & { form: OrderForm; last: number }
> {
  // The rows of an order never change, so the application may not lock them: the number of the order is locked.
  await sql`select pg_advisory_xact_lock(hashtext('directives.outside_order'), ${id}::integer)`.execute(trx)
  const { rows } = await sql<Awaited<ReturnType<typeof lockOrder>>>`
    select o.form, o.given_by as "givenBy", o.given_on as "givenOn", o.about, o.document_number as "documentNumber",
           coalesce((select max(x.position) from directives.outside_order_task x
                     where x.outside_order_id = o.outside_order_id), 0) as last
    from directives.outside_order o
    where o.outside_order_id = ${id} and ${isSeen(actor)}`.execute(trx)
  if (!rows[0]) throw notThere()
  return rows[0]
}

const notThere = () => new NotFound('order.not_found', 'Không tìm thấy chỉ đạo này.')

/** The file that proves an order. */
export async function orderFile(
  db: AnyHandle,
  blobs: Blobs,
  actor: Actor,
  id: number,
): Promise<BlobContent & { fileName: string }> {
  const { rows } = await sql<{ sha256: Buffer; file_name: string; media_type: string }>`
    select o.sha256, o.file_name, o.media_type from directives.outside_order o
    where o.outside_order_id = ${id} and o.sha256 is not null and ${isSeen(actor)}`.execute(reading<DirectivesDb>(db))
  const found = rows[0]
  if (!found) throw new NotFound('order.no_file', 'Chỉ đạo này không có tệp kèm theo.')
  const content = await getBlob(db, blobs, Buffer.from(found.sha256).toString('hex'))
  return { ...content, mediaType: found.media_type, fileName: found.file_name }
}

const GUARD = systemActor('kiểm tra dấu mật')

/** Says in the log of every order with the purged file that the file is gone. The order itself stays. */
export async function notePurgedOrders(handle: AnyTransaction, { subject }: Announcement): Promise<void> {
  const orders = await within<DirectivesDb>(handle)
    .selectFrom('directives.outside_order')
    .select(['outside_order_id', 'file_name'])
    .where('sha256', '=', Buffer.from(String(subject.id), 'hex'))
    .execute()
  for (const { outside_order_id, file_name } of orders)
    await record(handle, GUARD, 'outsideOrder.filePurged', {
      subject: { kind: ORDER_SOURCE, id: outside_order_id },
      before: { fileName: file_name },
    })
}
