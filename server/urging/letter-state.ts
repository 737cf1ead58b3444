import { Conflict } from '../platform/errors.ts'

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

/** The states of a letter. `isOut`: it left the office; from then on its agency may read it and its content never changes. */
export const LETTER_STATES: Record<
  LetterState,
  { name: string; isOut: boolean; next: Partial<Record<LetterAct, LetterState>> }
> = {
  draft: { name: 'dự thảo', isOut: false, next: { edit: 'draft', submit: 'submitted', drop: 'dropped' } },
  submitted: { name: 'đã trình ký', isOut: false, next: { withdraw: 'draft', sendBack: 'draft', sign: 'issued' } },
  issued: { name: 'đã phát hành', isOut: true, next: { answer: 'answered', close: 'closed' } },
  answered: { name: 'đã có trả lời', isOut: true, next: { answer: 'answered', close: 'closed' } },
  closed: { name: 'đã kết thúc', isOut: true, next: {} },
  dropped: { name: 'đã bỏ', isOut: false, next: {} },
}

/** The state after the act. Throws `letter.wrong_state`, naming the state and what can be done first. */
export function moveLetter(state: LetterState, act: LetterAct): LetterState {
  const to = LETTER_STATES[state].next[act]
  if (to !== undefined) return to
  const message = `Công văn ${LETTER_STATES[state].name}. ${remedy(state, act)}`
  throw new Conflict('letter.wrong_state', message, { extra: { state } })
}

function remedy(state: LetterState, act: LetterAct): string {
  if (state === 'dropped') return 'Hãy lập công văn mới cho cơ quan này.'
  if (state === 'submitted') return 'Hãy rút lại rồi mới sửa, hoặc chờ lãnh đạo ký.'
  if (state === 'draft')
    return act === 'sign' || act === 'sendBack'
      ? 'Công văn phải được trình ký trước.'
      : 'Công văn phải được ký phát hành trước.'
  if (state === 'closed') return 'Không thay đổi được nữa.'
  return 'Công văn đã phát hành không sửa được; nếu cần, hãy lập công văn mới.'
}
