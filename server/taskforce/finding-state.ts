import { moveIn, type StateTable } from './states.ts'

export const FINDING_STATES = ['draft', 'sent', 'dropped', 'open', 'remedying', 'claimed', 'confirmed'] as const
export type FindingState = (typeof FINDING_STATES)[number]
export const FINDING_ACTS = [
  'edit',
  'cause',
  'send',
  'answer',
  'drop',
  'conclude',
  'plan',
  'claim',
  'confirm',
  'refuse',
] as const
export type FindingAct = (typeof FINDING_ACTS)[number]

/** From the draft to the confirmed remedy. What was sent to the agency keeps its words; it is dropped with the reason, or concluded. */
const STATES: StateTable<FindingState, FindingAct> = {
  draft: {
    name: 'còn là dự thảo',
    next: { edit: 'draft', cause: 'draft', send: 'sent', drop: 'dropped' },
    remedy: 'Hãy gửi cơ quan có ý kiến trước.',
  },
  sent: {
    name: 'đã gửi cơ quan có ý kiến',
    next: { cause: 'sent', answer: 'sent', drop: 'dropped', conclude: 'open' },
    remedy: 'Phát hiện đã gửi không sửa được; nếu sai, hãy bỏ kèm lý do và ghi phát hiện khác.',
  },
  dropped: { name: 'đã bỏ', next: {}, remedy: 'Nếu cần, hãy ghi phát hiện khác.' },
  open: {
    name: 'đã kết luận, chưa khắc phục',
    next: { plan: 'remedying', claim: 'claimed' },
    remedy: 'Hãy chờ cơ quan khắc phục và báo cáo.',
  },
  remedying: {
    name: 'đang khắc phục',
    next: { plan: 'remedying', claim: 'claimed' },
    remedy: 'Hãy chờ cơ quan báo đã khắc phục.',
  },
  claimed: {
    name: 'đã được báo là khắc phục xong, chờ xác nhận',
    next: { confirm: 'confirmed', refuse: 'open' },
    remedy: 'Hãy xác nhận hoặc không công nhận kết quả khắc phục.',
  },
  confirmed: {
    name: 'đã được xác nhận khắc phục',
    next: {},
    remedy: 'Nếu tái diễn, hãy ghi phát hiện mới và nối với phát hiện này.',
  },
}

export function moveFinding(state: FindingState, act: FindingAct): FindingState {
  return moveIn(STATES, { noun: 'Phát hiện', code: 'finding.wrong_state' }, state, act)
}
export const canFinding = (state: FindingState, act: FindingAct): boolean => STATES[state].next[act] !== undefined
