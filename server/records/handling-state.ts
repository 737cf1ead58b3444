import { Conflict } from '../platform/errors.ts'

export const HANDLING_STATES = ['assigned', 'underway', 'done', 'givenBack', 'withdrawn'] as const
export type HandlingState = (typeof HANDLING_STATES)[number]
export const HANDLING_PARTS = ['lead', 'coordinate', 'know'] as const
export type HandlingPart = (typeof HANDLING_PARTS)[number]
export const HANDLING_ACTS = ['start', 'passOn', 'finish', 'giveBack', 'withdraw', 'reopen'] as const
export type HandlingAct = (typeof HANDLING_ACTS)[number]

const NEXT: Record<HandlingState, Partial<Record<HandlingAct, HandlingState>>> = {
  assigned: {
    start: 'underway',
    passOn: 'underway',
    finish: 'done',
    giveBack: 'givenBack',
    withdraw: 'withdrawn',
  },
  underway: { passOn: 'underway', finish: 'done', giveBack: 'givenBack', withdraw: 'withdrawn' },
  done: { reopen: 'underway' },
  givenBack: {},
  withdrawn: {},
}

const NAMES: Record<HandlingState, string> = {
  assigned: 'mới giao',
  underway: 'đang xử lý',
  done: 'đã xử lý xong',
  givenBack: 'đã trả lại',
  withdrawn: 'đã thu hồi',
}

export const mayMoveHandling = (state: HandlingState, act: HandlingAct): boolean => NEXT[state][act] !== undefined
/** Someone still has it. */
export const isOpen = (state: HandlingState): boolean => state === 'assigned' || state === 'underway'

/** The state after the act. Throws a conflict that names the state. */
export function moveHandling(state: HandlingState, act: HandlingAct): HandlingState {
  const to = NEXT[state][act]
  if (to !== undefined) return to
  throw new Conflict('handling.wrong_state', `Phần việc này ${NAMES[state]}. Hãy tải lại để xem văn bản đang ở đâu.`, {
    extra: { state },
  })
}

/** A part as the end of the whole is judged: whether a document is done. */
export interface Part {
  part: HandlingPart
  state: HandlingState
  fromId: number | null
}

/**
 * Whether nothing is left to do: whoever leads has done it. Without a lead, whoever coordinates has; those who are to know hold up
 * nothing. False where nobody was given anything to do. Pure.
 */
export function isAllDone(parts: readonly Part[]): boolean {
  const given = parts.filter(({ fromId, state }) => fromId === null && state !== 'withdrawn' && state !== 'givenBack')
  const leads = given.filter(({ part }) => part === 'lead')
  const counted = leads.length > 0 ? leads : given.filter(({ part }) => part === 'coordinate')
  return counted.length > 0 && counted.every(({ state }) => state === 'done')
}
