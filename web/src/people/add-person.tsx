import { answer } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, useFieldErrors } from '../form/fields.tsx'
import { api, newKey } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { type Invitation, LinkOnce } from './link-once.tsx'
import { PostFields, type PostWords, postOf } from './post-fields.tsx'
import { refreshPeople } from './queries.ts'

interface Words extends PostWords {
  fullName: string
  email: string
}

/** A person with a first post; then the link by which they set their password, once. */
export function AddPerson({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={480}
      destroyOnHidden
      title={t('people.add')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Adding onClose={onClose} />
    </Drawer>
  )
}

function Adding({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const [key] = useState(newKey)
  const [made, setMade] = useState<{ name: string; invitation: Invitation }>()
  const adding = useMutation({
    mutationFn: ({ fullName, email, ...post }: Words) =>
      answer(
        api.POST('/api/people', {
          headers: key,
          body: { fullName: fullName.trim(), email: email.trim(), post: postOf(post) },
        }),
      ),
    onSuccess: async ({ invitation }, { fullName }) => {
      if (invitation) setMade({ name: fullName.trim(), invitation })
      await refreshPeople(queries)
      if (!invitation) onClose()
    },
  })
  useFieldErrors(form, adding.error)
  if (made) return <LinkOnce {...made} onClose={onClose} isNew />
  return (
    <Form<Words>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ agencyId: me.agencyId, from: me.today }}
      onFinish={(words) => adding.mutate(words)}
      scrollToFirstError
    >
      <p className="soft">{t('people.addAbout')}</p>
      {adding.error ? <ProblemNote error={adding.error} /> : null}
      <Field name="fullName" label={t('people.fullName')}>
        <Input maxLength={120} autoComplete="off" />
      </Field>
      <Field name="email" label={t('people.email')}>
        <Input maxLength={254} autoComplete="off" inputMode="email" />
      </Field>
      <PostFields />
      <div className="row drawer-foot">
        <Button type="primary" htmlType="submit" loading={adding.isPending}>
          {t('people.addIt')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}
