import { answer } from '@dieuhanh/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api } from '../shell/api.ts'
import { Door } from '../shell/door.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { waysInQuery } from './sign-in.tsx'

interface Words {
  account: string
}

/** Asks for a new password. What it says afterwards is the same whether or not there is such an account. */
export function ForgottenPassword() {
  const { t } = useTranslation()
  const waysIn = useQuery(waysInQuery)
  const [form] = Form.useForm<Words>()
  const asking = useMutation({
    mutationFn: ({ account }: Words) =>
      answer(api.POST('/api/forgotten-password', { body: { account: account.trim() } })),
  })
  useFormErrors(form, asking.error)
  const back = <Link to="/dang-nhap">{t('forgotten.back')}</Link>
  if (asking.isSuccess) {
    const { isMailed, minutes } = asking.data
    return (
      <Door title={t('forgotten.title')} about={t('forgotten.sameAnswer')}>
        <Alert
          type="success"
          showIcon
          role="status"
          title={isMailed ? t('forgotten.mailed', { minutes }) : t('forgotten.noted')}
          description={t(isMailed ? 'forgotten.notCome' : 'forgotten.whom')}
        />
        {back}
      </Door>
    )
  }
  return (
    <Door
      title={t('forgotten.title')}
      about={t(waysIn.data?.hasMail === false ? 'forgotten.noMail' : 'forgotten.about')}
    >
      {asking.error ? <ProblemNote error={asking.error} /> : null}
      <Form<Words> form={form} layout="vertical" requiredMark={false} onFinish={(words) => asking.mutate(words)}>
        <Form.Item
          name="account"
          label={t('forgotten.account')}
          rules={[{ required: true, whitespace: true, message: t('field.missing') }]}
        >
          <Input autoComplete="username" inputMode="email" autoFocus size="large" maxLength={254} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={asking.isPending}>
          {t(waysIn.data?.hasMail === false ? 'forgotten.note' : 'forgotten.send')}
        </Button>
      </Form>
      {back}
    </Door>
  )
}
