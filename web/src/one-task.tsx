import { TaskPage } from './tasks/task.tsx'
import { TaskUrgings } from './urging/task-urgings.tsx'

/** One task, with whom it was urged to. */
export function OneTask() {
  return <TaskPage aside={(taskId) => <TaskUrgings taskId={taskId} />} />
}
