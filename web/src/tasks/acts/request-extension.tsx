import { answer } from '@dieuhanh/client'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { addDays } from '../../ui/format.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Day, Decides, Line, Words } from '../form-fields.tsx'

/** The lead requests a later deadline. */
export const requestExtension = actOnTask<{ newDueOn: string; reason: string; document?: string }>({
  Fields: function Fields({ on }) {
    const { today } = useMe()
    return (
      <>
        <Decides task={on} />
        <Day name="newDueOn" min={addDays(on.dueOn && on.dueOn > today ? on.dueOn : today, 1)} hint={on.dueOn} />
        <Words name="reason" />
        <Line name="document" isOptional />
      </>
    )
  },
  Many: function Many() {
    const { today } = useMe()
    return (
      <>
        <Day name="newDueOn" min={addDays(today, 1)} />
        <Words name="reason" />
        <Line name="document" isOptional />
      </>
    )
  },
  send: ({ newDueOn, reason, document }, task) =>
    answer(
      api.POST('/api/tasks/{id}/requests/extension', {
        ...onTask(task),
        body: { newDueOn, reason: reason.trim(), ...optionalText('document', document) },
      }),
    ),
})
