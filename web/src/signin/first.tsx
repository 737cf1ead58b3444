import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api } from '../shell/api.ts'
import { Door } from '../shell/door.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { meQuery, signIn } from '../shell/session.ts'
import { waysInQuery } from './sign-in.tsx'

interface Words {
  code: string
  name: string
  email: string
  title: string
  agency: string
  password: string
}

/** Creates the first administrator of an empty system. */
export function FirstAdministrator() {
  const { t } = useTranslation()
  const router = useRouter()
  const queries = useQueryClient()
  const waysIn = useQuery(waysInQuery)
  const [form] = Form.useForm<Words>()
  const making = useMutation({
    mutationFn: async (words: Words) => {
      await answer(api.POST('/api/first-administrator', { body: words }))
      await signIn(words.email.trim(), words.password)
      queries.clear()
      await queries.ensureQueryData(meQuery)
    },
    onSuccess: () => router.history.push('/'),
  })
  useFormErrors(form, making.error)
  const required = [{ required: true, whitespace: true, message: t('field.missing') }]
  if (waysIn.data?.isSetUp && !making.isSuccess && !making.isPending) {
    return (
      <Door title={t('door.first')} about={t('door.isSetUp')}>
        <Link to="/dang-nhap">{t('signIn.title')}</Link>
      </Door>
    )
  }
  return (
    <Door title={t('door.first')} about={t('door.firstAbout')}>
      {making.error ? <ProblemNote error={making.error} /> : null}
      {waysIn.error ? <Alert type="error" showIcon title={t('errors.client_unreachable')} /> : null}
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title: 'Quản trị hệ thống', agency: 'Văn phòng Chính phủ' }}
        onFinish={(words) => making.mutate(words)}
      >
        <Form.Item name="code" label={t('door.firstCode')} extra={t('door.firstCodeHint')} rules={required}>
          <Input autoComplete="one-time-code" autoFocus maxLength={100} className="tabular" />
        </Form.Item>
        <Form.Item name="name" label={t('door.name')} rules={required}>
          <Input autoComplete="name" maxLength={200} />
        </Form.Item>
        <Form.Item name="email" label={t('door.email')} rules={required}>
          <Input autoComplete="username" inputMode="email" maxLength={254} />
        </Form.Item>
        <Form.Item name="title" label={t('door.personTitle')} rules={required}>
          <Input autoComplete="organization-title" maxLength={200} />
        </Form.Item>
        <Form.Item name="agency" label={t('door.agency')} rules={required}>
          <Input autoComplete="organization" maxLength={300} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('door.password')}
          extra={t('account.newPasswordHint')}
          rules={[{ required: true, message: t('field.missing') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={making.isPending}>
          {t('door.make')}
        </Button>
      </Form>
    </Door>
  )
}
