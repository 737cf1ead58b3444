/** Fields of a draft that several of its forms share. */
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../form/fields.tsx'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { fold } from '../ui/format.ts'
import { type AgencyOrName, AgencyOrNameField } from './agency-or-name.tsx'
import { choicesQuery, peopleToAskQuery } from './outgoing-queries.ts'

const BY_WORDS = {
  filterOption: (typed: string, option?: { label?: unknown }) =>
    fold(String(option?.label ?? '')).includes(fold(typed)),
}

/** The kind of a document. */
export function KindField({ onChange }: { onChange?: (kind: string) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, refetch, isPending } = useQuery(choicesQuery)
  if (error) return <ProblemNote error={error} retry={refetch} />
  return (
    <Field name="kind" label={t('outgoing.kind')}>
      <Select
        showSearch={BY_WORDS}
        loading={isPending}
        {...(onChange === undefined ? {} : { onChange })}
        options={data?.kinds.map(({ kind, name, nameEn }) => ({
          value: kind,
          label: language === 'vi' ? name : nameEn,
        }))}
      />
    </Field>
  )
}

/** Who signs: people of the body who may. `known`: who was chosen, to be named before the others are there. */
export function SignerField({
  isOptional = false,
  known,
}: {
  isOptional?: boolean
  known?: { id: number; name: string } | null
}) {
  const { t } = useTranslation()
  const { data, isPending } = useQuery(choicesQuery)
  const signers = data?.signers.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))
  return (
    <Field name="signerId" label={t('outgoing.signer')} isOptional={isOptional}>
      <Select
        allowClear={isOptional}
        showSearch={BY_WORDS}
        loading={isPending}
        options={signers ?? (known ? [{ value: known.id, label: known.name }] : [])}
      />
    </Field>
  )
}

/** The unit that drafts. */
export function UnitField() {
  const { t } = useTranslation()
  const { data } = useQuery(choicesQuery)
  if (!data || data.units.length < 2) return null
  return (
    <Field name="unitId" label={t('outgoing.unit')} isOptional>
      <Select
        allowClear
        showSearch={BY_WORDS}
        options={data.units.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Field>
  )
}

/** A colleague, found by name, title or unit. */
export function PersonPick({
  id,
  value,
  onChange,
  known = [],
  label,
}: {
  id?: string
  value?: number
  onChange?: (personId: number | undefined) => void
  /** Names to show before anything is searched. */
  known?: readonly { id: number; name: string }[]
  label?: string
}) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(peopleToAskQuery(words))
  const options = (data?.people ?? []).map((person) => ({
    value: person.id,
    label: `${person.name}, ${person.title}, ${person.agencyName}`,
  }))
  const missing = known.find((one) => one.id === value)
  if (missing && !options.some((option) => option.value === value))
    options.unshift({ value: missing.id, label: missing.name })
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      options={options}
      loading={isFetching}
      placeholder={t('outgoing.personHint')}
      notFoundContent={words ? t('outgoing.noPerson') : null}
      onChange={(chosen: number | undefined) => onChange?.(chosen)}
      popupMatchSelectWidth={420}
      className="wide"
    />
  )
}

export const PURPOSES = ['act', 'report', 'know'] as const
export interface RecipientWords {
  who: AgencyOrName
  purpose: (typeof PURPOSES)[number]
}

/** Who receives a document, each for what. */
export function RecipientFields() {
  const { t } = useTranslation()
  return (
    <fieldset className="og-fieldset">
      <legend>{t('outgoing.recipients')}</legend>
      <Form.List name="recipients">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="og-recipient">
                <Form.Item
                  name={[name, 'who']}
                  rules={[
                    {
                      validator: async (_, who?: AgencyOrName) => {
                        if (!who?.name.trim()) throw new Error(t('field.missing'))
                      },
                    },
                  ]}
                >
                  <AgencyOrNameField
                    label={t('outgoing.recipientN', { n: name + 1 })}
                    placeholder={t('outgoing.receiverHint')}
                  />
                </Form.Item>
                <Form.Item name={[name, 'purpose']}>
                  <Select
                    aria-label={t('outgoing.purposeN', { n: name + 1 })}
                    options={PURPOSES.map((value) => ({ value, label: t(`outgoing.purpose.${value}`) }))}
                  />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={t('outgoing.removeRecipient', { n: name + 1 })}>
                  {t('outgoing.remove')}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ purpose: 'know' })} data-testid="add-recipient">
              {t('outgoing.addRecipient')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
