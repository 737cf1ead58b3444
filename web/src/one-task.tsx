import { useSearch } from '@tanstack/react-router'
import { Comments } from './comments/comments.tsx'
import { taskSources } from './task-sources.ts'
import { TaskTrace } from './taskforce/task-trace.tsx'
import { TaskPage } from './tasks/task.tsx'
import { TaskUrgings } from './urging/task-urgings.tsx'
import { useUrge } from './urging/urge-tasks.tsx'

/** One task, with its comments and its urgings. */
export function OneTask() {
  const { thread, comment } = useSearch({ from: '/staff/nhiem-vu/$id' })
  return (
    <TaskPage
      sources={taskSources}
      useUrge={useUrge}
      below={(taskId) => <Comments key={taskId} taskId={taskId} named={{ thread, comment }} />}
      aside={(taskId) => (
        <>
          <TaskTrace key={taskId} taskId={taskId} />
          <TaskUrgings taskId={taskId} />
        </>
      )}
    />
  )
}
