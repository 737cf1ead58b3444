import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnTask } from '../act.tsx'
import { EvidencePicker } from '../evidence-picker.tsx'
import { Words } from '../form-fields.tsx'

/** A coordinating agency gives its contribution. */
export const contribute = actOnTask<{ body: string; evidence?: number[] }>({
  Fields: ({ on }) => (
    <>
      <Words name="body" label="opinion" rows={6} />
      <EvidencePicker task={on} />
    </>
  ),
  send: ({ body, evidence }, task, key) =>
    answer(
      api.POST('/api/tasks/{id}/contributions', {
        params: { path: { id: task.id } },
        headers: key,
        body: { body: body.trim(), ...(evidence?.length ? { evidence } : {}) },
      }),
    ),
})
