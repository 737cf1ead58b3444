import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import type { Words as LocaleWords } from '../i18n/vi.ts'
import { showDay } from '../ui/format.ts'
import type { Task } from './queries.ts'

/** Field names are the keys of their i18n texts. */
type Name = keyof LocaleWords['field']

/** Several lines of text. */
export function Words({
  name,
  label = name,
  isOptional = false,
  rows = 4,
}: {
  name: Name
  /** i18n key of the label, if it is not the field's name. */
  label?: Name
  isOptional?: boolean
  rows?: number
}) {
  const { t } = useTranslation()
  return <WordsField name={name} label={t(`field.${label}`)} rows={rows} isOptional={isOptional} />
}

/** One line of text. */
export function Line({ name, isOptional = false, max = 300 }: { name: Name; isOptional?: boolean; max?: number }) {
  const { t } = useTranslation()
  return <LineField name={name} label={t(`field.${name}`)} max={max} isOptional={isOptional} />
}

/** A day, with the day to compare it with. */
export function Day({
  name,
  label = name,
  isOptional = false,
  min,
  max,
  hint,
  hintWords,
}: {
  name: Name
  label?: Name
  isOptional?: boolean
  min?: string
  max?: string
  hint?: string | null
  /** Text of the hint, if it is not the present deadline. */
  hintWords?: string
}) {
  const { t } = useTranslation()
  return (
    <DayField
      name={name}
      label={t(`field.${label}`)}
      isOptional={isOptional}
      min={min}
      max={max}
      extra={hint ? (hintWords ?? t('field.dueNow', { day: showDay(hint) })) : undefined}
    />
  )
}

/** Progress of a task or sub-task. */
export function Percent() {
  const { t } = useTranslation()
  return (
    <Field name="percent" label={t('field.percent')}>
      <InputNumber min={0} max={100} step={5} suffix="%" />
    </Field>
  )
}

/** The receiving agency. */
export function Agency() {
  const { t } = useTranslation()
  return (
    <Field name="agencyId" label={t('field.agencyId')}>
      <AgencySelect placeholder={t('field.chooseAgency')} />
    </Field>
  )
}

/** Who decides the request, and that the deadline keeps running until then. */
export function Decides({ task }: { task: Task }) {
  const { t } = useTranslation()
  const due = task.dueOn ? t('subtasks.decidesDue', { day: showDay(task.dueOn) }) : ''
  return <p className="act-decides">{t('subtasks.decides', { unit: task.followUpAgencyName, due })}</p>
}

/** Content and deadline of a sub-task; a deadline after the task's needs a reason. */
export function SubtaskFields({ task, today }: { task: Task; today: string }) {
  const { t } = useTranslation()
  const dueOn: string | undefined = Form.useWatch('dueOn')
  const isLater = task.dueOn !== null && dueOn !== undefined && dueOn > task.dueOn
  return (
    <>
      <Line name="title" max={500} />
      <Words name="content" />
      <Day name="dueOn" min={today} hint={task.dueOn} hintWords={t('field.taskDue', { day: showDay(task.dueOn) })} />
      {isLater ? <Words name="laterReason" rows={2} /> : null}
    </>
  )
}
