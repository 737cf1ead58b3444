import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../shell/language-switch.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { meQuery, signIn } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import './sign-in.css'

interface Words {
  email: string
  password: string
}

/** The door. Whoever only tries the platform is told where the sample accounts are written. */
export function SignIn() {
  const { t } = useTranslation()
  const { to = '/tong-quan' } = useSearch({ from: '/dang-nhap' })
  const router = useRouter()
  const queries = useQueryClient()
  useTitle(t('signIn.title'))
  const entering = useMutation({
    mutationFn: async ({ email, password }: Words) => {
      await signIn(email.trim(), password)
      queries.clear()
      await queries.ensureQueryData(meQuery)
    },
    onSuccess: () => router.history.push(to),
  })
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <div className="row spread">
          <span className="row sign-in-name">
            <img src="/mark.svg" alt="" width="40" height="40" />
            <span>Điều Hành</span>
          </span>
          <LanguageSwitch />
        </div>
        <h1>{t('signIn.title')}</h1>
        <p className="soft">{t('signIn.about')}</p>
        {entering.error ? <ProblemNote error={entering.error} /> : null}
        <Form<Words> layout="vertical" onFinish={(words) => entering.mutate(words)} requiredMark={false}>
          <Form.Item name="email" label={t('signIn.email')} rules={[{ required: true, message: t('field.missing') }]}>
            <Input autoComplete="username" inputMode="email" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('signIn.password')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={entering.isPending}>
            {t('signIn.enter')}
          </Button>
        </Form>
        <p className="sign-in-hint">
          {t('signIn.sample')} <code>data/sample-accounts.json</code>
        </p>
      </div>
    </main>
  )
}
