import type { TaskAct } from './act.tsx'
import type { ActName } from './act-names.ts'
import { addDocument } from './acts/add-document.tsx'
import { amend } from './acts/amend.tsx'
import { callForReport } from './acts/call-for-report.tsx'
import { cancel } from './acts/cancel.tsx'
import { confirm } from './acts/confirm.tsx'
import { contribute } from './acts/contribute.tsx'
import { correct } from './acts/correct.tsx'
import { decide } from './acts/decide.tsx'
import { distribute } from './acts/distribute.tsx'
import { extend } from './acts/extend.tsx'
import { finishMilestone } from './acts/finish-milestone.tsx'
import { receive } from './acts/receive.tsx'
import { report } from './acts/report.tsx'
import { reportDone } from './acts/report-done.tsx'
import { requestContribution } from './acts/request-contribution.tsx'
import { requestExtension } from './acts/request-extension.tsx'
import { requestReturn } from './acts/request-return.tsx'
import { requestTransfer } from './acts/request-transfer.tsx'
import { sendBack } from './acts/send-back.tsx'
import { setRhythm } from './acts/set-rhythm.tsx'
import { split } from './acts/split.tsx'
import { start } from './acts/start.tsx'
import { subtaskAccept } from './acts/subtask-accept.tsx'
import { subtaskCancel } from './acts/subtask-cancel.tsx'
import { subtaskChange } from './acts/subtask-change.tsx'
import { subtaskFinish } from './acts/subtask-finish.tsx'
import { subtaskReport } from './acts/subtask-report.tsx'
import { subtaskSendBack } from './acts/subtask-send-back.tsx'
import { subtaskStart } from './acts/subtask-start.tsx'
import { transfer } from './acts/transfer.tsx'
import { withdraw } from './acts/withdraw.tsx'
import type { BulkAct } from './bulk.ts'
import type { MayDo } from './queries.ts'

/** Every act, in the order of a task's life: one file each, with its fields and its request. */
export const ACTS = {
  receive,
  start,
  report,
  // A progress report includes the measured values.
  measure: report,
  split,
  contribute,
  reportDone,
  confirm,
  sendBack,
  decide,
  callForReport,
  requestExtension,
  requestReturn,
  requestTransfer,
  extend,
  transfer,
  cancel,
  amend,
  correct,
  distribute,
  finishMilestone,
  requestContribution,
  setRhythm,
  addDocument,
  withdraw,
  subtaskStart,
  subtaskReport,
  subtaskFinish,
  subtaskAccept,
  subtaskSendBack,
  subtaskChange,
  subtaskCancel,
} satisfies Record<ActName, TaskAct> as Record<ActName, TaskAct>

/** Opened from elsewhere on the page than the buttons under the header. */
const ELSEWHERE: ReadonlySet<ActName> = new Set([
  'measure',
  'decide',
  'finishMilestone',
  'requestContribution',
  'setRhythm',
])

/** Acts that are buttons under the header of a task. */
export const shownActs = (may: readonly MayDo[]): Exclude<MayDo, 'attach'>[] =>
  (Object.keys(ACTS) as ActName[]).filter(
    (act): act is Exclude<MayDo, 'attach'> => (may as readonly string[]).includes(act) && !ELSEWHERE.has(act),
  )

/** Acts offered for many tasks at once: those whose file defines the fields for it. */
export const OFFERED = (Object.keys(ACTS) as ActName[]).filter(
  (act): act is BulkAct & ActName => ACTS[act].Many !== undefined,
)
