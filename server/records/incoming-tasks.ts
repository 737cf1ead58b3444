/** Which tasks a document answers. */
import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { incomingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { about, type Incoming } from './incoming-store.ts'
import { lockRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/** Whoever handles documents and sees this one: the clerk who registers it, the officer who reads it. */
async function toLink(trx: Trx, { actor, id }: AskToAdd): Promise<Incoming> {
  const row = await lockRow(trx, 'records.incoming', id)
  await incomingToRead(trx, actor, id)
  if (!(['records.register', 'records.assign', 'records.draft'] as const).some((right) => hasRight(actor, right)))
    throw new Forbidden('incoming.may_not_link', 'Chỉ người xử lý văn bản của cơ quan mới liên kết với nhiệm vụ.')
  return row!
}

/** Links a registered document with a task that the actor sees. A second time changes nothing. */
export async function linkTask(trx: Trx, ask: AskToAdd, taskId: number): Promise<void> {
  const { actor, now, id } = ask
  const row = await toLink(trx, ask)
  if (row.registered_at === null || row.state === 'returned' || row.state === 'refused')
    throw new Conflict('incoming.not_registered', 'Chỉ liên kết văn bản đến đã vào sổ.')
  const { rows } = await sql`
    select from tasks.task_card t where t.task_id = ${taskId}
      and ${
        actor.seen === null
          ? sql`true`
          : sql`t.task_id in (select p.task_id from tasks.party_card p where p.agency_id = any(${[...actor.seen]}::bigint[]))`
      }`.execute(trx)
  if (rows.length === 0)
    throw wrong('taskId', 'incoming.no_such_task', 'Không tìm thấy nhiệm vụ này. Hãy chọn nhiệm vụ khác.')
  const added = await trx
    .insertInto('records.task_answer')
    .values({ incoming_id: id, task_id: taskId, linked_at: now.toString(), linked_by: signatureOf(actor) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('task_id')
    .executeTakeFirst()
  if (added)
    await record(trx, actor, 'incoming.taskLinked', { subject: about(id), at: now.toString(), after: { taskId } })
}

export async function unlinkTask(trx: Trx, ask: AskToAdd, taskId: number): Promise<void> {
  await toLink(trx, ask)
  const gone = await trx
    .deleteFrom('records.task_answer')
    .where('incoming_id', '=', ask.id)
    .where('task_id', '=', taskId)
    .returning('task_id')
    .executeTakeFirst()
  if (!gone) throw new NotFound('incoming.not_linked', 'Văn bản không liên kết với nhiệm vụ này.')
  await record(trx, ask.actor, 'incoming.taskUnlinked', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { taskId },
  })
}
