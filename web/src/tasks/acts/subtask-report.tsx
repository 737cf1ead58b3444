import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnSubtask, onSubtask } from '../act.tsx'
import { Percent, Words } from '../form-fields.tsx'

/** The unit reports its progress. */
export const subtaskReport = actOnSubtask<{ percent: number; body: string }>({
  initial: ({ subtask }) => ({ percent: subtask.percent }),
  Fields: () => (
    <>
      <Percent />
      <Words name="body" />
    </>
  ),
  send: ({ percent, body }, on) =>
    answer(
      api.POST('/api/tasks/{id}/subtasks/{subtaskId}/report', {
        ...onSubtask(on),
        body: { percent, body: body.trim() },
      }),
    ),
})
