import { useQuery } from '@tanstack/react-query'
import { Form, type FormInstance, Input, Select } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { useLanguage } from '../../shell/language.tsx'
import { fold } from '../../ui/format.ts'
import { figuresQuery } from './queries.ts'

/** Words with bound figures: a figure is chosen from the list and put in where the cursor is. */
export function TextField<Words extends object>({
  name,
  label,
  form,
  rows = 8,
}: {
  name: string
  label: string
  form: FormInstance<Words>
  rows?: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useQuery(figuresQuery)
  const box = useRef<HTMLDivElement>(null)
  const put = (inside: string | undefined) => {
    if (!inside) return
    const field = box.current?.querySelector('textarea')
    const before = String(form.getFieldValue(name as never) ?? '')
    const at = field?.selectionStart ?? before.length
    const to = field?.selectionEnd ?? at
    form.setFieldsValue({ [name]: `${before.slice(0, at)}{{${inside}}}${before.slice(to)}` } as never)
    field?.focus()
  }
  const options = [
    {
      label: t('written.figures'),
      options: (data?.rows ?? []).map((one) => ({ value: one.name, label: language === 'vi' ? one.vi : one.en })),
    },
    { label: t('written.fields'), options: (data?.fields ?? []).map((one) => ({ value: one.name, label: one.vi })) },
  ]
  return (
    <div ref={box}>
      <Field name={name} label={label} extra={t('written.textHint')} isOptional>
        <Input.TextArea autoSize={{ minRows: rows, maxRows: 20 }} maxLength={20_000} />
      </Field>
      <Form.Item label={t('written.insert')} htmlFor={`insert-${name}`}>
        <Select
          id={`insert-${name}`}
          value={null}
          onChange={(value: string | null) => put(value ?? undefined)}
          showSearch={{
            filterOption: (typed, option) =>
              fold(
                `${option?.label ?? ''} ${'value' in (option ?? {}) ? (option as { value?: string }).value : ''}`,
              ).includes(fold(typed)),
          }}
          placeholder={t('written.insertHint')}
          options={options}
          data-testid="insert-figure"
        />
      </Form.Item>
    </div>
  )
}
