import { CheckCircleOutlined, MinusCircleOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { showInstant } from '../ui/format.ts'
import { EnrolApp } from './enrol-app.tsx'
import { PasswordAgain } from './password-again.tsx'
import { type Account, useRefreshAccount } from './queries.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Section } from './section.tsx'

export function SecondFactorSection({ account }: { account: Account }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const refreshAccount = useRefreshAccount()
  const [open, setOpen] = useState<'enrol' | 'remove' | 'renew'>()
  const [codes, setCodes] = useState<readonly string[]>()
  const close = () => setOpen(undefined)
  const { totpSince, recoveryCodesLeft, passkeys } = account
  const hasFactor = totpSince !== null || passkeys.length > 0
  return (
    <Section
      id="second-factor"
      title={t('account.second')}
      about={`${t('account.secondAbout')}${account.isTwoFactor ? ` ${t('account.secondRequired')}` : ''}`}
    >
      <div className="account-row">
        <div>
          <strong>{t('account.app')}</strong>
          <br />
          {totpSince ? (
            <span className="account-state on-time">
              <CheckCircleOutlined aria-hidden /> {t('account.appOn', { at: showInstant(totpSince) })}
            </span>
          ) : (
            <span className="account-state soft">
              <MinusCircleOutlined aria-hidden /> {t('account.appOff')}
            </span>
          )}
        </div>
        {totpSince ? (
          <Button onClick={() => setOpen('remove')} aria-label={t('account.removeApp')}>
            {t('account.remove')}
          </Button>
        ) : (
          <Button type="primary" onClick={() => setOpen('enrol')}>
            {t('account.enrolApp')}
          </Button>
        )}
      </div>
      {open === 'enrol' ? <EnrolApp onDone={close} onCancel={close} /> : null}
      {open === 'remove' ? (
        <PasswordAgain
          label={t('account.removeApp')}
          act={async ({ password }) => {
            await answer(api.POST('/api/account/totp/remove', { body: { password } }))
            message.success(t('account.didRemoveApp'))
            await refreshAccount()
          }}
          onDone={close}
          onCancel={close}
        />
      ) : null}
      {hasFactor ? (
        <div className="account-row">
          <div>
            <strong>{t('account.codes')}</strong>
            <br />
            <span className="soft">{t('account.codesLeft', { count: recoveryCodesLeft })}</span>
          </div>
          <Button onClick={() => setOpen('renew')}>{t('account.renewCodes')}</Button>
        </div>
      ) : null}
      {codes ? <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} /> : null}
      {open === 'renew' ? (
        <>
          <p>{t('account.renewAbout')}</p>
          <PasswordAgain
            label={t('account.renewCodes')}
            act={async ({ password }) => {
              const made = await answer(api.POST('/api/account/recovery-codes', { body: { password } }))
              setCodes(made.recoveryCodes)
              await refreshAccount()
            }}
            onDone={close}
            onCancel={close}
          />
        </>
      ) : null}
    </Section>
  )
}
