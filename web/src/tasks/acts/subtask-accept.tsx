import { answer } from '@dieuhanh/client'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { actOnSubtask, onSubtask } from '../act.tsx'
import { Words } from '../form-fields.tsx'

/** The lead accepts its unit's completion report. */
export const subtaskAccept = actOnSubtask<{ note?: string }>({
  Fields: () => <Words name="note" isOptional />,
  send: ({ note }, on) =>
    answer(
      api.POST('/api/tasks/{id}/subtasks/{subtaskId}/accept', { ...onSubtask(on), body: optionalText('note', note) }),
    ),
})
