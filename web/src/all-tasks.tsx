import { AddByHand } from './directives/add-by-hand.tsx'
import { taskSources } from './task-sources.ts'
import { Tasks } from './tasks/list.tsx'
import { useUrge } from './urging/urge-tasks.tsx'

/** All tasks, with the sources to choose from, letters about the selected ones, and the way to enter one by hand. */
export function AllTasks() {
  return <Tasks sources={taskSources} useUrge={useUrge} more={<AddByHand />} />
}
