import { type DocumentState, moveDocument } from '../platform/official-document/signing.ts'

export const OUTGOING_STATES = [
  'drafting',
  'inReview',
  'returned',
  'initialled',
  'forSignature',
  'signed',
  'sealed',
  'issued',
  'replaced',
  'recalled',
  'dropped',
] as const
export type OutgoingState = (typeof OUTGOING_STATES)[number]
export const OUTGOING_ACTS = [
  'edit',
  'send',
  'agree',
  'agreeLast',
  'sendBack',
  'withdraw',
  'submit',
  'sign',
  'seal',
  'issue',
  'replace',
  'recall',
  'drop',
] as const
export type OutgoingAct = (typeof OUTGOING_ACTS)[number]

/**
 * The way of a document to its recipients. `send` puts it on its route, `agreeLast` is the last step of the route. Number and day
 * come with `sign`; nothing that is signed is edited: it is corrected by another document (Nghị định 30/2020/NĐ-CP, Điều 18).
 */
const STATES: Record<OutgoingState, DocumentState<OutgoingState, OutgoingAct>> = {
  drafting: {
    name: 'đang soạn thảo',
    isOut: false,
    next: { edit: 'drafting', send: 'inReview', drop: 'dropped' },
    remedy: 'Hãy trình dự thảo trước.',
  },
  inReview: {
    name: 'đang xin ý kiến',
    isOut: false,
    next: { agree: 'inReview', agreeLast: 'initialled', sendBack: 'returned', withdraw: 'drafting' },
    remedy: 'Hãy chờ đủ ý kiến, hoặc rút dự thảo về để sửa.',
  },
  returned: {
    name: 'bị trả lại',
    isOut: false,
    next: { edit: 'returned', send: 'inReview', drop: 'dropped' },
    remedy: 'Hãy sửa theo ý kiến rồi trình lại.',
  },
  initialled: {
    name: 'đã duyệt, chưa trình ký',
    isOut: false,
    next: { submit: 'forSignature', withdraw: 'drafting', sendBack: 'returned' },
    remedy: 'Hãy trình người ký.',
  },
  forSignature: {
    name: 'đang chờ ký',
    isOut: false,
    next: { sign: 'signed', sendBack: 'returned', withdraw: 'drafting' },
    remedy: 'Hãy chờ lãnh đạo ký, hoặc rút về để sửa.',
  },
  signed: {
    name: 'đã ký, đã cấp số',
    isOut: true,
    next: { seal: 'sealed' },
    remedy: 'Văn thư phải đóng dấu trước khi phát hành. Nội dung đã ký không sửa được.',
  },
  sealed: {
    name: 'đã đóng dấu',
    isOut: true,
    next: { issue: 'issued' },
    remedy: 'Nội dung đã ký không sửa được; có sai sót thì đính chính hoặc thay thế bằng văn bản khác.',
  },
  issued: {
    name: 'đã phát hành',
    isOut: true,
    next: { replace: 'replaced', recall: 'recalled' },
    remedy: 'Có sai sót thì đính chính, thay thế hoặc thu hồi văn bản.',
  },
  replaced: { name: 'đã được thay thế', isOut: true, next: {}, remedy: 'Hãy mở văn bản thay thế.' },
  recalled: { name: 'đã thu hồi', isOut: true, next: {}, remedy: 'Nếu cần, hãy lập văn bản mới.' },
  dropped: { name: 'đã bỏ', isOut: false, next: {}, remedy: 'Nếu cần, hãy lập dự thảo mới.' },
}

export const mayMove = (state: OutgoingState, act: OutgoingAct): boolean => STATES[state].next[act] !== undefined
export const isOut = (state: OutgoingState): boolean => STATES[state].isOut

/** The state after the act. Throws a conflict that names the state and what can be done first. */
export function moveOutgoing(state: OutgoingState, act: OutgoingAct): OutgoingState {
  return moveDocument(STATES, { noun: 'Văn bản', wrongState: 'outgoing.wrong_state' }, state, act)
}
