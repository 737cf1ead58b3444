import { answer } from '@dieuhanh/client'
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser'
import { Alert, App, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { isStopped } from '../shell/web-authn.ts'
import { PasswordAgain } from './password-again.tsx'
import { useRefreshAccount } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** Adds a passkey of this device or of a security key; the first factor brings the recovery codes. */
export function AddPasskey({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const refreshAccount = useRefreshAccount()
  const [codes, setCodes] = useState<readonly string[]>()
  const done = async () => {
    await refreshAccount()
    onDone()
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={done} />
  if (!browserSupportsWebAuthn()) return <Alert type="warning" showIcon title={t('account.passkeyUnsupported')} />
  return (
    <PasswordAgain<{ name: string }>
      label={t('account.addPasskey')}
      act={async ({ password, name }) => {
        const { challengeId, options } = await answer(api.POST('/api/account/passkeys/options', { body: { password } }))
        const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
        const response = await startRegistration({ optionsJSON })
        const { recoveryCodes } = await answer(
          api.POST('/api/account/passkeys', { body: { challengeId, name: name.trim(), response: { ...response } } }),
        )
        message.success(t('account.didAddPasskey'))
        if (recoveryCodes) setCodes(recoveryCodes)
        else await done()
      }}
      onCancel={onCancel}
      note={(error) =>
        isStopped(error) ? <Alert type="info" showIcon role="status" title={t('account.passkeyStopped')} /> : undefined
      }
    >
      <Form.Item
        name="name"
        label={t('account.passkeyName')}
        rules={[{ required: true, whitespace: true, message: t('field.missing') }]}
      >
        <Input maxLength={100} placeholder={t('account.passkeyNameHint')} autoFocus />
      </Form.Item>
    </PasswordAgain>
  )
}
