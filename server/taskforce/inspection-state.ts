import { moveIn, type StateTable } from './states.ts'

export const INSPECTION_STATES = [
  'planned',
  'announced',
  'waiting',
  'explained',
  'held',
  'findingsSent',
  'answered',
  'concluded',
  'stopped',
] as const
export type InspectionState = (typeof INSPECTION_STATES)[number]
export const INSPECTION_ACTS = [
  'edit',
  'decide',
  'request',
  'explain',
  'writeMinutes',
  'signMinutes',
  'find',
  'sendFindings',
  'conclude',
  'postpone',
  'stop',
] as const
export type InspectionAct = (typeof INSPECTION_ACTS)[number]

/**
 * From the plan to the conclusion (Quyết định 42/2014/QĐ-TTg, amended by 23/2018): what was asked is explained before the
 * visit, both sides sign the minutes, and the agency answers the findings before they are concluded. Some acts leave the
 * state; what else moves it is in `afterExplanation`, `afterSignature` and `afterAnswer`.
 */
const STATES: StateTable<InspectionState, InspectionAct> = {
  planned: {
    name: 'mới có kế hoạch',
    next: { edit: 'planned', decide: 'announced', stop: 'stopped' },
    remedy: 'Hãy ra quyết định kiểm tra trước.',
  },
  announced: {
    name: 'đã có quyết định',
    next: {
      request: 'waiting',
      writeMinutes: 'announced',
      signMinutes: 'announced',
      postpone: 'planned',
      stop: 'stopped',
    },
    remedy: 'Hãy gửi yêu cầu giải trình, hoặc làm việc và lập biên bản trước.',
  },
  waiting: {
    name: 'đang chờ cơ quan giải trình',
    next: { explain: 'waiting', writeMinutes: 'waiting', signMinutes: 'waiting', postpone: 'planned', stop: 'stopped' },
    remedy: 'Hãy chờ giải trình, hoặc làm việc và lập biên bản.',
  },
  explained: {
    name: 'đã được giải trình',
    next: {
      explain: 'explained',
      writeMinutes: 'explained',
      signMinutes: 'explained',
      postpone: 'planned',
      stop: 'stopped',
    },
    remedy: 'Hãy làm việc với cơ quan và lập biên bản hai bên cùng ký.',
  },
  held: {
    name: 'đã làm việc, hai bên đã ký biên bản',
    next: { explain: 'held', find: 'held', sendFindings: 'findingsSent', stop: 'stopped', conclude: 'concluded' },
    remedy: 'Hãy ghi các phát hiện và gửi cơ quan có ý kiến.',
  },
  findingsSent: {
    name: 'đã gửi phát hiện để cơ quan có ý kiến',
    next: { find: 'findingsSent', sendFindings: 'findingsSent', conclude: 'concluded', stop: 'stopped' },
    remedy: 'Hãy chờ ý kiến của cơ quan.',
  },
  answered: {
    name: 'đã có ý kiến của cơ quan về các phát hiện',
    next: { find: 'answered', sendFindings: 'findingsSent', conclude: 'concluded', stop: 'stopped' },
    remedy: 'Hãy ký kết luận.',
  },
  concluded: {
    name: 'đã có kết luận',
    next: {},
    remedy: 'Kết luận không sửa được; theo dõi việc khắc phục tại từng phát hiện.',
  },
  stopped: { name: 'đã dừng', next: {}, remedy: 'Nếu cần, hãy lập cuộc kiểm tra mới.' },
}

export function moveInspection(state: InspectionState, act: InspectionAct): InspectionState {
  return moveIn(STATES, { noun: 'Cuộc kiểm tra', code: 'inspection.wrong_state' }, state, act)
}
export const canInspection = (state: InspectionState, act: InspectionAct): boolean =>
  STATES[state].next[act] !== undefined

/** All issues are explained: the explanation is complete. */
export const afterExplanation = (state: InspectionState, isComplete: boolean): InspectionState =>
  state === 'waiting' && isComplete ? 'explained' : state

/** Both sides have signed: the visit was held. */
export const afterSignature = (state: InspectionState, isByBoth: boolean): InspectionState =>
  isByBoth ? 'held' : state

/** Each finding that was sent has the agency's answer. */
export const afterAnswer = (state: InspectionState, isComplete: boolean): InspectionState =>
  state === 'findingsSent' && isComplete ? 'answered' : state

/** A finding is concluded after the agency's answer, or once the day for it has passed without a word. */
export function isConcludable(
  finding: { state: string; answered: boolean },
  answerBy: string | null,
  today: string,
): boolean {
  return (
    finding.state === 'dropped' ||
    (finding.state === 'sent' && (finding.answered || (answerBy !== null && answerBy < today)))
  )
}
