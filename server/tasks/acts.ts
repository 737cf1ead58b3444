import type { Ask } from '../platform/change.ts'
import { type AnyTransaction, type Transaction, within } from '../platform/db.ts'
import type { Input, RoutedAct } from './act-shapes.ts'
import { callForReport } from './call-for-report.ts'
import { confirm, correct, sendBack } from './confirm.ts'
import type { TasksDb } from './db.ts'
import { decide } from './decide.ts'
import { distribute } from './distribute.ts'
import { finishMilestone } from './milestone.ts'
import { receive, start } from './receive.ts'
import { reportDone, reportProgress } from './report.ts'
import { requestExtension, requestReturn, requestTransfer } from './request.ts'
import { cancel, extend, transfer } from './steer.ts'

/** An act on one task, in the caller's transaction. Returns the next version. */
export type Run<In> = (trx: Transaction<TasksDb>, ask: Ask, input: In) => Promise<number>

/** The function of each act, called by its route and by a bulk act. */
const RUN: { readonly [Name in RoutedAct]: Run<Input<Name>> } = {
  receive,
  start,
  report: reportProgress,
  reportDone,
  confirm,
  sendBack,
  requestExtension,
  requestReturn,
  requestTransfer,
  decide,
  extend,
  transfer,
  cancel,
  correct,
  distribute,
  finishMilestone,
  callForReport,
}

/** Runs an act by name. `input` has been checked against the shape of that act. */
export function runAct(trx: AnyTransaction, ask: Ask, name: RoutedAct, input: object): Promise<number> {
  const run = RUN[name] as Run<object>
  return run(within<TasksDb>(trx), ask, input)
}
