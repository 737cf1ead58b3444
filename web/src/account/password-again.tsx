import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { ProblemNote } from '../shell/problem.tsx'

interface Words {
  password: string
}

/** Asks for the password again before an act that could give another person access. Further fields come before it. */
export function PasswordAgain<Extra extends object = object>({
  label,
  act,
  onDone,
  onCancel,
  children,
  note,
}: {
  label: string
  act: (words: Words & Extra) => Promise<unknown>
  onDone?: () => void
  onCancel?: () => void
  children?: ReactNode
  /** Shown for an error that did not come from the server; undefined for a server error. */
  note?: (error: unknown) => ReactNode
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Words & Extra>()
  // Several of these may be on one page.
  const id = useId()
  const acting = useMutation({ mutationFn: act, onSuccess: onDone })
  useFormErrors(form, acting.error)
  return (
    <Form<Words & Extra>
      form={form}
      name={id}
      layout="vertical"
      className="account-narrow"
      onFinish={(words) => acting.mutate(words)}
      requiredMark={false}
    >
      {acting.error ? (note?.(acting.error) ?? <ProblemNote error={acting.error} />) : null}
      {children}
      <Form.Item
        name={'password' as never}
        label={t('account.again')}
        extra={t('account.againAbout')}
        rules={[{ required: true, message: t('field.missing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={acting.isPending}>
          {label}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('shell.cancel')}</Button> : null}
      </div>
    </Form>
  )
}
