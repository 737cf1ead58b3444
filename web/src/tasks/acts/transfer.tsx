import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Agency, Words } from '../form-fields.tsx'

const Fields = () => (
  <>
    <Agency />
    <Words name="reason" />
  </>
)

/** Another agency leads the task from today. */
export const transfer = actOnTask<{ agencyId: number; reason: string }>({
  Fields,
  Many: Fields,
  send: ({ agencyId, reason }, task) =>
    answer(api.POST('/api/tasks/{id}/transfer', { ...onTask(task), body: { agencyId, reason: reason.trim() } })),
})
