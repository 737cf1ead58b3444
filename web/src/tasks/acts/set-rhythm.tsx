import { answer } from '@dieuhanh/client'
import { Form, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../../shell/api.ts'
import { actOnTask, onTask } from '../act.tsx'
import type { Task } from '../queries.ts'

type Rhythm = Pick<NonNullable<Task['rhythm']>, 'cadence' | 'cutoff' | 'dueDays'>
/** The form's default for a task without a rhythm. */
const USUAL: Rhythm = { cadence: 'quarter', cutoff: 'decree', dueDays: 5 }

/** How often a task without an end date is reported. */
export const setRhythm = actOnTask<Rhythm>({
  initial: ({ rhythm }) => {
    const { cadence, cutoff, dueDays } = rhythm ?? USUAL
    return { cadence, cutoff, dueDays }
  },
  Fields: function Fields() {
    const { t } = useTranslation()
    const cadence: Rhythm['cadence'] | undefined = Form.useWatch('cadence')
    return (
      <>
        <Form.Item name="cadence" label={t('field.cadence')} required>
          <Select
            options={(['month', 'quarter', 'halfYear', 'year', 'none'] as const).map((value) => ({
              value,
              label: t(`subtasks.cadence.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="cutoff" label={t('field.cutoff')} required hidden={cadence === 'none'}>
          <Radio.Group
            vertical
            options={(['decree', 'calendar'] as const).map((value) => ({
              value,
              label: t(`subtasks.cutoff.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="dueDays"
          label={t('field.dueDays')}
          hidden={cadence === 'none'}
          rules={[{ required: true, message: t('field.missing') }]}
        >
          <InputNumber min={1} max={60} suffix={t('field.workingDays')} />
        </Form.Item>
      </>
    )
  },
  send: (body, task) => answer(api.PUT('/api/tasks/{id}/rhythm', { ...onTask(task), body })),
})
