import { Form, Input, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../shell/agency-select.tsx'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { addDays, asSentence, readNumber, showDay, showQuantity } from '../ui/format.ts'
import type { ActWords } from './acts.ts'
import type { Act, Task } from './queries.ts'

type Name = Exclude<keyof ActWords, 'measured'>

/** The fields of each act, and nothing more: a progress report takes two minutes. */
export function ActFields({ act, task }: { act: Act; task: Task }) {
  const { t } = useTranslation()
  const me = useMe()
  switch (act) {
    case 'receive':
    case 'start':
    case 'confirm':
      return <Words name="note" isOptional />
    case 'report':
    case 'measure':
      return (
        <>
          <Form.Item
            name="percent"
            label={t('field.percent')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <InputNumber min={0} max={100} step={5} suffix="%" />
          </Form.Item>
          <Words name="body" />
          <Words name="obstacles" isOptional rows={2} />
          <Measured task={task} />
        </>
      )
    case 'reportDone':
      return (
        <>
          <Day name="completedOn" min={task.assignedOn} max={me.today} />
          <Words name="body" />
          <Line name="productNumber" isOptional />
          <Day name="productDate" isOptional max={me.today} />
        </>
      )
    case 'sendBack':
    case 'requestReturn':
    case 'cancel':
      return <Words name="reason" />
    case 'requestExtension':
      return (
        <>
          <Day name="newDueOn" min={addDays(task.dueOn ?? me.today, 1)} hint={task.dueOn} />
          <Words name="reason" />
          <Line name="document" isOptional />
        </>
      )
    case 'extend':
      return (
        <>
          <Day name="newDueOn" min={addDays(task.dueOn ?? me.today, 1)} hint={task.dueOn} />
          <Line name="approvedBy" />
          <Words name="reason" />
        </>
      )
    case 'requestTransfer':
    case 'transfer':
      return (
        <>
          <Form.Item
            name="agencyId"
            label={t('field.agencyId')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <AgencySelect />
          </Form.Item>
          <Words name="reason" />
        </>
      )
    case 'decide':
      return (
        <>
          <Form.Item
            name="decision"
            label={t('field.decision')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <Radio.Group
              options={[
                { value: 'granted', label: t('request.granted') },
                { value: 'refused', label: t('request.refused') },
              ]}
            />
          </Form.Item>
          <Line name="approvedBy" isOptional />
          <Words name="note" isOptional />
        </>
      )
    case 'correct':
      return (
        <>
          <Day name="completedOn" isOptional min={task.assignedOn} max={me.today} />
          <Words name="reason" />
        </>
      )
    case 'finishMilestone':
      return <Day name="doneOn" min={task.assignedOn} max={me.today} />
  }
}

function Words({ name, isOptional = false, rows = 4 }: { name: Name; isOptional?: boolean; rows?: number }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}`)}
      required={!isOptional}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: t('field.missing') }]}
    >
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} maxLength={4000} />
    </Form.Item>
  )
}

function Line({ name, isOptional = false }: { name: Name; isOptional?: boolean }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}`)}
      required={!isOptional}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: t('field.missing') }]}
    >
      <Input maxLength={300} />
    </Form.Item>
  )
}

function Day({
  name,
  isOptional = false,
  min,
  max,
  hint,
}: {
  name: Name
  isOptional?: boolean
  min?: string
  max?: string
  hint?: string | null
}) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}`)}
      required={!isOptional}
      rules={isOptional ? [] : [{ required: true, message: t('field.missing') }]}
      extra={hint ? t('field.dueNow', { day: showDay(hint) }) : undefined}
    >
      <FormDay min={min} max={max} />
    </Form.Item>
  )
}

/** The form hands over value and change by itself. */
function FormDay(props: {
  value?: string
  onChange?: (day: string | undefined) => void
  id?: string
  min?: string
  max?: string
}) {
  return (
    <DayPicker
      {...props}
      value={props.value}
      onChange={(day) => props.onChange?.(day)}
      placeholder="DD/MM/YYYY"
      className="wide"
    />
  )
}

/** One box per target: the value measured now, with what it has to reach beside it. */
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
