import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Words } from '../form-fields.tsx'

const Fields = () => <Words name="reason" />

/** The giver sends the completion report back with a reason. */
export const sendBack = actOnTask<{ reason: string }>({
  Fields,
  Many: Fields,
  send: ({ reason }, task) =>
    answer(api.POST('/api/tasks/{id}/send-back', { ...onTask(task), body: { reason: reason.trim() } })),
})
