import { Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../shell/api.ts'
import { DayPicker } from '../ui/day-picker.tsx'

/** A day in a form, which hands over value and change by itself. */
export function FormDay(props: {
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

/** Shows under each field what the server says of it; "post.title" is the field `title`. */
export function useFieldErrors<Words>(form: FormInstance<Words>, error: unknown): void {
  useEffect(() => {
    if (!error) return
    const fields = problemOf(error).fields.map(({ path, message }) => ({
      name: path.split('.').at(-1) as never,
      errors: [message],
    }))
    form.setFields(fields)
  }, [error, form])
}

/** A field with its rules; what is not required says so. */
export function Field({
  name,
  label,
  extra,
  isOptional = false,
  isPlain = false,
  children,
}: {
  name: string
  label: string
  extra?: string
  isOptional?: boolean
  /** Chosen, not typed: nothing to trim. */
  isPlain?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation()
  const rules = isOptional
    ? []
    : [{ required: true, ...(isPlain ? {} : { whitespace: true }), message: t('field.missing') }]
  return (
    <Form.Item
      name={name}
      label={
        isOptional ? (
          <span>
            {label} <span className="soft">({t('field.optional')})</span>
          </span>
        ) : (
          label
        )
      }
      extra={extra}
      rules={rules}
    >
      {children}
    </Form.Item>
  )
}
