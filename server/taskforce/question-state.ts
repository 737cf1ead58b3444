import { moveIn, type StateTable } from './states.ts'

export const QUESTION_STATES = ['asked', 'classed', 'sent', 'answered'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]
export const QUESTION_ACTS = ['class', 'send', 'answerHere', 'answer', 'return', 'judge', 'confirmDay'] as const
export type QuestionAct = (typeof QUESTION_ACTS)[number]

const STATES: StateTable<QuestionState, QuestionAct> = {
  asked: {
    name: 'chưa phân loại',
    next: { class: 'classed', send: 'sent', answerHere: 'answered' },
    remedy: 'Hãy phân loại và gửi cơ quan trả lời.',
  },
  classed: {
    name: 'đã phân loại',
    next: { class: 'classed', send: 'sent', answerHere: 'answered' },
    remedy: 'Hãy gửi cơ quan trả lời trước.',
  },
  sent: {
    name: 'đã gửi cơ quan trả lời',
    next: { send: 'sent', answer: 'answered', return: 'classed' },
    remedy: 'Hãy chờ cơ quan trả lời.',
  },
  answered: {
    name: 'đã được trả lời',
    next: { judge: 'answered', confirmDay: 'answered' },
    remedy: 'Câu trả lời không sửa được; nếu cần, hãy ghi câu hỏi mới.',
  },
}

export function moveQuestion(state: QuestionState, act: QuestionAct): QuestionState {
  return moveIn(STATES, { noun: 'Câu hỏi', code: 'question.wrong_state' }, state, act)
}
export const canQuestion = (state: QuestionState, act: QuestionAct): boolean => STATES[state].next[act] !== undefined

/**
 * What became of a question by the session after the one it was asked in; null while that is not known: no next session is
 * set or it has not been held, and the question is open.
 */
export function byNextSession(
  { answeredOn }: { answeredOn: string | null },
  nextOn: string | null,
  today: string,
): 'answered' | 'unanswered' | null {
  if (answeredOn !== null && (nextOn === null || answeredOn <= nextOn)) return 'answered'
  return nextOn !== null && nextOn <= today ? 'unanswered' : null
}
