import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { incomingToChange } from './access.ts'
import type { RecordsDb } from './db.ts'
import { leadersOf } from './incoming-choices.ts'
import type { Present } from './incoming-shapes.ts'
import { type IncomingState, moveIncoming } from './incoming-state.ts'
import { about } from './incoming-store.ts'
import { changeRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/** A clerk puts a registered document before a leader, or a leader before another. */
export async function presentIncoming(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { personId, words }: Present,
): Promise<number> {
  const { actor, now } = ask
  const right = hasRight(actor, 'records.register') ? 'records.register' : 'records.assign'
  const row = await incomingToChange(trx, ask, right)
  const state = moveIncoming(row.state as IncomingState, 'present')
  const leaders = await leadersOf(trx, row.agency_id, dayInVietnam(now))
  if (!leaders.some(({ id }) => id === personId))
    throw wrong(
      'personId',
      'incoming.no_such_leader',
      'Người này hôm nay không phải lãnh đạo được giao xử lý văn bản của cơ quan. Hãy chọn người khác.',
    )
  const version = await changeRow(trx, 'records.incoming', ask, {
    state,
    presented_to_id: personId,
    presented_at: now.toString(),
    presented_by: signatureOf(actor),
    presented_words: words?.trim() || null,
  })
  await record(trx, actor, 'incoming.presented', {
    subject: about(ask.id),
    at: now.toString(),
    before: { state: row.state },
    after: { state, personId },
    detail: words?.trim() ? { reason: words.trim() } : undefined,
  })
  return version
}
