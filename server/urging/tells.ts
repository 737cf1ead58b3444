/** Whom a letter tells: who is to sign it, and who prepared it of what came of it. */
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { noted, type Tell, type Telling, type Told } from '../platform/tell.ts'
import { holdersOf, overseersOf, workersOf } from '../registry/index.ts'
import type { UrgingDb } from './db.ts'
import type { LetterRow } from './letter-state.ts'
import { findLetter } from './letter-store.ts'

type Act = Parameters<Tell['tell']>[1]

async function letterOf(trx: AnyTransaction, { subject }: Act): Promise<LetterRow> {
  return (await findLetter(within<UrgingDb>(trx), Number(subject.id)))!
}

function telling(letter: LetterRow, kind: Telling['kind'], people: readonly Told[], note: string | null): Telling {
  const title = `Công văn V/v ${letter.about}, gửi ${letter.agencyName}`
  return { kind, about: { code: letter.notation, title, to: `/don-doc/${letter.id}`, note }, people }
}

/** The named signatory and their deputies; if none is named, everyone who may sign. */
async function signers(trx: AnyTransaction, letter: LetterRow, on: string): Promise<Told[]> {
  const all = await overseersOf(trx, 'urge.sign', on)
  return all
    .filter(({ holderId }) => letter.signatoryId === null || letter.signatoryId === holderId)
    .map(({ personId }) => ({ personId, agencyId: null, why: 'signer' as const }))
}

/** Who drafted, edited or submitted the letter and may still prepare letters; if no one is left, everyone who may. */
async function preparers(trx: AnyTransaction, letter: LetterRow, on: string): Promise<Told[]> {
  const rows = await within<UrgingDb>(trx)
    .selectFrom('platform.audit_entry')
    .select('actor_person_id')
    .where('subject_kind', '=', 'letter')
    .where('subject_id', '=', String(letter.id))
    .where('event', 'in', ['letter.drafted', 'letter.edited', 'letter.submitted'])
    .execute()
  const hands = new Set(rows.map(({ actor_person_id }) => actor_person_id))
  const holders = await holdersOf(trx, 'urge.prepare', on)
  const own = holders.filter(({ personId }) => hands.has(personId))
  return (own.length > 0 ? own : holders).map(({ personId }) => ({
    personId,
    agencyId: null,
    why: 'preparer' as const,
  }))
}

export const urgingTells: readonly Tell[] = [
  {
    events: ['letter.submitted'],
    tell: async (trx, act) => {
      const letter = await letterOf(trx, act)
      return [telling(letter, 'letter', await signers(trx, letter, dayInVietnam(act.at)), null)]
    },
  },
  {
    events: ['letter.sentBack', 'letter.issued', 'letter.answered'],
    tell: async (trx, act) => {
      const letter = await letterOf(trx, act)
      const note = noted(act.detail, 'reason', 'string') ?? noted(act.detail, 'summary', 'string') ?? null
      return [telling(letter, 'letter', await preparers(trx, letter, dayInVietnam(act.at)), note)]
    },
  },
  {
    // The agency whose answer lost its file must give it another way; who prepared the letter waits for it.
    events: ['letter.answerPurged'],
    tell: async (trx, act) => {
      const letter = await letterOf(trx, act)
      const on = dayInVietnam(act.at)
      const owners = (await workersOf(trx, [letter.agencyId], 'task.carryOut', on)).map(({ personId, agencyId }) => ({
        personId,
        agencyId,
        why: 'owner' as const,
      }))
      return [telling(letter, 'evidence', [...owners, ...(await preparers(trx, letter, on))], null)]
    },
  },
]
