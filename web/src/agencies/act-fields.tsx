import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { textOrNull } from '../form/typed-text.ts'
import { AGENCY_KINDS } from '../paths/agencies.ts'

/** One line of text. */
export function Line({
  name,
  isOptional = false,
  max = 300,
}: {
  name: 'name' | 'nameEn' | 'abbreviation' | 'subject' | 'code' | 'alias' | 'reason'
  isOptional?: boolean
  max?: number
}) {
  const { t } = useTranslation()
  return <LineField name={name} label={t(`agencies.fields.${name}`)} max={max} isOptional={isOptional} />
}

/** The document on which an act is based. */
export function Source() {
  const { t } = useTranslation()
  return (
    <LineField name="source" label={t('agencies.fields.source')} extra={t('agencies.fields.sourceHint')} max={500} />
  )
}

/** A day. */
export function Day({ name }: { name: 'from' | 'on' | 'effectiveOn' }) {
  const { t } = useTranslation()
  return <DayField name={name} label={t(`agencies.fields.${name}`)} />
}

/** An agency of a day. */
export function Agency({
  name,
  on,
  isOptional = false,
}: {
  name: 'parentId' | 'newId' | 'heirId'
  on: string | undefined
  isOptional?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Field name={name} label={t(`agencies.fields.${name === 'heirId' ? 'newId' : name}`)} isOptional={isOptional}>
      <AgencySelect {...(on ? { on } : {})} placeholder="" />
    </Field>
  )
}

/** What is typed for the names of an agency. */
export interface AgencyNames {
  name: string
  abbreviation?: string
  nameEn?: string
}

/** The names as they are sent: what is left empty is none. */
export const namesOf = ({ name, nameEn, abbreviation }: AgencyNames) => ({
  name,
  nameEn: textOrNull(nameEn),
  abbreviation: textOrNull(abbreviation),
})

/** The names of an agency. */
export function Names() {
  return (
    <>
      <Line name="name" />
      <Line name="abbreviation" isOptional />
      <Line name="nameEn" isOptional />
    </>
  )
}

/** The kind of an agency. */
export function Kind() {
  const { t } = useTranslation()
  return (
    <Field name="kind" label={t('agencies.fields.kind')}>
      <Select options={AGENCY_KINDS.map((kind) => ({ value: kind, label: t(`agencies.kindOf.${kind}`) }))} />
    </Field>
  )
}

/** All that an agency is from a day on: its names, kind and parent, and the document. */
export function Period() {
  const from: string | undefined = Form.useWatch('from')
  return (
    <>
      <Names />
      <Kind />
      <Agency name="parentId" on={from} isOptional />
      <Day name="from" />
      <Source />
    </>
  )
}
