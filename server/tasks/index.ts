export { lockedTask, mayDo, type TaskOf, tasksToRead, taskToRead } from './access.ts'
export { ACTS, BULK_ACTS, type BulkAct, ReportProgress, TASK_ACTS } from './act-shapes.ts'
export { runAct } from './acts.ts'
export { amend } from './amend.ts'
export { assignArchive, type PastAct, type PastTask } from './archive.ts'
export { assignAll, type NewParty, type NewTarget, type NewTask, type Source } from './assign.ts'
export { basisFileName, documentInWords, keepBasisFile, refuseFutureDocument } from './basis.ts'
export { type NewCollective, refsOfMembers } from './collective.ts'
export { CONSTRAINTS } from './constraints.ts'
export {
  BasisDocument,
  CONTENT_FIELDS,
  DEADLINE_FIELDS,
  MOST_DEADLINES,
  MOST_PARTIES,
  MOST_TARGETS,
  PARTY_FIELDS,
  PartyScope,
  TARGET_FIELDS,
} from './content-shapes.ts'
export { contribute, requestContribution } from './contribute.ts'
export type { NewDeadline } from './deadline.ts'
export { type DocumentWithTargets, documentsWithTargets } from './documents-with-targets.ts'
export { isTooFar } from './due-day.ts'
export { everyTask } from './every-task.ts'
export { Partition, RecordedLater, ROUNDINGS, Rounding, Share, Statistics } from './figure-shapes.ts'
export { firstGiven } from './figure-sources.ts'
export { rebuildFigures } from './figures.ts'
export { isFollowed, nameOn } from './filter.ts'
export { listTasks } from './lists.ts'
export { lockOpenParts, type OpenPart, openTasksLedBy, redirectRequests, taskLabels } from './open-parts.ts'
export { move, STATE_NAMES } from './progress.ts'
export {
  completeByProof,
  extendByProof,
  type NamedProof,
  type Proof,
  passByProof,
  redateByProof,
  reopenByProof,
  tieToProof,
  untieFromProof,
} from './proof.ts'
export { attachDocument } from './prove.ts'
export { receive } from './receive.ts'
export { tasks } from './room.ts'
export { pointsBetween, pointsInWords, pointsValue, share } from './rounding.ts'
export { Counting, DeadlineKind, Standing, State, TaskList, TaskQuery, TaskRow } from './shapes.ts'
export { audienceOf, INTERNAL_TO_GIVER, isGiverSide, isVisible } from './sight.ts'
export { sourceNameOf, sourceOfNumber } from './source-name.ts'
export { daysLate, standing } from './standing.ts'
export { recordedLater, statistics, trend } from './statistics.ts'
export { reportSubtask, split } from './subtask.ts'
export { type Heir, succeedAll, succeedReopened, type TaskMove } from './succession.ts'
export { isExact } from './target.ts'
export { type InCharge, inChargeOf } from './tells.ts'
export {
  type Heard,
  heardSince,
  reportsSince,
  type TaskToUrge,
  taskNames,
  tasksToUrge,
} from './to-urge.ts'
