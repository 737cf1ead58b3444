import { answer } from '@dieuhanh/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import './people.css'

interface Words {
  password: string
  again: string
}

/** The target of an invitation: the person sets a password. The code is in the fragment, which is never sent to a server. */
export function InvitationPage() {
  const { t } = useTranslation()
  useTitle(t('people.invitation.title'))
  const code = useLocation().hash
  return (
    <main className="lone-page stack">
      <h1>{t('people.invitation.title')}</h1>
      {code ? <Known code={code} /> : <p role="alert">{t('people.invitation.noCode')}</p>}
    </main>
  )
}

function Known({ code }: { code: string }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Words>()
  const found = useQuery({
    queryKey: ['invitation', code],
    queryFn: ({ signal }) => answer(api.POST('/api/invitation', { body: { code }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const setting = useMutation({
    mutationFn: ({ password }: Words) => answer(api.POST('/api/invitation/accept', { body: { code, password } })),
  })
  useFormErrors(form, setting.error)
  if (found.isPending) return <Waiting lines={3} />
  if (found.error) return <ProblemNote error={found.error} />
  const { name, email, hasPassword } = found.data
  if (setting.isSuccess) {
    return (
      <div role="status" className="stack">
        <h2>{t('people.invitation.done')}</h2>
        <p>{t('people.invitation.doneHint', { email })}</p>
        <Link to="/dang-nhap">{t('people.invitation.signIn')}</Link>
      </div>
    )
  }
  return (
    <Form<Words> form={form} layout="vertical" requiredMark={false} onFinish={(words) => setting.mutate(words)}>
      <p className="break">
        {t(hasPassword ? 'people.invitation.helloAgain' : 'people.invitation.hello', { name, email })}
      </p>
      {setting.error ? <ProblemNote error={setting.error} /> : null}
      {/* For the browser's password manager, not for people. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Form.Item
        name="password"
        label={t('people.invitation.password')}
        extra={t('people.invitation.rule')}
        rules={[{ required: true, message: t('field.missing') }]}
      >
        <Input.Password maxLength={128} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('people.invitation.again')}
        dependencies={['password']}
        rules={[
          { required: true, message: t('field.missing') },
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value && value !== getFieldValue('password')) throw new Error(t('people.invitation.differ'))
            },
          }),
        ]}
      >
        <Input.Password maxLength={128} autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={setting.isPending} block>
        {t('people.invitation.set')}
      </Button>
    </Form>
  )
}
