import { answer } from '@dieuhanh/client'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { defineAct } from '../act.tsx'
import { Day, Words } from '../form-fields.tsx'
import type { Task } from '../queries.ts'

interface Ask {
  agencyId: number
  what: string
  dueOn: string
}

/** The lead requests a contribution from a coordinating agency. */
export const requestContribution = defineAct<Ask, { task: Task; agencyId: number | undefined }>({
  on: ({ task, agencyId }) => ({ task, agencyId }),
  initial: ({ agencyId }) => (agencyId === undefined ? {} : { agencyId }),
  Fields: function Fields({ on: { task } }) {
    const { t } = useTranslation()
    const me = useMe()
    const options = task.parties.flatMap(({ role, endedOn, agencyId, name }) =>
      role === 'coordinating' && endedOn === null && agencyId !== null ? [{ value: agencyId, label: name }] : [],
    )
    return (
      <>
        <Field name="agencyId" label={t('field.coordinatingId')}>
          <Select options={options} />
        </Field>
        <Words name="what" />
        <Day name="dueOn" label="requestedDueOn" min={me.today} hint={task.dueOn} />
      </>
    )
  },
  send: ({ agencyId, what, dueOn }, { task }, key) =>
    answer(
      api.POST('/api/tasks/{id}/contributions/request', {
        params: { path: { id: task.id } },
        headers: key,
        body: { agencyId, what: what.trim(), dueOn },
      }),
    ),
})
