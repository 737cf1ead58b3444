import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import { type Db, type Transaction, toJson } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import { keepPaper } from '../platform/official-document/kept.ts'
import { enterInBook, nextDocumentNumber, seriesNamed, signatureFor } from '../registry/index.ts'
import { letterToChange, letterToRead, toSign } from './access.ts'
import type { UrgingDb } from './db.ts'
import { deliverLetter } from './deliver.ts'
import { demandCurrent } from './edit-letter.ts'
import { contentOf, letterTasks } from './letter-content.ts'
import { type LetterContent, letterPaper } from './letter-paper.ts'
import type { ManyLetters, SignedLetters } from './letter-shapes.ts'
import { moveLetter } from './letter-state.ts'
import { freezeTasks, updateLetter } from './letter-store.ts'
import { getSetting } from './rule-store.ts'

export interface SignDeps {
  blobs: Blobs
  config: Config
}

/**
 * A leader signs a letter: it gets its number and day, its page and both files are frozen, each of its tasks records it,
 * and it is delivered to the agency by mail, on screen and by webhook. All in one transaction.
 */
export async function signLetter(
  trx: Transaction<UrgingDb>,
  ask: Ask<number, KnownActor>,
  { blobs, config }: SignDeps,
): Promise<{ version: number; notation: string }> {
  const { actor, now } = ask
  const letter = await letterToChange(trx, ask, 'sign')
  const state = moveLetter(letter.state, 'sign')
  const today = dayInVietnam(now)
  await demandCurrent(trx, letter, today)
  const setting = await getSetting(trx)
  const signature = await signatureFor(trx, actor, setting, today)
  const draft = await contentOf(trx, today, letter)
  const register = await seriesNamed(trx, `letter/${setting.notationAgency}`, 'CV', today)
  const given = await nextDocumentNumber(trx, { register, issuedOn: today }, draft.notationSuffix)
  const { number, year, notation } = given
  const content: LetterContent = { ...draft, notation, issuedOn: today, signature }
  const paper = letterPaper(content)
  const tasks = await letterTasks(trx, letter, today)
  await freezeTasks(
    trx,
    letter.id,
    tasks.map(({ id: taskId, dueOn, daysLate }) => ({ taskId, dueOn, daysLate })),
  )
  const files = await keepPaper(trx, blobs, paper)
  const line = {
    kind: 'CV',
    about: letter.about,
    signer: signature.name,
    recipients: letter.agencyName,
    sourceKind: 'letter',
    sourceId: letter.id,
    pdf: files.pdf_sha256,
  }
  await enterInBook(trx, given, line, now)
  const at = now.toString()
  const version = await updateLetter(
    trx,
    letter.id,
    {
      state,
      series: setting.notationAgency,
      year,
      number,
      notation,
      place: content.place,
      issued_on: today,
      issued_at: at,
      signer_id: actor.personId,
      signer_name: signature.name,
      signer_title: signature.title,
      on_behalf_of_name: actor.onBehalfOf?.name ?? null,
      content: toJson(content),
      ...files,
    },
    signatureOf(actor),
    at,
  )
  const issued = { letterId: letter.id, notation, agencyName: letter.agencyName, issuedOn: today }
  await record(trx, actor, 'letter.issued', {
    subject: { kind: 'letter', id: letter.id },
    before: { state: letter.state },
    after: { state, notation, issuedOn: today, signer: signature.name },
  })
  for (const { id } of tasks) {
    await record(trx, actor, 'urging.letterIssued', { subject: { kind: 'task', id }, after: issued })
  }
  await deliverLetter(trx, { ...letter, notation, issuedOn: today }, tasks, { now, config })
  return { version, notation }
}

/** Signs each in its own transaction: one that cannot be signed does not block the others. */
export async function signLetters(
  db: Db,
  { actor, now }: AskToMake<KnownActor>,
  { letters }: ManyLetters,
  deps: SignDeps,
): Promise<SignedLetters> {
  toSign(actor)
  const answer: SignedLetters = { signed: [], failed: [] }
  for (const { id, version } of letters) {
    let agencyName = ''
    try {
      agencyName = (await letterToRead(db, actor, id)).agencyName
      const { notation } = await db.transaction().execute((trx) => signLetter(trx, { actor, id, version, now }, deps))
      answer.signed.push({ id, agencyName, notation })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.failed.push({ id, agencyName, code: error.code, message: error.detail })
    }
  }
  return answer
}
