import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, FormDay, useFieldErrors } from '../form/fields.tsx'
import { api, newKey } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
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

/** The form by which somebody is let act in a post for a time. */
export function Depute({
  posts,
  ownerId,
  onClose,
}: {
  posts: DeputedPost[]
  ownerId: number | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const [key] = useState(newKey)
  const [name, setName] = useState('')
  const kind = Form.useWatch('kind', form) ?? 'authorised'
  const from = Form.useWatch('from', form) ?? me.today
  const making = useMutation({
    mutationFn: ({ document, reason, ...words }: Words) =>
      answer(
        api.POST('/api/deputations', {
          headers: key,
          body: {
            ...words,
            ...(document?.trim() ? { document: document.trim() } : {}),
            ...(reason?.trim() ? { reason: reason.trim() } : {}),
          },
        }),
      ),
    onSuccess: async () => {
      message.success(t('people.didDepute', { name }))
      await refreshPeople(queries)
      onClose()
    },
  })
  useFieldErrors(form, making.error)
  return (
    <Form<Words>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ postId: posts[0]?.postId, kind: 'authorised', from: me.today }}
      onFinish={(words) => making.mutate(words)}
      scrollToFirstError
    >
      {making.error ? <ProblemNote error={making.error} /> : null}
      <Field name="postId" label={t('people.post')} isPlain>
        <Select
          options={posts.map(({ postId, title, agencyName }) => ({ value: postId, label: `${title}, ${agencyName}` }))}
        />
      </Field>
      <Field name="deputyId" label={t('people.deputy')} isPlain>
        <PersonSelect isOwn={ownerId === undefined} without={ownerId} onNamed={setName} />
      </Field>
      <Field name="kind" label={t('people.kind')} isPlain>
        <Radio.Group
          options={(['authorised', 'absent'] as const).map((value) => ({ value, label: t(`people.kinds.${value}`) }))}
        />
      </Field>
      <Field name="from" label={t('people.from')} isPlain>
        <FormDay min={me.today} />
      </Field>
      <Field name="to" label={t('people.to')} isPlain>
        <FormDay min={from} max={addDays(from, 365)} />
      </Field>
      <Field name="document" label={t('people.document')} isOptional={kind !== 'authorised'}>
        <Input maxLength={300} placeholder={t('people.documentHint')} />
      </Field>
      <Field name="reason" label={t('people.reason')} isOptional>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Field>
      <div className="row drawer-foot">
        <Button type="primary" htmlType="submit" loading={making.isPending}>
          {t('people.deputeIt')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

/** Chooses a person by part of their name: among colleagues, or among all for who keeps all. */
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
