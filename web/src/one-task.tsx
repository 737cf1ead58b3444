import { taskSources } from './task-sources.ts'
import { TaskPage } from './tasks/task.tsx'
import { TaskUrgings } from './urging/task-urgings.tsx'
import { useUrge } from './urging/urge-tasks.tsx'

/** One task, with its urgings. */
export function OneTask() {
  return <TaskPage sources={taskSources} useUrge={useUrge} aside={(taskId) => <TaskUrgings taskId={taskId} />} />
}
