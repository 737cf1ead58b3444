import { answer } from '@dieuhanh/client'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Words } from '../form-fields.tsx'

const Fields = () => <Words name="note" isOptional />

/** The lead starts work. */
export const start = actOnTask<{ note?: string }>({
  Fields,
  Many: Fields,
  send: ({ note }, task) =>
    answer(api.POST('/api/tasks/{id}/start', { ...onTask(task), body: optionalText('note', note) })),
})
