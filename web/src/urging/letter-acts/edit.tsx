import { answer } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../form/fields.tsx'
import { SignatoryField } from '../../form/signing.tsx'
import { api } from '../../shell/api.ts'
import { ProblemNote } from '../../shell/problem.tsx'
import { useMe } from '../../shell/session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { showDay } from '../../ui/format.ts'
import { actOnLetter, onLetter } from '../letter-act.tsx'
import { choicesQuery, type Letter } from '../queries.ts'

interface Edit {
  about: string
  opening: string
  closing: string
  /** One on each line. */
  recipients: string
  replyBy: string
  unitId: number
  signatoryId?: number
  taskIds: number[]
}

/** Changes the draft of a letter. */
export const edit = actOnLetter<Edit>({
  initial: (letter) => ({
    about: letter.about,
    opening: letter.opening,
    closing: letter.closing,
    recipients: letter.recipients.join('\n'),
    replyBy: letter.replyBy,
    unitId: letter.unitId,
    ...(letter.signatoryId === null ? {} : { signatoryId: letter.signatoryId }),
    taskIds: letter.taskList.map(({ id }) => id),
  }),
  Fields,
  send: ({ recipients, signatoryId, ...words }, letter) =>
    answer(
      api.PATCH('/api/urging/letters/{id}', {
        ...onLetter(letter),
        body: {
          ...words,
          signatoryId: signatoryId ?? null,
          recipients: recipients
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        },
      }),
    ),
})

function Fields({ on: letter }: { on: Letter }) {
  const { t } = useTranslation()
  const me = useMe()
  const choices = useQuery(choicesQuery(letter.id))
  const required = [{ required: true, message: t('field.missing') }]
  const text = (name: string, label: string, rows: number) => (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 14 }} maxLength={4000} lang="vi" />
    </Form.Item>
  )
  if (choices.error) return <ProblemNote error={choices.error} retry={choices.refetch} />
  if (choices.isPending) return <Waiting lines={8} />
  const { tasks, units, signatories } = choices.data
  return (
    <>
      {text('about', t('urging.aboutField'), 1)}
      {text('opening', t('urging.opening'), 3)}
      {text('closing', t('urging.closing'), 3)}
      <DayField name="replyBy" label={t('urging.replyBy')} min={me.today} />
      <Form.Item name="unitId" label={t('urging.unit')} rules={required}>
        <Select
          options={units.map(({ id, name, abbreviation }) => ({
            value: id,
            label: abbreviation ? `${name} (${abbreviation})` : name,
          }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <SignatoryField signatories={signatories} />
      {text('recipients', t('urging.recipients'), 3)}
      <Form.Item name="taskIds" label={t('urging.tasksField')} rules={required}>
        <Checkbox.Group
          className="letter-choices"
          options={tasks.map(({ id, code, title, dueOn }) => ({
            value: id,
            label: `${code} (${dueOn ? showDay(dueOn) : '–'}) ${title}`,
          }))}
        />
      </Form.Item>
    </>
  )
}
