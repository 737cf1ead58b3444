import { answer, ifMatch } from '@dieuhanh/client'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { defineAct } from '../act.tsx'
import { Line, Words } from '../form-fields.tsx'
import type { Task } from '../queries.ts'

interface Decision {
  decision: 'granted' | 'refused'
  approvedBy?: string
  note?: string
}

/** The giver grants or refuses a request of the lead. */
export const decide = defineAct<Decision, { task: Task; requestId: number }>({
  on: ({ task, requestId }) => (requestId === undefined ? undefined : { task, requestId }),
  Fields: () => <Fields isApproved />,
  Many: ({ kind }) => <Fields isApproved={kind === 'extension'} />,
  send: ({ decision, approvedBy, note }, { task, requestId }) =>
    answer(
      api.POST('/api/tasks/{id}/requests/{requestId}/decide', {
        params: { path: { id: task.id, requestId } },
        headers: ifMatch(task.version),
        body: { decision, ...optionalText('note', note), ...optionalText('approvedBy', approvedBy) },
      }),
    ),
})

function Fields({ isApproved }: { /** An extension may need a superior's approval. */ isApproved: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Field name="decision" label={t('field.decision')}>
        <Radio.Group
          options={(['granted', 'refused'] as const).map((value) => ({ value, label: t(`request.${value}`) }))}
        />
      </Field>
      {isApproved ? <Line name="approvedBy" isOptional /> : null}
      <Words name="note" isOptional />
    </>
  )
}
