import { Form, Input, InputNumber, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { useMe } from '../shell/session.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { addDays } from '../ui/format.ts'
import type { OfferedAct } from './bulk.ts'

/** The fields of an act that is done to many tasks: what can be said of all of them alike. */
export function BulkFields({ act, kind }: { act: OfferedAct; kind: 'extension' | 'return' | 'transfer' | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  switch (act) {
    case 'receive':
    case 'start':
    case 'confirm':
      return <Words name="note" isOptional />
    case 'report':
      return (
        <>
          <Field name="percent" label={t('field.percent')}>
            <InputNumber min={0} max={100} step={5} suffix="%" />
          </Field>
          <Words name="body" />
          <Words name="obstacles" isOptional />
        </>
      )
    case 'reportDone':
      return (
        <>
          <Day name="completedOn" max={me.today} />
          <Words name="body" />
          <Line name="productNumber" isOptional />
        </>
      )
    case 'sendBack':
    case 'requestReturn':
    case 'cancel':
      return <Words name="reason" />
    case 'requestExtension':
      return (
        <>
          <Day name="newDueOn" min={addDays(me.today, 1)} />
          <Words name="reason" />
          <Line name="document" isOptional />
        </>
      )
    case 'extend':
      return (
        <>
          <Day name="newDueOn" min={addDays(me.today, 1)} />
          <Line name="approvedBy" />
          <Words name="reason" />
        </>
      )
    case 'requestTransfer':
    case 'transfer':
      return (
        <>
          <Field name="agencyId" label={t('field.agencyId')}>
            <AgencySelect />
          </Field>
          <Words name="reason" />
        </>
      )
    case 'decide':
      return (
        <>
          <Field name="decision" label={t('field.decision')}>
            <Radio.Group
              options={[
                { value: 'granted', label: t('request.granted') },
                { value: 'refused', label: t('request.refused') },
              ]}
            />
          </Field>
          {kind === 'extension' ? <Line name="approvedBy" isOptional /> : null}
          <Words name="note" isOptional />
        </>
      )
  }
}

function Field({
  name,
  label,
  isOptional = false,
  children,
}: {
  name: string
  label: string
  isOptional?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      label={label}
      required={!isOptional}
      rules={isOptional ? [] : [{ required: true, message: t('field.missing') }]}
    >
      {children}
    </Form.Item>
  )
}

type Spoken = 'note' | 'reason' | 'body' | 'obstacles'
function Words({ name, isOptional = false }: { name: Spoken; isOptional?: boolean }) {
  const { t } = useTranslation()
  return (
    <Field name={name} label={t(`field.${name}`)} isOptional={isOptional}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
    </Field>
  )
}

function Line({
  name,
  isOptional = false,
}: {
  name: 'approvedBy' | 'document' | 'productNumber'
  isOptional?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Field name={name} label={t(`field.${name}`)} isOptional={isOptional}>
      <Input maxLength={name === 'productNumber' ? 200 : 300} />
    </Field>
  )
}

function Day({ name, min, max }: { name: 'newDueOn' | 'completedOn'; min?: string; max?: string }) {
  const { t } = useTranslation()
  return (
    <Field name={name} label={t(`field.${name}`)}>
      <FormDay min={min} max={max} />
    </Field>
  )
}

/** The form hands over value and change by itself. */
function FormDay(props: {
  value?: string
  onChange?: (day: string | undefined) => void
  id?: string
  min?: string | undefined
  max?: string | undefined
}) {
  const { min, max, ...others } = props
  return (
    <DayPicker
      {...others}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      value={props.value}
      onChange={(day) => props.onChange?.(day)}
      placeholder="DD/MM/YYYY"
      className="wide"
    />
  )
}
