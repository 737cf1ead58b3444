import { Conflict } from '../platform/errors.ts'
import type { Act } from './act-shapes.ts'
import type { State } from './shapes.ts'

/**
 * The progress of a task (Quyết định 42/2014/QĐ-TTg): assigned → received → in progress → reported done → confirmed. Or:
 * returned to the giver, transferred to another agency, cancelled. Pure: only which step leads where.
 */
export type Step =
  | Exclude<Act, 'decide' | 'requestExtension' | 'requestReturn' | 'requestTransfer' | 'correct'>
  /** A request to the giver for a later due day, a return or a transfer changes nothing yet. */
  | 'request'
  /** Any act on an existing sub-task. */
  | 'workOnSubtask'
  /** The giver takes the task back, as requested. */
  | 'takeBack'
  /** The accountable agency has ended; its successor continues. */
  | 'succeed'
  /** The day of completion was wrong, or the task was not completed. */
  | 'correct'
  | 'reopen'
  /** The accountable lead was entered wrongly: the right one has to receive the task. */
  | 'amendLead'

const TABLE: Record<Step, Partial<Record<State, State>>> = {
  receive: { assigned: 'received' },
  start: { received: 'inProgress' },
  report: { received: 'inProgress', inProgress: 'inProgress' },
  measure: { received: 'received', inProgress: 'inProgress' },
  reportDone: { received: 'reportedDone', inProgress: 'reportedDone' },
  confirm: { reportedDone: 'confirmed' },
  sendBack: { reportedDone: 'inProgress' },
  finishMilestone: { received: 'received', inProgress: 'inProgress', reportedDone: 'reportedDone' },
  split: { received: 'received', inProgress: 'inProgress' },
  requestContribution: { received: 'received', inProgress: 'inProgress' },
  contribute: { assigned: 'assigned', received: 'received', inProgress: 'inProgress', reportedDone: 'reportedDone' },
  attach: { received: 'received', inProgress: 'inProgress', reportedDone: 'reportedDone' },
  workOnSubtask: { received: 'received', inProgress: 'inProgress', reportedDone: 'reportedDone' },
  setRhythm: { assigned: 'assigned', received: 'received', inProgress: 'inProgress', reportedDone: 'reportedDone' },
  request: { assigned: 'assigned', received: 'received', inProgress: 'inProgress' },
  extend: {
    assigned: 'assigned',
    received: 'received',
    inProgress: 'inProgress',
    reportedDone: 'reportedDone',
    returned: 'returned',
  },
  takeBack: { assigned: 'returned', received: 'returned', inProgress: 'returned' },
  transfer: { assigned: 'assigned', received: 'assigned', inProgress: 'assigned', returned: 'assigned' },
  succeed: {
    assigned: 'assigned',
    received: 'received',
    inProgress: 'inProgress',
    reportedDone: 'reportedDone',
    returned: 'returned',
  },
  cancel: {
    assigned: 'cancelled',
    received: 'cancelled',
    inProgress: 'cancelled',
    reportedDone: 'cancelled',
    returned: 'cancelled',
  },
  callForReport: { assigned: 'assigned', received: 'received', inProgress: 'inProgress' },
  amend: {
    assigned: 'assigned',
    received: 'received',
    inProgress: 'inProgress',
    reportedDone: 'reportedDone',
    confirmed: 'confirmed',
    returned: 'returned',
  },
  // A claim that waits is answered first; a task that was returned is transferred; what is confirmed stays so.
  amendLead: { assigned: 'assigned', received: 'assigned', inProgress: 'assigned', confirmed: 'confirmed' },
  distribute: { assigned: 'cancelled', received: 'cancelled', inProgress: 'cancelled', returned: 'cancelled' },
  correct: { confirmed: 'confirmed' },
  reopen: { confirmed: 'inProgress' },
}

/** The state a step leads to, or undefined where it is not possible. */
export function next(state: State, step: Step): State | undefined {
  return TABLE[step][state]
}

/** The state after the step. Throws `task.wrong_state` with the state and the step to take first. */
export function move(state: State, step: Step): State {
  const to = next(state, step)
  if (to === undefined) {
    throw new Conflict(
      'task.wrong_state',
      `Nhiệm vụ đang ở trạng thái “${STATE_NAMES[state]}”. ${remedy(state, step)}`,
      {
        extra: { state },
      },
    )
  }
  return to
}

export const STATE_NAMES: Record<State, string> = {
  assigned: 'mới giao',
  received: 'đã tiếp nhận',
  inProgress: 'đang thực hiện',
  reportedDone: 'đã báo cáo hoàn thành, chờ xác nhận',
  confirmed: 'đã hoàn thành',
  returned: 'đã trả lại',
  cancelled: 'đã hủy',
}

function remedy(state: State, step: Step): string {
  if (state === 'cancelled') return 'Nhiệm vụ đã hủy không thay đổi được nữa.'
  if (state === 'confirmed') {
    return 'Hoàn thành đã được xác nhận; nếu ghi nhận sai, đơn vị theo dõi đính chính ngày hoàn thành.'
  }
  if (step === 'confirm' || step === 'sendBack') return 'Cơ quan chủ trì phải báo cáo hoàn thành trước.'
  if (step === 'correct' || step === 'reopen') return 'Chỉ đính chính được nhiệm vụ đã xác nhận hoàn thành.'
  if (state === 'reportedDone') return 'Cơ quan theo dõi phải xác nhận hoặc yêu cầu làm tiếp trước.'
  if (state === 'returned') return 'Cơ quan theo dõi phải chuyển nhiệm vụ cho cơ quan khác hoặc hủy.'
  if (state === 'assigned') return 'Cơ quan chủ trì phải tiếp nhận nhiệm vụ trước.'
  return 'Bước này đã được thực hiện.'
}
