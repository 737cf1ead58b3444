import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnSubtask, onSubtask } from '../act.tsx'

/** The unit starts work. */
export const subtaskStart = actOnSubtask({
  send: (_, on) => answer(api.POST('/api/tasks/{id}/subtasks/{subtaskId}/start', { ...onSubtask(on), body: {} })),
})
