import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Words as LocaleWords } from '../i18n/vi.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay } from '../ui/format.ts'
import type { ActWords } from './acts.ts'

type Name = Exclude<keyof ActWords, 'measured' | 'evidence'>
type Fields = LocaleWords['field']

/** Some lines of text. */
export function Words({
  name,
  label = name,
  isOptional = false,
  rows = 4,
}: {
  name: Name
  /** Where the words of the field are others than those of its name. */
  label?: keyof Fields
  isOptional?: boolean
  rows?: number
}) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={t(`field.${label}`)}
      required={!isOptional}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: t('field.missing') }]}
    >
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} maxLength={4000} />
    </Form.Item>
  )
}

/** One line of text. */
export function Line({ name, isOptional = false, max = 300 }: { name: Name; isOptional?: boolean; max?: number }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}`)}
      required={!isOptional}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: t('field.missing') }]}
    >
      <Input maxLength={max} />
    </Form.Item>
  )
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
  label?: keyof Fields
  isOptional?: boolean
  min?: string
  max?: string
  hint?: string | null
  /** How the hint is said, where not as the day in force. */
  hintWords?: string
}) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={t(`field.${label}`)}
      required={!isOptional}
      rules={isOptional ? [] : [{ required: true, message: t('field.missing') }]}
      extra={hint ? (hintWords ?? t('field.dueNow', { day: showDay(hint) })) : undefined}
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
