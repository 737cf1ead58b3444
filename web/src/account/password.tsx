import { answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { type Account, useRefreshAccount } from './queries.ts'
import { Section } from './section.tsx'

interface Words {
  currentPassword: string
  newPassword: string
  repeat: string
}

export function PasswordSection({ account }: { account: Account }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const refreshAccount = useRefreshAccount()
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<Words>()
  const changing = useMutation({
    mutationFn: ({ currentPassword, newPassword }: Words) =>
      answer(api.POST('/api/account/password', { body: { currentPassword, newPassword } })),
    onSuccess: async () => {
      message.success(t('account.didChangePassword'), 6)
      setOpen(false)
      await refreshAccount()
    },
  })
  useFormErrors(form, changing.error)
  const required = { required: true, message: t('field.missing') }
  return (
    <Section
      id="account-password"
      title={t('account.password')}
      about={t('account.passwordAbout', { at: showInstant(account.passwordChangedAt) })}
      action={isOpen ? null : <Button onClick={() => setOpen(true)}>{t('account.changePassword')}</Button>}
    >
      {isOpen ? (
        <Form<Words>
          form={form}
          name="change-password"
          layout="vertical"
          className="account-narrow"
          requiredMark={false}
          onFinish={(words) => changing.mutate(words)}
        >
          {changing.error ? <ProblemNote error={changing.error} /> : null}
          <input type="text" name="username" autoComplete="username" defaultValue={account.email} hidden readOnly />
          <Form.Item name="currentPassword" label={t('account.again')} rules={[required]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={t('account.newPassword')}
            extra={t('account.newPasswordHint')}
            rules={[required]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="repeat"
            label={t('account.repeat')}
            dependencies={['newPassword']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  !value || value === getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('account.repeatDiffers'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <div className="row">
            <Button type="primary" htmlType="submit" loading={changing.isPending}>
              {t('account.changePassword')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('shell.cancel')}</Button>
          </div>
        </Form>
      ) : null}
    </Section>
  )
}
