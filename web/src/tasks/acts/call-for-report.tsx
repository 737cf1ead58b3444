import { answer } from '@dieuhanh/client'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { addDays } from '../../ui/format.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Day, Words } from '../form-fields.tsx'

/** The giver calls on the lead to report by a day. */
export const callForReport = actOnTask<{ dueOn: string; words?: string }>({
  Fields,
  Many: Fields,
  send: ({ dueOn, words }, task) =>
    answer(
      api.POST('/api/tasks/{id}/report-calls', { ...onTask(task), body: { dueOn, ...optionalText('words', words) } }),
    ),
})

function Fields() {
  const { today } = useMe()
  return (
    <>
      <Day name="dueOn" label="reportDueOn" min={addDays(today, 1)} />
      <Words name="words" isOptional rows={3} />
    </>
  )
}
