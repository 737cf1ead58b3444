import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayPicker } from '../ui/day-picker.tsx'

/** A day in a form, which passes value and onChange. */
export function FormDay(props: {
  value?: string
  onChange?: (day: string | undefined) => void
  id?: string
  min?: string | undefined
  max?: string | undefined
  isClearable?: boolean
}) {
  const { min, max, onChange, ...rest } = props
  return (
    <DayPicker
      {...rest}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      value={props.value}
      onChange={(day) => onChange?.(day)}
      className="wide"
    />
  )
}

interface Named {
  name: string
  label: string
  extra?: ReactNode
  isOptional?: boolean
}

/** A required field unless `isOptional`; the form marks the optional ones. */
export function Field({
  name,
  label,
  extra,
  isOptional = false,
  isTyped = false,
  children,
}: Named & { /** Blank text counts as empty. */ isTyped?: boolean; children: ReactNode }) {
  const { t } = useTranslation()
  const rule = { required: true, ...(isTyped ? { whitespace: true } : {}), message: t('field.missing') }
  return (
    <Form.Item name={name} label={label} extra={extra} required={!isOptional} rules={isOptional ? [] : [rule]}>
      {children}
    </Form.Item>
  )
}

/** One line of text. */
export function LineField({
  max = 300,
  placeholder,
  inputMode,
  ...field
}: Named & { max?: number; placeholder?: string; inputMode?: 'email' | 'url' }) {
  return (
    <Field {...field} isTyped>
      <Input
        maxLength={max}
        autoComplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputMode === undefined ? {} : { inputMode })}
      />
    </Field>
  )
}

/** Several lines of text. */
export function WordsField({ rows = 4, max = 4000, ...field }: Named & { rows?: number; max?: number }) {
  return (
    <Field {...field} isTyped>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 12 }} maxLength={max} />
    </Field>
  )
}

/** A day. */
export function DayField({ min, max, ...field }: Named & { min?: string | undefined; max?: string | undefined }) {
  return (
    <Field {...field}>
      <FormDay min={min} max={max} />
    </Field>
  )
}
