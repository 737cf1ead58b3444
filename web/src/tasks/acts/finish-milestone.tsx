import { answer, ifMatch } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { defineAct } from '../act.tsx'
import { Day } from '../form-fields.tsx'
import type { Task } from '../queries.ts'

/** Marks a milestone of the task as reached. */
export const finishMilestone = defineAct<{ doneOn: string }, { task: Task; deadlineId: number }>({
  on: ({ task, deadlineId }) => (deadlineId === undefined ? undefined : { task, deadlineId }),
  initial: (_, today) => ({ doneOn: today }),
  Fields: function Fields({ on }) {
    const me = useMe()
    return <Day name="doneOn" min={on.task.assignedOn} max={me.today} />
  },
  send: ({ doneOn }, { task, deadlineId }) =>
    answer(
      api.POST('/api/tasks/{id}/deadlines/{deadlineId}/finish', {
        params: { path: { id: task.id, deadlineId } },
        headers: ifMatch(task.version),
        body: { doneOn },
      }),
    ),
})
