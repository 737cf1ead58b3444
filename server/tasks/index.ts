export { assignArchive, type PastAct, type PastTask } from './archive.ts'
export { assignAll, type NewParty, type NewTarget, type NewTask, type Source } from './assign.ts'
export type { NewDeadline } from './deadline.ts'
export { Partition, Rounding, Share, Statistics } from './figure-shapes.ts'
export { listTasks } from './lists.ts'
export { tasks } from './room.ts'
export { pointsBetween, share } from './rounding.ts'
export { TaskList, TaskQuery, TaskRow } from './shapes.ts'
export { statistics } from './statistics.ts'
export {
  type Heir,
  lockOpenParts,
  type OpenPart,
  redirectRequests,
  succeedAll,
  type TaskMove,
  taskLabels,
} from './succession.ts'
export { isExact } from './target.ts'
