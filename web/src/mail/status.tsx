import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { MAIL_STATES } from '../paths/mail.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showInstant, showNumber } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { MailMark } from './mark.tsx'
import { type MailState, mailStatusQuery } from './queries.ts'

/** The mail server and the number of messages in each state; a count opens its messages. */
export function MailStatus({
  chosen,
  choose,
}: {
  chosen: MailState | undefined
  choose: (state: MailState | undefined) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const status = useQuery(mailStatusQuery)
  if (status.error) return <ProblemNote error={status.error} retry={status.refetch} />
  if (!status.data) return <Waiting lines={2} />
  const { server, counts, lastAccepted } = status.data
  return (
    <>
      {server ? (
        <section className="panel" aria-labelledby="mail-server">
          <h2 id="mail-server" className="unseen">
            {t('mail.server')}
          </h2>
          <dl className="facts columns">
            <Fact name={t('mail.server')}>
              {t('mail.serverAt', { host: server.host, port: server.port })}
              <br />
              <span className="soft">
                {t(`mail.securityWords.${server.security}`)}
                {server.signsIn ? `, ${t('mail.signsIn')}` : ''}
              </span>
            </Fact>
            <Fact name={t('mail.from')}>{server.from}</Fact>
            <Fact name={t('mail.lastAccepted')}>{lastAccepted ? showInstant(lastAccepted) : t('mail.never')}</Fact>
          </dl>
        </section>
      ) : (
        <Alert type="warning" showIcon title={t('mail.noServer')} description={t('mail.noServerHint')} />
      )}
      <ul className="mail-counts plain" aria-label={t('mail.state')}>
        {MAIL_STATES.map((state) => (
          <li key={state}>
            <Button
              aria-pressed={chosen === state}
              className={chosen === state ? 'mail-count chosen' : 'mail-count'}
              onClick={() => choose(chosen === state ? undefined : state)}
            >
              <MailMark state={state} />
              <span className="figures strong">{showNumber(counts[state], language)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
