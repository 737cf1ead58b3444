import { WarningOutlined } from '@ant-design/icons'
import type { Answer } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showNumber } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { keepChoice, readChoice } from './kept.ts'
import { landingQuery } from './landing-query.ts'
import { useLanguage } from './language.tsx'
import { PathLink } from './path-link.tsx'
import { ProblemNote } from './problem.tsx'
import { useMe } from './session.ts'
import { SigningTray } from './signing-tray.tsx'
import './landing.css'

type Row = Answer<'/api/landing'>['rows'][number]

/** Lines shown before "more". */
const SHOWN = { office: 8, phone: 4 }

const isCount = (value: unknown): value is number => Number.isSafeInteger(value)

/**
 * What needs the user today, from every feature; each number opens its rows. While loading, the height of the last
 * list is reserved, so that nothing moves.
 */
export function Landing() {
  const { t } = useTranslation()
  const { userId } = useMe()
  const { data, error, refetch } = useQuery(landingQuery)
  const [expected] = useState(() => readChoice('landing', userId, isCount) ?? SHOWN.phone)
  const count = data?.rows.length
  useEffect(() => {
    if (count !== undefined) keepChoice('landing', userId, count)
  }, [count, userId])
  return (
    <>
      <SigningTray />
      <section className="landing" aria-labelledby="landing-title">
        <h2 id="landing-title">{t('navigation.today')}</h2>
        {error ? <ProblemNote error={error} retry={refetch} /> : null}
        {data ? <Lines rows={data.rows} /> : error ? null : <Coming count={expected} />}
      </section>
    </>
  )
}

/** The same on a page that already shows some of it: only the rest, and nothing if there is none. */
export function AlsoToday({ here }: { here: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(landingQuery)
  const rows = data?.rows.filter(({ to }) => to !== here && !to.startsWith(`${here}?`)) ?? []
  return (
    <>
      <SigningTray />
      {rows.length > 0 ? (
        <section className="landing" aria-labelledby="landing-title">
          <h2 id="landing-title">{t('navigation.alsoToday')}</h2>
          <Lines rows={rows} />
        </section>
      ) : null}
    </>
  )
}

function Lines({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const narrow = useNarrow()
  const [isWhole, setWhole] = useState(false)
  if (rows.length === 0) return <p className="soft">{t('navigation.nothingToday')}</p>
  const most = narrow ? SHOWN.phone : SHOWN.office
  const rest = rows.length - most
  return (
    <>
      <ul className="landing-rows">
        {(isWhole ? rows : rows.slice(0, most)).map((row) => (
          <li key={row.name}>
            <PathLink to={row.to} className={`landing-row ${row.urgency}`}>
              <strong className="tabular">{showNumber(row.count, language)}</strong>
              <span>{row[language]}</span>
              {row.urgency === 'late' ? (
                <span className="landing-late" title={t('navigation.late')}>
                  <WarningOutlined aria-hidden="true" />
                  <span className="unseen">({t('navigation.late')})</span>
                </span>
              ) : null}
            </PathLink>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('navigation.showLess') : t('navigation.showMore', { n: rest })}
        </Button>
      ) : null}
    </>
  )
}

function Coming({ count }: { count: number }) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  if (count === 0) return <p className="soft waiting">&nbsp;</p>
  const shown = Math.min(count, narrow ? SHOWN.phone : SHOWN.office)
  return (
    <div role="status" className="landing-rows waiting" aria-label={t('shell.loading')}>
      {Array.from({ length: shown }, (_, place) => `coming-${place}`).map((key) => (
        <span key={key} className="landing-row coming" />
      ))}
    </div>
  )
}
