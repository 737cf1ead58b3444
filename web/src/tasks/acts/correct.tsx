import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Day, Words } from '../form-fields.tsx'

/** Corrects a wrong day of completion; no day: it was not done. */
export const correct = actOnTask<{ completedOn?: string; reason: string }>({
  Fields: function Fields({ on }) {
    const me = useMe()
    return (
      <>
        <Day name="completedOn" isOptional min={on.assignedOn} max={me.today} />
        <Words name="reason" />
      </>
    )
  },
  send: ({ completedOn, reason }, task) =>
    answer(
      api.POST('/api/tasks/{id}/correct', {
        ...onTask(task),
        body: { completedOn: completedOn ?? null, reason: reason.trim() },
      }),
    ),
})
