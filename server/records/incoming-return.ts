import { record } from '../platform/audit.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { incomingToChange, incomingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { type IncomingState, moveIncoming } from './incoming-state.ts'
import { about } from './incoming-store.ts'
import { changeRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/** Returns a wrong or misaddressed document with the reason. One that has its number keeps it: the book has no gap. */
export async function returnIncoming(trx: Trx, ask: Ask, reason: string): Promise<number> {
  const row = await incomingToChange(trx, ask, 'records.register')
  const state = moveIncoming(row.state as IncomingState, 'return')
  const version = await changeRow(trx, 'records.incoming', ask, {
    state,
    returned_at: ask.now.toString(),
    returned_reason: reason.trim(),
  })
  await record(trx, ask.actor, 'incoming.returned', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state },
    detail: { reason: reason.trim() },
  })
  return version
}

/** The clerk finds that it is a document which came before: it gets no number of its own, and nobody is told. */
export async function sameAs(trx: Trx, ask: Ask, incomingId: number): Promise<number> {
  const row = await incomingToChange(trx, ask, 'records.register')
  const state = moveIncoming(row.state as IncomingState, 'return')
  if (row.registered_at !== null)
    throw new Conflict('incoming.has_number', 'Văn bản đã có số đến. Hãy trả lại kèm lý do thay vì xác định trùng.')
  const other = await incomingToRead(trx, ask.actor, incomingId)
  if (incomingId === ask.id || other.agency_id !== row.agency_id || other.same_as_id !== null)
    throw wrong(
      'incomingId',
      'incoming.not_the_same',
      'Hãy chọn một văn bản đến khác của cơ quan, không phải bản trùng.',
    )
  const reason = `Trùng văn bản đến ${other.number_written === null ? `tiếp nhận trước (mã ${other.incoming_id})` : `số ${other.number_written}/${other.year}`}`
  const version = await changeRow(trx, 'records.incoming', ask, {
    state,
    returned_at: ask.now.toString(),
    returned_reason: reason,
    same_as_id: incomingId,
  })
  await record(trx, ask.actor, 'incoming.same', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state, sameAs: incomingId },
    detail: { reason },
  })
  return version
}
