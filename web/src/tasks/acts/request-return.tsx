import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Decides, Words } from '../form-fields.tsx'

/** The lead requests to return the task, because it is not responsible for it. */
export const requestReturn = actOnTask<{ reason: string }>({
  Fields: ({ on }) => (
    <>
      <Decides task={on} />
      <Words name="reason" />
    </>
  ),
  Many: () => <Words name="reason" />,
  send: ({ reason }, task) =>
    answer(api.POST('/api/tasks/{id}/requests/return', { ...onTask(task), body: { reason: reason.trim() } })),
})
