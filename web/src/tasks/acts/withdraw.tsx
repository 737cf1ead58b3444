import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { defineAct } from '../act.tsx'
import { Words } from '../form-fields.tsx'

/** Withdraws evidence; it stays in the list, marked. */
export const withdraw = defineAct<{ reason: string }, { id: number; evidenceId: number }>({
  on: ({ task, evidenceId }) => (evidenceId === undefined ? undefined : { id: task.id, evidenceId }),
  Fields: () => <Words name="reason" />,
  send: ({ reason }, path) =>
    answer(
      api.POST('/api/tasks/{id}/evidence/{evidenceId}/withdraw', {
        params: { path },
        body: { reason: reason.trim() },
      }),
    ),
})
