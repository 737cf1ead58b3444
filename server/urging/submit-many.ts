import type { Static } from 'typebox'
import type { AskToMake } from '../platform/change.ts'
import type { Db } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import { letterToRead, toPrepare } from './access.ts'
import { submitLetter } from './edit-letter.ts'
import type { ManyLetters, SubmittedLetters } from './letter-shapes.ts'

/** Submits each in its own transaction: one that fails does not block the others. */
export async function submitLetters(
  db: Db,
  { actor, now }: AskToMake,
  { letters }: ManyLetters,
): Promise<Static<typeof SubmittedLetters>> {
  toPrepare(actor)
  const answer: Static<typeof SubmittedLetters> = { submitted: [], failed: [] }
  for (const { id, version } of letters) {
    let agencyName = ''
    try {
      agencyName = (await letterToRead(db, actor, id)).agencyName
      await db.transaction().execute((trx) => submitLetter(trx, { actor, id, version, now }))
      answer.submitted.push({ id, agencyName })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.failed.push({ id, agencyName, code: error.code, message: error.detail })
    }
  }
  return answer
}
