import { Conflict } from '../platform/errors.ts'
import type { SubtaskAct, SubtaskState } from './subtask-shapes.ts'

/**
 * The progress of a sub-task: assigned → in progress → done, as reported by its unit → accepted by the agency that gave it,
 * or sent back. Pure, as `progress.ts` is for tasks.
 */
const TABLE: Record<SubtaskAct, Partial<Record<SubtaskState, SubtaskState>>> = {
  start: { assigned: 'inProgress', sentBack: 'inProgress' },
  report: { assigned: 'inProgress', inProgress: 'inProgress', sentBack: 'inProgress' },
  finish: { assigned: 'done', inProgress: 'done', sentBack: 'done' },
  attach: { assigned: 'assigned', inProgress: 'inProgress', sentBack: 'sentBack', done: 'done' },
  accept: { done: 'accepted' },
  sendBack: { done: 'sentBack' },
  change: { assigned: 'assigned', inProgress: 'inProgress', sentBack: 'sentBack', done: 'done' },
  cancel: { assigned: 'cancelled', inProgress: 'cancelled', sentBack: 'cancelled', done: 'cancelled' },
}

/** The state an act leads to, or undefined where it is not possible. */
export function subtaskNext(state: SubtaskState, act: SubtaskAct): SubtaskState | undefined {
  return TABLE[act][state]
}

/** The state after the act. Throws `subtask.wrong_state` with the state and the step to take first. */
export function subtaskMove(state: SubtaskState, act: SubtaskAct): SubtaskState {
  const to = subtaskNext(state, act)
  if (to === undefined) {
    throw new Conflict('subtask.wrong_state', `Việc này đang ở trạng thái “${NAMES[state]}”. ${remedy(state)}`, {
      extra: { state },
    })
  }
  return to
}

const NAMES: Record<SubtaskState, string> = {
  assigned: 'mới giao',
  inProgress: 'đang thực hiện',
  done: 'đơn vị đã làm xong, chờ nghiệm thu',
  sentBack: 'yêu cầu làm lại',
  accepted: 'đã nghiệm thu',
  cancelled: 'đã hủy',
}

function remedy(state: SubtaskState): string {
  switch (state) {
    case 'accepted':
      return 'Việc đã nghiệm thu không thay đổi được nữa; cần làm thêm thì giao việc mới.'
    case 'cancelled':
      return 'Việc đã hủy không thay đổi được nữa.'
    case 'done':
      return 'Cơ quan giao việc phải nghiệm thu hoặc yêu cầu làm lại trước.'
    default:
      return 'Đơn vị được giao phải báo cáo làm xong trước.'
  }
}
