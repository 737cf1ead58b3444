import type { Actor } from '../platform/actor.ts'
import type { Blobs } from '../platform/blobs.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db, Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { quietLog } from '../platform/log.ts'
import type { Deps } from '../platform/room.ts'
import { resolveAgency } from '../registry/index.ts'
import { confirm } from './confirm.ts'
import type { DirectivesDb } from './db.ts'
import { distributeDraft, previewDistribution } from './distribute.ts'
import type { Form } from './distribution.ts'
import { draftsOf, findDraft } from './drafts.ts'
import { editDraft } from './edit.ts'
import { readDirective } from './jobs.ts'
import { nameContextOf } from './review.ts'
import type { DraftParty, PartyEdit } from './shapes.ts'
import { type DirectiveRecord, findDirective } from './store.ts'
import { type Incoming, upload } from './upload.ts'

export interface Imported {
  id: number
  /** False if the document was completely imported before and nothing was done. */
  isNew: boolean
}

/** What a reviewer changes in the draft of a reference. */
export interface Corrected {
  /** Which agency a unit means by its name in the document; a name that no unit of the draft has is added. */
  parties?: readonly { role: DraftParty['role']; name: string; agency: string }[]
  content?: string
  /** What phrases for many agencies were given goes to each member of the day, in these ways. */
  distribute?: readonly Form[]
}

/**
 * Imports a document in one call, through the same acts as by hand: upload, reading and, if requested, confirmation, after
 * these corrections by reference. An interrupted import continues where it stopped. Throws as those acts do; a document that cannot be read throws
 * an Error with the reason.
 */
export async function importDirective(
  { db, blobs, clock }: Pick<Deps, 'db' | 'blobs' | 'clock'>,
  actor: Actor,
  file: Incoming,
  {
    andConfirm = false,
    corrections = {},
  }: { andConfirm?: boolean; corrections?: Readonly<Record<string, Corrected>> } = {},
): Promise<Imported> {
  const { id, isNew } = await takenIn(db, blobs, clock, actor, file)
  const before = (await findDirective(db, id))!
  if (!isNew && before.state !== 'reading' && (before.state === 'confirmed' || !andConfirm)) return { id, isNew: false }
  // The job added by the upload then finds nothing left to do.
  await readDirective(id, { db, blobs, clock, log: quietLog, last: true, signal: undefined })
  const read = (await findDirective(db, id))!
  if (read.state !== 'review') throw new Error(`${file.fileName}: ${read.failure ?? read.state}`)
  if (andConfirm) {
    await db.transaction().execute(async (trx) => {
      const ask = { actor, now: clock.now() }
      await correctDrafts(trx, ask, read, corrections)
      await confirm(trx, { ...ask, id, version: (await findDirective(trx, id))!.version }, {})
    })
  }
  return { id, isNew: true }
}

async function correctDrafts(
  trx: Transaction<DirectivesDb>,
  ask: AskToMake,
  directive: DirectiveRecord,
  corrections: Readonly<Record<string, Corrected>>,
): Promise<void> {
  for (const draft of await draftsOf(trx, directive.id)) {
    const corrected = corrections[draft.ref]
    if (!corrected) continue
    const parties: PartyEdit[] = draft.parties.map(({ role, name, accountable, agencyId }) => ({
      ...{ role, name, accountable, agencyId },
    }))
    for (const { role, name, agency } of corrected.parties ?? []) {
      const { on, within } = nameContextOf(directive, ask.now)
      const found = await resolveAgency(trx, agency, on, within === null ? {} : { within })
      if (!found.agency) throw new Error(`no agency is named ${agency} on ${on}`)
      const known = parties.find((party) => party.role === role && party.name === name)
      if (known) known.agencyId = found.agency.id
      else parties.push({ role, name, accountable: false, agencyId: found.agency.id })
    }
    const { groupTitle, title, content, product, deadlines, targets } = draft
    if (corrected.parties || corrected.content !== undefined)
      await editDraft(
        trx,
        { ...ask, id: directive.id, version: draft.version },
        {
          ...{ groupTitle, title, product, deadlines, targets, parties, draftId: draft.id },
          implements: draft.implements,
          content: corrected.content ?? content,
        },
      )
    for (const form of corrected.distribute ?? []) await distributeAll(trx, ask, directive.id, draft.id, form)
  }
}

async function distributeAll(
  trx: Transaction<DirectivesDb>,
  ask: AskToMake,
  id: number,
  draftId: number,
  form: Form,
): Promise<void> {
  const { version, parties } = (await findDraft(trx, id, draftId))!
  const role = form === 'coordinating' ? 'coordinating' : 'lead'
  const party = parties.findIndex((one) => one.collective && one.role === role)
  const { members } = await previewDistribution(trx, { ...ask, id }, { draftId, party, form })
  const agencyIds = members.map((member) => member.id)
  await distributeDraft(trx, { ...ask, id, version }, { draftId, party, form, agencyIds })
}

async function takenIn(
  db: Db,
  blobs: Blobs,
  clock: Clock,
  actor: Actor,
  file: Incoming,
): Promise<{ id: number; isNew: boolean }> {
  try {
    const { id } = await db.transaction().execute((trx) => upload(trx, { actor, now: clock.now() }, file, { blobs }))
    return { id, isNew: true }
  } catch (error) {
    if (error instanceof Conflict && error.code === 'directive.known_file') {
      return { id: error.extra.id as number, isNew: false }
    }
    throw error
  }
}
