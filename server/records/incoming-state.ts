import { Conflict } from '../platform/errors.ts'

export const INCOMING_STATES = [
  'arrived',
  'registered',
  'presented',
  'assigned',
  'underway',
  'done',
  'returned',
  'refused',
] as const
export type IncomingState = (typeof INCOMING_STATES)[number]
export const INCOMING_ACTS = [
  'describe',
  'addFile',
  'register',
  'return',
  'present',
  'assign',
  'start',
  'finish',
  'giveBack',
  'reopen',
  'refuse',
] as const
export type IncomingAct = (typeof INCOMING_ACTS)[number]

/**
 * Where each act leads. A document is assigned again where its handling changes; what was returned or done stays, but that a
 * document which is done can be opened again. Refused is a document in whose files a mark of secrecy was found, whenever it was.
 */
const NEXT: Record<IncomingState, Partial<Record<IncomingAct, IncomingState>>> = {
  arrived: { describe: 'arrived', addFile: 'arrived', register: 'registered', return: 'returned', refuse: 'refused' },
  registered: {
    describe: 'registered',
    return: 'returned',
    present: 'presented',
    assign: 'assigned',
    finish: 'done',
    refuse: 'refused',
  },
  presented: { present: 'presented', assign: 'assigned', return: 'returned', finish: 'done', refuse: 'refused' },
  assigned: { assign: 'assigned', start: 'underway', giveBack: 'presented', finish: 'done', refuse: 'refused' },
  underway: { assign: 'underway', start: 'underway', giveBack: 'presented', finish: 'done', refuse: 'refused' },
  done: { reopen: 'underway', refuse: 'refused' },
  returned: { refuse: 'refused' },
  refused: {},
}

const NAMES: Record<IncomingState, string> = {
  arrived: 'mới đến',
  registered: 'đã vào sổ',
  presented: 'đã trình',
  assigned: 'đã giao xử lý',
  underway: 'đang xử lý',
  done: 'đã xử lý xong',
  returned: 'đã trả lại',
  refused: 'mang dấu mật nên đã bị từ chối',
}

const REMEDY: Record<IncomingState, string> = {
  arrived: 'Hãy vào sổ văn bản trước.',
  registered: 'Hãy trình hoặc giao văn bản trước.',
  presented: 'Hãy chờ lãnh đạo giao xử lý, hoặc giao trước.',
  assigned: 'Hãy tải lại để xem văn bản đang ở đâu.',
  underway: 'Hãy tải lại để xem văn bản đang ở đâu.',
  done: 'Muốn xử lý tiếp, hãy mở lại văn bản.',
  returned: 'Văn bản đã trả lại nơi gửi thì không xử lý tiếp; nơi gửi gửi lại là một văn bản đến khác.',
  refused: 'Hãy xử lý theo quy định về bảo vệ bí mật nhà nước.',
}

export const mayMove = (state: IncomingState, act: IncomingAct): boolean => NEXT[state][act] !== undefined

/** The state after the act. Throws a conflict that names the state and what can be done first. */
export function moveIncoming(state: IncomingState, act: IncomingAct): IncomingState {
  const to = NEXT[state][act]
  if (to !== undefined) return to
  throw new Conflict('incoming.wrong_state', `Văn bản ${NAMES[state]}. ${REMEDY[state]}`, { extra: { state } })
}
