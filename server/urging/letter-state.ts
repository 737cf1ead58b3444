import { type DocumentState, moveDocument, SIGNING } from '../platform/official-document/signing.ts'

export const LETTER_STATE_NAMES = ['draft', 'submitted', 'issued', 'answered', 'closed', 'dropped'] as const
export type LetterState = (typeof LETTER_STATE_NAMES)[number]
export const LETTER_ACTS = ['edit', 'submit', 'withdraw', 'sendBack', 'sign', 'answer', 'close', 'drop'] as const
export type LetterAct = (typeof LETTER_ACTS)[number]

/** A letter in its current state. Days and instants are ISO. */
export interface LetterRow {
  id: number
  agencyId: number
  agencyName: string
  state: LetterState
  isSample: boolean
  asOf: string
  about: string
  opening: string
  closing: string
  recipients: string[]
  replyBy: string
  unitId: number
  signatoryId: number | null
  sentBackReason: string | null
  submittedAt: string | null
  submittedBy: string | null
  notation: string | null
  place: string | null
  issuedOn: string | null
  issuedAt: string | null
  signerName: string | null
  signerTitle: string | null
  onBehalfOfName: string | null
  content: unknown
  answeredAt: string | null
  closedAt: string | null
  closedBy: string | null
  closedNote: string | null
  createdAt: string
  createdBy: string
  version: number
  changedAt: string
  changedBy: string
}

/** The states of a letter: on its way to the signature as every document, then until its agency has answered. */
export const LETTER_STATES: Record<LetterState, DocumentState<LetterState, LetterAct>> = {
  ...SIGNING,
  issued: { ...SIGNING.issued, next: { answer: 'answered', close: 'closed' } },
  answered: {
    name: 'đã có trả lời',
    isOut: true,
    next: { answer: 'answered', close: 'closed' },
  },
  closed: { name: 'đã kết thúc', isOut: true, next: {}, remedy: 'Không thay đổi được nữa.' },
}

const LETTER = { noun: 'Công văn', wrongState: 'letter.wrong_state' }

/** The state after the act. Throws `letter.wrong_state`, naming the state and what can be done first. */
export function moveLetter(state: LetterState, act: LetterAct): LetterState {
  return moveDocument(LETTER_STATES, LETTER, state, act)
}
