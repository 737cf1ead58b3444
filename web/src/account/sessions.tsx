import { answer } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { deviceOf } from './device.ts'
import { type Account, useRefreshAccount } from './queries.ts'
import { Section } from './section.tsx'

type Session = Account['sessions'][number]

export function SessionSection({ account: { sessions } }: { account: Account }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const refreshAccount = useRefreshAccount()
  const ending = useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/sessions')),
    onSuccess: ({ ended }) => message.success(t('account.didEndOthers', { count: ended })),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: refreshAccount,
  })
  return (
    <Section
      id="sessions"
      title={t('account.sessions')}
      about={t('account.sessionsAbout')}
      action={
        sessions.length > 1 ? (
          <Button onClick={() => ending.mutate()} loading={ending.isPending}>
            {t('account.endOthers')}
          </Button>
        ) : null
      }
    >
      <ul className="plain" aria-label={t('account.sessions')}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ session: { id, isCurrent, address, userAgent, since, usedAt, proof } }: { session: Session }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const refreshAccount = useRefreshAccount()
  const { browser, system } = deviceOf(userAgent)
  const device =
    browser && system ? t('account.on', { browser, system }) : (browser ?? system ?? t('account.unknownDevice'))
  const ending = useMutation({
    mutationFn: () => answer(api.DELETE('/api/account/sessions/{sessionId}', { params: { path: { sessionId: id } } })),
    onSuccess: () => message.success(t('account.didEndSession')),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: refreshAccount,
  })
  return (
    <li className="account-row" data-testid="session">
      <div>
        <strong>{device}</strong> {isCurrent ? <span className="tag">{t('account.here')}</span> : null}
        <br />
        <span className="soft tabular">
          {t('account.usedAt')} {showInstant(usedAt)} · {t('account.since')} {showInstant(since)}
          {address ? ` · ${t('account.address')} ${address}` : ''} · {t(`account.proof.${proof ?? 'none'}`)}
        </span>
      </div>
      {isCurrent ? null : (
        <Button
          onClick={() => ending.mutate()}
          loading={ending.isPending}
          aria-label={t('account.endSessionOf', { device })}
        >
          {t('account.endSession')}
        </Button>
      )}
    </li>
  )
}
