import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import type { Words as LocaleWords } from '../i18n/vi.ts'
import { showDay } from '../ui/format.ts'
import type { Task } from './queries.ts'

/** Fields are called what their words are called. */
type Name = keyof LocaleWords['field']

/** Some lines of text. */
export function Words({
  name,
  label = name,
  isOptional = false,
  rows = 4,
}: {
  name: Name
  /** Where the words of the field are others than those of its name. */
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

/** A day, with the day it is measured against. */
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
  /** How the hint is said, where not as the day in force. */
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

/** How far a task or a sub-task is. */
export function Percent() {
  const { t } = useTranslation()
  return (
    <Field name="percent" label={t('field.percent')}>
      <InputNumber min={0} max={100} step={5} suffix="%" />
    </Field>
  )
}

/** To which agency. */
export function Agency() {
  const { t } = useTranslation()
  return (
    <Field name="agencyId" label={t('field.agencyId')}>
      <AgencySelect />
    </Field>
  )
}

/** Who decides what is asked, and that nothing stands still meanwhile. */
export function Decides({ task }: { task: Task }) {
  const { t } = useTranslation()
  const due = task.dueOn ? t('subtasks.decidesDue', { day: showDay(task.dueOn) }) : ''
  return <p className="act-decides">{t('subtasks.decides', { unit: task.followUpAgencyName, due })}</p>
}

/** What a sub-task is and by when; later than the task itself only with a reason. */
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
