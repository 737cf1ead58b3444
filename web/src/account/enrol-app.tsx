import { type Answer, answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormErrors } from '../form/form-errors.ts'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { PasswordAgain } from './password-again.tsx'
import { useRefreshAccount } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

type Begun = Answer<'/api/account/totp', 'post'>

/** Enrols an authenticator app: password, QR code, first code, and recovery codes if it is the first factor. */
export function EnrolApp({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const { t } = useTranslation()
  const refreshAccount = useRefreshAccount()
  const [begun, setBegun] = useState<Begun>()
  const [codes, setCodes] = useState<readonly string[]>()
  const done = async () => {
    await refreshAccount()
    onDone()
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={done} />
  if (!begun) {
    return (
      <PasswordAgain
        label={t('account.next')}
        act={async ({ password }) => setBegun(await answer(api.POST('/api/account/totp', { body: { password } })))}
        onCancel={onCancel}
      />
    )
  }
  return <FirstCode begun={begun} onCancel={onCancel} onCodes={(made) => (made ? setCodes(made) : done())} />
}

function FirstCode({
  begun: { address, secret },
  onCodes,
  onCancel,
}: {
  begun: Begun
  onCodes: (codes: string[] | null) => void
  onCancel?: () => void
}) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ code: string }>()
  const confirming = useMutation({
    mutationFn: ({ code }: { code: string }) => answer(api.POST('/api/account/totp/confirm', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
  useFormErrors(form, confirming.error)
  return (
    <div className="enrol">
      <p>{t('account.scan')}</p>
      <div className="enrol-square">
        <div role="img" aria-label={t('account.square')}>
          <QRCode value={address} size={176} type="svg" color="#000000" bgColor="#ffffff" />
        </div>
        <Form<{ code: string }>
          form={form}
          name="totp"
          layout="vertical"
          onFinish={(words) => confirming.mutate(words)}
          requiredMark={false}
        >
          <p className="soft">{t('account.secretInstead')}</p>
          <p className="secret" data-testid="totp-secret">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </p>
          {confirming.error ? <ProblemNote error={confirming.error} /> : null}
          <Form.Item
            name="code"
            label={t('account.code')}
            extra={t('account.codeHint')}
            rules={[{ required: true, message: t('field.missing') }]}
          >
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} autoFocus className="tabular" />
          </Form.Item>
          <div className="row">
            <Button type="primary" htmlType="submit" loading={confirming.isPending}>
              {t('account.confirm')}
            </Button>
            {onCancel ? <Button onClick={onCancel}>{t('shell.cancel')}</Button> : null}
          </div>
        </Form>
      </div>
    </div>
  )
}
