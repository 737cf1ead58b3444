import { type DocumentState, moveDocument } from '../platform/official-document/signing.ts'

export const CASE_STATES = [
  'open',
  'closed',
  'dueForArchive',
  'handedOver',
  'accepted',
  'destructionProposed',
  'destroyed',
] as const
export type CaseState = (typeof CASE_STATES)[number]
export const CASE_ACTS = [
  'edit',
  'add',
  'remove',
  'close',
  'reopen',
  'fallDue',
  'offer',
  'return',
  'accept',
  'proposeDestruction',
  'keepOn',
  'destroy',
] as const
export type CaseAct = (typeof CASE_ACTS)[number]

/**
 * The way of a case file to the archive (Luật Lưu trữ 2024, Điều 17) and to its end. Nothing is added to a case that is
 * closed: it is opened again first. What the archive returned is closed, with the keeper. `keepOn` ends a proposal to destroy.
 */
const STATES: Record<CaseState, DocumentState<CaseState, CaseAct>> = {
  open: {
    name: 'đang mở',
    isOut: false,
    next: { edit: 'open', add: 'open', remove: 'open', close: 'closed' },
    remedy: 'Hãy kết thúc hồ sơ trước.',
  },
  closed: {
    name: 'đã kết thúc',
    isOut: false,
    next: { reopen: 'open', fallDue: 'dueForArchive', offer: 'handedOver' },
    remedy: 'Muốn thêm, bớt hoặc sửa, hãy mở lại hồ sơ.',
  },
  dueForArchive: {
    name: 'đến hạn nộp lưu trữ',
    isOut: false,
    next: { reopen: 'open', offer: 'handedOver' },
    remedy: 'Hãy nộp hồ sơ vào lưu trữ, hoặc mở lại nếu hồ sơ còn thiếu.',
  },
  handedOver: {
    name: 'đã nộp, chờ lưu trữ nhận',
    isOut: true,
    next: { return: 'closed', accept: 'accepted' },
    remedy: 'Hãy chờ lưu trữ nhận hoặc trả lại hồ sơ.',
  },
  accepted: {
    name: 'đã vào lưu trữ',
    isOut: true,
    next: { proposeDestruction: 'destructionProposed' },
    remedy: 'Hồ sơ đã vào lưu trữ thì không thay đổi nữa.',
  },
  destructionProposed: {
    name: 'đang được đề nghị hủy',
    isOut: true,
    next: { keepOn: 'accepted', destroy: 'destroyed' },
    remedy: 'Hãy chờ quyết định về đề nghị hủy.',
  },
  destroyed: { name: 'đã hủy', isOut: true, next: {}, remedy: 'Chỉ còn bản ghi về hồ sơ; tài liệu đã hủy.' },
}

export const mayMoveCase = (state: CaseState, act: CaseAct): boolean => STATES[state].next[act] !== undefined
/** Whether the case has left its unit for the archive. */
export const isHandedOver = (state: CaseState): boolean => STATES[state].isOut

/** The state after the act. Throws a conflict that names the state and what can be done first. */
export function moveCase(state: CaseState, act: CaseAct): CaseState {
  return moveDocument(STATES, { noun: 'Hồ sơ', wrongState: 'case.wrong_state' }, state, act)
}

export const DESTRUCTION_STATES = ['proposed', 'considered', 'decided', 'declined', 'withdrawn', 'carriedOut'] as const
export type DestructionState = (typeof DESTRUCTION_STATES)[number]
export const DESTRUCTION_ACTS = ['consider', 'decide', 'decline', 'withdraw', 'carryOut'] as const
export type DestructionAct = (typeof DESTRUCTION_ACTS)[number]

/** A destruction: proposed by the archive, considered by a council, decided by a leader, carried out with minutes. */
const DESTRUCTION: Record<DestructionState, DocumentState<DestructionState, DestructionAct>> = {
  proposed: {
    name: 'đã lập, chờ hội đồng xét',
    isOut: false,
    next: { consider: 'considered', withdraw: 'withdrawn' },
    remedy: 'Hãy ghi ý kiến của hội đồng trước.',
  },
  considered: {
    name: 'đã có ý kiến hội đồng, chờ quyết định',
    isOut: false,
    next: { decide: 'decided', decline: 'declined', withdraw: 'withdrawn' },
    remedy: 'Hãy chờ lãnh đạo quyết định.',
  },
  decided: {
    name: 'đã có quyết định hủy',
    isOut: true,
    next: { carryOut: 'carriedOut' },
    remedy: 'Hãy hủy tài liệu và lập biên bản.',
  },
  declined: { name: 'không được chấp thuận', isOut: true, next: {}, remedy: 'Nếu cần, hãy lập đề nghị mới.' },
  withdrawn: { name: 'đã rút', isOut: true, next: {}, remedy: 'Nếu cần, hãy lập đề nghị mới.' },
  carriedOut: { name: 'đã thực hiện', isOut: true, next: {}, remedy: 'Tài liệu đã hủy thì không khôi phục được.' },
}

export const mayMoveDestruction = (state: DestructionState, act: DestructionAct): boolean =>
  DESTRUCTION[state].next[act] !== undefined

export function moveDestruction(state: DestructionState, act: DestructionAct): DestructionState {
  return moveDocument(DESTRUCTION, { noun: 'Đề nghị hủy', wrongState: 'destruction.wrong_state' }, state, act)
}
