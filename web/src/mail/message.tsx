import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { MessageState } from './mark.tsx'
import { type Mail, mailQuery, refreshMail } from './queries.ts'

/** One message as sent, with every try. */
export function MailMessage({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={720}
      destroyOnHidden
      title={id === undefined ? '' : t('mail.message', { id })}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {id === undefined ? null : <Content id={id} />}
    </Drawer>
  )
}

function Content({ id }: { id: number }) {
  const { t } = useTranslation()
  const found = useQuery(mailQuery(id))
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (!found.data) return <Waiting />
  const mail = found.data
  return (
    <div className="mail-drawer">
      <dl className="facts columns">
        <Fact name={t('mail.state')}>
          <MessageState row={mail} />
        </Fact>
        <Fact name={t('mail.to')}>
          {mail.toName}
          <br />
          <span className="soft">{mail.toAddress}</span>
        </Fact>
        <Fact name={t('mail.made')}>{showInstant(mail.createdAt)}</Fact>
        {mail.settledAt ? <Fact name={t('mail.settled')}>{showInstant(mail.settledAt)}</Fact> : null}
        {mail.messageId ? <Fact name={t('mail.messageId')}>{mail.messageId}</Fact> : null}
      </dl>
      {mail.maybeTwice ? (
        <Alert type="info" showIcon title={t('mail.maybeTwice')} description={t('mail.maybeTwiceHint')} />
      ) : null}
      <SendAgain mail={mail} />
      <section aria-label={t('mail.contentOf', { subject: mail.subject })}>
        <h2>{mail.subject}</h2>
        <Tabs
          size="small"
          items={[
            {
              key: 'html',
              label: t('mail.asHtml'),
              // The sandbox has no permissions: no scripts, no forms, not our origin.
              children: (
                <iframe
                  className="mail-paper"
                  sandbox=""
                  title={t('mail.contentOf', { subject: mail.subject })}
                  srcDoc={mail.html}
                />
              ),
            },
            {
              key: 'text',
              label: t('mail.asText'),
              children: (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
                <section className="mail-text" tabIndex={0} aria-label={t('mail.asText')}>
                  {mail.text}
                </section>
              ),
            },
          ]}
        />
      </section>
      <Tries mail={mail} />
      <Notices mail={mail} />
    </div>
  )
}

function SendAgain({ mail }: { mail: Mail }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/mail/{id}/send-again', {
          params: { path: { id: mail.id } },
          headers: ifMatch(mail.version),
        }),
      ),
    onSuccess: () => message.success(t('mail.didAgain')),
    onSettled: () => refreshMail(queries),
  })
  if (!['bounced', 'givenUp', 'kept'].includes(mail.state)) return null
  return (
    <div>
      {sending.error ? <ProblemNote error={sending.error} /> : null}
      <Button type="primary" loading={sending.isPending} onClick={() => sending.mutate()}>
        {t('mail.again')}
      </Button>
    </div>
  )
}

function Tries({ mail }: { mail: Mail }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="mail-tries">
      <h2 id="mail-tries">{t('mail.tryRows')}</h2>
      {mail.tryRows.length === 0 ? <p className="soft">{t('mail.noTries')}</p> : null}
      <ol className="mail-tries">
        {mail.tryRows.map((row) => (
          <li key={row.no} value={row.no}>
            <strong>{row.outcome ? t(`mail.outcomeWords.${row.outcome}`) : t('mail.underWay')}</strong>{' '}
            <span className="soft">
              {showInstant(row.beganAt)} · {row.server} ·{' '}
              {row.handedOverAt ? t('mail.contentOut', { at: showInstant(row.handedOverAt) }) : t('mail.contentIn')}
            </span>
            {row.answer ? <div>{row.answer}</div> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Notices({ mail }: { mail: Mail }) {
  const { t } = useTranslation()
  if (mail.notices.length === 0) return null
  return (
    <section aria-labelledby="mail-notices">
      <h2 id="mail-notices">{t('mail.notices')}</h2>
      <ul className="mail-tries">
        {mail.notices.map((notice) => (
          <li key={`${notice.takenAt}${notice.status}`}>
            {t('mail.noticeLine', {
              action: t(`mail.actionWords.${notice.action}`),
              status: notice.status,
              by: notice.reportedBy ?? '—',
              person: notice.takenBy,
              at: showInstant(notice.takenAt),
            })}
            {notice.diagnostic ? <div className="soft">{notice.diagnostic}</div> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
