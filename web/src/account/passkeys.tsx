import { answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { AddPasskey } from './add-passkey.tsx'
import { type Account, useRefreshAccount } from './queries.ts'
import { Section } from './section.tsx'

type Passkey = Account['passkeys'][number]

export function PasskeySection({ account }: { account: Account }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const close = () => setAdding(false)
  return (
    <Section
      id="passkeys"
      title={t('account.passkeys')}
      about={t('account.passkeysAbout')}
      action={isAdding ? null : <Button onClick={() => setAdding(true)}>{t('account.addPasskey')}</Button>}
    >
      {isAdding ? <AddPasskey onDone={close} onCancel={close} /> : null}
      {account.passkeys.length === 0 ? (
        <p className="soft">{t('account.noPasskeys')}</p>
      ) : (
        <ul className="plain" aria-label={t('account.passkeys')}>
          {account.passkeys.map((passkey) => (
            <Row key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Row({ passkey: { id, name, addedAt, usedAt } }: { passkey: Passkey }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const refreshAccount = useRefreshAccount()
  const removing = useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/passkeys/{id}', { params: { path: { id } } })),
    onSuccess: () => message.success(t('account.didRemovePasskey', { name })),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: refreshAccount,
  })
  return (
    <li className="account-row">
      <div>
        <strong>{name}</strong>
        <br />
        <span className="soft">
          {t('account.passkeyAdded', { at: showInstant(addedAt) })} ·{' '}
          {usedAt ? t('account.passkeyUsed', { at: showInstant(usedAt) }) : t('account.never')}
        </span>
      </div>
      <Popconfirm
        title={t('account.removePasskey', { name })}
        okText={t('account.sure')}
        cancelText={t('shell.cancel')}
        onConfirm={() => removing.mutate()}
      >
        <Button loading={removing.isPending} aria-label={t('account.removePasskey', { name })}>
          {t('account.remove')}
        </Button>
      </Popconfirm>
    </li>
  )
}
