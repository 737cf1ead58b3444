import { Conflict } from '../platform/errors.ts'
import { moveIn, type StateTable } from './states.ts'

export const RECOMMENDATION_STATES = [
  'drafted',
  'made',
  'accepted',
  'claimed',
  'declined',
  'done',
  'withdrawn',
  'replaced',
] as const
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number]
export const RECOMMENDATION_ACTS = [
  'make',
  'accept',
  'decline',
  'issue',
  'claim',
  'close',
  'refuse',
  'withdraw',
  'replace',
] as const
export type RecommendationAct = (typeof RECOMMENDATION_ACTS)[number]

/** A recommendation without a task. One with a task has no acts: how far it is, is what the task says. */
const STATES: StateTable<RecommendationState, RecommendationAct> = {
  drafted: { name: 'chưa gửi', next: { make: 'made', withdraw: 'withdrawn' }, remedy: 'Hãy gửi kiến nghị trước.' },
  made: {
    name: 'đã gửi, chờ trả lời',
    next: { accept: 'accepted', decline: 'declined', issue: 'accepted', withdraw: 'withdrawn', replace: 'replaced' },
    remedy: 'Cơ quan hãy tiếp thu hoặc trả lời kiến nghị trước; Văn phòng chờ trả lời, hoặc giao thành nhiệm vụ.',
  },
  accepted: {
    name: 'đã được tiếp thu',
    next: { issue: 'accepted', claim: 'claimed', withdraw: 'withdrawn', replace: 'replaced' },
    remedy: 'Hãy chờ cơ quan báo đã thực hiện, hoặc giao thành nhiệm vụ.',
  },
  claimed: {
    name: 'đã được báo là thực hiện xong, chờ xác nhận',
    next: { close: 'done', refuse: 'accepted' },
    remedy: 'Hãy kết thúc kèm chứng cứ, hoặc không công nhận.',
  },
  declined: {
    name: 'không được tiếp thu',
    next: { replace: 'replaced', issue: 'accepted' },
    remedy: 'Hãy thay bằng kiến nghị khác, hoặc giao thành nhiệm vụ theo ý kiến của cấp có thẩm quyền.',
  },
  done: { name: 'đã thực hiện, có chứng cứ', next: {}, remedy: 'Nếu cần, hãy lập kiến nghị mới.' },
  withdrawn: { name: 'đã rút', next: {}, remedy: 'Nếu cần, hãy lập kiến nghị mới.' },
  replaced: { name: 'đã được thay bằng kiến nghị khác', next: {}, remedy: 'Hãy mở kiến nghị thay thế.' },
}
const NOUN = { noun: 'Kiến nghị', code: 'recommendation.wrong_state' }

interface Kept {
  state: RecommendationState
  task_id: number | null
}

/** The state after the act. Throws where it is a task: its state is read there, never set here. */
export function moveRecommendation({ state, task_id }: Kept, act: RecommendationAct): RecommendationState {
  if (task_id !== null) {
    throw new Conflict(
      'recommendation.is_task',
      'Kiến nghị này đã giao thành nhiệm vụ: kết quả theo nhiệm vụ. Hãy cập nhật tại nhiệm vụ.',
    )
  }
  return moveIn(STATES, NOUN, state, act)
}
export const canRecommendation = ({ state, task_id }: Kept, act: RecommendationAct): boolean =>
  task_id === null && STATES[state].next[act] !== undefined

/** Where a recommendation is for those who count it. */
export const STANDINGS = ['drafted', 'waiting', 'overdueAnswer', 'open', 'late', 'done', 'declined', 'closed'] as const
export type RecommendationStanding = (typeof STANDINGS)[number]

export interface Counted extends Kept {
  due_on: string
  answer_by: string | null
  closed_on: string | null
  task: { state: string; due_on: string | null; completed_on: string | null } | null
}

/** Read from the task where there is one; else from its own state and days. The same rule is in `views.sql`. */
export function standingOf({ state, due_on, answer_by, task }: Counted, today: string): RecommendationStanding {
  if (task) {
    if (task.state === 'confirmed') return 'done'
    if (task.state === 'cancelled') return 'closed'
    return task.due_on !== null && task.due_on < today ? 'late' : 'open'
  }
  switch (state) {
    case 'drafted':
      return 'drafted'
    case 'made':
      return answer_by !== null && answer_by < today ? 'overdueAnswer' : 'waiting'
    case 'accepted':
    case 'claimed':
      return due_on < today ? 'late' : 'open'
    case 'declined':
    case 'done':
      return state
    case 'withdrawn':
    case 'replaced':
      return 'closed'
  }
}
