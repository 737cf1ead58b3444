import { useTranslation } from 'react-i18next'
import { Fact } from '../ui/labelled.tsx'
import type { Incoming } from './incoming-queries.ts'

/** With which message it came: what that says of its sender is a claim. */
export function ArrivedMail({ one: { mail } }: { one: Incoming }) {
  const { t } = useTranslation()
  if (mail === null) return null
  return (
    <section className="panel" aria-labelledby="arrived-mail" data-testid="arrived-mail">
      <h2 id="arrived-mail">{t('incoming.mail.title')}</h2>
      <dl className="facts">
        <Fact name={t('incoming.mail.from')}>
          <span lang="vi">{mail.fromName}</span> {mail.fromAddress}
          <div className="soft">{t('incoming.mail.claim')}</div>
        </Fact>
        <Fact name={t('incoming.mail.to')}>{mail.address}</Fact>
        {mail.subject ? (
          <Fact name={t('incoming.mail.subject')}>
            <span lang="vi">{mail.subject}</span>
          </Fact>
        ) : null}
      </dl>
      {mail.words ? (
        <details>
          <summary>{t('incoming.mail.words')}</summary>
          <p lang="vi" className="incoming-mail-words">
            {mail.words}
          </p>
        </details>
      ) : null}
      {mail.refused.length > 0 ? (
        <>
          <h3>{t('incoming.mail.refused')}</h3>
          <ul lang="vi">
            {mail.refused.map(({ name, reason }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name.
              <li key={`${name} ${place}`}>
                <strong>{name}</strong>: {reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
