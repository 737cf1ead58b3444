import { answer } from '@dieuhanh/client'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../form/fields.tsx'
import { api } from '../shell/api.ts'
import { asSentence, showDay } from '../ui/format.ts'
import { casesKey } from './case-queries.ts'

const KINDS = ['incoming', 'outgoing'] as const
type Kind = (typeof KINDS)[number]

/** Documents of the books that the reader may read, by number, subject and words of the text; the latest first. */
const documentsQuery = (kind: Kind, words: string) =>
  queryOptions({
    queryKey: [...casesKey, 'documents', kind, words],
    queryFn: async ({ signal }) => {
      const query = { list: 'all', limit: 20, ...(words.trim() ? { words: words.trim() } : {}) } as const
      if (kind === 'outgoing') {
        const { rows } = await answer(api.GET('/api/records/outgoing', { params: { query }, signal }))
        return rows.map(({ id, notation, datedOn, about }) => ({ id, notation, on: datedOn, about }))
      }
      const { rows } = await answer(api.GET('/api/records/incoming', { params: { query }, signal }))
      return rows.map(({ id, notation, issuedOn, about, fileName }) => ({
        id,
        notation,
        on: issuedOn,
        about: about ?? fileName ?? '',
      }))
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

/** A document of the books, found by its words: which book, and which document. */
export function DocumentFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<{ kind: Kind; documentId?: number }>()
  const kind: Kind = Form.useWatch('kind', form) ?? 'incoming'
  return (
    <>
      <Field name="kind" label={t('cases.field.kind')}>
        <Radio.Group
          options={KINDS.map((value) => ({ value, label: t(`cases.kind.${value}`) }))}
          onChange={() => form.setFieldValue('documentId', undefined)}
        />
      </Field>
      <Field name="documentId" label={t('cases.field.document')}>
        <DocumentPick key={kind} kind={kind} />
      </Field>
    </>
  )
}

function DocumentPick({
  kind,
  id,
  value,
  onChange,
}: {
  kind: Kind
  id?: string
  value?: number
  onChange?: (documentId: number | undefined) => void
}) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(documentsQuery(kind, words))
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      loading={isFetching}
      placeholder={t('cases.documentHint')}
      notFoundContent={isFetching ? null : t('cases.noDocument')}
      options={(data ?? []).map((one) => ({
        value: one.id,
        label: [one.notation, one.on && showDay(one.on), asSentence(one.about)].filter(Boolean).join(', '),
      }))}
      onChange={(chosen: number | undefined) => onChange?.(chosen)}
      className="wide"
    />
  )
}
