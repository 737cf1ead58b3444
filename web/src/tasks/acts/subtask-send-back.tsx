import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnSubtask, onSubtask } from '../act.tsx'
import { Words } from '../form-fields.tsx'

/** The lead sends its unit's completion report back with a reason. */
export const subtaskSendBack = actOnSubtask<{ reason: string }>({
  Fields: () => <Words name="reason" />,
  send: ({ reason }, on) =>
    answer(
      api.POST('/api/tasks/{id}/subtasks/{subtaskId}/send-back', {
        ...onSubtask(on),
        body: { reason: reason.trim() },
      }),
    ),
})
