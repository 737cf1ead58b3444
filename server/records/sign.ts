import type { KnownActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import type { Db, Transaction } from '../platform/db.ts'
import { Forbidden, Problem } from '../platform/errors.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { DOCX, keepFile, PDF } from '../platform/official-document/kept.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { nextDocumentNumber, signatureFor } from '../registry/index.ts'
import { demand, outgoingToChange, outgoingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { about, note } from './draft.ts'
import { issuerOn, kindOf, outgoingPaper, suffixOf } from './outgoing-paper.ts'
import type { SignedMany, SignMany, WithPin } from './outgoing-shapes.ts'
import { moveOutgoing, type OutgoingState } from './outgoing-state.ts'
import { currentVersion, stepsOf } from './outgoing-store.ts'
import { demandSigner, demandSignerHand } from './review.ts'
import { whyNotSign } from './route.ts'
import { keepSigning, type OnDevice, signAs } from './sign-file.ts'
import { changeRow } from './store.ts'

export interface SignDeps {
  blobs: Blobs
  config: Config
  /** The key lies in a device of the signer's own machine. */
  device?: OnDevice
}

const OWN_WORK = {
  drafter: 'Người soạn thảo không ký văn bản mình soạn, kể cả khi ký thay. Hãy rút về và chọn người ký khác.',
  checker: 'Người đã kiểm tra, duyệt dự thảo không đồng thời ký văn bản. Hãy rút về và chọn người ký khác.',
} as const

/**
 * A leader signs a document: it gets the next number of its register and today's day, its page is rendered with both, signed with the
 * leader's key if they have one here, and kept. One transaction: a refusal leaves no gap (Nghị định 30/2020/NĐ-CP, Điều 13, 15).
 */
export async function signOutgoing(
  trx: Transaction<RecordsDb>,
  ask: Ask<number, KnownActor>,
  { pin }: WithPin,
  { blobs, config, ...on }: SignDeps,
): Promise<{ version: number; notation: string }> {
  const { actor, now } = ask
  const row = await outgoingToChange(trx, ask)
  demand(actor, 'records.sign')
  const state = moveOutgoing(row.state as OutgoingState, 'sign')
  demandSignerHand(row, ask)
  const today = dayInVietnam(now)
  await demandSigner(trx, row, row.signer_id!, today)
  const checkers = (await stepsOf(trx, row)).flatMap(({ personId, actedById, state: of, kind }) =>
    of === 'agreed' && kind !== 'opinion' ? [personId, actedById] : [],
  )
  const own = whyNotSign(
    { personId: actor.personId!, onBehalfOf: actor.onBehalfOf?.personId ?? null },
    { drafterId: row.drafter_id, checkers: checkers.filter((id) => id !== null) },
  )
  if (own !== null) throw new Forbidden('outgoing.own_work', OWN_WORK[own])
  const { content } = await currentVersion(trx, ask.id)
  const issuer = await issuerOn(trx, row, today)
  const signature = await signatureFor(trx, actor, issuer.head, today)
  const given = await nextDocumentNumber(
    trx,
    { register: { agencyId: row.agency_id, direction: 'outgoing', kind: row.kind }, issuedOn: today },
    suffixOf(await kindOf(trx, row.kind), issuer),
  )
  const page = { notation: given.notation, datedOn: today, signature }
  const paper = await outgoingPaper(trx, row, content, issuer, page)
  const signed = await signAs(
    trx,
    { blobs, config, now, ...on },
    await toPdf(paper),
    {
      what: 'person',
      // A deputy signs with their own key: the mark says for whom.
      personId: actor.personId!,
      name: signature.name,
      ...(pin === undefined ? {} : { pin }),
    },
    JSON.stringify([given.notation, today, signature.title, signature.name]),
  )
  const pdf = await keepFile(trx, blobs, signed.pdf, PDF)
  const version = await changeRow(trx, 'records.outgoing', ask, {
    state,
    register: given.register,
    year: given.year,
    number: given.number,
    notation: given.notation,
    dated_on: today,
    signed_at: now.toString(),
    signed_by_id: actor.personId,
    signer_name: signature.name,
    signer_title: signature.title,
    on_behalf_of_name: actor.onBehalfOf?.name ?? null,
    signature_level: signed.level,
    pdf_sha256: pdf,
    docx_sha256: await keepFile(trx, blobs, await toDocx(paper), DOCX),
  })
  await keepSigning(trx, ask, 'person', signed, pdf)
  await note(trx, ask, 'signed', null)
  await record(trx, actor, 'outgoing.signed', {
    subject: about(ask.id),
    at: now.toString(),
    before: { state: row.state },
    after: { state, notation: given.notation, datedOn: today, signer: signature.name, level: signed.level },
  })
  return { version, notation: given.notation }
}

/** Signs each in its own transaction: one that cannot be signed does not hold up the others. */
export async function signMany(
  db: Db,
  { actor, now }: AskToMake<KnownActor>,
  { documents, pin }: SignMany,
  deps: SignDeps,
): Promise<SignedMany> {
  demand(actor, 'records.sign')
  const answer: SignedMany = { signed: [], failed: [] }
  for (const { id, version } of documents) {
    let title = ''
    try {
      title = (await outgoingToRead(db, actor, id)).about
      const { notation } = await db
        .transaction()
        .execute((trx) => signOutgoing(trx, { actor, id, version, now }, pin === undefined ? {} : { pin }, deps))
      answer.signed.push({ id, notation })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const earlier = await signedBefore(db, actor, { id, version })
      if (earlier !== null) {
        answer.signed.push({ id, notation: earlier })
        continue
      }
      answer.failed.push({ id, about: title, code: error.code, message: error.detail })
    }
  }
  return answer
}

/** The number of a document that the same person signed when the same request came before: it is not said to have failed. */
async function signedBefore(
  db: Db,
  actor: KnownActor,
  { id, version }: SignMany['documents'][number],
): Promise<string | null> {
  const row = await outgoingToRead(db, actor, id).catch(() => null)
  const isSame = row !== null && row.signed_by_id === actor.personId && row.version > version
  return isSame ? row.notation : null
}
