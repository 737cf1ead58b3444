import { answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { type Account, useRefreshAccount } from './queries.ts'
import { Section } from './section.tsx'

/** Only if the system is connected to an identity provider. */
export function IdentitySection({ account: { provider, identity } }: { account: Account }) {
  return provider ? <Identity provider={provider.name} identity={identity} /> : null
}

function Identity({ provider: name, identity }: { provider: string; identity: Account['identity'] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { problem, done, level, needed } = useSearch({ from: '/staff/tai-khoan' })
  const refreshAccount = useRefreshAccount()
  const linking = useMutation({
    mutationFn: async () => window.location.assign((await answer(api.POST('/api/account/identity'))).url),
  })
  const unlinking = useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/identity')),
    onSuccess: () => message.success(t('account.didUnlink')),
    onSettled: refreshAccount,
  })
  const error = linking.error ?? unlinking.error
  return (
    <Section id="identity" title={t('account.identity')} about={t('account.identityAbout', { name })}>
      {error ? <ProblemNote error={error} /> : null}
      {!error && problem ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={
            problem === 'identity.level_too_low' && needed
              ? t('door.levelTooLow', { name, level: level ?? t('door.levelUnknown'), needed })
              : t(`errors.${problem.replaceAll('.', '_') as 'identity_failed'}`)
          }
        />
      ) : null}
      {done && identity ? <Alert type="success" showIcon role="status" title={t('account.didLink')} /> : null}
      <div className="account-row">
        {identity ? (
          <>
            <span>
              {t('account.linked', { label: identity.label, at: showInstant(identity.linkedAt) })}
              {identity.usedAt ? (
                <>
                  <br />
                  <span className="soft">{t('account.passkeyUsed', { at: showInstant(identity.usedAt) })}</span>
                </>
              ) : null}
            </span>
            <Button onClick={() => unlinking.mutate()} loading={unlinking.isPending}>
              {t('account.unlink')}
            </Button>
          </>
        ) : (
          <Button onClick={() => linking.mutate()} loading={linking.isPending}>
            {t('account.link', { name })}
          </Button>
        )}
      </div>
    </Section>
  )
}
