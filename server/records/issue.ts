/** What the clerk does with a signed document: seals and issues it; and what happens to one that was issued. */
import type { KnownActor } from '../platform/actor.ts'
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { getBlob } from '../platform/blobs.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { addJob } from '../platform/jobs.ts'
import { keepFile, PDF } from '../platform/official-document/kept.ts'
import { enterInBook } from '../registry/index.ts'
import { demandFor, outgoingToChange } from './access.ts'
import type { RecordsDb } from './db.ts'
import { about, note } from './draft.ts'
import { issuerOn } from './outgoing-paper.ts'
import type { Reasoned, WithPin } from './outgoing-shapes.ts'
import { moveOutgoing, type OutgoingState } from './outgoing-state.ts'
import { recipientsOf } from './outgoing-store.ts'
import { RAISE_ATTEMPTS, RAISE_JOB } from './raise.ts'
import type { SignDeps } from './sign.ts'
import { keepSigning, signAs } from './sign-file.ts'
import { changeRow, lockRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/**
 * The clerk puts the body's seal on a signed document, over a third of the signature (Nghị định 30/2020/NĐ-CP, Điều 33). A body without
 * a key here seals on paper: the document says that it carries no electronic seal.
 */
export async function seal(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { pin }: WithPin,
  { blobs, config, ...on }: SignDeps,
): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandFor(ask.actor, 'records.register', row.agency_id)
  const state = moveOutgoing(row.state as OutgoingState, 'seal')
  const { bytes } = await getBlob(trx, blobs, row.pdf_sha256!.toString('hex'))
  const sealed = await signAs(
    trx,
    { blobs, config, now: ask.now, ...on },
    bytes,
    {
      what: 'agency',
      agencyId: row.agency_id,
      agency: (await issuerOn(trx, row, row.dated_on!)).name,
      name: row.signer_name!,
      ...(pin === undefined ? {} : { pin }),
    },
    row.pdf_sha256!.toString('hex'),
  )
  const pdf = await keepFile(trx, blobs, sealed.pdf, PDF)
  const version = await changeRow(trx, 'records.outgoing', ask, {
    state,
    sealed_at: ask.now.toString(),
    sealed_by: signatureOf(ask.actor),
    pdf_sha256: pdf,
    ...(row.signature_level === null && sealed.level !== null ? { signature_level: sealed.level } : {}),
  })
  await keepSigning(trx, ask, 'agency', sealed, pdf)
  if (row.signature_level !== null || sealed.level !== null)
    await addJob(trx, RAISE_JOB, { outgoingId: ask.id }, { maxAttempts: RAISE_ATTEMPTS })
  await note(trx, ask, 'sealed', null)
  await record(trx, ask.actor, 'outgoing.sealed', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state, level: sealed.level },
  })
  return version
}

/** Issues a sealed document: its line in the book, its recipients told, and what it replaces replaced. */
export async function issue(trx: Trx, ask: Ask): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandFor(ask.actor, 'records.register', row.agency_id)
  const state = moveOutgoing(row.state as OutgoingState, 'issue')
  const recipients = await recipientsOf(trx, ask.id)
  await enterInBook(
    trx,
    { register: row.register!, year: row.year!, notation: row.notation! },
    {
      kind: row.kind,
      about: row.about,
      signer: row.signer_name,
      recipients: recipients.map(({ name }) => name).join('; '),
      sourceKind: 'outgoing',
      sourceId: ask.id,
      pdf: row.pdf_sha256,
      isUrgent: row.is_urgent,
    },
    ask.now,
  )
  const version = await changeRow(trx, 'records.outgoing', ask, {
    state,
    issued_at: ask.now.toString(),
    issued_by: signatureOf(ask.actor),
  })
  if (row.replaces_id !== null) await replaceEarlier(trx, ask, row.replaces_id, row.notation!)
  await note(trx, ask, 'issued', null)
  await record(trx, ask.actor, 'outgoing.issued', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state, notation: row.notation, recipients: recipients.length },
  })
  return version
}

async function replaceEarlier(trx: Trx, ask: Ask, id: number, by: string): Promise<void> {
  const earlier = (await lockRow(trx, 'records.outgoing', id))!
  // Recalled, or replaced by another, since this one was begun: it has its number, and is issued on its own.
  if (earlier.state !== 'issued') return
  const state = moveOutgoing(earlier.state as OutgoingState, 'replace')
  await changeRow(trx, 'records.outgoing', { ...ask, id }, { state })
  await note(trx, { ...ask, id }, 'replaced', `Thay thế bằng văn bản số ${by}`)
  await record(trx, ask.actor, 'outgoing.replaced', {
    subject: about(id),
    at: ask.now.toString(),
    before: { state: earlier.state },
    after: { state, by },
  })
}

/** Recalls an issued document, with the reason that its recipients are told (Nghị định 30/2020/NĐ-CP, Điều 18.4). */
export async function recall(trx: Trx, ask: Ask, { reason }: Reasoned): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandFor(ask.actor, 'records.register', row.agency_id)
  const state = moveOutgoing(row.state as OutgoingState, 'recall')
  const version = await changeRow(trx, 'records.outgoing', ask, {
    state,
    recalled_at: ask.now.toString(),
    recalled_by: signatureOf(ask.actor),
    recalled_reason: reason.trim(),
  })
  await note(trx, ask, 'recalled', reason)
  await record(trx, ask.actor, 'outgoing.recalled', {
    subject: about(ask.id),
    at: ask.now.toString(),
    before: { state: row.state },
    after: { state },
    detail: { reason: reason.trim() },
  })
  return version
}
