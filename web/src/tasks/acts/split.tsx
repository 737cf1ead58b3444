import { answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { agenciesKey } from '../../form/agency-select.tsx'
import { Field } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { compareVi, fold } from '../../ui/format.ts'
import { actOnTask } from '../act.tsx'
import { SubtaskFields } from '../form-fields.tsx'
import type { Task } from '../queries.ts'

interface NewSubtask {
  agencyId: number
  title: string
  content: string
  dueOn: string
  laterReason?: string
}

/** The lead gives one of its units a sub-task. */
export const split = actOnTask<NewSubtask>({
  Fields: function Fields({ on }) {
    const me = useMe()
    return (
      <>
        <Unit task={on} />
        <SubtaskFields task={on} today={me.today} />
      </>
    )
  },
  send: ({ agencyId, title, content, dueOn, laterReason }, task, key) =>
    answer(
      api.POST('/api/tasks/{id}/subtasks', {
        params: { path: { id: task.id } },
        headers: key,
        body: {
          agencyId,
          title: title.trim(),
          content: content.trim(),
          dueOn,
          ...optionalText('laterReason', laterReason),
        },
      }),
    ),
})

const unitsQuery = (parentId: number) =>
  queryOptions({
    queryKey: [...agenciesKey, 'units', parentId],
    queryFn: ({ signal }) => answer(api.GET('/api/agencies', { params: { query: { parentId } }, signal })),
    staleTime: 10 * 60_000,
  })

/** Selects a unit of the lead agency by any part of its name. */
function Unit({ task }: { task: Task }) {
  const { t } = useTranslation()
  const me = useMe()
  const leads = task.parties.filter(({ role, endedOn }) => role === 'lead' && endedOn === null)
  const lead =
    leads.find(({ agencyId }) => agencyId === me.agencyId) ?? leads.find(({ isAccountable }) => isAccountable)
  const { data, isPending } = useQuery(unitsQuery(lead?.agencyId ?? 0))
  const options = (data?.agencies ?? [])
    .map(({ id, name }) => ({ value: id, label: name, words: fold(name) }))
    .sort((a, b) => compareVi(a.label, b.label))
  return (
    <Field
      name="agencyId"
      label={t('field.unitId')}
      extra={!isPending && options.length === 0 ? t('subtasks.noUnits') : undefined}
    >
      <Select
        options={options}
        loading={isPending}
        showSearch={{ filterOption: (typed, option) => option?.words.includes(fold(typed)) ?? false }}
      />
    </Field>
  )
}
