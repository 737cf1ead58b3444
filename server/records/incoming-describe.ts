import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { agencyOn } from '../registry/index.ts'
import { incomingToChange } from './access.ts'
import type { RecordsDb } from './db.ts'
import type { Description } from './incoming-shapes.ts'
import { type IncomingState, moveIncoming } from './incoming-state.ts'
import { about, demandKnownKind, type Incoming, registerDueAt } from './incoming-store.ts'
import { changeRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/** A clerk confirms or corrects what a document says of itself. */
export async function describeIncoming(trx: Trx, ask: Ask, description: Description): Promise<number> {
  const row = await incomingToChange(trx, ask, 'records.register')
  moveIncoming(row.state as IncomingState, 'describe')
  const change = await described(trx, ask, row, description)
  const version = await changeRow(trx, 'records.incoming', ask, change)
  await record(trx, ask.actor, 'incoming.described', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: wordsOf(row),
    after: description,
  })
  return version
}

/**
 * The columns of a description. The time to register runs anew from the arrival where the document turns out to be urgent.
 * Throws 400 naming the field for a day in the future, a kind or a sender that there is not.
 */
export async function described(
  trx: Trx,
  { actor, now }: Pick<Ask, 'actor' | 'now'>,
  row: Incoming,
  description: Description,
  path = '',
) {
  const { senderId = null, issuedOn = null, kind = null, isUrgent = row.is_urgent } = description
  if (issuedOn !== null && issuedOn > dayInVietnam(now))
    throw wrong(
      `${path}issuedOn`,
      'incoming.of_the_future',
      'Ngày của văn bản sau hôm nay. Hãy xem lại ngày ghi trên văn bản.',
    )
  if (kind !== null) await demandKnownKind(trx, kind, `${path}kind`)
  if (senderId !== null && !(await agencyOn(trx, senderId, issuedOn ?? dayInVietnam(row.arrived_at))))
    throw wrong(
      `${path}senderId`,
      'incoming.no_such_sender',
      'Cơ quan này không có vào ngày của văn bản. Hãy chọn cơ quan khác hoặc chỉ ghi tên.',
    )
  const clean = (words: string | null | undefined) => words?.trim() || null
  return {
    described_at: now.toString(),
    described_by: signatureOf(actor),
    sender_id: senderId,
    sender_name: description.senderName.trim(),
    notation: clean(description.notation),
    issued_on: issuedOn,
    kind,
    about: description.about.trim(),
    signer_name: clean(description.signerName),
    addressed_to: clean(description.addressedTo),
    is_urgent: isUrgent,
    pages: description.pages ?? null,
    ...(row.registered_at === null && isUrgent !== row.is_urgent
      ? { register_due_at: await registerDueAt(trx, Temporal.Instant.from(row.arrived_at), isUrgent) }
      : {}),
  }
}

const wordsOf = (row: Incoming) =>
  row.described_at === null
    ? null
    : {
        senderName: row.sender_name,
        notation: row.notation,
        issuedOn: row.issued_on,
        kind: row.kind,
        about: row.about,
        signerName: row.signer_name,
        addressedTo: row.addressed_to,
        isUrgent: row.is_urgent,
      }
