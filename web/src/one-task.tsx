import { taskSources } from './task-sources.ts'
import { TaskPage } from './tasks/task.tsx'
import { TaskUrgings } from './urging/task-urgings.tsx'

/** One task, with its urgings. */
export function OneTask() {
  return <TaskPage sources={taskSources} aside={(taskId) => <TaskUrgings taskId={taskId} />} />
}
