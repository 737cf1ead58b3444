import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { actOnSubtask, onSubtask } from '../act.tsx'
import { Day, Words } from '../form-fields.tsx'

/** The unit reports the sub-task done. */
export const subtaskFinish = actOnSubtask<{ doneOn: string; body: string }>({
  initial: (_, today) => ({ doneOn: today }),
  Fields: function Fields({ on }) {
    const me = useMe()
    return (
      <>
        <Day name="doneOn" min={on.subtask.givenOn} max={me.today} />
        <Words name="body" />
      </>
    )
  },
  send: ({ doneOn, body }, on) =>
    answer(
      api.POST('/api/tasks/{id}/subtasks/{subtaskId}/finish', {
        ...onSubtask(on),
        body: { doneOn, body: body.trim() },
      }),
    ),
})
