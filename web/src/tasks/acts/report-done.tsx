import { answer } from '@dieuhanh/client'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { actOnTask, onTask } from '../act.tsx'
import { EvidencePicker } from '../evidence-picker.tsx'
import { Day, Line, Words } from '../form-fields.tsx'
import type { Task } from '../queries.ts'

interface Claim {
  completedOn: string
  body: string
  productNumber?: string
  productDate?: string
  evidence?: number[]
  missingParts?: string
}

/** The lead reports the task done; the giver confirms it or sends it back. */
export const reportDone = actOnTask<Claim>({
  initial: (_, today) => ({ completedOn: today }),
  Fields: function Fields({ on }) {
    const me = useMe()
    return (
      <>
        <Unaccepted task={on} />
        <MissingParts task={on} />
        <Day name="completedOn" min={on.assignedOn} max={me.today} />
        <Words name="body" />
        <Line name="productNumber" isOptional />
        <Day name="productDate" isOptional max={me.today} />
        <EvidencePicker task={on} />
      </>
    )
  },
  Many: function Many() {
    const me = useMe()
    return (
      <>
        <Day name="completedOn" max={me.today} />
        <Words name="body" />
        <Line name="productNumber" isOptional max={200} />
      </>
    )
  },
  send: ({ completedOn, body, productNumber, productDate, evidence, missingParts }, task) =>
    answer(
      api.POST('/api/tasks/{id}/done', {
        ...onTask(task),
        body: {
          completedOn,
          body: body.trim(),
          ...optionalText('productNumber', productNumber),
          ...optionalText('missingParts', missingParts),
          ...(productDate ? { productDate } : {}),
          ...(evidence?.length ? { evidence } : {}),
        },
      }),
    ),
})

/** A shared task is complete by its parts; without them the form asks why. */
function MissingParts({ task }: { task: Task }) {
  const { t } = useTranslation()
  const missing = task.parties.filter(
    ({ role, isAccountable, endedOn, contributedOn }) =>
      task.collective?.form === 'shared' && role === 'lead' && !isAccountable && !endedOn && !contributedOn,
  )
  if (missing.length === 0) return null
  const names = missing.map(({ name }) => name).join('; ')
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="act-stale"
        title={t('collective.missing', { n: missing.length, names })}
      />
      <Words name="missingParts" rows={2} />
    </>
  )
}

/** A completion report is allowed while units are still working, but the form warns about it. */
function Unaccepted({ task }: { task: Task }) {
  const { t } = useTranslation()
  const open = task.subtasks.filter(({ state }) => state !== 'accepted' && state !== 'cancelled').length
  return open === 0 ? null : (
    <Alert type="warning" showIcon className="act-stale" title={t('subtasks.unaccepted', { n: open })} />
  )
}
