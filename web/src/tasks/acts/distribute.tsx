import { answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Alert, Form, Radio, Select } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { agenciesQuery } from '../../form/agency-select.tsx'
import { Field } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { compareVi, fold, showDay } from '../../ui/format.ts'
import { actOnTask, onTask } from '../act.tsx'
import { Words } from '../form-fields.tsx'
import { taskKeys } from '../keys.ts'
import type { Task } from '../queries.ts'

interface Choice {
  role: 'lead' | 'coordinating'
  agencyIds: number[]
  reason: string
}

/** What a collective name was given is given to each agency: the members are proposed, and what will be made is said before. */
export const distribute = actOnTask<Choice>({
  Fields: function Fields({ on }) {
    return (
      <>
        <Agencies task={on} />
        <Words name="reason" />
      </>
    )
  },
  send: ({ role, agencyIds, reason }, task) =>
    answer(
      api.POST('/api/tasks/{id}/distribute', { ...onTask(task), body: { role, agencyIds, reason: reason.trim() } }),
    ),
})

const membersQuery = (id: number) =>
  queryOptions({
    queryKey: [...taskKeys.one(id), 'members'],
    queryFn: ({ signal }) => answer(api.GET('/api/tasks/{id}/members', { params: { path: { id } }, signal })),
  })

function Agencies({ task }: { task: Task }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Choice>()
  const role: Choice['role'] | undefined = Form.useWatch('role', form)
  const chosen: number[] = Form.useWatch('agencyIds', form) ?? []
  const found = useQuery(membersQuery(task.id))
  const all = useQuery(agenciesQuery(undefined))
  const phrases = found.data?.phrases
  const phrase = phrases?.find((one) => one.role === role)
  useEffect(() => {
    const first = phrases?.find((one) => one.role === 'lead') ?? phrases?.[0]
    if (first) form.setFieldsValue({ role: first.role, agencyIds: first.agencies.map(({ id }) => id) })
  }, [phrases, form])
  const options = (all.data?.agencies ?? [])
    .map(({ id, name, abbreviation }) => ({ value: id, label: name, words: fold(`${name} ${abbreviation ?? ''}`) }))
    .sort((a, b) => compareVi(a.label, b.label))
  return (
    <>
      <Field name="role" label={t('collective.whom')}>
        <Radio.Group
          onChange={({ target }) => {
            const other = phrases?.find((one) => one.role === target.value)
            form.setFieldsValue({ agencyIds: other?.agencies.map(({ id }) => id) ?? [] })
          }}
          options={(phrases ?? []).map((one) => ({
            value: one.role,
            label: `${t(`mark.${one.role}`)}: ${one.namedAs}`,
          }))}
        />
      </Field>
      {phrase ? (
        <p className="soft">
          {phrase.agencies.length === 0
            ? t('collective.nobody', { name: phrase.namedAs })
            : t('collective.members', {
                name: phrase.namedAs,
                day: showDay(phrase.membersOn),
                n: phrase.agencies.length,
              })}
        </p>
      ) : null}
      <Field name="agencyIds" label={t('field.agencies')}>
        <Select
          mode="multiple"
          options={options}
          loading={all.isPending || found.isPending}
          showSearch={{ filterOption: (typed, option) => option?.words.includes(fold(typed)) ?? false }}
        />
      </Field>
      {role && chosen.length > 1 ? (
        <Alert
          type="info"
          showIcon
          className="act-stale"
          title={t(role === 'lead' ? 'collective.will' : 'collective.willParts', { n: chosen.length })}
        />
      ) : null}
    </>
  )
}
