import { answer } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, type FormInstance, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { addDays } from '../ui/format.ts'
import { colleaguesQuery, type Deputation, foundPeopleQuery, refreshPeople } from './queries.ts'

export interface DeputedPost {
  postId: number
  title: string
  agencyName: string
}

interface Words {
  postId: number
  deputyId: number
  kind: Deputation['kind']
  from: string
  to: string
  document?: string
  reason?: string
}

/** The form that names a deputy in a post for a time. */
export function Depute({
  posts,
  ownerId,
  isOpen,
  onClose,
}: {
  posts: DeputedPost[]
  ownerId: number | undefined
  isOpen: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  return (
    <FormDrawer<Words>
      title={isOpen ? t('people.deputeTitle') : undefined}
      act={t('people.deputeIt')}
      did={t('people.didDepute', { name })}
      initial={{ ...(posts[0] ? { postId: posts[0].postId } : {}), kind: 'authorised', from: me.today }}
      send={({ document, reason, ...words }, _, key) =>
        answer(
          api.POST('/api/deputations', {
            headers: key,
            body: {
              ...words,
              ...(document?.trim() ? { document: document.trim() } : {}),
              ...(reason?.trim() ? { reason: reason.trim() } : {}),
            },
          }),
        )
      }
      refresh={() => refreshPeople(queries)}
      onClose={onClose}
    >
      {(form) => <Fields form={form} posts={posts} ownerId={ownerId} onNamed={setName} />}
    </FormDrawer>
  )
}

function Fields({
  form,
  posts,
  ownerId,
  onNamed,
}: {
  form: FormInstance<Words>
  posts: DeputedPost[]
  ownerId: number | undefined
  onNamed: (name: string) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const kind = Form.useWatch('kind', form) ?? 'authorised'
  const from = Form.useWatch('from', form) ?? me.today
  return (
    <>
      <Field name="postId" label={t('people.post')}>
        <Select
          options={posts.map(({ postId, title, agencyName }) => ({ value: postId, label: `${title}, ${agencyName}` }))}
        />
      </Field>
      <Field name="deputyId" label={t('people.deputy')}>
        <PersonSelect isOwn={ownerId === undefined} without={ownerId} onNamed={onNamed} />
      </Field>
      <Field name="kind" label={t('people.kind')}>
        <Radio.Group
          options={(['authorised', 'absent'] as const).map((value) => ({ value, label: t(`people.kinds.${value}`) }))}
        />
      </Field>
      <DayField name="from" label={t('people.from')} min={me.today} />
      <DayField name="to" label={t('people.to')} min={from} max={addDays(from, 365)} />
      <LineField
        name="document"
        label={t('people.document')}
        placeholder={t('people.documentHint')}
        isOptional={kind !== 'authorised'}
      />
      <WordsField name="reason" label={t('people.reason')} rows={2} max={1000} isOptional />
    </>
  )
}

/** Selects a person by part of their name: among colleagues, or among all for administrators of all people. */
function PersonSelect({
  isOwn,
  without,
  onNamed,
  ...props
}: {
  isOwn: boolean
  without: number | undefined
  onNamed: (name: string) => void
  id?: string
  value?: number
  onChange?: (id: number) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const colleagues = useQuery({ ...colleaguesQuery(typed), enabled: isOwn })
  const people = useQuery({ ...foundPeopleQuery(typed), enabled: !isOwn })
  const options = isOwn
    ? (colleagues.data?.rows.map(({ id, fullName, title, agencyName }) => ({
        value: id,
        name: fullName,
        label: `${fullName} · ${title}, ${agencyName}`,
      })) ?? [])
    : (people.data?.rows.map(({ id, fullName, email }) => ({
        value: id,
        name: fullName,
        label: `${fullName} · ${email}`,
      })) ?? [])
  return (
    <Select
      {...props}
      onChange={(id: number) => {
        props.onChange?.(id)
        onNamed(options.find(({ value }) => value === id)?.name ?? '')
      }}
      options={options.filter(({ value }) => value !== without)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={colleagues.isFetching || people.isFetching}
      placeholder={t('people.deputyHint')}
    />
  )
}
