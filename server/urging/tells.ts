/** Whom a letter tells: who is to sign it, and who prepared it of what came of it. */
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { noted, type Tell, type Telling, type Told } from '../platform/tell.ts'
import { preparersOf, signersOf, workersOf } from '../registry/index.ts'
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

const PREPARED = ['letter.drafted', 'letter.edited', 'letter.submitted']

function preparers(trx: AnyTransaction, letter: LetterRow, on: string): Promise<Told[]> {
  return preparersOf(trx, { kind: 'letter', id: letter.id, events: PREPARED }, 'urge.prepare', on)
}

export const urgingTells: readonly Tell[] = [
  {
    events: ['letter.submitted'],
    tell: async (trx, act) => {
      const letter = await letterOf(trx, act)
      return [
        telling(letter, 'letter', await signersOf(trx, 'urge.sign', letter.signatoryId, dayInVietnam(act.at)), null),
      ]
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
