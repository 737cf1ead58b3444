import type { MayDo } from './queries.ts'

/** The acts on a sub-task, with the names of their forms. */
export const SUBTASK_ACTS = {
  start: 'subtaskStart',
  report: 'subtaskReport',
  finish: 'subtaskFinish',
  accept: 'subtaskAccept',
  sendBack: 'subtaskSendBack',
  change: 'subtaskChange',
  cancel: 'subtaskCancel',
} as const
/** Every act that has a form on the page of a task. */
export type ActName =
  | Exclude<MayDo, 'attach'>
  | 'addDocument'
  | 'withdraw'
  | (typeof SUBTASK_ACTS)[keyof typeof SUBTASK_ACTS]
