import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Words } from '../form-fields.tsx'

const Fields = () => <Words name="reason" />

/** The task no longer has to be done. */
export const cancel = actOnTask<{ reason: string }>({
  Fields,
  Many: Fields,
  send: ({ reason }, task) =>
    answer(api.POST('/api/tasks/{id}/cancel', { ...onTask(task), body: { reason: reason.trim() } })),
})
