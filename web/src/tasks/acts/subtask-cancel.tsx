import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnSubtask, onSubtask } from '../act.tsx'
import { Words } from '../form-fields.tsx'

/** The sub-task no longer has to be done. */
export const subtaskCancel = actOnSubtask<{ reason: string }>({
  Fields: () => <Words name="reason" />,
  send: ({ reason }, on) =>
    answer(
      api.POST('/api/tasks/{id}/subtasks/{subtaskId}/cancel', {
        ...onSubtask(on),
        body: { reason: reason.trim() },
      }),
    ),
})
