/** Documents that went out, with their routes, from books that were kept elsewhere. */
import type { KnownActor } from '../platform/actor.ts'
import { type PastFact, recordMany } from '../platform/audit.ts'
import { type Blobs, putBlob } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Transaction } from '../platform/db.ts'
import { PDF } from '../platform/official-document/kept.ts'
import { noteLooked } from '../platform/secrecy.ts'
import { enterInBook, nextDocumentNumbers, signatureFor } from '../registry/index.ts'
import type { RecordsDb } from './db.ts'
import { about } from './draft.ts'
import type { DraftContent } from './draft-content.ts'
import { type Issuer, issuerOn, kindOf, suffixOf } from './outgoing-paper.ts'
import type { Recipient } from './outgoing-shapes.ts'
import { addRows, asBytea, type Done, demandOrder, idsOf, signed } from './past-rows.ts'
import type { StepKind } from './route.ts'

type Trx = Transaction<RecordsDb>

export interface PastOutgoing {
  unitId: number
  kind: string
  about: string
  content: DraftContent
  place: string
  recipients: readonly Recipient[]
  isUrgent: boolean
  replyToId: number | null
  taskId: number | null
  drafted: Done
  /** One after the other; each acts in their own name. */
  steps: readonly (Done & { kind: StepKind; words: string | null; dueOn: string | null })[]
  signed: Done
  sealed: Done
  issued: Done
}

/** What a page of such a document shows. */
export interface PastPage {
  issuer: string
  notation: string
  datedOn: string
  kindName: string | null
  about: string
  content: DraftContent
  recipients: readonly string[]
  signature: { title: string; name: string }
}

/**
 * Enters issued documents in the book of a body, in the order of signing: numbers, routes, note sheets, and the log as it happened.
 * They carry no electronic signature of this system. `draw`: the file of a page, PDF. Nobody is told. Returns the ids.
 */
export async function importOutgoing(
  trx: Trx,
  agencyId: number,
  past: readonly PastOutgoing[],
  { blobs, now, draw }: { blobs: Blobs; now: Temporal.Instant; draw: (page: PastPage) => Uint8Array },
): Promise<number[]> {
  const ids = await idsOf(trx, 'records.outgoing', 'outgoing_id', past.length)
  const pages = await pagesOf(trx, agencyId, past)
  const rows: object[] = []
  const log: PastFact[] = []
  const more = { version: [] as object[], recipient: [] as object[], step: [] as object[], note: [] as object[] }
  for (const [place, one] of past.entries()) {
    const id = ids[place]!
    const { page, number } = pages[place]!
    demandOrder(
      [one.drafted, ...one.steps, one.signed, one.sealed, one.issued].map(({ at }) => at),
      now,
      String(place),
    )
    const bytes = draw(page)
    const { sha256 } = await putBlob(trx, blobs, bytes, PDF)
    await noteLooked(trx, sha256, null)
    rows.push(rowOf(one, { id, agencyId, number, page, sha256 }))
    more.version.push({
      outgoing_id: id,
      number: 1,
      content: one.content,
      made_at: one.drafted.at,
      made_by: signed(one.drafted),
    })
    more.recipient.push(
      ...one.recipients.map(({ agencyId: to = null, name, purpose }, position) => ({
        outgoing_id: id,
        position: position + 1,
        agency_id: to,
        name,
        purpose,
      })),
    )
    more.step.push(...stepsOf(one, id))
    more.note.push(...notesOf(one, id))
    log.push(...factsOf(one, id, page))
  }
  await addRows(trx, 'records.outgoing', rows)
  await addRows(trx, 'records.document_version', more.version)
  await addRows(trx, 'records.recipient', more.recipient)
  const stepIds = await idsOf(trx, 'records.route_step', 'route_step_id', more.step.length)
  await addRows(
    trx,
    'records.route_step',
    more.step.map((row, place) => ({ route_step_id: stepIds[place]!, ...row })),
  )
  const noteIds = await idsOf(trx, 'records.note', 'note_id', more.note.length)
  await addRows(
    trx,
    'records.note',
    more.note.map((row, place) => ({ note_id: noteIds[place]!, ...row })),
  )
  for (const [place, one] of past.entries()) await enter(trx, ids[place]!, one, pages[place]!)
  await recordMany(
    trx,
    log.sort((before, after) =>
      Temporal.Instant.compare(Temporal.Instant.from(before.at), Temporal.Instant.from(after.at)),
    ),
  )
  return ids
}

interface Numbered {
  number: Awaited<ReturnType<typeof nextDocumentNumbers>>[number]
  page: PastPage
}

/** Number and signature of each, in the order of signing within each kind and year. */
async function pagesOf(trx: Trx, agencyId: number, past: readonly PastOutgoing[]): Promise<Numbered[]> {
  const issuers = new Map<number, Issuer>()
  const found = new Map<PastOutgoing, Numbered>()
  for (const {
    unitId,
    signed: { at },
  } of past)
    if (!issuers.has(unitId))
      issuers.set(unitId, await issuerOn(trx, { agency_id: agencyId, unit_id: unitId }, dayInVietnam(at)))
  const signatures = new Map<KnownActor, PastPage['signature']>()
  for (const {
    unitId,
    signed: { by, at },
  } of past)
    if (!signatures.has(by))
      signatures.set(by, await signatureFor(trx, by, issuers.get(unitId)!.head, dayInVietnam(at)))
  const yearOf = ({ signed: { at } }: PastOutgoing) => Number(dayInVietnam(at).slice(0, 4))
  for (const [kind, ofKind] of Map.groupBy(past, (one) => one.kind)) {
    const named = await kindOf(trx, kind)
    for (const [year, of] of Map.groupBy(ofKind, yearOf)) {
      const inOrder = of.sort((one, other) =>
        Temporal.Instant.compare(Temporal.Instant.from(one.signed.at), Temporal.Instant.from(other.signed.at)),
      )
      const numbers = await nextDocumentNumbers(
        trx,
        { register: { agencyId, direction: 'outgoing', kind }, year },
        inOrder.map(({ unitId, signed: { at } }) => ({
          issuedOn: dayInVietnam(at),
          suffix: suffixOf(named, issuers.get(unitId)!),
        })),
      )
      for (const [place, one] of inOrder.entries())
        found.set(one, {
          number: numbers[place]!,
          page: {
            issuer: issuers.get(one.unitId)!.name,
            notation: numbers[place]!.notation,
            datedOn: dayInVietnam(one.signed.at),
            kindName: named.abbreviation === null ? null : named.name,
            about: one.about,
            content: one.content,
            recipients: one.recipients.map(({ name }) => name),
            signature: signatures.get(one.signed.by)!,
          },
        })
    }
  }
  return past.map((one) => found.get(one)!)
}

function rowOf(
  one: PastOutgoing,
  { id, agencyId, number, page, sha256 }: Numbered & { id: number; agencyId: number; sha256: string },
): object {
  const last = one.steps.at(-1) ?? one.drafted
  return {
    outgoing_id: id,
    agency_id: agencyId,
    unit_id: one.unitId,
    drafter_id: one.drafted.by.personId,
    kind: one.kind,
    about: one.about,
    is_urgent: one.isUrgent,
    state: 'issued',
    reply_to_id: one.replyToId,
    task_id: one.taskId,
    signer_id: one.signed.by.personId,
    place: one.place,
    round: 1,
    submitted_at: last.at,
    submitted_by: signed(last),
    register: number.register,
    year: number.year,
    number: number.number,
    notation: number.notation,
    dated_on: page.datedOn,
    signed_at: one.signed.at,
    signed_by_id: one.signed.by.personId,
    signer_name: page.signature.name,
    signer_title: page.signature.title,
    sealed_at: one.sealed.at,
    sealed_by: signed(one.sealed),
    issued_at: one.issued.at,
    issued_by: signed(one.issued),
    pdf_sha256: asBytea(sha256),
    is_sample: one.drafted.by.sample,
    version: 5 + one.steps.length,
    changed_at: one.issued.at,
    changed_by: signed(one.issued),
  }
}

function stepsOf({ steps, drafted }: PastOutgoing, id: number): object[] {
  return steps.map((step, place) => ({
    outgoing_id: id,
    round: 1,
    position: place + 1,
    kind: step.kind,
    person_id: step.by.personId,
    due_on: step.dueOn,
    state: 'agreed',
    opened_at: (steps[place - 1] ?? drafted).at,
    acted_at: step.at,
    acted_by_id: step.by.personId,
    acted_by: signed(step),
    words: step.words,
    version_seen: 1,
  }))
}

function notesOf({ drafted, steps, signed: sign, sealed, issued }: PastOutgoing, id: number): object[] {
  const line = (act: string, done: Done, words: string | null = null) => ({
    outgoing_id: id,
    at: done.at,
    by_id: done.by.personId,
    by_name: signed(done),
    act,
    words,
    version_seen: 1,
  })
  return [
    line('drafted', drafted),
    line('sent', drafted),
    ...steps.map((step) => line('agreed', step, step.words)),
    line('signed', sign),
    line('sealed', sealed),
    line('issued', issued),
  ]
}

function factsOf(one: PastOutgoing, id: number, { notation, datedOn, signature }: PastPage): PastFact[] {
  const fact = (event: string, { at, by }: Done, before: string | null, after: object): PastFact => ({
    actor: by,
    event,
    subject: about(id),
    on: dayInVietnam(at),
    at,
    ...(before === null ? {} : { before: { state: before } }),
    after,
  })
  const { drafted, steps, signed: sign, sealed, issued } = one
  return [
    fact('outgoing.drafted', drafted, null, { kind: one.kind, about: one.about }),
    fact('outgoing.sent', drafted, 'drafting', { state: 'inReview', round: 1 }),
    ...steps.map((step, place) =>
      fact('outgoing.agreed', step, 'inReview', {
        state: place === steps.length - 1 ? 'forSignature' : 'inReview',
        step: step.kind,
      }),
    ),
    fact('outgoing.signed', sign, 'forSignature', { state: 'signed', notation, datedOn, signer: signature.name }),
    fact('outgoing.sealed', sealed, 'signed', { state: 'sealed' }),
    fact('outgoing.issued', issued, 'sealed', { state: 'issued', notation, recipients: one.recipients.length }),
  ]
}

async function enter(trx: Trx, id: number, one: PastOutgoing, { number, page }: Numbered): Promise<void> {
  await enterInBook(
    trx,
    number,
    {
      kind: one.kind,
      about: one.about,
      signer: page.signature.name,
      recipients: one.recipients.map(({ name }) => name).join('; '),
      sourceKind: 'outgoing',
      sourceId: id,
      isUrgent: one.isUrgent,
    },
    Temporal.Instant.from(one.issued.at),
  )
}
