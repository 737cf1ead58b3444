import { answer, ifMatch } from '@dieuhanh/client'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { defineAct } from '../act.tsx'
import { Line, Words } from '../form-fields.tsx'
import { RequestFacts } from '../pending.tsx'
import type { Task } from '../queries.ts'

interface Decision {
  decision: 'granted' | 'refused'
  approvedBy?: string
  note?: string
}

/** The giver grants or refuses a request of the lead. */
export const decide = defineAct<Decision, { task: Task; request: Task['requests'][number] }>({
  on: ({ task, requestId }) => {
    const request = task.requests.find(({ id }) => id === requestId)
    return request && { task, request }
  },
  Fields: ({ on: { task, request } }) => (
    <>
      <RequestFacts request={request} dueOn={task.dueOn} />
      <Fields isApproved={request.kind === 'extension'} />
    </>
  ),
  Many: ({ kind }) => <Fields isApproved={kind === 'extension'} />,
  send: ({ decision, approvedBy, note }, { task, request }) =>
    answer(
      api.POST('/api/tasks/{id}/requests/{requestId}/decide', {
        params: { path: { id: task.id, requestId: request.id } },
        headers: ifMatch(task.version),
        body: {
          decision,
          ...optionalText('note', note),
          ...(decision === 'granted' ? optionalText('approvedBy', approvedBy) : {}),
        },
      }),
    ),
})

function Fields({ isApproved }: { /** Granted, it names the document that grants it. */ isApproved: boolean }) {
  const { t } = useTranslation()
  const decision = Form.useWatch('decision')
  return (
    <>
      <Field name="decision" label={t('field.decision')}>
        <Radio.Group
          options={(['granted', 'refused'] as const).map((value) => ({ value, label: t(`request.${value}`) }))}
        />
      </Field>
      {isApproved && decision === 'granted' ? <Line name="approvedBy" /> : null}
      {decision === 'refused' ? <Words name="note" label="reason" /> : <Words name="note" isOptional />}
    </>
  )
}
