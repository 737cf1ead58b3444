import { answer } from '@dieuhanh/client'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { actOnSubtask, onSubtask } from '../act.tsx'
import { SubtaskFields } from '../form-fields.tsx'

interface Changed {
  title: string
  content: string
  dueOn: string
  laterReason?: string
}

/** The lead changes the sub-task or its deadline. */
export const subtaskChange = actOnSubtask<Changed>({
  initial: ({ subtask: { title, content, dueOn, laterReason } }) => ({
    title,
    content,
    dueOn,
    ...(laterReason === null ? {} : { laterReason }),
  }),
  Fields: function Fields({ on }) {
    const me = useMe()
    return <SubtaskFields task={on.task} today={me.today} />
  },
  send: ({ title, content, dueOn, laterReason }, on) =>
    answer(
      api.PUT('/api/tasks/{id}/subtasks/{subtaskId}', {
        ...onSubtask(on),
        body: { title: title.trim(), content: content.trim(), dueOn, ...optionalText('laterReason', laterReason) },
      }),
    ),
})
