import { taskSources } from './task-sources.ts'
import { Tasks } from './tasks/list.tsx'

/** All tasks, with the sources to choose from. */
export function AllTasks() {
  return <Tasks sources={taskSources} />
}
