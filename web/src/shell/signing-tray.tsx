import { type Answer, answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asSentence, showInstant } from '../ui/format.ts'
import { api } from './api.ts'
import { has } from './entry.ts'
import { useLanguage } from './language.tsx'
import { PathLink } from './path-link.tsx'
import { ProblemNote } from './problem.tsx'
import { useMe } from './session.ts'
import './landing.css'

type Row = Answer<'/api/signing'>['rows'][number]

/** Rows shown before "more". */
const SHOWN = 5

export const signingQuery = queryOptions({
  // Under the keys of notifications: what is submitted to a signer tells them, and so refreshes it.
  queryKey: ['notifications', 'signing'],
  queryFn: ({ signal }) => answer(api.GET('/api/signing', { signal })),
  // A signature given on another page takes its row away.
  refetchOnMount: 'always',
})

/** Whether the reader signs anything at all: nobody else asks the server. */
export function useSigns(): boolean {
  const me = useMe()
  return has(me, 'urge.sign') || has(me, 'report.sign')
}

/** What waits for the reader's signature, whichever room it comes from; nothing if there is none. */
export function SigningTray() {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const { data, error, refetch } = useQuery({ ...signingQuery, enabled: useSigns() })
  if (error) return <ProblemNote error={error} retry={refetch} />
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  const rest = rows.length - SHOWN
  return (
    <section className="landing" aria-labelledby="signing-title" data-testid="signing-tray">
      <h2 id="signing-title">{t('navigation.toSign', { n: rows.length })}</h2>
      <ul className="signing-rows">
        {(isWhole ? rows : rows.slice(0, SHOWN)).map((row) => (
          <SigningRow key={row.to} row={row} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('navigation.showLess') : t('navigation.showMore', { n: rest })}
        </Button>
      ) : null}
    </section>
  )
}

function SigningRow({ row }: { row: Row }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <li>
      <PathLink to={row.to} className="signing-row">
        <span className="signing-kind">
          {row[language]}
          {row.isNamed ? <span className="tag">{t('navigation.toSignNamed')}</span> : null}
          {row.isReplyPassed ? <span className="tag warn">{t('navigation.toSignReplyPassed')}</span> : null}
          {row.isUnreached ? <span className="tag warn">{t('navigation.toSignUnreached')}</span> : null}
        </span>
        <strong lang="vi">{asSentence(row.title)}</strong>
        {row.detail ? <span lang="vi">{row.detail}</span> : null}
        <span className="soft">
          {t('navigation.toSignBy', { by: row.submittedBy, at: showInstant(row.submittedAt) })}
        </span>
      </PathLink>
    </li>
  )
}
