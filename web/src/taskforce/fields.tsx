/** Fields that the forms of this feature share. */
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Radio, Select, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import { useMe } from '../shell/session.ts'
import { peopleQuery } from './queries.ts'

/** An agency of the registry. */
export function AgencyField({
  name,
  label,
  isOptional = false,
}: {
  name: string
  label: string
  isOptional?: boolean
}) {
  return (
    <Field name={name} label={label} isOptional={isOptional}>
      <AgencySelect isClearable={isOptional} />
    </Field>
  )
}

/** One of a few values, all to be seen at once. */
export function ChoiceField<Value extends string>({
  name,
  label,
  options,
  isOptional = false,
}: {
  name: string
  label: string
  options: readonly { value: Value; label: string }[]
  isOptional?: boolean
}) {
  return (
    <Field name={name} label={label} isOptional={isOptional}>
      {options.length > 5 ? (
        <Select options={[...options]} allowClear={isOptional} />
      ) : (
        <Radio.Group options={[...options]} />
      )}
    </Field>
  )
}

/** A day that has been: of a document, of an act outside the system. */
export function PastDayField({ name, label }: { name: string; label: string }) {
  const me = useMe()
  return <DayField name={name} label={label} max={me.today} />
}

/** A day to come: a term. */
export function TermField({ name, label, isOptional = false }: { name: string; label: string; isOptional?: boolean }) {
  const me = useMe()
  return <DayField name={name} label={label} min={me.today} isOptional={isOptional} />
}

export interface Named {
  value: number
  label: string
  name: string
  title: string
}

/** A person with an account, found by name, title or agency. */
export function PersonSelect({
  id,
  value,
  onChange,
  onNamed,
}: {
  id?: string
  value?: number
  onChange?: (personId: number | undefined) => void
  /** What is known of the chosen person, to fill the fields beside it. */
  onNamed?: (person: { name: string; title: string }) => void
}) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(peopleQuery(words))
  const options: Named[] = (data?.people ?? []).map(({ id: person, name, title, agencyName }) => ({
    value: person,
    label: `${name}, ${title}, ${agencyName}`,
    name,
    title,
  }))
  return (
    <Select<number, Named>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      options={options}
      loading={isFetching}
      placeholder={t('taskforce.field.personHint')}
      notFoundContent={words ? t('taskforce.noPerson') : null}
      onChange={(chosen: number | undefined, option) => {
        onChange?.(chosen)
        if (option && !Array.isArray(option)) onNamed?.({ name: option.name, title: option.title })
      }}
      className="wide"
    />
  )
}

/** Words, the document that says so, and the day: what most answers have. */
export function AnswerFields({ isProof = false }: { isProof?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <WordsField name="words" label={t('taskforce.field.words')} />
      <LineField name="document" label={t('taskforce.field.document')} isOptional={!isProof} />
      <PastDayField name="on" label={t('taskforce.field.on')} />
    </>
  )
}

export function ReasonFields() {
  const { t } = useTranslation()
  return <WordsField name="reason" label={t('taskforce.field.reason')} rows={3} />
}

export interface Chosen {
  fileList: { originFileObj?: File }[]
}
export const fileOf = (chosen: Chosen | undefined): File | undefined => chosen?.fileList[0]?.originFileObj

export function FileField({ name, label, accept }: { name: string; label: string; accept: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item name={name} label={label}>
      <Upload maxCount={1} beforeUpload={() => false} accept={accept}>
        <Button>{t('subtasks.choose')}</Button>
      </Upload>
    </Form.Item>
  )
}
