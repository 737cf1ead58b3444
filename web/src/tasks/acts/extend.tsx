import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { addDays } from '../../ui/format.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Day, Line, Words } from '../form-fields.tsx'

/** The giver sets a later deadline. */
export const extend = actOnTask<{ newDueOn: string; approvedBy: string; reason: string }>({
  Fields: ({ on }) => <Fields dueOn={on.dueOn} />,
  Many: () => <Fields dueOn={null} />,
  send: ({ newDueOn, approvedBy, reason }, task) =>
    answer(
      api.POST('/api/tasks/{id}/extend', {
        ...onTask(task),
        body: { newDueOn, reason: reason.trim(), approvedBy: approvedBy.trim() },
      }),
    ),
})

function Fields({ dueOn }: { dueOn: string | null }) {
  const { today } = useMe()
  return (
    <>
      <Day name="newDueOn" min={addDays(dueOn && dueOn > today ? dueOn : today, 1)} hint={dueOn} />
      <Line name="approvedBy" />
      <Words name="reason" />
    </>
  )
}
