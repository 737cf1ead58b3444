import { answer } from '@dieuhanh/client'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { useLanguage } from '../../shell/language.tsx'
import { asSentence, readNumber, showDay, showQuantity } from '../../ui/format.ts'
import { actOnTask, onTask } from '../act.tsx'
import { EvidencePicker } from '../evidence-picker.tsx'
import { Percent, Words } from '../form-fields.tsx'
import type { Task } from '../queries.ts'

interface Report {
  percent: number
  body: string
  obstacles?: string
  proposals?: string
  /** The input for each target, by its id. */
  measured?: Record<string, string | undefined>
  /** `none`: a report for no period. */
  periodId?: number | 'none'
  evidence?: number[]
}

/** Progress, obstacles, measured values. No other fields: a report takes two minutes. */
export const report = actOnTask<Report>({
  initial: (task) => ({
    percent: task.percent,
    ...(task.periods.length > 0 ? { periodId: awaited(task)[0]?.id ?? 'none' } : {}),
  }),
  Fields: ({ on }) => (
    <>
      <Percent />
      <Words name="body" />
      <Words name="obstacles" isOptional rows={2} />
      <Words name="proposals" isOptional rows={2} />
      <Measured task={on} />
      <Period task={on} />
      <EvidencePicker task={on} />
    </>
  ),
  Many: () => (
    <>
      <Percent />
      <Words name="body" />
      <Words name="obstacles" isOptional />
    </>
  ),
  send: ({ percent, body, obstacles, proposals, measured, periodId, evidence }, task) => {
    const measurements = measurementsOf(measured)
    return answer(
      api.POST('/api/tasks/{id}/progress', {
        ...onTask(task),
        body: {
          percent,
          body: body.trim(),
          ...optionalText('obstacles', obstacles),
          ...optionalText('proposals', proposals),
          ...(periodId === undefined ? {} : { periodId: periodId === 'none' ? null : periodId }),
          ...(evidence?.length ? { evidence } : {}),
          ...(measurements.length > 0 ? { measurements } : {}),
        },
      }),
    )
  },
})

/** The values entered for the targets; the form has already refused anything but numbers. */
function measurementsOf(measured: Report['measured']): { targetId: number; value: number }[] {
  return Object.entries(measured ?? {}).flatMap(([targetId, typed]) => {
    const value = readNumber(typed ?? '')
    return value === null ? [] : [{ targetId: Number(targetId), value }]
  })
}

/** Periods without a report, latest first. */
const awaited = (task: Task) => [...task.periods].reverse().filter(({ reportedOn }) => reportedOn === null)

/** For a task with a reporting rhythm: the period of this report. */
function Period({ task }: { task: Task }) {
  const { t } = useTranslation()
  if (task.periods.length === 0) return null
  return (
    <Form.Item name="periodId" label={t('field.periodId')} required>
      <Select
        options={[
          ...awaited(task).map(({ id, startsOn, endsOn, dueOn }) => ({
            value: id,
            label: `${showDay(startsOn)} – ${showDay(endsOn)} (${t('subtasks.periodDue', { day: showDay(dueOn) })})`,
          })),
          { value: 'none', label: t('subtasks.noPeriod') },
        ]}
      />
    </Form.Item>
  )
}

/** One field per target: the value measured now, with its goal next to it. */
function Measured({ task }: { task: Task }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (task.targets.length === 0) return null
  return (
    <fieldset className="measured">
      <legend className="measured-title">{t('field.measured')}</legend>
      {task.targets.map((target) => (
        <Form.Item
          key={target.id}
          name={['measured', String(target.id)]}
          label={asSentence(target.measure)}
          extra={t('field.goal', {
            goal: `${t(`comparator.${target.comparator}`)} ${showQuantity(target.value, target.max, target.unit, language)}`,
          })}
          rules={[
            {
              validator: (_rule, typed: string | undefined) =>
                !typed || readNumber(typed) !== null
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('field.notNumber'))),
            },
          ]}
        >
          <Input inputMode="decimal" suffix={target.unit} />
        </Form.Item>
      ))}
    </fieldset>
  )
}
